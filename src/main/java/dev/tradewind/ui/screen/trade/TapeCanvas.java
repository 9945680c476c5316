package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Side;
import dev.tradewind.engine.EngineSnapshot.Market;
import dev.tradewind.engine.EngineSnapshot.TradeRow;
import dev.tradewind.ui.chart.ChartStyle;
import dev.tradewind.ui.theme.Palette;
import dev.tradewind.ui.widget.Figures;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/**
 * The newest trades, newest first. Colour is the aggressor's side; where the source names none, that of the tick rule
 * (up from the trade before is a buy). The largest twentieth is emphasised.
 */
final class TapeCanvas extends Region {

    private static final double LARGE_SHARE = 0.95;

    private final Canvas canvas = new Canvas();
    private ChartStyle style;
    private @Nullable Market market;
    private long[] sizes = new long[256];
    private boolean stale = true;

    TapeCanvas(ChartStyle style) {
        this.style = style;
        getStyleClass().add("tape-rows");
        setAccessibleText("Trades, newest first");
        getChildren().add(canvas);
        setMinSize(0, 0);
    }

    void restyle(ChartStyle wanted) {
        style = wanted;
        redraw();
    }

    /** Shows the market's newest trades. */
    void show(Market newest) {
        if (market == null || newest.trades() != market.trades()) {
            market = newest;
            redraw();
        }
    }

    private void redraw() {
        stale = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (width < 1 || height < 1) {
            return;
        }
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            stale = true;
        }
        if (stale) {
            stale = false;
            draw(canvas.getGraphicsContext2D(), width, height);
        }
    }

    private void draw(GraphicsContext g, double width, double height) {
        g.setFill(style.palette().bg1());
        g.fillRect(0, 0, width, height);
        g.setTextBaseline(VPos.CENTER);
        Market now = market;
        if (now == null || now.trades().isEmpty()) {
            g.setTextAlign(TextAlignment.CENTER);
            g.setFont(style.body());
            g.setFill(style.palette().fg3());
            g.fillText("No trade yet.", width / 2, Math.min(height / 2, style.px(40)));
            g.setTextAlign(TextAlignment.LEFT);
            return;
        }
        double row = style.px(18);
        long large = largeLots(now.trades());
        int shown = (int) Math.min(now.trades().size(), Math.ceil(height / row));
        for (int i = 0; i < shown; i++) {
            row(g, now, i, i * row, row, width, large);
        }
    }

    private long largeLots(List<TradeRow> trades) {
        int count = trades.size();
        if (sizes.length < count) {
            sizes = new long[count * 2];
        }
        for (int i = 0; i < count; i++) {
            sizes[i] = trades.get(i).quantityLots();
        }
        Arrays.sort(sizes, 0, count);
        return count < 20 ? Long.MAX_VALUE : sizes[(int) (count * LARGE_SHARE)];
    }

    private void row(GraphicsContext g, Market now, int index, double top, double height, double width, long large) {
        Palette palette = style.palette();
        Instrument instrument = now.instrument();
        TradeRow trade = now.trades().get(index);
        boolean buy = side(now.trades(), index) == Side.BUY;
        boolean big = trade.quantityLots() >= large;
        Palette.Family family = buy ? palette.buy() : palette.sell();
        double middle = top + Math.floor(height / 2);
        if (big) {
            g.setFill(family.ground());
            g.fillRect(0, top, width, height);
        }
        g.setFont(style.body());
        g.setFill(palette.fg3());
        g.fillText(time(trade.timeNanos()), style.px(10), middle);
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFill(family.main());
        g.fillText((buy ? "▲ " : "▼ ") + Figures.price(instrument, trade.priceTicks()), width * 0.67, middle);
        g.setFont(big ? style.bodyStrong() : style.body());
        g.setFill(palette.fg());
        g.fillText(
                Figures.fixed(instrument.toQuantity(trade.quantityLots()), Math.min(4, instrument.quantityDecimals())),
                width - style.px(12), middle);
        g.setTextAlign(TextAlignment.LEFT);
    }

    private static String time(long nanos) {
        long hundredths = Math.floorMod(nanos, 1_000_000_000L) / 10_000_000L;
        return Figures.clock(nanos) + String.format(Locale.ROOT, ".%02d", hundredths);
    }

    /** {@return the aggressor, or what the tick rule makes of the price before} */
    static Side side(List<TradeRow> newestFirst, int index) {
        TradeRow trade = newestFirst.get(index);
        Side named = trade.aggressor();
        if (named != null) {
            return named;
        }
        for (int i = index + 1; i < newestFirst.size(); i++) {
            long before = newestFirst.get(i).priceTicks();
            if (before != trade.priceTicks()) {
                return trade.priceTicks() > before ? Side.BUY : Side.SELL;
            }
        }
        return Side.BUY;
    }
}
