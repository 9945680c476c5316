package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.app.DataStore;
import dev.tradewind.app.StartException;
import dev.tradewind.app.StoreDesk;
import dev.tradewind.marketdata.SeriesCheck;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.StoredSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tradewind data verify}. */
@Command(
        name = "verify",
        description = {
            "Check every row of a stored series, or of all: gaps, duplicates, impossible rows, damaged blocks and",
            "timeframes that disagree. Gaps alone are no failure."
        })
final class DataVerifyCommand implements Callable<Integer> {

    /** Findings shown to people for each series; JSON has them all. */
    private static final int SHOWN = 20;

    private final Output output;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private DataOptions store = new DataOptions();

    @Parameters(
            paramLabel = "KEY",
            arity = "0..1",
            converter = DataOptions.Key.class,
            description = "The series; without, every one.")
    private @Nullable SeriesKey key;

    @Option(names = "--repair", description = "Drop what is impossible or damaged, count and list it; gaps stay gaps.")
    private boolean repair;

    DataVerifyCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws StartException, InterruptedException {
        try (DataStore open = repair ? store.change() : store.held()) {
            StoreDesk desk = open.desk();
            List<SeriesKey> keys =
                    key != null ? List.of(key) : desk.list().stream().map(StoredSeries::key).toList();
            List<SeriesCheck> checks = new ArrayList<>();
            for (SeriesKey each : keys) {
                SeriesCheck check = LongWork.await(
                        output, (repair ? "repair " : "verify ") + each, desk.verify(each, repair));
                checks.add(check);
                if (!common.json) {
                    tell(check);
                }
            }
            if (common.json) {
                json(checks);
            }
            boolean sound = checks.stream().allMatch(check -> check.sound() || repair);
            return sound ? TradewindCommand.DONE : TradewindCommand.FAILED;
        }
    }

    private void tell(SeriesCheck check) {
        String found = check.found() == 0
                ? "nothing found"
                : Numbers.count(check.found()) + (check.found() == 1 ? " finding" : " findings");
        output.line(check.key() + ": " + Numbers.count(check.rows()) + " rows, " + found
                + (check.dropped() > 0 ? ", " + Numbers.count(check.dropped()) + " rows dropped" : ""));
        List<SeriesCheck.Finding> findings = check.findings();
        for (SeriesCheck.Finding finding : findings.subList(0, Math.min(SHOWN, findings.size()))) {
            output.line("  " + Times.show(finding.atNanos()) + "  " + kind(finding) + ": " + finding.text());
        }
        if (check.found() > SHOWN) {
            output.line("  and " + Numbers.count(check.found() - SHOWN) + " more");
        }
    }

    private static String kind(SeriesCheck.Finding finding) {
        return finding.kind().name().toLowerCase(Locale.ROOT);
    }

    private void json(List<SeriesCheck> checks) {
        ObjectNode json = output.object();
        ArrayNode all = json.putArray("checks");
        for (SeriesCheck check : checks) {
            ObjectNode node = all.addObject()
                    .put("series", check.key().toString())
                    .put("rows", check.rows())
                    .put("sound", check.sound())
                    .put("found", check.found())
                    .put("dropped", check.dropped());
            ArrayNode findings = node.putArray("findings");
            for (SeriesCheck.Finding finding : check.findings()) {
                findings.addObject()
                        .put("kind", kind(finding))
                        .put("at", Times.iso(finding.atNanos()))
                        .put("rows", finding.rows())
                        .put("text", finding.text());
            }
        }
        output.json(json);
    }
}
