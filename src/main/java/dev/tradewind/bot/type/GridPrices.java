package dev.tradewind.bot.type;

import dev.tradewind.bot.PlanTerms;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.ParamException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A grid's levels around a price, as decimals, and what its steps earn. Immutable. */
final class GridPrices {

    final GridFrame frame;
    final GridLevels levels;
    /** Level by level, lowest first; one more than there are steps. */
    final BigDecimal[] prices;
    /** The level nearest the price: steps below it buy first, the others sell first. */
    final int nearest;
    final BigDecimal price;

    /** @throws ParamException if two levels lie on one tick */
    GridPrices(GridFrame frame, PlanTerms terms) {
        this.frame = frame;
        Instrument instrument = terms.instrument();
        price = instrument.toPrice(terms.priceTicks());
        levels = new GridLevels(frame);
        prices = new BigDecimal[frame.levels() + 1];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = terms.rounded() ? instrument.toPrice(levels.ticks(i, instrument)) : levels.price(i);
            if (prices[i].signum() <= 0 || (i > 0 && prices[i].compareTo(prices[i - 1]) <= 0)) {
                throw new ParamException(
                        "levels", Integer.toString(frame.levels()),
                        "fewer levels: two of these lie on one tick of " + instrument.tickSize().toPlainString());
            }
        }
        nearest = nearestLevel();
    }

    private int nearestLevel() {
        int best = 0;
        for (int i = 1; i < prices.length; i++) {
            if (prices[i].subtract(price).abs().compareTo(prices[best].subtract(price).abs()) < 0) {
                best = i;
            }
        }
        return best;
    }

    /** {@return net profit of one step by what its buy costs, fees in quote: r(1−f) − (1+f)} */
    BigDecimal profit(int step, BigDecimal fee) {
        BigDecimal ratio = prices[step + 1].divide(prices[step], GridLevels.MATH);
        return ratio.multiply(BigDecimal.ONE.subtract(fee)).subtract(BigDecimal.ONE).subtract(fee);
    }

    /** {@return what a grid whose step earns nothing would need} */
    String lossText(int step, BigDecimal profit) {
        return "a number whose every step earns more than its fees; the one at " + prices[step].toPlainString() + " nets "
                + profit.movePointRight(2).setScale(4, RoundingMode.HALF_UP).toPlainString()
                + " %: take fewer levels or a wider range";
    }
}
