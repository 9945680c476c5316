package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.app.DataDesk.ImportReceipt;
import dev.tradewind.app.DataDesk.ImportRequest;
import dev.tradewind.app.DataStore;
import dev.tradewind.app.StartException;
import dev.tradewind.marketdata.BadRows.BadRow;
import dev.tradewind.marketdata.DataFormat;
import dev.tradewind.marketdata.SeriesKey;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tradewind data import}. */
@Command(
        name = "import",
        description = {
            "Store files of candles or trades: CSV, JSON, plain, gzip or zip. The form is told by the content, what",
            "it is of by name and content. A file is stored whole or not at all: the first bad row refuses it."
        })
final class DataImportCommand implements Callable<Integer> {

    /** Bad rows shown to people; JSON has them all. */
    private static final int SHOWN = 20;

    private final Output output;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private DataOptions store = new DataOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "What to store.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--as",
            paramLabel = "KEY",
            converter = DataOptions.Key.class,
            description = {
                "What it is of, venue:symbol:timeframe or venue:symbol:trades; of a zip of many series, the one",
                "to take."
            })
    private @Nullable SeriesKey as;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            completionCandidates = Formats.class,
            description = "Its form, where the content does not tell: ${COMPLETION-CANDIDATES}.")
    private @Nullable String format;

    @Option(
            names = "--repair",
            description = {
                "Drop bad rows, count and list them, and sort in what is out of order, instead of refusing",
                "the file."
            })
    private boolean repair;

    @Option(
            names = "--tick",
            paramLabel = "T",
            description = "Smallest price step of a pair not stored yet; else from the decimals used.")
    private @Nullable BigDecimal tick;

    @Option(
            names = "--lot",
            paramLabel = "L",
            description = "Smallest quantity step of a pair not stored yet; else from the decimals used.")
    private @Nullable BigDecimal lot;

    DataImportCommand(Output output) {
        this.output = output;
    }

    /** The forms there are. */
    static final class Formats implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(DataFormat.values()).map(DataFormat::id).iterator();
        }
    }

    @Override
    public Integer call() throws StartException, InterruptedException {
        ImportRequest request = new ImportRequest(
                files, Optional.ofNullable(format), Optional.ofNullable(as), repair, Optional.ofNullable(tick),
                Optional.ofNullable(lot));
        request.format().ifPresent(DataFormat::ofId);
        List<ImportReceipt> done = Collections.synchronizedList(new ArrayList<>());
        try (DataStore open = store.change()) {
            LongWork.await(output, "import", open.desk().importFiles(request, receipt -> {
                done.add(receipt);
                if (!common.json) {
                    tell(receipt);
                }
            }));
        } finally {
            if (common.json && !done.isEmpty()) {
                json(List.copyOf(done));
            }
        }
        return TradewindCommand.DONE;
    }

    private void tell(ImportReceipt receipt) {
        String kind = receipt.format().trades() ? "trades" : "candles";
        output.line(receipt.file() + " (" + receipt.format().label() + ") -> " + receipt.key());
        output.line("  " + Numbers.count(receipt.rows()) + " " + kind + " from " + Times.show(receipt.firstNanos())
                + " to " + Times.show(receipt.lastNanos()) + ": " + Numbers.count(receipt.added()) + " new, "
                + Numbers.count(receipt.same()) + " stored already, " + Numbers.count(receipt.revised()) + " revised");
        if (receipt.gaps() > 0) {
            output.line("  " + Numbers.count(receipt.gaps()) + (receipt.gaps() == 1 ? " gap, " : " gaps, ")
                    + Numbers.count(receipt.missing()) + " candles missing");
        }
        if (receipt.rounded() > 0) {
            output.line("  " + Numbers.count(receipt.rounded()) + " quantities finer than a lot, rounded");
        }
        if (receipt.withoutQuantity() > 0) {
            output.line("  " + Numbers.count(receipt.withoutQuantity()) + " trades without a quantity left out");
        }
        if (receipt.bad().sorted() > 0) {
            output.line("  " + Numbers.count(receipt.bad().sorted()) + " out of order, sorted in");
        }
        tellBad(receipt);
    }

    private void tellBad(ImportReceipt receipt) {
        long dropped = receipt.bad().dropped();
        if (dropped == 0) {
            return;
        }
        output.line("  " + Numbers.count(dropped) + (dropped == 1 ? " bad row" : " bad rows") + " dropped:");
        List<BadRow> rows = receipt.bad().rows();
        for (BadRow row : rows.subList(0, Math.min(SHOWN, rows.size()))) {
            String inside = row.file().equals(receipt.file()) ? "" : row.file() + ", ";
            output.line("    " + inside + (row.line() > 0 ? "line " + row.line() + ": " : "") + row.reason());
        }
        if (dropped > SHOWN) {
            output.line("    and " + Numbers.count(dropped - SHOWN) + " more");
        }
    }

    private void json(List<ImportReceipt> receipts) {
        ObjectNode json = output.object();
        ArrayNode all = json.putArray("imports");
        for (ImportReceipt receipt : receipts) {
            ObjectNode node = all.addObject()
                    .put("file", receipt.file())
                    .put("format", receipt.format().id())
                    .put("series", receipt.key().toString())
                    .put("rows", receipt.rows())
                    .put("added", receipt.added())
                    .put("same", receipt.same())
                    .put("revised", receipt.revised())
                    .put("rounded", receipt.rounded())
                    .put("withoutQuantity", receipt.withoutQuantity())
                    .put("gaps", receipt.gaps())
                    .put("missing", receipt.missing())
                    .put("first", Times.iso(receipt.firstNanos()))
                    .put("last", Times.iso(receipt.lastNanos()))
                    .put("sorted", receipt.bad().sorted())
                    .put("dropped", receipt.bad().dropped());
            ArrayNode bad = node.putArray("bad");
            for (BadRow row : receipt.bad().rows()) {
                bad.addObject().put("file", row.file()).put("line", row.line()).put("reason", row.reason());
            }
        }
        output.json(json);
    }
}
