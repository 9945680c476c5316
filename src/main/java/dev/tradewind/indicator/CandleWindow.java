package dev.tradewind.indicator;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;

/**
 * The last candles as patterns look at them: {@code back} is 0 for the newest. What counts as long, short, near and so
 * on is measured by the mean of the candles before the one in question, as TA-Lib's default candle settings say.
 */
final class CandleWindow implements Part {

    /** Candles most means are over. */
    static final int LONG_MEAN = 10;
    /** Candles the means of near, far and equal are over. */
    static final int SHORT_MEAN = 5;

    private static final int SIZE = LONG_MEAN + 4;

    private final Ring opens = new Ring(SIZE);
    private final Ring highs = new Ring(SIZE);
    private final Ring lows = new Ring(SIZE);
    private final Ring closes = new Ring(SIZE);

    void add(Bar bar) {
        opens.push(bar.open);
        highs.push(bar.high);
        lows.push(bar.low);
        closes.push(bar.close);
    }

    double open(int back) {
        return opens.get(back);
    }

    double high(int back) {
        return highs.get(back);
    }

    double low(int back) {
        return lows.get(back);
    }

    double close(int back) {
        return closes.get(back);
    }

    /** {@return 1 for a candle that did not fall, −1 for one that did} */
    int colour(int back) {
        return close(back) >= open(back) ? 1 : -1;
    }

    boolean white(int back) {
        return colour(back) > 0;
    }

    double body(int back) {
        return Math.abs(close(back) - open(back));
    }

    double span(int back) {
        return high(back) - low(back);
    }

    double top(int back) {
        return Math.max(open(back), close(back));
    }

    double bottom(int back) {
        return Math.min(open(back), close(back));
    }

    double upper(int back) {
        return high(back) - top(back);
    }

    double lower(int back) {
        return bottom(back) - low(back);
    }

    private double meanBody(int back) {
        double sum = 0;
        for (int i = back + LONG_MEAN; i > back; i--) {
            sum += body(i);
        }
        return sum / LONG_MEAN;
    }

    private double meanSpan(int back, int count) {
        double sum = 0;
        for (int i = back + count; i > back; i--) {
            sum += span(i);
        }
        return sum / count;
    }

    /** The shadows' mean: half of what both are long. */
    private double meanShadow(int back) {
        double sum = 0;
        for (int i = back + LONG_MEAN; i > back; i--) {
            sum += upper(i) + lower(i);
        }
        return sum / LONG_MEAN / 2;
    }

    boolean longBody(int back) {
        return body(back) > meanBody(back);
    }

    /** Below the mean. */
    boolean shortBody(int back) {
        return body(back) < meanBody(back);
    }

    /** Not above the mean. */
    boolean smallBody(int back) {
        return body(back) <= meanBody(back);
    }

    boolean doji(int back) {
        return body(back) <= 0.1 * meanSpan(back, LONG_MEAN);
    }

    private double hair(int back) {
        return 0.1 * meanSpan(back, LONG_MEAN);
    }

    boolean noUpper(int back) {
        return upper(back) < hair(back);
    }

    boolean noLower(int back) {
        return lower(back) < hair(back);
    }

    boolean someUpper(int back) {
        return upper(back) > hair(back);
    }

    boolean someLower(int back) {
        return lower(back) > hair(back);
    }

    boolean shortShadows(int back) {
        double mean = meanShadow(back);
        return upper(back) < mean && lower(back) < mean;
    }

    /** {@return whether the upper shadow is longer than so many bodies} */
    boolean upperOver(int back, int bodies) {
        return upper(back) > bodies * body(back);
    }

    boolean lowerOver(int back, int bodies) {
        return lower(back) > bodies * body(back);
    }

    double near(int back) {
        return 0.2 * meanSpan(back, SHORT_MEAN);
    }

    double far(int back) {
        return 0.6 * meanSpan(back, SHORT_MEAN);
    }

    double equal(int back) {
        return 0.05 * meanSpan(back, SHORT_MEAN);
    }

    boolean bodyGapsUp(int back) {
        return bottom(back) > top(back + 1);
    }

    boolean bodyGapsDown(int back) {
        return top(back) < bottom(back + 1);
    }

    /** A long body without shadows. */
    boolean marubozu(int back) {
        return longBody(back) && noUpper(back) && noLower(back);
    }

    /** Whether a body lies inside the one before. */
    boolean inside(int back) {
        return top(back) < top(back + 1) && bottom(back) > bottom(back + 1);
    }

    /** Whether a body engulfs the one before, which is of the other colour. */
    boolean engulfs(int back) {
        return white(back)
                ? !white(back + 1) && close(back) > open(back + 1) && open(back) < close(back + 1)
                : white(back + 1) && open(back) > close(back + 1) && close(back) < open(back + 1);
    }

    @Override
    public void reset() {
        opens.reset();
        highs.reset();
        lows.reset();
        closes.reset();
    }

    @Override
    public void save(StateWriter out) {
        out.part(opens).part(highs).part(lows).part(closes);
    }

    @Override
    public void load(StateReader in) {
        in.part(opens).part(highs).part(lows).part(closes);
    }
}
