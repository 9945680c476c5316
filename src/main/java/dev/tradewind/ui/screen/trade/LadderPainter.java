package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.Instrument;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.ui.chart.ChartStyle;
import dev.tradewind.ui.chart.TextWidths;
import dev.tradewind.ui.theme.Palette;
import dev.tradewind.ui.widget.Figures;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Draws the ladder: heads and rows above and below the spread strip. */
final class LadderPainter {

    private static final String[] HEADS = {"PnL", "My bids", "Bid", "Price", "Ask", "My asks", "Σ"};
    private static final double[] WIDTHS = {44, 70, 52, 56, 52, 70};

    private final TextWidths widths = new TextWidths();
    private final double[] left = new double[8];
    private ChartStyle style;
    private LadderMarket market;
    private double sums;
    private double head;
    private double row;
    private double strip;
    private double stripTop;

    LadderPainter(ChartStyle style) {
        this.style = style;
        this.market = new LadderMarket(style);
    }

    void restyle(ChartStyle wanted) {
        style = wanted;
        market = new LadderMarket(wanted);
    }

    /** {@return the height of a row} */
    double rowHeight() {
        return style.px(20);
    }

    private void measure(double width, double height, int offsetRows) {
        double scale = Math.min(style.scale(), width / 376);
        left[0] = 0;
        for (int i = 0; i < WIDTHS.length; i++) {
            left[i + 1] = Math.rint(left[i] + WIDTHS[i] * scale);
        }
        left[7] = width;
        sums = style.px(26);
        head = style.px(22);
        row = rowHeight();
        strip = style.px(30);
        double room = height - sums - head;
        stripTop = sums + head + Math.floor((room - strip) / 2 / row) * row + offsetRows * row;
    }

    /**
     * Draws all of it.
     *
     * @param offsetRows rows the spread stands below the middle
     * @param hoverY     pointer, negative while it is elsewhere
     */
    void draw(
            GraphicsContext g, LadderViewModel model, double width, double height, int offsetRows, double hoverY) {
        Palette palette = style.palette();
        measure(width, height, offsetRows);
        g.setFill(palette.bg1());
        g.fillRect(0, 0, width, height);
        g.setTextBaseline(VPos.CENTER);
        g.setLineWidth(1);
        if (!model.rows().priced()) {
            empty(g, width, height);
            return;
        }
        grounds(g, height);
        if (hoverY > sums + head && (hoverY < stripTop || hoverY > stripTop + strip)) {
            double top = hoverY < stripTop
                    ? stripTop - Math.ceil((stripTop - hoverY) / row) * row
                    : stripTop + strip + Math.floor((hoverY - stripTop - strip) / row) * row;
            g.setFill(palette.bg3());
            g.fillRect(0, top, width, row);
        }
        double floor = sums + head;
        g.save();
        g.beginPath();
        g.rect(0, floor, width, height - floor);
        g.clip();
        rows(g, model, floor, height);
        market.strip(g, model, width, stripTop, strip);
        g.restore();
        market.sums(g, model, width, sums, head);
        heads(g, width);
    }

    private void empty(GraphicsContext g, double width, double height) {
        g.setTextAlign(TextAlignment.CENTER);
        g.setFont(style.bodyStrong());
        g.setFill(style.palette().fg2());
        g.fillText("No price yet", width / 2, height / 2);
        g.setFont(style.body());
        g.setFill(style.palette().fg3());
        g.fillText("The book fills with the first trade.", width / 2, height / 2 + style.px(20));
        g.setTextAlign(TextAlignment.LEFT);
    }

    private void grounds(GraphicsContext g, double height) {
        Palette palette = style.palette();
        double top = sums + head;
        g.setFill(palette.inset());
        g.fillRect(left[1], top, left[2] - left[1], height - top);
        g.fillRect(left[5], top, left[6] - left[5], height - top);
        g.setFill(palette.bg2());
        g.fillRect(left[3], top, left[4] - left[3], height - top);
    }

    private void rows(GraphicsContext g, LadderViewModel model, double floor, double height) {
        LadderRows rows = model.rows();
        Instrument instrument = model.snapshot().market().instrument();
        int above = (int) Math.clamp(Math.ceil((stripTop - floor) / row), 0, LadderRows.DEEP);
        int below = (int) Math.clamp(Math.ceil((height - stripTop - strip) / row), 0, LadderRows.DEEP);
        long most = fullBar(rows, above, below);
        long sum = 0;
        for (int i = 0; i < above; i++) {
            double top = stripTop - (i + 1) * row;
            sum += rows.askLots(i);
            bar(g, left[4], top, rows.askLots(i), most, true);
            texts(g, model, instrument, top, rows.askPrice(i), rows.askLots(i), sum, true);
            own(g, instrument, top, rows.askOwn(i), true);
        }
        sum = 0;
        for (int i = 0; i < below; i++) {
            double top = stripTop + strip + i * row;
            sum += rows.bidLots(i);
            bar(g, left[3], top, rows.bidLots(i), most, false);
            texts(g, model, instrument, top, rows.bidPrice(i), rows.bidLots(i), sum, false);
            own(g, instrument, top, rows.bidOwn(i), false);
        }
        average(g, model, above, below);
    }

    /** Lots that fill a bar: some way above the usual row, so that one huge level does not flatten all others. */
    private static long fullBar(LadderRows rows, int above, int below) {
        long sum = 0;
        int filled = 0;
        for (int i = 0; i < Math.max(above, below); i++) {
            long ask = i < above ? rows.askLots(i) : 0;
            long bid = i < below ? rows.bidLots(i) : 0;
            sum += ask + bid;
            filled += (ask > 0 ? 1 : 0) + (bid > 0 ? 1 : 0);
        }
        return filled == 0 ? 1 : Math.max(1, (long) (2.2 * sum / filled));
    }

