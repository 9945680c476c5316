package dev.tradewind.bot.type;

import dev.tradewind.bot.type.DcaSettings.BaseUnit;
import dev.tradewind.domain.Exact;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Rounding;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The DCA bot's formulas on ticks, lots and atoms. Built once per set of parameters; its methods
 * allocate nothing as long as products fit 63 bits, and stay exact beyond.
 *
 * <p>Rounding: safety prices to the nearest tick, half up; sizes down to the lot; take profit and stops up to the tick, so
 * that a target is never missed and a stop never lies further from the market than asked. Deviations are exact to 10⁻¹⁰.
 */
final class DcaLadder {

    private static final long DEVIATION_ONE = 10_000_000_000L;

    final DcaSettings settings;
    final long startMinTicks;
    final long startMaxTicks;
    final long minDayVolumeAtoms;
    private final Instrument instrument;
    private final long[] keptE10;
    private final long[] volumeAtoms;
    private final BigDecimal baseSize;
    private final BaseUnit baseUnit;
    private final long baseFixed;
    private final long atomsPerBase;
    private final long ticksPerBase;

    DcaLadder(DcaSettings settings, Instrument instrument) {
        this.settings = settings;
        this.instrument = instrument;
        startMinTicks = instrument.toTicks(settings.startPriceMin, RoundingMode.CEILING);
        startMaxTicks = settings.startPriceMax.signum() == 0
                ? Long.MAX_VALUE
                : instrument.toTicks(settings.startPriceMax, RoundingMode.FLOOR);
        minDayVolumeAtoms = settings.minDayVolume.signum() == 0 ? 0 : instrument.quote().toAtoms(settings.minDayVolume);
        int count = settings.deviations.length;
        keptE10 = new long[count];
        volumeAtoms = new long[count];
        for (int k = 0; k < count; k++) {
            keptE10[k] = BigDecimal.ONE
                    .subtract(settings.deviations[k])
                    .movePointRight(10)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
            volumeAtoms[k] = instrument.quote().toAtoms(settings.volumes[k]);
        }
        baseSize = settings.baseOrder;
        baseUnit = settings.baseUnit;
        baseFixed = switch (baseUnit) {
            case QUOTE -> instrument.quote().toAtoms(baseSize);
            case BASE -> Rounding.lots(instrument, baseSize);
            case PERCENT -> baseSize.movePointRight(6).setScale(0, RoundingMode.DOWN).longValueExact();
        };
        long common = gcd(instrument.lotAtoms(), instrument.tickLotAtoms());
        atomsPerBase = instrument.lotAtoms() / common;
        ticksPerBase = instrument.tickLotAtoms() / common;
    }

    /** {@return whether a deal may open at a price on a day of this volume} */
    boolean mayOpen(long lastTicks, long dayVolumeAtoms) {
        boolean inWindow = settings.start != DcaSettings.Start.PRICE
                || (lastTicks >= startMinTicks && lastTicks <= startMaxTicks);
        return inWindow && dayVolumeAtoms >= minDayVolumeAtoms;
    }

    /** {@return the number of safety orders} */
    int size() {
        return keptE10.length;
    }

    /** {@return lots of the base order at a price; {@code scaleE8} is what reinvesting makes of every size} */
    long baseLots(long priceTicks, long capitalAtoms, long scaleE8) {
        return switch (baseUnit) {
            case QUOTE -> instrument.lotsFor(scaled(baseFixed, scaleE8), priceTicks);
            case BASE -> scaled(baseFixed, scaleE8);
            case PERCENT -> instrument.lotsFor(
                    scaled(Exact.mulDivFloor(capitalAtoms, baseFixed, DcaSettings.ONE), scaleE8), priceTicks);
        };
    }

    /**
     * {@return p_k = P0(1 − D_k) to the nearest tick; {@code k} from 0}. Not {@link Rounding#limitTicks}: the published vector
     * of the ladder has 91.875 at 91.88
     */
    long priceTicks(int k, long baseTicks) {
        long doubled = Exact.mulDivFloor(baseTicks, 2 * keptE10[k], DEVIATION_ONE);
        return Math.max(1, (doubled + 1) >> 1);
    }

