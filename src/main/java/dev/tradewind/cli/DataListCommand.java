package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tradewind.app.DataStore;
import dev.tradewind.marketdata.StoredSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tradewind data list}. */
@Command(name = "list", description = "List what is stored.")
final class DataListCommand implements Callable<Integer> {

    private final Output output;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private DataOptions store = new DataOptions();

    DataListCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        Optional<DataStore> open = store.look();
        List<StoredSeries> all = open.map(held -> held.desk().list()).orElse(List.of());
        if (common.json) {
            json(all);
        } else if (all.isEmpty()) {
            output.line("nothing is stored yet; 'tradewind data import FILE' stores some");
        } else {
            print(all);
        }
        return TradewindCommand.DONE;
    }

    private void print(List<StoredSeries> all) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("series", "rows", "from", "to", "gaps", "missing", "revised", "bytes", "source"));
        for (StoredSeries series : all) {
            rows.add(List.of(
                    series.key().toString(), Numbers.count(series.rows()), Times.show(series.firstNanos()),
                    Times.show(series.lastNanos()), Numbers.count(series.gaps()), Numbers.count(series.missing()),
                    Numbers.count(series.revisions()), Numbers.count(series.bytes()), series.source()));
        }
        Table.aligned(rows).forEach(output::line);
    }

    private void json(List<StoredSeries> all) {
        var json = output.object();
        ArrayNode rows = json.putArray("series");
        for (StoredSeries series : all) {
            rows.addObject()
                    .put("series", series.key().toString())
                    .put("rows", series.rows())
                    .put("first", Times.iso(series.firstNanos()))
                    .put("last", Times.iso(series.lastNanos()))
                    .put("gaps", series.gaps())
                    .put("missing", series.missing())
                    .put("revisions", series.revisions())
                    .put("bytes", series.bytes())
                    .put("tick", series.instrument().tickSize())
                    .put("lot", series.instrument().lotSize())
                    .put("checksum", Long.toHexString(series.checksum()))
                    .put("source", series.source());
        }
        output.json(json);
    }
}
