package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.VOLUME;

import dev.tradewind.domain.ParamSpec;
import dev.tradewind.domain.Params;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Timeframe;

/**
 * Volume weighted average price since the session began: {@code Σ typical × volume / Σ volume}, typical being
 * {@code (high + low + close) / 3}; before anything was traded in it, the typical price. Sessions are days, weeks (from
 * Monday) or months, UTC. Source: Berkowitz, Logue and Noser, 1988.
 */
public final class Vwap extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "vwap", "Session VWAP", VOLUME, "What was paid on average since the session began.",
                    p -> 1, p -> new Vwap(session(p)))
            .with(session());

    private final Timeframe session;
    private final Cell worth;
    private final Cell volume;
    private long begun = Long.MIN_VALUE;

    Vwap(Timeframe session) {
        super(1);
        this.session = session;
        worth = part(new Cell(0));
        volume = part(new Cell(0));
    }

    static ParamSpec session() {
        return Specs.choice("session", "Session", "What it begins anew with, UTC.", "day", "week", "month");
    }

    static Timeframe session(Params params) {
        return switch (params.text("session")) {
            case "week" -> Timeframe.W1;
            case "month" -> Timeframe.MN1;
            default -> Timeframe.D1;
        };
    }

    @Override
    void next(Bar bar) {
        long open = session.openOf(bar.timeNanos);
        if (open != begun) {
            begun = open;
            worth.reset();
            volume.reset();
        }
        worth.value += bar.typical() * bar.volume;
        volume.value += bar.volume;
        publish(0, volume.value > 0 ? worth.value / volume.value : bar.typical());
    }

    @Override
    void clear() {
        begun = Long.MIN_VALUE;
    }

    @Override
    void write(StateWriter out) {
        out.number(begun);
    }

    @Override
    void read(StateReader in) {
        begun = in.number();
    }
}
