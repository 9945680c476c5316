package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.LEVELS;

/**
 * Fractals: a high above the highs of the {@code side} candles before it and after it is an upper one, a low below
 * theirs a lower one. It is known only {@code side} candles later, and not before is it published: {@code up} and
 * {@code down} are the newest confirmed levels, {@code upAge} and {@code downAge} how many candles ago they were made,
 * which is {@code side} in the candle that confirms. Source: Bill Williams, Trading Chaos, 1995.
 */
public final class Fractals extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "fractals", "Fractals", LEVELS, "Confirmed turning points among neighbouring candles.",
                    p -> 2 * p.integer("side") + 1, p -> new Fractals(p.integer("side")))
            .lines("up", "down", "upAge", "downAge")
            .with(Specs.whole("side", "Side", "candles", 2, 1, 1_000, "Candles on either side that confirm."))
            .waiting();

    private final int side;
    private final Ring highs;
    private final Ring lows;

    Fractals(int side) {
        super(4);
        this.side = side;
        highs = part(new Ring(2 * side + 1));
        lows = part(new Ring(2 * side + 1));
    }

    @Override
    void next(Bar bar) {
        highs.push(bar.high);
        lows.push(bar.low);
        publish(2, line(2) + 1);
        publish(3, line(3) + 1);
        if (!highs.full()) {
            return;
        }
        if (stands(highs, 1)) {
            publish(0, highs.get(side));
            publish(2, side);
        }
        if (stands(lows, -1)) {
            publish(1, lows.get(side));
            publish(3, side);
        }
    }

    private boolean stands(Ring values, int sign) {
        double peak = sign * values.get(side);
        for (int away = 1; away <= side; away++) {
            if (sign * values.get(side - away) >= peak || sign * values.get(side + away) >= peak) {
                return false;
            }
        }
        return true;
    }
}
