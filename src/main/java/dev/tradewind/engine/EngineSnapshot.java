package dev.tradewind.engine;

import dev.tradewind.bot.BotLevel;
import dev.tradewind.bot.Deal;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TradingState;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.marketdata.CandleColumns;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a screen may show of a session, at one moment. Immutable. Prices in ticks, quantities in lots, money in
 * quote atoms, times in nanoseconds since the epoch.
 *
 * @param sequence    inputs taken so far
 * @param timeNanos   the engine's clock
 * @param journalRow  last journal row
 * @param trading     whether the session takes orders
 * @param haltReason  why not; empty while it does
 * @param lastRefusal the newest command that was refused, in words; empty if none was
 * @param market      the instrument and what it did
 * @param account     balances and profit of the whole session
 * @param openOrders  oldest first
 * @param history     finished orders, newest first, bounded
 * @param fills       newest first, bounded
 * @param bots        by id
 * @param log         decisions, newest first, bounded
 * @param quarantine  reports that cannot be true, newest first, bounded
 */
public record EngineSnapshot(
        long sequence,
        long timeNanos,
        long journalRow,
        TradingState trading,
        String haltReason,
        String lastRefusal,
        Market market,
        Account account,
        List<OrderRow> openOrders,
        List<OrderRow> history,
        List<FillRow> fills,
        List<BotRow> bots,
        List<DecisionRow> log,
        List<QuarantineRow> quarantine) {

    /** What became of a report that cannot be true. */
    public enum QuarantineState {
        /** The exchange was asked and has not answered. */
        ASKED,
        /** The exchange agrees with the journal: the report is dropped. */
        DISCARDED,
        /** The exchange says the order has ended: it was closed here too. */
        SETTLED,
        /** The exchange contradicts the journal: the session is halted. */
        CONTRADICTED
    }

    /**
     * A report that cannot be true and changed nothing.
     *
     * @param row     journal row it stands in
     * @param kind    what it said happened
     * @param trouble why that cannot be
     * @param outcome what the exchange answered, empty until then
     */
    public record QuarantineRow(
            long clientOrderId,
            long timeNanos,
            long row,
            VenueReport.Kind kind,
            String trouble,
            QuarantineState state,
            String outcome) {

        QuarantineRow settled(QuarantineState settledAs, String answer) {
            return new QuarantineRow(clientOrderId, timeNanos, row, kind, trouble, settledAs, answer);
        }
    }

    /**
     * @param lastTicks    last price, 0 before the first
     * @param lastAggressor who crossed the spread last; null where the source does not say
     * @param dayOpenTicks price 24 hours ago or the first one, 0 before the first
     * @param trades       newest first, bounded
     * @param candles      closed candles per timeframe kept, finest first
     * @param forming      the candle that is forming, in the order of {@code candles}; null before its first trade
     */
    public record Market(
            Instrument instrument,
            long lastTicks,
            @Nullable Side lastAggressor,
            long dayOpenTicks,
            long dayVolumeAtoms,
            List<TradeRow> trades,
            List<CandleColumns> candles,
            List<@Nullable Forming> forming) {}

    /** A trade of the market. */
    public record TradeRow(long timeNanos, long priceTicks, long quantityLots, @Nullable Side aggressor) {}

    /** The candle that is still forming. */
    public record Forming(
            long openTimeNanos, long openTicks, long highTicks, long lowTicks, long closeTicks, long volumeLots) {}

    /**
     * @param freeQuoteAtoms     the user's own quote: not spent, not reserved, not given to a bot
     * @param reservedQuoteAtoms quote set aside for working buys
     * @param baseAtoms          base held
     * @param costAtoms          paid for the base held
     * @param equityAtoms        quote and the base's value at the last price
     * @param dayStartEquityAtoms equity when this UTC day began, or at the start
     * @param startEquityAtoms   equity at the start
     */
    public record Account(
            long freeQuoteAtoms,
            long reservedQuoteAtoms,
            long baseAtoms,
            long costAtoms,
            long equityAtoms,
            long dayStartEquityAtoms,
            long startEquityAtoms,
            long realisedAtoms,
            long unrealisedAtoms,
            long feesAtoms) {}

    /**
     * @param botId  0 is the user
     * @param tag    the owner's own number for the order
     * @param label  the owner's own name for it, for instance {@code SO 3}; empty if it has none
     * @param row    journal row of its intent
     */
    public record OrderRow(
            long clientOrderId,
            int botId,
            Side side,
            OrderType type,
            OrderState state,
            long placedNanos,
            long updatedNanos,
            long priceTicks,
            long stopTicks,
            long quantityLots,
            long filledLots,
            long filledNotionalAtoms,
            int tag,
            String label,
            long row,
            String reason) {}

    /** A fill; {@code row} is its journal row, {@code label} the order's. */
    public record FillRow(
            long fillId,
            long clientOrderId,
            int botId,
            Side side,
            long timeNanos,
            long priceTicks,
            long quantityLots,
            long feeAtoms,
            boolean feeInBase,
            boolean maker,
            String label,
            long row) {}

    /** Why something was done; {@code botId} 0 is the engine. */
    public record DecisionRow(long row, long timeNanos, int botId, Reason reason, long first, long second) {}

    /**
     * @param stateReason why it is in that state
     * @param phase       what it is doing, in a few words
     * @param params      values by id
     * @param equity      profit over time: {@code [0]} times in nanoseconds, {@code [1]} profit in quote atoms; bounded
     * @param lastAction  its newest decision, null before the first
     * @param archived    whether a person put it out of sight
     */
    public record BotRow(
            int id,
            String type,
            String name,
            BotState state,
            String stateReason,
            String phase,
            String protection,
            long startedNanos,
            long capitalAtoms,
            long baseAtoms,
            long costAtoms,
            long realisedAtoms,
            long unrealisedAtoms,
            long feesAtoms,
            int dealsClosed,
            List<Deal> deals,
            List<BotLevel> levels,
            Map<String, String> params,
            long[][] equity,
            @Nullable DecisionRow lastAction,
            boolean archived) {

        /** A bot in sight. */
        public BotRow(
                int id,
                String type,
                String name,
                BotState state,
                String stateReason,
                String phase,
                String protection,
                long startedNanos,
                long capitalAtoms,
                long baseAtoms,
                long costAtoms,
                long realisedAtoms,
                long unrealisedAtoms,
                long feesAtoms,
                int dealsClosed,
                List<Deal> deals,
                List<BotLevel> levels,
                Map<String, String> params,
                long[][] equity,
                @Nullable DecisionRow lastAction) {
            this(
                    id, type, name, state, stateReason, phase, protection, startedNanos, capitalAtoms, baseAtoms, costAtoms,
                    realisedAtoms, unrealisedAtoms, feesAtoms, dealsClosed, deals, levels, params, equity, lastAction,
                    false);
        }
    }
}