    /** {@return v_k in quote atoms} */
    long volumeAtoms(int k, long scaleE8) {
        return scaled(volumeAtoms[k], scaleE8);
    }

    /** {@return lots of safety order {@code k} at its price, rounded down} */
    long lots(int k, long priceTicks, long scaleE8) {
        return instrument.lotsFor(scaled(volumeAtoms[k], scaleE8), priceTicks);
    }

    /** {@return quote atoms of the whole ladder at a base price, before fees and rounding} */
    long plannedAtoms(long priceTicks, long capitalAtoms) {
        long sum = instrument.notionalAtoms(priceTicks, baseLots(priceTicks, capitalAtoms, DcaSettings.ONE));
        for (long volume : volumeAtoms) {
            sum = Math.addExact(sum, volume);
        }
        return sum;
    }

    /**
     * {@return the price that nets {@code (cost + extra)(1 + target)} for {@code baseAtoms} after the closing fee, in ticks,
     * rounded up: {@code ⌈(C + x)(1 + t) / (Q(1 − f))⌉}}
     */
    long targetTicks(long costAtoms, long extraAtoms, long baseAtoms, long targetE8, FeeRate closingFee) {
        long numerator = DcaSettings.ONE + targetE8;
        long denominator = DcaSettings.ONE - closingFee.e8();
        long common = gcd(numerator, denominator);
        return ratioTicks(
                Math.addExact(costAtoms, extraAtoms), numerator / common, baseAtoms, denominator / common);
    }

    /** {@return the price this far below the average cost, in ticks, rounded up} */
    long belowAverageTicks(long costAtoms, long baseAtoms, long distanceE8) {
        long kept = DcaSettings.ONE - distanceE8;
        long common = gcd(kept, DcaSettings.ONE);
        return ratioTicks(costAtoms, kept / common, baseAtoms, DcaSettings.ONE / common);
    }

    /** {@return the price this far below another, in ticks, rounded up} */
    static long belowTicks(long priceTicks, long distanceE8) {
        return Exact.mulDivCeil(priceTicks, DcaSettings.ONE - distanceE8, DcaSettings.ONE);
    }

    /** {@return the average cost in ticks, rounded up; 0 without coins} */
    long averageTicks(long costAtoms, long baseAtoms) {
        return baseAtoms == 0 ? 0 : Math.max(1, ratioTicks(costAtoms, 1, baseAtoms, 1));
    }

    /** ⌈cost·n / (base·d)⌉ in ticks: cost in quote atoms, base in base atoms, n/d a plain ratio. */
    private long ratioTicks(long costAtoms, long n, long baseAtoms, long d) {
        long top = costAtoms;
        long bottom = baseAtoms;
        if (Math.multiplyHigh(top, atomsPerBase) == 0
                && top * atomsPerBase >= 0
                && Math.multiplyHigh(bottom, ticksPerBase) == 0
                && bottom * ticksPerBase >= 0
                && Math.multiplyHigh(bottom * ticksPerBase, d) == 0
                && bottom * ticksPerBase * d > 0) {
            return Exact.mulDivCeil(top * atomsPerBase, n, bottom * ticksPerBase * d);
        }
        BigDecimal dividend = BigDecimal.valueOf(top).multiply(BigDecimal.valueOf(atomsPerBase)).multiply(
                BigDecimal.valueOf(n));
        BigDecimal divisor = BigDecimal.valueOf(bottom).multiply(BigDecimal.valueOf(ticksPerBase)).multiply(
                BigDecimal.valueOf(d));
        return dividend.divide(divisor, 0, RoundingMode.CEILING).longValueExact();
    }

    private static long scaled(long amount, long scaleE8) {
        return scaleE8 == DcaSettings.ONE ? amount : Exact.mulDivFloor(amount, scaleE8, DcaSettings.ONE);
    }

    private static long gcd(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }
}
