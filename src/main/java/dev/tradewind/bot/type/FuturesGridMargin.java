package dev.tradewind.bot.type;

import dev.tradewind.bot.type.FuturesGridSettings.Direction;
import dev.tradewind.domain.MarginMode;
import java.math.BigDecimal;

/**
 * What a futures grid has to have so that no state it can come to inside its range lacks margin for an order of its own.
 *
 * <p>Each step has one order at a time: what opens it while it is closed, its exit while it is open. What is free is
 * cash + entry notional − entry notional / λ − what the orders bind, cash being the capital less what the open steps paid
 * (the pairs that closed only add to it). Opening one more step never leaves more, so the worst states are all steps of one
 * side open; the entry notional there is what is hard to know, for average cost turns a loss into a realised one when the
 * price goes to and fro at an end of the range:
 *
 * <ul>
 *   <li>long, the average comes down to the lowest price bought at, e = p_0: Σ open·(1+f) − Q·e·(1 − 1/λ) + R
 *   <li>short, it goes up to the highest price sold at, e = p_N: −Σ open·(1−f) + Q·e·(1 + 1/λ) + R
 * </ul>
 *
 * With cross margin the loss at the range's end counts though it is not realised, so there the long average may as well stay
 * where it was, and Q·e/λ becomes the margin of the dearest the steps can have been bought at. R is what the orders bind: (1/λ + f) of what opens. An exchange takes an exit
 * for an opening order as far as other orders of its side rest that the position does not cover: of a neutral grid those
 * that open on the far side of the price, so that its exits need margin as its entries do, up to the size of those.
 */
final class FuturesGridMargin {

    private final FuturesGridSettings settings;
    private final GridPrices laid;
    private final BigDecimal fee;
    private final BigDecimal share;

    /** @param fee of a fill, the dearer of maker and taker */
    FuturesGridMargin(FuturesGridSettings settings, GridPrices laid, BigDecimal fee) {
        this.settings = settings;
        this.laid = laid;
        this.fee = fee;
        share = BigDecimal.ONE.divide(BigDecimal.valueOf(settings.leverage()), GridLevels.MATH);
    }

    /** {@return the price a step opens at: the market's where the first order opens it} */
    BigDecimal opensAt(int step) {
        boolean above = step >= laid.nearest;
        return switch (settings.direction()) {
            case NEUTRAL -> above ? laid.prices[step + 1] : laid.prices[step];
            case LONG -> above ? laid.price : laid.prices[step];
            case SHORT -> above ? laid.prices[step + 1] : laid.price;
        };
    }

    private boolean opensBySelling(int step) {
        return settings.direction().opensBySelling(step >= laid.nearest);
    }

    /** {@return what a grid of these sizes needs in its worst state; in proportion to them} */
    BigDecimal needed(BigDecimal[] sizes) {
        return opening(sizes).max(allOpen(sizes, false)).max(allOpen(sizes, true));
    }

    /** {@return margin and fees of everything that opens, where all of it opens as planned} */
    private BigDecimal opening(BigDecimal[] sizes) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < sizes.length; i++) {
            sum = sum.add(opensAt(i).multiply(sizes[i]));
        }
        return bound(sum);
    }

    private BigDecimal bound(BigDecimal notional) {
        return notional.multiply(share).add(notional.multiply(fee));
    }

    /** {@return the need once every step that opens by selling, or every one that opens by buying, is open; 0 without} */
    private BigDecimal allOpen(BigDecimal[] sizes, boolean selling) {
        BigDecimal quantity = BigDecimal.ZERO;
        BigDecimal opened = BigDecimal.ZERO;
        BigDecimal dearest = BigDecimal.ZERO;
        BigDecimal others = BigDecimal.ZERO;
        for (int i = 0; i < sizes.length; i++) {
            if (opensBySelling(i) == selling) {
                quantity = quantity.add(sizes[i]);
                opened = opened.add(opensAt(i).multiply(sizes[i]));
                dearest = dearest.add(opensAt(i).max(laid.prices[i]).multiply(sizes[i]));
            } else {
                others = others.add(sizes[i]);
            }
        }
        if (quantity.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal resting = BigDecimal.ZERO;
        for (int i = 0; i < sizes.length; i++) {
            BigDecimal opens = opensBySelling(i) == selling ? sizes[i].min(others) : sizes[i];
            resting = resting.add(laid.prices[selling ? i : i + 1].multiply(opens));
        }
        BigDecimal end = quantity.multiply(furthest(selling));
        BigDecimal fees = opened.multiply(fee);
        BigDecimal held = selling
                ? end.subtract(opened).add(end.multiply(share))
                : opened.subtract(end).add((settings.mode() == MarginMode.CROSS ? dearest : end).multiply(share));
        return held.add(fees).add(bound(resting));
    }

    /** {@return the price furthest on the losing side that a side opens at, its first order included} */
    private BigDecimal furthest(boolean selling) {
        BigDecimal end = laid.prices[selling ? laid.prices.length - 1 : 0];
        if (settings.direction() == Direction.NEUTRAL) {
            return end;
        }
        return selling ? end.max(laid.price) : end.min(laid.price);
    }
}
