package dev.tradewind.app;

import dev.tradewind.domain.FillTier;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.TradingState;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.risk.RuleState;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A session in one line, for a terminal without a screen. */
public final class StatusLine {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private StatusLine() {}

    /** {@return market time, last price, bots, open orders, fills and equity of a snapshot} */
    public static String of(EngineSnapshot snapshot) {
        Instrument instrument = snapshot.market().instrument();
        long running = snapshot.bots().stream().filter(bot -> bot.state().isActive()).count();
        StringBuilder line = new StringBuilder()
                .append(TIME.format(Instant.ofEpochSecond(0, snapshot.timeNanos())))
                .append(" UTC | ")
                .append(instrument.symbol())
                .append(' ')
                .append(snapshot.market().lastTicks() == 0 ? "-" : instrument.toPrice(snapshot.market().lastTicks()))
                .append(" | bots ")
                .append(running)
                .append(" of ")
                .append(snapshot.bots().size())
                .append(" | open orders ")
                .append(snapshot.openOrders().size())
                .append(" | fills ")
                .append(snapshot.fills().size())
                .append(" | equity ")
                .append(instrument
                        .quote()
                        .toDecimal(snapshot.account().equityAtoms())
                        .setScale(2, RoundingMode.HALF_UP))
                .append(' ')
                .append(instrument.quote().code());
        FillTier tier = snapshot.tier();
        if (tier != null) {
            line.append(" | fill tier ").append(tier);
        }
        if (snapshot.trading() != TradingState.ACTIVE) {
            line.append(" | ").append(snapshot.trading()).append(": ").append(snapshot.haltReason());
        }
        long red = snapshot.risk().rules().stream()
                .filter(rule -> rule.level() == RuleState.Level.RED)
                .count();
        long bare = snapshot.risk().stops().stream()
                .filter(stop -> stop.level() == RuleState.Level.RED)
                .count();
        line.append(red == 0 ? "" : " | " + red + (red == 1 ? " risk rule" : " risk rules") + " broken")
                .append(bare == 0 ? "" : " | " + bare + (bare == 1 ? " position" : " positions") + " without a stop");
        return line.toString();
    }
}
