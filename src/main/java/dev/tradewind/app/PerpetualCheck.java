package dev.tradewind.app;

import dev.tradewind.backtest.RunReport.Check;
import dev.tradewind.backtest.RunReport.Verdict;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.FundingColumns;
import dev.tradewind.marketdata.MarkColumns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run on perpetuals knew of mark prices and funding, and what it had to assume. */
final class PerpetualCheck {

    private PerpetualCheck() {}

    /** {@return the check, empty where nothing is traded as a perpetual} */
    static Optional<Check> of(List<LaneHistory> histories) {
        List<String> assumed = new ArrayList<>();
        boolean any = false;
        for (LaneHistory history : histories) {
            if (history.perpetual().isPresent()) {
                any = true;
                assumed(history, history.perpetual().get()).forEach(
                        text -> assumed.add(history.instrument().symbol() + " " + text));
            }
        }
        if (!any) {
            return Optional.empty();
        }
        return Optional.of(assumed.isEmpty()
                ? new Check("perpetual", "Mark prices and funding", Verdict.PASSED,
                        "positions are valued and liquidated by the mark prices given, and funding is exchanged")
                : new Check("perpetual", "Mark prices and funding", Verdict.WARNING, String.join("; ", assumed)));
    }

    private static List<String> assumed(LaneHistory history, PerpetualChoice choice) {
        List<String> assumed = new ArrayList<>();
        MarkColumns marks = choice.marks(history.instrument());
        FundingColumns funding = choice.boundaries();
        long own = history.timeframe().map(Timeframe::nanos).orElse(0L);
        if (marks.size() == 0) {
            assumed.add("has no mark prices: the last price is taken for them");
        } else if (marks.standStillBeside(own)) {
            assumed.add("has mark prices every " + text(marks.coveredNanos()) + " beside "
                    + history.timeframe().map(frame -> "candles of " + frame.label()).orElse("trades")
                    + ": funding is paid on them, the last price liquidates");
        }
        if (funding.size() == 0) {
            assumed.add("has no funding: none is exchanged");
        }
        return assumed;
    }

    private static String text(long nanos) {
        Duration length = Duration.ofNanos(nanos);
        return length.toMinutes() % 60 == 0 ? length.toHours() + "h" : length.toMinutes() + "m";
    }
}
