package dev.tradewind.bot.type;

import dev.tradewind.bot.PlanTerms;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A DCA deal worked out order by order in decimals: what each order costs, what is held after it and where it would be
 * sold. With {@link PlanTerms#rounded} prices, sizes and fees are the bot's own to the tick, lot and atom. Immutable.
 */
final class DcaPlan {

    static final MathContext MATH = MathContext.DECIMAL128;

    /**
     * One order and the state once it has filled.
     *
     * @param deviation distance below the base price as a fraction
     * @param cost      paid so far, fees included
     * @param held      base held so far, fees taken
     * @param fees      fees so far in quote
     * @param total     take profit measured on all that was paid
     * @param base      take profit measured on the base order
     * @param lots      size in lots, 0 in an unrounded plan
     */
    record Row(
            String label, BigDecimal deviation, BigDecimal price, BigDecimal quantity, BigDecimal volume, BigDecimal cost,
            BigDecimal held, BigDecimal fees, BigDecimal total, BigDecimal base, long lots, long ticks) {

        BigDecimal average() {
            return held.signum() == 0 ? BigDecimal.ZERO : cost.divide(held, MATH);
        }
    }

    final DcaSettings settings;
    final PlanTerms terms;
    final Instrument instrument;
    final List<Row> rows;
    private BigDecimal cost = BigDecimal.ZERO;
    private BigDecimal held = BigDecimal.ZERO;
    private BigDecimal fees = BigDecimal.ZERO;
    private BigDecimal baseVolume = BigDecimal.ZERO;

    DcaPlan(DcaSettings settings, PlanTerms terms) {
        this.settings = settings;
        this.terms = terms;
        this.instrument = terms.instrument();
        List<Row> list = new ArrayList<>();
        DcaLadder ladder = new DcaLadder(settings, instrument);
        FeeRate baseFee = settings.baseLimit ? terms.makerFee() : terms.takerFee();
        BigDecimal start = instrument.toPrice(terms.priceTicks());
        long ticks = terms.priceTicks();
        if (terms.rounded()) {
            long lots = ladder.baseLots(ticks, terms.capitalAtoms(), DcaSettings.ONE);
            list.add(row("Base", BigDecimal.ZERO, start, instrument.toQuantity(lots), baseFee, lots, ticks));
        } else {
            list.add(row("Base", BigDecimal.ZERO, start, baseQuantity(start), baseFee, 0, ticks));
        }
        for (int k = 0; k < settings.deviations.length; k++) {
            BigDecimal price;
            BigDecimal quantity;
            long lots = 0;
            long level = 0;
            if (terms.rounded()) {
                level = ladder.priceTicks(k, ticks);
                lots = ladder.lots(k, level, DcaSettings.ONE);
                price = instrument.toPrice(level);
                quantity = instrument.toQuantity(lots);
            } else {
                price = start.multiply(BigDecimal.ONE.subtract(settings.deviations[k]), MATH);
                quantity = settings.volumes[k].divide(price, MATH);
            }
            list.add(row("SO " + (k + 1), settings.deviations[k], price, quantity, terms.makerFee(), lots, level));
        }
        rows = List.copyOf(list);
    }

    private BigDecimal baseQuantity(BigDecimal price) {
        return switch (settings.baseUnit) {
            case BASE -> settings.baseOrder;
            case QUOTE -> settings.baseOrder.divide(price, MATH);
            case PERCENT -> instrument.quote().toDecimal(terms.capitalAtoms()).multiply(settings.baseOrder)
                    .movePointLeft(2).divide(price, MATH);
        };
    }

    private Row row(
            String label, BigDecimal deviation, BigDecimal price, BigDecimal quantity, FeeRate rate, long lots, long ticks) {
        BigDecimal volume = price.multiply(quantity, MATH);
        if (terms.buyFeeAsset() == FeeAsset.BASE) {
            BigDecimal fee = fee(quantity, rate, instrument.base().scale());
            held = held.add(quantity).subtract(fee);
            fees = fees.add(fee.multiply(price, MATH));
            cost = cost.add(volume);
        } else {
            BigDecimal fee = fee(volume, rate, instrument.quote().scale());
            held = held.add(quantity);
            fees = fees.add(fee);
            cost = cost.add(volume).add(fee);
        }
        if (deviation.signum() == 0) {
            baseVolume = volume;
        }
        BigDecimal target = fraction(settings.stepTargetE8[0]);
        return new Row(
                label, deviation, price, quantity, volume, cost, held, fees,
                netting(cost.multiply(BigDecimal.ONE.add(target), MATH)),
                netting(cost.add(target.multiply(baseVolume, MATH))), lots, ticks);
    }

    private BigDecimal fee(BigDecimal amount, FeeRate rate, int scale) {
        BigDecimal fee = amount.multiply(fraction(rate.e8()), MATH);
        return terms.rounded() ? fee.setScale(scale, RoundingMode.CEILING) : fee;
    }

    /** {@return the price at which what is held now nets an amount after the closing fee} */
    private BigDecimal netting(BigDecimal amount) {
        return held.signum() == 0 ? BigDecimal.ZERO : upToTick(amount.divide(held.multiply(kept(closingFee())), MATH));
    }

    private BigDecimal upToTick(BigDecimal price) {
        return terms.rounded()
                ? instrument.toPrice(instrument.toTicks(price.round(new MathContext(30)), RoundingMode.CEILING))
                : price;
    }

    /** {@return the fee of the take profit: it rests, unless it trails} */
    FeeRate closingFee() {
        return settings.trailingE8 > 0 ? terms.takerFee() : terms.makerFee();
    }

    Row last() {
        return rows.getLast();
    }

    /** {@return the price at which everything filled nets zero} */
    BigDecimal breakEven() {
        return last().held().signum() == 0
                ? BigDecimal.ZERO
                : last().cost().divide(last().held().multiply(kept(closingFee())), MATH);
    }

    /** {@return the stop once {@code row} has filled, zero without one} */
    BigDecimal stop(Row row) {
        if (settings.stopE8 == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal from = settings.stopOnAverage ? row.average() : rows.getFirst().price();
        return upToTick(from.multiply(kept(new FeeRate(settings.stopE8)), MATH));
    }

    /** {@return how many orders can fill before the stop} */
    int reachable() {
        int count = 1;
        while (count < rows.size() && rows.get(count).price().compareTo(stop(rows.get(count - 1))) > 0) {
            count++;
        }
        return count;
    }

    /** {@return what of a holding can be sold: whole lots} */
    BigDecimal sellable(Row row) {
        return terms.rounded()
                ? instrument.toQuantity(instrument.toLots(row.held(), RoundingMode.DOWN))
                : row.held();
    }

    /** {@return profit of a deal in which everything fills and every take-profit step is reached, and its closing fee} */
    BigDecimal[] fullDeal() {
        Row row = last();
        BigDecimal sold = sellable(row);
        if (sold.signum() == 0) {
            return new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO};
        }
        BigDecimal left = sold;
        BigDecimal gross = BigDecimal.ZERO;
        for (int i = 0; i < settings.stepTargetE8.length; i++) {
            boolean rest = i == settings.stepTargetE8.length - 1;
            BigDecimal part = rest ? left : sold.multiply(fraction(settings.stepShareE8[i]), MATH);
            gross = gross.add(part.multiply(stepPrice(row, i), MATH));
            left = left.subtract(part);
        }
        BigDecimal fee = fee(gross, closingFee(), instrument.quote().scale());
        BigDecimal costOfSold = row.cost().multiply(sold).divide(row.held(), MATH);
        return new BigDecimal[] {gross.subtract(fee).subtract(costOfSold), fee};
    }

    private BigDecimal stepPrice(Row row, int step) {
        BigDecimal target = fraction(settings.stepTargetE8[step]);
        BigDecimal goal = settings.targetOnBase
                ? row.cost().add(target.multiply(rows.getFirst().volume(), MATH))
                : row.cost().multiply(BigDecimal.ONE.add(target), MATH);
        return upToTick(goal.divide(row.held().multiply(kept(closingFee())), MATH));
    }

    /** {@return what selling everything at a price as a taker brings beyond its cost} */
    BigDecimal resultAt(Row row, BigDecimal price) {
        BigDecimal gross = sellable(row).multiply(price, MATH);
        return gross.subtract(fee(gross, terms.takerFee(), instrument.quote().scale())).subtract(row.cost());
    }

    private static BigDecimal fraction(long e8) {
        return BigDecimal.valueOf(e8, 8);
    }

    private static BigDecimal kept(FeeRate rate) {
        return BigDecimal.valueOf(DcaSettings.ONE - rate.e8(), 8);
    }
}
