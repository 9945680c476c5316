package dev.tradewind.bench;

import dev.tradewind.bot.Bot;
import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.BotStatus;
import dev.tradewind.bot.BotType;
import dev.tradewind.bot.OrderUpdate;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.Command.EditScope;
import dev.tradewind.domain.Command.StopMode;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Params;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.indicator.Bar;
import dev.tradewind.indicator.Indicator;
import dev.tradewind.indicator.IndicatorCatalog;
import dev.tradewind.indicator.IndicatorType;
import java.util.List;
import java.util.Map;

/**
 * The benchmark's strategy of eight indicators at their defaults. It buys a thousand lots at market while nothing is
 * held when the EMA is above the SMA in a trend (ADX), the MACD's histogram and the Stochastic agree, the RSI is not
 * overbought and the close is inside the upper band; it sells all once the close is an average true range below the EMA
 * or above the upper band. Every candle moves every indicator; that a line is not warm yet makes its comparison false.
 */
final class IndicatorBot implements Bot {

    /** The type's id. */
    static final String ID = "bench-indicators";

    /** What it looks at. */
    static final List<String> INDICATORS =
            List.of("ema", "sma", "rsi", "macd", "bollinger", "atr", "adx", "stochastic");

    private static final long LOTS = 1_000;
    private static final double TREND = 25;
    private static final double OVERBOUGHT = 70;

    /** The bot's declaration, for the session of the benchmark alone. */
    static final BotType TYPE = new BotType(
            ID,
            "Benchmark indicators",
            "Trades what eight indicators agree on.",
            1,
            List.of(),
            List.of(),
            List.of(),
            params -> new IndicatorBot(),
            (params, terms) -> {
                throw new UnsupportedOperationException("the benchmark's bot plans nothing");
            });

    private final Bar bar = new Bar();
    private final Indicator ema = indicator("ema");
    private final Indicator sma = indicator("sma");
    private final Indicator rsi = indicator("rsi");
    private final Indicator macd = indicator("macd");
    private final Indicator bands = indicator("bollinger");
    private final Indicator atr = indicator("atr");
    private final Indicator adx = indicator("adx");
    private final Indicator stochastic = indicator("stochastic");
    private final List<Indicator> all = List.of(ema, sma, rsi, macd, bands, atr, adx, stochastic);
    private double tick;
    private double lot;
    private long workingId;

    private IndicatorBot() {}

    /** {@return one at its defaults} */
    static Indicator indicator(String id) {
        IndicatorType type = IndicatorCatalog.type(id);
        return type.make(type.params(Map.of()));
    }

    @Override
    public void start(BotContext context) {
        units(context);
        context.watchFeedCandles();
        context.state(BotState.RUNNING);
    }

    private void units(BotContext context) {
        tick = context.instrument().priceAsDouble(1);
        lot = context.instrument().quantityAsDouble(1);
    }

    @Override
    public void onCandle(BotContext context, CandleEvent candle) {
        double close = candle.closeTicks() * tick;
        bar.set(
                candle.openTimeNanos(), candle.openTicks() * tick, candle.highTicks() * tick, candle.lowTicks() * tick,
                close, candle.volumeLots() * lot);
        ema.add(bar);
        sma.add(bar);
        rsi.add(bar);
        macd.add(bar);
        bands.add(bar);
        atr.add(bar);
        adx.add(bar);
        stochastic.add(bar);
        if (workingId != 0) {
            return;
        }
        long held = context.account().sellableLots();
        if (held > 0) {
            if (close < ema.value() - atr.value() || close > bands.value(1)) {
                workingId = market(context, Side.SELL, held);
            }
        } else if (adx.value() > TREND && ema.value() > sma.value() && macd.value(2) > 0
                && stochastic.value() > stochastic.value(1) && rsi.value() < OVERBOUGHT && close < bands.value(1)) {
            workingId = market(context, Side.BUY, LOTS);
        }
    }

    private static long market(BotContext context, Side side, long lots) {
        return context.submit(side, OrderType.MARKET, TimeInForce.GTC, lots, 0, 0, 1, 0);
    }

    @Override
    public void onOrder(BotContext context, OrderUpdate update) {
        if (update.state().isTerminal()) {
            workingId = 0;
        }
    }

    @Override
    public void stop(BotContext context, StopMode mode) {
        context.stopped();
    }

    @Override
    public void edit(BotContext context, Params params, EditScope scope) {
        throw new UnsupportedOperationException("the benchmark's bot is not edited");
    }

    @Override
    public void save(StateWriter out) {
        out.section(ID, 1).number(workingId);
        all.forEach(out::part);
    }

    @Override
    public void load(BotContext context, StateReader in) {
        workingId = in.section(ID, 1).number();
        all.forEach(in::part);
        units(context);
    }

    @Override
    public BotStatus status(BotContext context) {
        return new BotStatus("", List.of(), List.of(), 0, "");
    }
}
