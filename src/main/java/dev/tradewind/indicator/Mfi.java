package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.VOLUME;

/**
 * Money flow index: {@code 100 × in / (in + out)}, {@code in} and {@code out} being the sums over {@code period}
 * candles of typical price × volume where the typical price rose and where it fell; 50 where neither happened. Source:
 * Quong and Soudack, Technical Analysis of Stocks and Commodities, 1989; TA-Lib's {@code MFI}, which says 0 for a flow
 * below 1.
 */
public final class Mfi extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "mfi", "Money flow index", VOLUME, "An RSI of traded worth, 0 to 100.",
                    p -> p.integer("period") + 1, p -> new Mfi(p.integer("period")))
            .with(Specs.period(14));

    private final Cell typical;
    private final RollingSum in;
    private final RollingSum out;

    Mfi(int period) {
        super(1);
        typical = part(new Cell(Double.NaN));
        in = part(new RollingSum(period));
        out = part(new RollingSum(period));
    }

    @Override
    void next(Bar bar) {
        double now = bar.typical();
        double before = typical.swap(now);
        if (Double.isNaN(before)) {
            return;
        }
        double flow = now * bar.volume;
        double bought = in.next(now > before ? flow : 0);
        double both = bought + out.next(now < before ? flow : 0);
        if (!Double.isNaN(both)) {
            publish(0, both > 0 ? 100 * bought / both : 50);
        }
    }
}
