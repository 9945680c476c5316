package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.Instrument;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.ui.chart.ChartStyle;
import dev.tradewind.ui.chart.TextWidths;
import dev.tradewind.ui.theme.Palette;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Figures;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** The parts of the ladder that speak of the whole book: live price, spread, imbalance, sums. */
final class LadderMarket {

    private final TextWidths widths = new TextWidths();
    private final ChartStyle style;
    private final Font live;

    LadderMarket(ChartStyle style) {
        this.style = style;
        this.live = Font.font(Theme.SANS_MEDIUM, 17 * style.scale());
    }

    /** The spread strip with the live price. */
    void strip(GraphicsContext g, LadderViewModel model, double width, double stripTop, double strip) {
        Palette palette = style.palette();
        EngineSnapshot.Market market = model.snapshot().market();
        Instrument instrument = market.instrument();
        double middle = stripTop + Math.floor(strip / 2);
        g.setFill(palette.bg2());
        g.fillRect(0, stripTop, width, strip);
        g.setFill(palette.line2());
        g.fillRect(0, stripTop, width, 1);
        g.fillRect(0, stripTop + strip - 1, width, 1);
        boolean up = rising(market);
        g.setTextAlign(TextAlignment.CENTER);
        g.setFont(live);
        g.setFill(up ? palette.buy().main() : palette.sell().main());
        g.fillText((up ? "▲ " : "▼ ") + Figures.price(instrument, market.lastTicks()), width / 2, middle);
        g.setTextAlign(TextAlignment.LEFT);
        DepthBook book = model.book();
        g.setFont(style.label());
        boolean room = width >= style.px(330);
        if (room && book.asks() > 0 && book.bids() > 0) {
            g.setFill(palette.fg3());
            g.fillText("Spread " + Figures.price(instrument, book.askTicks(0) - book.bidTicks(0)), style.px(10),
                    middle);
            g.setTextAlign(TextAlignment.RIGHT);
            String share = Figures.fixed(model.imbalance(), 2);
            double right = width - style.px(10);
            g.setFill(palette.fg());
            g.fillText(share, right, middle);
            g.setFill(palette.fg3());
            g.fillText("Imbalance", right - widths.of(style.label(), share) - style.px(5), middle);
            g.setTextAlign(TextAlignment.LEFT);
        }
    }

    private static boolean rising(EngineSnapshot.Market market) {
        for (int i = 1; i < market.trades().size(); i++) {
            long before = market.trades().get(i).priceTicks();
            if (before != market.lastTicks()) {
                return market.lastTicks() > before;
            }
        }
        return true;
    }

    /** What rests on either side in all. */
    void sums(GraphicsContext g, LadderViewModel model, double width, double sums, double head) {
        Palette palette = style.palette();
        g.setFill(palette.bg1());
        g.fillRect(0, 0, width, sums + head);
        Instrument instrument = model.snapshot().market().instrument();
        DepthBook book = model.book();
        double middle = Math.floor(sums / 2) + 1;
        String bid = "Σ bid " + Figures.fixed(instrument.toQuantity(book.bidTotal()), 1);
        String ask = Figures.fixed(instrument.toQuantity(book.askTotal()), 1) + " Σ ask";
        g.setFont(style.label());
        g.setFill(palette.buy().main());
        g.fillText(bid, style.px(8), middle);
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFill(palette.sell().main());
        g.fillText(ask, width - style.px(8), middle);
        g.setTextAlign(TextAlignment.LEFT);
        double from = style.px(16) + widths.of(style.label(), bid);
        double to = width - style.px(16) - widths.of(style.label(), ask);
        double split = Math.rint(from + (to - from) * model.imbalance());
        Color buy = palette.buy().main();
        g.setFill(buy);
        g.fillRoundRect(from, middle - 2, Math.max(2, split - from - 1), 3, 2, 2);
        g.setFill(palette.sell().main());
        g.fillRoundRect(split + 1, middle - 2, Math.max(2, to - split - 1), 3, 2, 2);
    }
}
