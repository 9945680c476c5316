package dev.tradewind.cli;

import dev.tradewind.app.DataDesk.ExportReceipt;
import dev.tradewind.app.DataStore;
import dev.tradewind.app.StartException;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.SeriesKey;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tradewind data export}. */
@Command(
        name = "export",
        description = {
            "Write a stored series to a CSV file, gzip where its name ends in .gz. Imported again it is the very",
            "same series."
        })
final class DataExportCommand implements Callable<Integer> {

    private final Output output;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private DataOptions store = new DataOptions();

    @Parameters(
            paramLabel = "KEY",
            converter = DataOptions.Key.class,
            description = "The series; 'data list' names them.")
    private @Nullable SeriesKey key;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to; replaced if it is there.")
    private Path out = Path.of("");

    @Option(names = "--from", paramLabel = "TIME", converter = Times.class, description = "Begin here (UTC), included.")
    private @Nullable Long from;

    @Option(names = "--to", paramLabel = "TIME", converter = Times.class, description = "End here (UTC), not included.")
    private @Nullable Long to;

    @Option(
            names = "--timeframe",
            paramLabel = "TF",
            converter = TimeframeText.class,
            description = "Candles of this timeframe, built from what is stored.")
    private @Nullable Timeframe timeframe;

    DataExportCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws StartException, InterruptedException {
        SeriesKey named = Objects.requireNonNull(key);
        SeriesKey asked = timeframe == null
                ? named
                : new SeriesKey(named.venue(), named.symbol(), Optional.of(timeframe));
        try (DataStore open = store.held()) {
            ExportReceipt done = LongWork.await(output, "export", open.desk().export(
                    asked, from == null ? Long.MIN_VALUE : from, to == null ? Long.MAX_VALUE : to, out));
            report(done);
        }
        return TradewindCommand.DONE;
    }

    private void report(ExportReceipt done) {
        String checksum = Long.toHexString(done.checksum());
        if (common.json) {
            var json = output.object()
                    .put("series", done.key().toString())
                    .put("out", done.file().toString())
                    .put("rows", done.rows())
                    .put("checksum", checksum);
            if (done.rows() > 0) {
                json.put("first", Times.iso(done.firstNanos())).put("last", Times.iso(done.lastNanos()));
            }
            output.json(json);
            return;
        }
        output.line((done.replaced() ? "replaced " : "wrote ") + done.file() + " with " + Numbers.count(done.rows())
                + (done.key().timeframe().isPresent() ? " candles" : " trades") + " of " + done.key()
                + (done.rows() == 0 ? "" : ", " + Times.show(done.firstNanos()) + " to " + Times.show(done.lastNanos()))
                + ", checksum " + checksum);
    }
}
