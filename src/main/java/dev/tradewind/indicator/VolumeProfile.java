package dev.tradewind.indicator;

import static dev.tradewind.indicator.IndicatorType.Group.VOLUME;

import java.util.Arrays;

/**
 * Volume by price over the last {@code period} candles: their range is cut into {@code rows} of one height and each
 * candle's volume is spread evenly over its span. {@code poc} is the middle of the row with most (the lowest of
 * equals); from it the value area grows by the larger neighbour, the upper one of equals, until it holds {@code share}
 * percent; {@code high} and {@code low} are its edges. Where the range is a single price, all three are it. Source:
 * Steidlmayer's market profile; Dalton, Mind over Markets, 1990.
 */
public final class VolumeProfile extends Indicator {

    static final IndicatorType TYPE = IndicatorType.of(
                    "volume-profile", "Volume profile", VOLUME, "The price most was traded at, and the area around it.",
                    p -> p.integer("period"),
                    p -> new VolumeProfile(p.integer("period"), p.integer("rows"),
                            p.decimal("share").doubleValue() / 100))
            .lines("poc", "high", "low")
            .with(
                    Specs.period(100), Specs.whole("rows", "Rows", "rows", 24, 2, 500, "Rows the range is cut into."),
                    Specs.decimal("share", "Value area", "%", "70", "1", "100",
                    "Share of the volume in the value area."));

    private final int period;
    private final double share;
    private final Ring highs;
    private final Ring lows;
    private final Ring volumes;
    private final Extreme top;
    private final Extreme bottom;
    private final double[] rows;

    VolumeProfile(int period, int rows, double share) {
        super(3);
        this.period = period;
        this.share = share;
        highs = part(new Ring(period));
        lows = part(new Ring(period));
        volumes = part(new Ring(period));
        top = part(Extreme.highest(period));
        bottom = part(Extreme.lowest(period));
        this.rows = new double[rows];
    }

    @Override
    void next(Bar bar) {
        highs.push(bar.high);
        lows.push(bar.low);
        volumes.push(bar.volume);
        double ceiling = top.next(bar.high);
        double floor = bottom.next(bar.low);
        if (!highs.full()) {
            return;
        }
        double height = (ceiling - floor) / rows.length;
        if (!(height > 0)) {
            publish(floor, floor, floor);
            return;
        }
        fill(floor, height);
        area(floor, height);
    }

    private void publish(double poc, double high, double low) {
        publish(0, poc);
        publish(1, high);
        publish(2, low);
    }

    private void fill(double floor, double height) {
        Arrays.fill(rows, 0);
        for (int back = 0; back < period; back++) {
            double low = lows.get(back);
            double high = highs.get(back);
            int first = row(low, floor, height);
            int last = row(high, floor, height);
            if (first >= last) {
                rows[first] += volumes.get(back);
                continue;
            }
            double density = volumes.get(back) / (high - low);
            rows[first] += density * (floor + (first + 1) * height - low);
            rows[last] += density * (high - floor - last * height);
            for (int row = first + 1; row < last; row++) {
                rows[row] += density * height;
            }
        }
    }

    private int row(double price, double floor, double height) {
        return Math.clamp((long) ((price - floor) / height), 0, rows.length - 1);
    }

    private void area(double floor, double height) {
        int most = 0;
        double all = 0;
        for (int row = 0; row < rows.length; row++) {
            all += rows[row];
            most = rows[row] > rows[most] ? row : most;
        }
        int low = most;
        int high = most;
        double inside = rows[most];
        while (inside < share * all && (low > 0 || high < rows.length - 1)) {
            boolean up = low == 0 || high < rows.length - 1 && rows[high + 1] >= rows[low - 1];
            inside += up ? rows[++high] : rows[--low];
        }
        publish(floor + (most + 0.5) * height, floor + (high + 1) * height, floor + low * height);
    }
}
