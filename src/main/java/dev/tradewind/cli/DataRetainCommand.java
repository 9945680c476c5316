package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.app.DataStore;
import dev.tradewind.app.StartException;
import dev.tradewind.app.StoreDesk;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.CandleStore.Retention;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tradewind data retain}. */
@Command(
        name = "retain",
        description = {
            "Say how many days back from its newest candles of a timeframe are kept, or let the rules take effect.",
            "Coarser candles that are kept longer are built first. Without options, list the rules."
        })
final class DataRetainCommand implements Callable<Integer> {

    private static final String ALL = "all";

    private final Output output;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private DataOptions store = new DataOptions();

    @Option(
            names = "--timeframe",
            paramLabel = "TF",
            converter = TimeframeText.class,
            description = "Whose candles the rule is for.")
    private @Nullable Timeframe timeframe;

    @Option(names = "--days", paramLabel = "N|all", description = "Days they are kept; 'all' lifts the rule.")
    private @Nullable String days;

    @Option(names = "--apply", description = "Drop what the rules no longer keep.")
    private boolean apply;

    @Option(names = "--list", description = "List the rules.")
    private boolean list;

    DataRetainCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws StartException, InterruptedException {
        if ((timeframe == null) != (days == null)) {
            throw new IllegalArgumentException("--timeframe TF and --days N go together: a rule is both");
        }
        if (timeframe == null && !apply) {
            list();
            return TradewindCommand.DONE;
        }
        Optional<Integer> kept = days == null ? Optional.empty() : daysOf(days);
        try (DataStore open = store.change()) {
            StoreDesk desk = open.desk();
            if (timeframe != null) {
                desk.retain(timeframe, kept);
            }
            long dropped = apply ? LongWork.await(output, "retain", desk.applyRetention()) : -1;
            report(desk.retention(), dropped);
        }
        return TradewindCommand.DONE;
    }

    private static Optional<Integer> daysOf(String text) {
        if (text.equals(ALL)) {
            return Optional.empty();
        }
        try {
            int days = Integer.parseInt(text);
            if (days > 0) {
                return Optional.of(days);
            }
        } catch (NumberFormatException e) {
            // said below with the value
        }
        throw new IllegalArgumentException("--days " + text + " must be a whole number from 1 on, or 'all'");
    }

    private void list() {
        report(store.look().map(open -> open.desk().retention()).orElse(List.of()), -1);
    }

    private void report(List<Retention> rules, long dropped) {
        if (common.json) {
            ObjectNode json = output.object();
            ArrayNode all = json.putArray("rules");
            for (Retention rule : rules) {
                all.addObject().put("timeframe", rule.timeframe().label()).put("days", rule.days());
            }
            if (dropped >= 0) {
                json.put("dropped", dropped);
            }
            output.json(json);
            return;
        }
        if (rules.isEmpty()) {
            output.line("no rule is set: everything is kept");
        }
        for (Retention rule : rules) {
            output.line(rule.timeframe().label() + " candles are kept " + Numbers.count(rule.days())
                    + (rule.days() == 1 ? " day" : " days"));
        }
        if (dropped >= 0) {
            output.line(Numbers.count(dropped) + " rows dropped");
        }
    }
}
