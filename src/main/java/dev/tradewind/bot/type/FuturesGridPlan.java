package dev.tradewind.bot.type;

import dev.tradewind.bot.PlanTerms;
import dev.tradewind.bot.type.FuturesGridSettings.Direction;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Liquidation;
import dev.tradewind.domain.MarginBrackets;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.ParamException;
import dev.tradewind.domain.PerpetualTerms;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A futures grid around a price: levels as the spot grid's, the level nearest the price skipped. A long grid opens by the
 * market order above the price and by buys below it, a short one the other way round, a neutral one by buys below and sells
 * above. Sized by capital, q = I / need, with the need of one unit at every level in the worst state the grid can come to,
 * see {@link FuturesGridMargin}. Immutable.
 */
final class FuturesGridPlan {

    /** Amounts of one step that are rounded up: two margins and two fees. */
    private static final int ROUNDINGS = 4;

    final FuturesGridSettings settings;
    final PlanTerms terms;
    final Instrument instrument;
    final GridPrices laid;
    final BigDecimal[] quantities;
    final BigDecimal fee;
    final BigDecimal makerFee;
    private final FuturesGridMargin margin;
    private final MarginBrackets brackets;

    /**
     * A state the grid can come to.
     *
     * @param quantity signed: negative is short
     * @param notional what was paid or received for it, positive
     */
    record State(BigDecimal quantity, BigDecimal notional) {

        BigDecimal entry() {
            return notional.divide(quantity.abs(), GridLevels.MATH);
        }
    }

    FuturesGridPlan(FuturesGridSettings settings, PlanTerms terms) {
        this.settings = settings;
        this.terms = terms;
        instrument = terms.instrument();
        laid = new GridPrices(settings.frame(), terms);
        fee = fraction(new FeeRate(Math.max(terms.takerFee().e8(), terms.makerFee().e8())));
        makerFee = fraction(terms.makerFee());
        margin = new FuturesGridMargin(settings, laid, fee);
        PerpetualTerms perpetual = instrument.perpetual();
        brackets = perpetual == null ? MarginBrackets.standard(instrument.quote()) : perpetual.brackets();
        quantities = new BigDecimal[settings.frame().levels()];
        BigDecimal each = switch (settings.sizing()) {
            case CAPITAL -> capitalAsked().divide(margin.needed(weights()), GridLevels.MATH);
            case QUOTE, BASE -> settings.levelSize();
        };
        for (int i = 0; i < quantities.length; i++) {
            BigDecimal size = each.multiply(settings.frame().weight(i), GridLevels.MATH);
            quantities[i] = lots(
                    settings.sizing() == GridSettings.Sizing.QUOTE ? size.divide(laid.prices[i], GridLevels.MATH) : size);
        }
    }

    private static BigDecimal fraction(FeeRate rate) {
        return BigDecimal.valueOf(rate.e8(), 8);
    }

    /** What is rounded up against the account, order by order and fill by fill, is kept back. */
    private BigDecimal capitalAsked() {
        BigDecimal asked = instrument.quote().toDecimal(terms.capitalAtoms()).multiply(settings.share());
        if (!terms.rounded()) {
            return asked;
        }
        BigDecimal roundings = instrument.quote().toDecimal((long) ROUNDINGS * (quantities.length + 1));
        return asked.subtract(roundings).max(BigDecimal.ZERO);
    }

    private BigDecimal[] weights() {
        BigDecimal[] weights = new BigDecimal[quantities.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = settings.frame().weight(i);
        }
        return weights;
    }

    private BigDecimal lots(BigDecimal quantity) {
        return terms.rounded()
                ? instrument.toQuantity(instrument.toLots(quantity, RoundingMode.DOWN))
                : quantity;
    }

    /** {@return the price a step opens at: the market's where the first order opens it} */
    BigDecimal opensAt(int step) {
        return margin.opensAt(step);
    }

    /** {@return margin and fee of a notional} */
    BigDecimal marginOf(BigDecimal notional) {
        return notional.divide(BigDecimal.valueOf(settings.leverage()), GridLevels.MATH).add(notional.multiply(fee));
    }

    /** {@return what the grid needs in its worst state: margin of its position and orders, fees, and what it loses} */
    BigDecimal capital() {
        return margin.needed(quantities);
    }

