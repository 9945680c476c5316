package dev.tradewind.backtest;

import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.engine.RiskLog;
import dev.tradewind.portfolio.EquityCurve;
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

    /** {@return the whole run's return as a fraction of the equity at the start} */
    public double totalReturn() {
        return (endEquityAtoms - startEquityAtoms) / (double) startEquityAtoms;
    }

    /** {@return the journal's hash as 16 hexadecimal digits} */
    public String hash() {
        return String.format("%016x", journalHash);
    }
}
