package dev.tradewind.backtest;

import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.engine.RiskLog;
import dev.tradewind.engine.Session;
import dev.tradewind.engine.SessionConfig;
import dev.tradewind.portfolio.BotAccount;
import dev.tradewind.portfolio.EquityCurve;
import dev.tradewind.sim.SimTerms;
import dev.tradewind.sim.SimVenue;
import java.util.Map;

/**
 * What came of a backtest. Money in quote atoms.
 *
 * @param params        the bot's parameters as given, over its defaults
 * @param events        market events played
 * @param fills         every fill
 * @param equity        equity over time
 * @param baseAtoms     base still held at the end, and {@code costAtoms} what it cost
 * @param feesInBase    whether buys paid their fee in base
 * @param state         of the bot at the end, and {@code stateReason} why
 * @param journalRows   rows a real journal would hold
 * @param journalHash   the running hash over commands, timers, orders and reports
 * @param risk          what risk rules did
 * @param unclearCandles candles in which a stop and a profit order lay, so that which came first decided
 * @param fundingAtoms  funding received on a perpetual, negative when paid
 * @param margin        leverage and modes on a perpetual
 */
public record BacktestReport(
        Instrument instrument,
        String bot,
        Map<String, String> params,
        long events,
        FillLog fills,
        EquityCurve equity,
        long startEquityAtoms,
        long endEquityAtoms,
        long realisedAtoms,
        long feesAtoms,
        long baseAtoms,
        long costAtoms,
        boolean feesInBase,
        BotState state,
        String stateReason,
        long journalRows,
        long journalHash,
        RiskLog risk,
        long unclearCandles,
        long fundingAtoms,
        MarginConfig margin) {

    /** What ran: a session on its venue, what it filled, and how many events it saw. */
    record Ran(Session session, SimVenue venue, FillLog fills, long events) {}

    /** {@return what came of one bot of a session} */
    static BacktestReport of(
            SessionConfig config, SimTerms terms, Command.StartBot start, Ran ran, long journalRows, long journalHash) {
        Session session = ran.session();
        BotAccount account = session.account(start.botId());
        return new BacktestReport(
                config.instrument(),
                start.type(),
                start.params(),
                ran.events(),
                ran.fills(),
                session.equity(),
                session.ledger().startEquityAtoms(),
                session.ledger().equityAtoms(),
                account.realisedAtoms(),
                account.feesAtoms(),
                account.baseAtoms(),
                account.costAtoms(),
                terms.buyFeeAsset() == FeeAsset.BASE,
                session.botState(start.botId()),
                session.botStateReason(start.botId()),
                journalRows,
                journalHash,
                session.riskLog(),
                ran.venue().unclearCandles(),
                account.fundingAtoms(),
                config.margin());
    }

    /** {@return the whole run's return as a fraction of the equity at the start} */
    public double totalReturn() {
        return (endEquityAtoms - startEquityAtoms) / (double) startEquityAtoms;
    }

    /** {@return the journal's hash as 16 hexadecimal digits} */
    public String hash() {
        return String.format("%016x", journalHash);
    }
}
