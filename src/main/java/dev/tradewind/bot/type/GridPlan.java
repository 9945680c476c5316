package dev.tradewind.bot.type;

import dev.tradewind.bot.PlanTerms;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.ParamException;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A grid around a price: the level nearest the price is skipped, levels below it buy, levels above it sell what a first
 * market order buys. Sizes: with m sell levels and Σ the sum of buy prices, fees in quote
 * q = I / ((Σ + m·P)(1+f)) and m·q is bought; fees in base q = I / (Σ + m·P/(1−f)) and m·q/(1−f) is bought. Where levels
 * differ in size both sums are weighted.
 */
final class GridPlan {

    final GridSettings settings;
    final GridLevels levels;
    final Instrument instrument;
    final BigDecimal[] prices;
    final BigDecimal[] quantities;
    /** The level nearest the price: steps below it buy first, the others sell first. */
    final int nearest;
    final BigDecimal price;
    final BigDecimal fee;
    final BigDecimal makerFee;
    final boolean feeInBase;
    final boolean rounded;
    private final GridPrices laid;

    GridPlan(GridSettings settings, PlanTerms terms) {
        this(settings, terms, terms.capitalAtoms());
    }

    /** A plan that spreads another amount than the whole capital. */
    GridPlan(GridSettings settings, PlanTerms terms, long capitalAtoms) {
        this.settings = settings;
        instrument = terms.instrument();
        rounded = terms.rounded();
        feeInBase = terms.buyFeeAsset() == FeeAsset.BASE;
        fee = fraction(new FeeRate(Math.max(terms.takerFee().e8(), terms.makerFee().e8())));
        makerFee = fraction(terms.makerFee());
        laid = new GridPrices(settings.frame, terms);
        price = laid.price;
        levels = laid.levels;
        prices = laid.prices;
        nearest = laid.nearest;
        quantities = new BigDecimal[settings.frame.levels()];
        sizes(instrument.quote().toDecimal(capitalAtoms));
    }

    private static BigDecimal fraction(FeeRate rate) {
        return BigDecimal.valueOf(rate.e8(), 8);
    }

    private void sizes(BigDecimal capital) {
        BigDecimal each = switch (settings.sizing) {
            case CAPITAL -> capital.multiply(settings.share).divide(weightedCost(), GridLevels.MATH);
            case QUOTE, BASE -> settings.levelSize;
        };
        for (int i = 0; i < quantities.length; i++) {
            BigDecimal size = each.multiply(settings.frame.weight(i), GridLevels.MATH);
            quantities[i] = lots(settings.sizing == GridSettings.Sizing.QUOTE ? size.divide(prices[i], GridLevels.MATH) : size);
        }
    }

    private BigDecimal lots(BigDecimal quantity) {
        return rounded ? instrument.toQuantity(instrument.toLots(quantity, RoundingMode.DOWN)) : quantity;
    }

    /** What one unit of size at every level costs, fees included. */
    private BigDecimal weightedCost() {
        BigDecimal buys = BigDecimal.ZERO;
        BigDecimal sells = BigDecimal.ZERO;
        for (int i = 0; i < settings.frame.levels(); i++) {
            if (i < nearest) {
                buys = buys.add(prices[i].multiply(settings.frame.weight(i)));
            } else {
                sells = sells.add(price.multiply(settings.frame.weight(i)));
            }
        }
        return feeInBase
                ? buys.add(sells.divide(kept(), GridLevels.MATH))
                : buys.add(sells).multiply(BigDecimal.ONE.add(fee));
    }

    private BigDecimal kept() {
        return BigDecimal.ONE.subtract(fee);
    }

    /** {@return the base quantity that has to be there before the sells are placed} */
    BigDecimal sellQuantity() {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = nearest; i < quantities.length; i++) {
            sum = sum.add(quantities[i]);
        }
        return sum;
    }

    /** {@return what the first market order buys to have as much net of its fee, where nothing is held} */
    BigDecimal startQuantity() {
        BigDecimal gross = feeInBase ? sellQuantity().divide(kept(), GridLevels.MATH) : sellQuantity();
        return rounded ? instrument.toQuantity(instrument.toLots(gross, RoundingMode.CEILING)) : gross;
    }

    /** {@return the quote value of all buys, fees not counted} */
    BigDecimal buyVolume() {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < nearest; i++) {
            sum = sum.add(prices[i].multiply(quantities[i]));
        }
        return sum;
    }

    /** {@return everything the start spends or sets aside, fees included} */
    BigDecimal capital() {
        BigDecimal volume = startQuantity().multiply(price).add(buyVolume());
        return feeInBase ? volume : volume.multiply(BigDecimal.ONE.add(fee));
    }

    /** {@return net profit of one step by what its buy costs: r(1−f) − (1+f), with the fee in base (1−f)²r − 1} */
    BigDecimal profit(int level) {
        if (!feeInBase) {
            return laid.profit(level, makerFee);
        }
        BigDecimal rest = BigDecimal.ONE.subtract(makerFee);
        BigDecimal ratio = prices[level + 1].divide(prices[level], GridLevels.MATH);
        return rest.multiply(rest).multiply(ratio).subtract(BigDecimal.ONE);
    }

    /** {@return the step that earns least} */
    int leanest() {
        int least = 0;
        for (int i = 1; i < settings.frame.levels(); i++) {
            if (profit(i).compareTo(profit(least)) < 0) {
                least = i;
            }
        }
        return least;
    }

    /** @throws ParamException if a step would earn nothing after fees */
    void refuseLosses() {
        int least = leanest();
        if (profit(least).signum() <= 0) {
            throw new ParamException("levels", Integer.toString(settings.frame.levels()), lossText(least));
        }
    }

    /** {@return what a grid without profit would need} */
    String lossText(int level) {
        return laid.lossText(level, profit(level));
    }
}
