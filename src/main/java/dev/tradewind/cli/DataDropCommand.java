package dev.tradewind.cli;

import dev.tradewind.app.DataStore;
import dev.tradewind.app.StartException;
import dev.tradewind.app.StoreDesk;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.StoredSeries;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tradewind data drop}. */
@Command(name = "drop", description = "Drop a whole series, with its earlier revisions. There is no way back.")
final class DataDropCommand implements Callable<Integer> {

    private final Output output;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private DataOptions store = new DataOptions();

    @Parameters(
            paramLabel = "KEY",
            converter = DataOptions.Key.class,
            description = "The series; 'data list' names them.")
    private @Nullable SeriesKey key;

    DataDropCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws StartException {
        SeriesKey named = Objects.requireNonNull(key);
        store.held().close();
        try (DataStore open = store.change()) {
            StoreDesk desk = open.desk();
            List<SeriesKey> held = desk.list().stream().map(StoredSeries::key).toList();
            if (!held.contains(named)) {
                throw new IllegalArgumentException("there is no stored series " + named + "; "
                        + (held.isEmpty() ? "nothing is stored" : "there are " + String.join(
                                ", ", held.stream().map(SeriesKey::toString).toList())));
            }
            long rows = desk.drop(named);
            if (common.json) {
                output.json(output.object().put("series", named.toString()).put("dropped", rows));
            } else {
                output.line("dropped " + named + ": " + Numbers.count(rows) + " rows");
            }
        }
        return TradewindCommand.DONE;
    }
}
