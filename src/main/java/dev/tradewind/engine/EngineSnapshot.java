package dev.tradewind.engine;

import dev.tradewind.bot.BotLevel;
import dev.tradewind.bot.Deal;
import dev.tradewind.bot.StopPolicy;
import dev.tradewind.domain.AlgoState;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.FillTier;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TradingState;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.risk.RuleState;
import java.util.List;
import java.util.Locale;
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
 * @param positions   on a perpetual the exchange's positions, then each owner's own; empty on spot
 * @param risk        risk rules, stops and what they did
 * @param algos       execution algorithms: the active ones in the order they were started, then ended ones, newest first
 * @param tier        how closely simulated fills follow the market; null where nobody said
 * @param outside     the line to the exchange and what its books say; null where there is nothing to tell
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
        List<QuarantineRow> quarantine,
        List<PositionRow> positions,
        Risk risk,
        List<AlgoRow> algos,
        @Nullable FillTier tier,
        @Nullable Outside outside) {

    /**
     * The line to an exchange outside this process, and the last comparison of its books with ours.
     *
     * @param sinceNanos since when the line is in its state
     * @param inDoubt    orders whose fate is open: asked about until it is known
     * @param report     the last comparison, null before the first
     */
    public record Outside(LineState line, long sinceNanos, int inDoubt, @Nullable ReconciliationReport report) {}

    /** A snapshot of a session that does not say how closely its fills follow the market. */
    public EngineSnapshot(
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
            List<QuarantineRow> quarantine,
            List<PositionRow> positions,
            Risk risk,
            List<AlgoRow> algos) {
        this(
                sequence, timeNanos, journalRow, trading, haltReason, lastRefusal, market, account, openOrders, history,
                fills, bots, log, quarantine, positions, risk, algos, null, null);
    }

    /** A snapshot of a spot session without risk rules. */
    public EngineSnapshot(
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
        this(
                sequence, timeNanos, journalRow, trading, haltReason, lastRefusal, market, account, openOrders, history,
                fills, bots, log, quarantine, List.of(), Risk.NONE, List.of());
    }

    /**
     * Risk rules and the stop watchdog.
     *
     * @param text       the rules in force in their text form
     * @param rules      where each rule stands
     * @param stops      each bot with a stop policy and a position
     * @param violations how often a rule was broken or refused an order
     * @param log        what the rules did, newest first, bounded
     */
    public record Risk(
            String text, List<RuleRow> rules, List<StopRow> stops, long violations, List<RiskLog.Row> log) {

        /** Nothing to watch. */
        public static final Risk NONE = new Risk("", List.of(), List.of(), 0, List.of());

        public Risk {
            rules = List.copyOf(rules);
            stops = List.copyOf(stops);
            log = List.copyOf(log);
        }
    }

    /**
     * @param number     the rule's place in the text, from 1; 0 is the session's own
     * @param text       the rule
     * @param label      what it measures
     * @param botId      the bot it is about, 0 for the session or a group
     * @param value      what was measured last, in words; {@code -} where there is nothing to measure
     * @param limit      what is allowed, in words
     * @param usedBps    how much of the limit is used, in basis points
     * @param level      green, amber from four fifths of the limit on, red while it is broken or cools off
     * @param sinceNanos since when, 0 for from the start
     * @param coolNanos  end of the cool-off that runs, 0 where none does
     * @param roomAtoms  how much more an entry of the user may be worth, {@link Long#MAX_VALUE} where nothing bounds it
     */
    public record RuleRow(
            int number,
            String text,
            String label,
            int botId,
            String value,
            String limit,
            int usedBps,
            RuleState.Level level,
            long sinceNanos,
            long coolNanos,
            long roomAtoms) {

        /** {@return the rule's name in a verdict, for instance {@code DAILY_LOSS}} */
        public String verdictRule() {
            return text.split(" ")[1].toUpperCase(Locale.ROOT).replace('-', '_');
        }
    }

    /**
     * @param policy        where the bot says its stop has to be
     * @param netLots       lots held, negative when short
     * @param exchangeLots  lots covered by stops the exchange has confirmed
     * @param hereLots      lots the bot, or a stop kept here, watches the price for; nothing protects them while this program is down
     * @param uncoveredLots lots nothing covers yet
     * @param stopTicks     the price the stop is to trigger at
     * @param level         red where a stop is missing, amber while it is on its way
     * @param sinceNanos    since when it is missing, 0 if it is not
     */
    public record StopRow(
            int botId,
            StopPolicy policy,
            long netLots,
            long exchangeLots,
            long hereLots,
            long uncoveredLots,
            long stopTicks,
            RuleState.Level level,
            long sinceNanos) {}

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
     * @param reservedQuoteAtoms quote set aside for working orders
     * @param baseAtoms          base held; on a perpetual the net position, negative when short
     * @param costAtoms          paid for the base held; on a perpetual its entry notional, negative when short
     * @param equityAtoms        quote and the base's value at the last price
     * @param dayStartEquityAtoms equity when this UTC day began, or at the start, with what was transferred since
     * @param startEquityAtoms   equity at the start with what was transferred since: profit is equity less this
     * @param more               what spot without transfers has nothing of
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
            long feesAtoms,
            AccountMore more) {

        /** An account with nothing more. */
        public Account(
                long freeQuoteAtoms,
                long reservedQuoteAtoms,
                long baseAtoms,
                long costAtoms,
                long equityAtoms,
                long dayStartEquityAtoms,
                long startEquityAtoms,
                long realisedAtoms,
                long unrealisedAtoms,
                long feesAtoms) {
            this(
                    freeQuoteAtoms, reservedQuoteAtoms, baseAtoms, costAtoms, equityAtoms, dayStartEquityAtoms,
                    startEquityAtoms, realisedAtoms, unrealisedAtoms, feesAtoms, AccountMore.NONE);
        }
    }

    /**
     * @param walletAtoms       on a perpetual the wallet the exchange has; on spot all quote
     * @param marginAtoms       margin the exchange's positions bind
     * @param maintenanceAtoms  their maintenance margin at the mark price
     * @param fundingAtoms      funding received, negative when paid
     * @param transfersAtoms    deposits less withdrawals
     * @param thirdAtoms        balance of the asset that pays fees, in its atoms
     * @param fifoRealisedAtoms realised profit by first in first out, null where it is not kept
     * @param margin            leverage and modes
     */
    public record AccountMore(
            long walletAtoms,
            long marginAtoms,
            long maintenanceAtoms,
            long fundingAtoms,
            long transfersAtoms,
            long thirdAtoms,
            @Nullable Long fifoRealisedAtoms,
            MarginConfig margin) {

        /** Spot with nothing to tell. */
        public static final AccountMore NONE = new AccountMore(0, 0, 0, 0, 0, 0, null, MarginConfig.NONE);
    }

    /**
     * A position on a perpetual. Return on margin is {@code unrealisedAtoms / marginAtoms}.
     *
     * @param botId           whose it is: 0 the user's; {@link #EXCHANGE} the account's as the exchange nets it
     * @param lots            negative when short
     * @param entryAtoms      signed entry notional; {@code entryTicks} the average price, to the nearest tick
     * @param markTicks       the price it is measured at
     * @param liquidationTicks price at which the exchange closes it (an owner's: as if it were alone there); 0 for none
     * @param breakEvenTicks  price at which closing brings back fees and funding
     * @param marginAtoms     margin it binds, {@code addedMarginAtoms} of it added by hand
     * @param marginRatioE4   maintenance margin as a share of what answers for it, 10,000 is liquidation
     * @param fundingAtoms    funding received since it opened, negative when paid
     */
    public record PositionRow(
            int botId,
            PositionSide side,
            long lots,
            long entryAtoms,
            long entryTicks,
            long markTicks,
            long unrealisedAtoms,
            long liquidationTicks,
            long breakEvenTicks,
            long marginAtoms,
            long addedMarginAtoms,
            long maintenanceAtoms,
            long marginRatioE4,
            long fundingAtoms) {

        /** {@link #botId} of the account as a whole. */
        public static final int EXCHANGE = -1;
    }

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
     * An execution algorithm.
     *
     * @param ownerId  0 is the user, otherwise a bot
     * @param type     the {@code AlgoType}'s id
     * @param next     what it does next, or why it ended, in words
     * @param doneLots what it has traded of {@code totalLots}
     * @param orders   client order ids of its working orders
     * @param params   values by id
     */
    public record AlgoRow(
            int id,
            int ownerId,
            String type,
            String label,
            Side side,
            AlgoState state,
            String next,
            long startedNanos,
            long totalLots,
            long doneLots,
            List<Long> orders,
            Map<String, String> params) {}

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
            boolean archived,
            BotMore more) {

        /** A bot in sight with nothing more. */
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
                    false, BotMore.NONE);
        }
    }

    /**
     * @param freeQuoteAtoms    what it may still spend
     * @param marginAtoms       margin its positions bind
     * @param fundingAtoms      funding received, negative when paid
     * @param fifoRealisedAtoms realised profit by first in first out, null where it is not kept
     */
    public record BotMore(
            long freeQuoteAtoms, long marginAtoms, long fundingAtoms, @Nullable Long fifoRealisedAtoms) {

        /** Nothing to tell. */
        public static final BotMore NONE = new BotMore(0, 0, 0, null);
    }
}
