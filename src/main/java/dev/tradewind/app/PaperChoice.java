package dev.tradewind.app;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Under what a paper session without a window trades.
 *
 * @param data      a file of trades or candles, a recorded book, or a stored series
 * @param capital   quote units to start with
 * @param rules     risk rules
 * @param terms     what is said about the simulated venue
 * @param perpetual that the market is traded as a perpetual, empty for spot
 */
public record PaperChoice(
        MarketSource data, BigDecimal capital, RiskRules rules, TermsChoice terms, Optional<PerpetualChoice> perpetual) {

    /** {@return the market, ready to be played} */
    LoadedMarket market() {
        LoadedMarket spot = LoadedMarket.of(data);
        return perpetual.map(spot::as).orElse(spot);
    }
}
