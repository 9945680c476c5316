package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.MOMENTUM;

/**
 * {@code (close − open) / (high − low)}, 0 in a candle without span. Source: Igor Livshin, Technical Analysis of Stocks
 * and Commodities, 2001; TA-Lib's {@code BOP}.
 */
public final class BalanceOfPower extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
            "balance-of-power", "Balance of power", MOMENTUM, "How much of a candle's span its body went, −1 to 1.",
            p -> 1, p -> new BalanceOfPower());

    BalanceOfPower() {
        super(1);
    }

    @Override
    void next(Bar bar) {
        double range = bar.high - bar.low;
        publish(0, range > 0 ? (bar.close - bar.open) / range : 0);
    }
}
