package dev.tradewind.engine;

import dev.tradewind.domain.Instrument;
import dev.tradewind.risk.RiskRule;
import dev.tradewind.risk.RuleState;
import dev.tradewind.risk.RuleState.Level;
import dev.tradewind.risk.metric.RuleText;
import java.util.ArrayList;
import java.util.List;

/** What screens see of the rules in force; changes nothing. Engine thread only. */
final class RiskRows {

    private static final int USER = 0;

    private RiskRows() {}

    static EngineSnapshot.Risk of(Session session) {
        Instrument instrument = session.config().instrument();
        RiskDesk risk = session.risk();
        long now = session.desk().nowNanos();
        List<EngineSnapshot.RuleRow> rows = new ArrayList<>();
        for (RuleWatch watch : risk.watches()) {
            RuleState state = watch.state();
            rows.add(new EngineSnapshot.RuleRow(
                    watch.number(),
                    watch.rule().text(),
                    watch.rule().metric().label(),
                    watch.subject().botId(),
                    watch.text(watch.value(), instrument),
                    watch.text(watch.limit(), instrument),
                    watch.usedBps(),
                    state.level(),
                    state.sinceNanos(),
                    state.coolNanos(),
                    watch.roomAtoms(now, session.user())));
        }
        StopWatchdog watchdog = risk.watchdog();
        List<EngineSnapshot.StopRow> stops = watchdog.rows();
        for (RiskRule rule : watchdog.usual() && stops.isEmpty() ? List.<RiskRule>of() : watchdog.rules()) {
            rows.add(unprotected(rule, risk.rules().indexOf(rule) + 1, watchdog.longestNanos(), now, instrument));
        }
        return new EngineSnapshot.Risk(
                RuleText.print(risk.rules()), rows, stops, risk.log().count(), risk.log().rows());
    }

    private static EngineSnapshot.RuleRow unprotected(
            RiskRule rule, int number, long longest, long now, Instrument instrument) {
        long limit = StopWatchdog.grace(rule);
        return new EngineSnapshot.RuleRow(
                number,
                rule.text(),
                rule.metric().label(),
                USER,
                rule.unit().text(longest, instrument),
                rule.unit().text(limit, instrument),
                RuleState.usedBps(rule.metric().sense(), limit, longest),
                longest >= limit ? Level.RED : longest > 0 ? Level.AMBER : Level.GREEN,
                longest == 0 ? 0 : now - longest,
                0,
                Long.MAX_VALUE);
    }
}
