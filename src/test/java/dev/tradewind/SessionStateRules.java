package dev.tradewind;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** What {@link StateTwins} need not find the same in orders, engine and bots. */
final class SessionStateRules {

    private SessionStateRules() {}

    static void addTo(StateTwins twins) {
        orders(twins);
        engine(twins);
        bots(twins);
    }

    private static void orders(StateTwins twins) {
        twins.value("domain.Params", Object::toString);
        twins.seen("oms.OrderTable", table -> placed((Object[]) StateTwins.get(table, "slots")));
        twins.ignoring("oms.Order", "place", "where its table has it");
        twins.front("oms.HeldOrders", "size", "held");
        twins.front("oms.SlotBroker", "size", "held");
        twins.front("oms.FillIds", "size", "ids");
        twins.ring("risk.WindowTimes", "first", "size", "times");
        twins.ignoring("risk.UsualSize", "sorted", "scratch");
    }

    private static List<Object> placed(Object[] slots) {
        return Arrays.stream(slots).filter(Objects::nonNull).toList();
    }

    private static void engine(StateTwins twins) {
        twins.front("engine.Owner", "size", "working");
        twins.front("engine.Outbox", "size", "requests", "cancels");
        twins.front("engine.TriggerHeap", "size", "keys", "owners");
        twins.ignoring("engine.TriggerHeap", "positions", "follows from the owners");
        twins.ignoring("engine.TriggerIndex", "word", "set before each walk");
        twins.seen("engine.OrderChanges", SessionStateRules::changes);
        twins.seen("engine.Listeners", SessionStateRules::listeners);
        String notes = "made anew before each use";
        twins.ignoring("engine.Fleet", "candleWatchers", "follows from what each bot listens to");
        twins.ignoring("engine.Fleet", "wakeAbove", "a bound of the triggers, as near or nearer");
        twins.ignoring("engine.Fleet", "wakeBelow", "a bound of the triggers, as near or nearer");
        twins.ignoring("engine.ToldOrder", "updated", notes);
        twins.ignoring("engine.ToldOrder", "report", notes);
        twins.ignoring("engine.OrderDesk", "draft", notes);
        twins.ignoring("engine.SlotOutlet", "sent", notes);
        twins.ignoring("engine.ReportIntake", "settling", notes);
        twins.ignoring("engine.OutsideIntake", "own", notes);
        twins.ignoring("engine.Reconciler", "carrier", notes);
        twins.ignoring("engine.DeskView", "asking", notes);
        twins.ignoring("engine.RiskDesk", "refusedBy", "used only by who set it");
        twins.ignoring("engine.RiskDesk", "refusedValue", "used only by who set it");
        twins.ignoring("engine.CandleBook", "carrier", notes);
        for (String cache : List.of("changed", "fillRows", "orderRows", "decisionRows")) {
            twins.ignoring("engine.History", cache, "a copy for screens");
        }
        twins.ignoring("engine.Snapshots", "newest", "what was shown last");
        twins.ignoring("engine.Snapshots", "asked", "whether a screen waits");
        twins.ignoring("engine.StateRig$RowJournal", "this$0", "has a state of its own");
        twins.ignoring("engine.OutsideScene$Spoken", "this$0", "is no part of the session");
    }

    private static Object changes(Object changes) {
        int from = (int) StateTwins.get(changes, "owedFrom");
        int to = (int) StateTwins.get(changes, "owedTo");
        Object[] owed = (Object[]) StateTwins.get(changes, "owed");
        return List.of(StateTwins.get(changes, "held"), Arrays.asList(owed).subList(from, to));
    }

    /** Who does not listen any more is dropped with the next event. */
    @SuppressWarnings("unchecked")
    private static Object listeners(Object listeners) {
        Object[] slots = (Object[]) StateTwins.get(listeners, "slots");
        Predicate<Object> listens = (Predicate<Object>) StateTwins.get(listeners, "listens");
        return Arrays.stream(slots, 0, (int) StateTwins.get(listeners, "size")).filter(listens).toList();
    }

    private static void bots(StateTwins twins) {
        twins.ignoring("portfolio.SpotAccount", "countedAtoms", "counted anew when the holding is another");
        twins.ignoring("portfolio.SpotAccount", "countedLots", "counted anew when the holding is another");
        twins.value("bot.type.DcaLadder", ladder -> StateTwins.get(ladder, "settings"));
        twins.value("bot.type.DcaSettings", settings -> StateTwins.get(settings, "params"));
        twins.ignoring("bot.type.GridLife", "range", "follows from the parameters while it runs, made anew before it does");
    }
}
