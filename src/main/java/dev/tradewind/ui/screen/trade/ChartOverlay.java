package dev.tradewind.ui.screen.trade;

import dev.tradewind.bot.BotLevel;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Side;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import dev.tradewind.engine.EngineSnapshot.FillRow;
import dev.tradewind.engine.EngineSnapshot.OrderRow;
import dev.tradewind.ui.chart.ChartFill;
import dev.tradewind.ui.chart.ChartLevel;
import dev.tradewind.ui.widget.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a snapshot puts on the chart: levels of bots, the user's own orders, fills. Pure. */
final class ChartOverlay {

    private static final int MOST_DECIMALS = 5;

    private ChartOverlay() {}

    /** {@return the levels of every bot that acts or needs a person, and the user's open orders} */
    static List<ChartLevel> levels(EngineSnapshot snapshot) {
        Instrument instrument = snapshot.market().instrument();
        List<ChartLevel> levels = new ArrayList<>();
        for (BotRow bot : snapshot.bots()) {
            // one that needs a person may still have orders in the market
            if (bot.state().isActive() || bot.state() == BotState.ERROR) {
                for (BotLevel level : bot.levels()) {
                    levels.add(ofBot(instrument, bot, level));
                }
            }
        }
        for (OrderRow order : snapshot.openOrders()) {
            long price = order.priceTicks() > 0 ? order.priceTicks() : order.stopTicks();
            if (order.botId() == 0 && price > 0) {
                long left = order.quantityLots() - order.filledLots();
                levels.add(new ChartLevel(
                        order.priceTicks() > 0 ? ChartLevel.Kind.ORDER : ChartLevel.Kind.STOP,
                        order.side(),
                        price,
                        order.side() == Side.BUY ? "Buy" : "Sell",
                        size(instrument, left),
                        notional(instrument, price, left),
                        0,
                        order.clientOrderId()));
            }
        }
        return levels;
    }

    private static ChartLevel ofBot(Instrument instrument, BotRow bot, BotLevel level) {
        ChartLevel.Kind kind = switch (level.kind()) {
            case PLANNED -> ChartLevel.Kind.PLANNED;
            case LIVE -> ChartLevel.Kind.ENTRY;
            case FILLED -> ChartLevel.Kind.FILLED;
            case AVERAGE -> ChartLevel.Kind.AVERAGE;
            case TAKE_PROFIT -> ChartLevel.Kind.TAKE_PROFIT;
            case STOP -> ChartLevel.Kind.STOP;
        };
        long result = exitResult(instrument, bot, level);
        boolean exit = kind == ChartLevel.Kind.TAKE_PROFIT || kind == ChartLevel.Kind.STOP;
        String note = exit && result != 0
                ? Figures.profit(instrument.quote(), result)
                : level.quantityLots() > 0 ? notional(instrument, level.priceTicks(), level.quantityLots()) : "";
        return new ChartLevel(
                kind,
                level.side(),
                level.priceTicks(),
                kind == ChartLevel.Kind.AVERAGE ? "Avg" : level.label(),
                level.quantityLots() > 0 ? size(instrument, level.quantityLots()) : "",
                note,
                exit ? Long.signum(result) : 0,
                level.clientOrderId());
    }

    /** What leaving at a level would bring over the cost of as much of the bot's position, before the exit's fee. */
    private static long exitResult(Instrument instrument, BotRow bot, BotLevel level) {
        long atoms = level.quantityLots() * instrument.lotAtoms();
        if (atoms <= 0 || bot.baseAtoms() <= 0) {
            return 0;
        }
        BigDecimal cost = BigDecimal.valueOf(bot.costAtoms())
                .multiply(BigDecimal.valueOf(Math.min(atoms, bot.baseAtoms())))
                .divide(BigDecimal.valueOf(bot.baseAtoms()), 0, RoundingMode.HALF_UP);
        return instrument.valueOfBaseAtoms(level.priceTicks(), Math.min(atoms, bot.baseAtoms())) - cost.longValue();
    }

    /** {@return the fills as marks, oldest first} */
    static List<ChartFill> fills(EngineSnapshot snapshot) {
        Instrument instrument = snapshot.market().instrument();
        List<ChartFill> marks = new ArrayList<>(snapshot.fills().size());
        for (int i = snapshot.fills().size() - 1; i >= 0; i--) {
            FillRow fill = snapshot.fills().get(i);
            String side = fill.side() == Side.BUY ? "Buy" : "Sell";
            marks.add(new ChartFill(
                    fill.timeNanos(),
                    fill.priceTicks(),
                    fill.side(),
                    fill.label().isEmpty() ? side : fill.label(),
                    (fill.label().isEmpty() ? "Your " + side.toLowerCase(Locale.ROOT) : fill.label())
                            + " filled",
                    Figures.quantity(instrument, fill.quantityLots()) + " at "
                            + Figures.price(instrument, fill.priceTicks()) + "  ·  " + Figures.clock(fill.timeNanos()),
                    "Journal row " + Figures.whole(fill.row())));
        }
        return marks;
    }

    /** {@return a size short enough for a chip} */
    static String size(Instrument instrument, long lots) {
        return Figures.fixed(instrument.toQuantity(lots), Math.min(MOST_DECIMALS, instrument.quantityDecimals()));
    }

    private static String notional(Instrument instrument, long priceTicks, long lots) {
        return Figures.fixed(instrument.quote().toDecimal(instrument.notionalAtoms(priceTicks, lots)), 0);
    }
}