    private void bar(GraphicsContext g, double edge, double top, long lots, long most, boolean ask) {
        g.setFill(style.palette().line());
        g.fillRect(0, top + row - 1, left[7], 1);
        if (lots == 0) {
            return;
        }
        double room = left[5] - left[4] - 4;
        double width = Math.clamp(Math.rint(room * lots / most), 2, room);
        g.setFill(ask ? style.palette().depthAsk() : style.palette().depthBid());
        g.fillRect(ask ? edge : edge - width, top + 2, width, row - 5);
        g.setFill(ask ? style.palette().sell().main() : style.palette().buy().main());
        g.fillRect(ask ? edge : edge - 2, top + 1, 2, row - 3);
    }

    private void texts(
            GraphicsContext g, LadderViewModel model, Instrument instrument, double top, long price, long lots,
            long sum, boolean ask) {
        Palette palette = style.palette();
        double middle = top + Math.floor(row / 2);
        double pad = style.px(6);
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFont(style.label());
        String pnl = pnl(model.snapshot(), instrument, price);
        g.setFill(pnl.startsWith("+") ? palette.buy().main()
                : pnl.startsWith("−") ? palette.sell().main() : palette.fg3());
        g.fillText(pnl, left[1] - pad, middle);
        g.setFont(style.body());
        if (lots > 0) {
            g.setFill(palette.fg());
            g.fillText(Figures.fixed(instrument.toQuantity(lots), 2), left[ask ? 5 : 3] - pad, middle);
        }
        g.setFill(ask ? palette.sell().main() : palette.buy().main());
        g.setFont(widths.of(style.body(), Figures.price(instrument, price)) > left[4] - left[3] - 8
                ? style.label() : style.body());
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(Figures.price(instrument, price), (left[3] + left[4]) / 2, middle);
        g.setTextAlign(TextAlignment.RIGHT);
        if (lots > 0) {
            g.setFont(style.label());
            g.setFill(palette.fg3());
            g.fillText(Figures.whole(Math.round(instrument.quantityAsDouble(sum))), left[7] - pad, middle);
        }
        g.setTextAlign(TextAlignment.LEFT);
    }

    private static String pnl(EngineSnapshot snapshot, Instrument instrument, long price) {
        if (snapshot.account().baseAtoms() <= 0 || price <= 0) {
            return "";
        }
        long result = instrument.valueOfBaseAtoms(price, snapshot.account().baseAtoms())
                - snapshot.account().costAtoms();
        return Figures.signed(instrument.quote().toDecimal(result), 1);
    }

    private void own(GraphicsContext g, Instrument instrument, double top, long lots, boolean ask) {
        if (lots == 0) {
            return;
        }
        Palette.Family family = ask ? style.palette().sell() : style.palette().buy();
        double from = left[ask ? 5 : 1] + 3;
        double to = left[ask ? 6 : 2] - 3;
        g.setFill(family.main());
        g.fillRoundRect(from, top + 2, to - from, row - 5, style.px(6), style.px(6));
        g.setFill(family.on());
        g.setFont(style.strong());
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(
                Figures.fixed(instrument.toQuantity(lots), Math.min(4, instrument.quantityDecimals())),
                (from + to) / 2, top + Math.floor(row / 2));
        g.setTextAlign(TextAlignment.LEFT);
    }

    private void average(GraphicsContext g, LadderViewModel model, int above, int below) {
        long average = model.averageTicks();
        if (average == 0) {
            return;
        }
        long askRow = model.rows().askRow(average);
        long bidRow = model.rows().bidRow(average);
        double y = Double.NaN;
        if (askRow >= 0 && askRow < above) {
            y = stripTop - askRow * row - 1;
        } else if (bidRow >= 0 && bidRow < below) {
            y = stripTop + strip + (bidRow + 1) * row - 1;
        }
        if (y == y) {
            g.setFill(style.palette().accent().main());
            g.fillRect(0, y, left[7], 1);
        }
    }

    private void heads(GraphicsContext g, double width) {
        g.setFont(style.label());
        g.setFill(style.palette().fg3());
        double middle = sums + Math.floor(head / 2);
        for (int i = 0; i < HEADS.length; i++) {
            boolean centre = i == 3 || i == 1 || i == 5;
            g.setTextAlign(centre ? TextAlignment.CENTER : TextAlignment.RIGHT);
            g.fillText(HEADS[i], centre ? (left[i] + left[i + 1]) / 2 : left[i + 1] - style.px(6), middle);
        }
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(style.palette().line());
        g.fillRect(0, sums + head - 1, width, 1);
    }

    /** {@return the price of the row under a pixel, 0 where there is none} */
    long priceAt(LadderViewModel model, double y) {
        if (!model.rows().priced() || y < sums + head) {
            return 0;
        }
        if (y < stripTop) {
            int at = (int) Math.ceil((stripTop - y) / row) - 1;
            return at < LadderRows.DEEP ? model.rows().askPrice(Math.max(0, at)) : 0;
        }
        if (y < stripTop + strip) {
            return model.snapshot().market().lastTicks();
        }
        int at = (int) Math.floor((y - stripTop - strip) / row);
        return at < LadderRows.DEEP ? Math.max(0, model.rows().bidPrice(at)) : 0;
    }
}