    /** {@return the signed quantity the grid begins with} */
    BigDecimal startQuantity() {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < quantities.length; i++) {
            boolean above = i >= laid.nearest;
            if (settings.direction() == Direction.LONG && above) {
                sum = sum.add(quantities[i]);
            } else if (settings.direction() == Direction.SHORT && !above) {
                sum = sum.subtract(quantities[i]);
            }
        }
        return sum;
    }

    /**
     * {@return the worst state on one side: every step open, each at the worse of the price it opens at first and the one it
     * opens at again, after the price has been at the other end; its quantity is 0 where there is no such side}
     */
    State worst(boolean longSide) {
        BigDecimal quantity = BigDecimal.ZERO;
        BigDecimal notional = BigDecimal.ZERO;
        for (int i = 0; i < quantities.length; i++) {
            if (settings.direction().opensBySelling(i >= laid.nearest) != longSide) {
                BigDecimal at = longSide ? opensAt(i).max(laid.prices[i]) : opensAt(i).min(laid.prices[i + 1]);
                quantity = quantity.add(quantities[i]);
                notional = notional.add(at.multiply(quantities[i]));
            }
        }
        return new State(longSide ? quantity : quantity.negate(), notional);
    }

    /** {@return what answers for a state: its own margin (isolated), or all there is less the fees so far (cross)} */
    BigDecimal wallet(State state) {
        if (settings.mode() == MarginMode.ISOLATED) {
            return state.notional().divide(BigDecimal.valueOf(settings.leverage()), GridLevels.MATH);
        }
        BigDecimal all = terms.capitalAtoms() == Long.MAX_VALUE
                ? capital()
                : instrument.quote().toDecimal(terms.capitalAtoms());
        return all.subtract(state.notional().multiply(fee));
    }

    /** {@return where the exchange would close a state by force, rounded towards the market; 0 where it never would} */
    BigDecimal liquidation(State state) {
        if (state.quantity().signum() == 0) {
            return BigDecimal.ZERO;
        }
        int bracket = brackets.at(atoms(state.notional()));
        BigDecimal price = liquidation(state, bracket);
        for (int i = 0; i < brackets.size(); i++) {
            int next = brackets.at(atoms(price.multiply(state.quantity().abs())));
            if (next == bracket) {
                break;
            }
            bracket = next;
            price = liquidation(state, bracket);
        }
        if (!terms.rounded()) {
            return price;
        }
        RoundingMode towards = state.quantity().signum() > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR;
        return instrument.toPrice(instrument.toTicks(price, towards));
    }

    private BigDecimal liquidation(State state, int bracket) {
        Asset quote = instrument.quote();
        return Liquidation.price(
                        wallet(state), BigDecimal.ZERO, state.quantity(), state.entry(),
                        BigDecimal.valueOf(brackets.maintenanceE8(bracket), 8), quote.toDecimal(brackets.cumAtoms(bracket)))
                .max(BigDecimal.ZERO);
    }

    private long atoms(BigDecimal amount) {
        return amount.movePointRight(instrument.quote().scale()).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** {@return whether a worst state would be closed by force before the price leaves the grid} */
    boolean liquidatedInside() {
        BigDecimal below = liquidation(worst(true));
        BigDecimal above = liquidation(worst(false));
        return below.compareTo(settings.frame().lower()) >= 0 && below.signum() > 0
                || above.compareTo(settings.frame().upper()) <= 0 && above.signum() > 0;
    }

    /** {@return the highest leverage the exchange offers for the larger of the two worst states} */
    int mostLeverage() {
        BigDecimal largest = worst(true).notional().max(worst(false).notional());
        PerpetualTerms perpetual = instrument.perpetual();
        int most = brackets.maxLeverage(atoms(largest));
        return perpetual == null ? most : Math.min(most, perpetual.maxLeverage());
    }

    /** {@return the step that earns least} */
    int leanest() {
        int least = 0;
        for (int i = 1; i < quantities.length; i++) {
            if (profit(i).compareTo(profit(least)) < 0) {
                least = i;
            }
        }
        return least;
    }

    /** {@return net profit of one step by what its buy is worth} */
    BigDecimal profit(int step) {
        return laid.profit(step, makerFee);
    }

    /** @throws ParamException if a step earns nothing after fees, or the worst state is closed by force inside the range */
    void refuseRuin() {
        int least = leanest();
        if (profit(least).signum() <= 0) {
            throw new ParamException(
                    "levels", Integer.toString(settings.frame().levels()), laid.lossText(least, profit(least)));
        }
        if (liquidatedInside()) {
            throw new ParamException(
                    "leverage", Integer.toString(settings.leverage()),
                    "less: the worst state of the grid would be liquidated inside its range");
        }
    }
}
