package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.AlgoState;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.AlgoRow;
import dev.tradewind.engine.EngineSnapshot.QuarantineRow;
import dev.tradewind.engine.RiskLog;
import dev.tradewind.ui.widget.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Something that went wrong and what it means.
 *
 * @param timeNanos when
 * @param what      what kind of trouble
 * @param words     what happened
 * @param now       what became of it
 * @param tone      the theme's class of {@code now}
 * @param row       its journal row in words, “–” where it has none of its own
 */
record Trouble(long timeNanos, String what, String words, String now, String tone, String row) {

    /** {@return reports that cannot be true, broken rules and failed algorithms, newest first} */
    static List<Trouble> of(EngineSnapshot snapshot) {
        List<Trouble> all = new ArrayList<>();
        for (QuarantineRow report : snapshot.quarantine()) {
            all.add(new Trouble(
                    report.timeNanos(), "Impossible report", report.trouble(), now(report), tone(report),
                    Figures.whole(report.row())));
        }
        for (RiskLog.Row rule : snapshot.risk().log()) {
            all.add(new Trouble(
                    rule.timeNanos(), rule.rule() == 0 ? "Session's own rule" : "Risk rule " + rule.rule(),
                    rule.text() + (rule.value().isEmpty() ? "" : ": " + rule.value() + " of " + rule.limit()),
                    words(rule.kind()), tone(rule.kind()), Figures.NONE));
        }
        for (AlgoRow algo : snapshot.algos()) {
            if (algo.state() == AlgoState.FAILED) {
                all.add(new Trouble(
                        algo.startedNanos(), algo.label(), algo.next(), "Ended", "is-sell", Figures.NONE));
            }
        }
        all.sort(Comparator.comparingLong(Trouble::timeNanos).reversed());
        return all;
    }

    private static String now(QuarantineRow report) {
        return switch (report.state()) {
            case ASKED -> "The exchange is asked";
            case DISCARDED -> "Dropped: the exchange agrees with the journal";
            case SETTLED -> "Settled: " + report.outcome();
            case CONTRADICTED -> "Contradicted: " + report.outcome();
        };
    }

    private static String tone(QuarantineRow report) {
        return switch (report.state()) {
            case ASKED -> "is-warn";
            case DISCARDED, SETTLED -> "is-secondary";
            case CONTRADICTED -> "is-sell";
        };
    }

    private static String words(RiskLog.Kind kind) {
        return switch (kind) {
            case BROKEN -> "Broken: it acted";
            case REFUSED -> "An order was refused";
            case CLEARED -> "Kept again";
        };
    }

    private static String tone(RiskLog.Kind kind) {
        return switch (kind) {
            case BROKEN -> "is-sell";
            case REFUSED -> "is-warn";
            case CLEARED -> "is-secondary";
        };
    }
}
