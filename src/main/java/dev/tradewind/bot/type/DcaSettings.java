package dev.tradewind.bot.type;

import dev.tradewind.domain.ParamException;
import dev.tradewind.domain.Params;
import dev.tradewind.domain.Params.Step;
import dev.tradewind.domain.Timeframe;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/**
 * The DCA bot's parameters, read and checked against each other once. Rates are fractions of one times 10⁸; the ladder is
 * exact decimals. Immutable.
 */
final class DcaSettings {

    /** One, in the scale of rates. */
    static final long ONE = 100_000_000L;

    /** What the base order's size is measured in. */
    enum BaseUnit {
        QUOTE,
        BASE,
        PERCENT
    }

    /** When a deal may open. */
    enum Start {
        NOW,
        PRICE,
        DELAY
    }

    final Params params;
    final BigDecimal baseOrder;
    final BaseUnit baseUnit;
    final boolean baseLimit;
    final Start start;
    final BigDecimal startPriceMin;
    final BigDecimal startPriceMax;
    final long startDelayNanos;
    final BigDecimal minDayVolume;

    /** Distance of each safety order below the base price, as a fraction of one. */
    final BigDecimal[] deviations;

    /** Quote amount of each safety order. */
    final BigDecimal[] volumes;

    final int activeSafetyOrders;
    final long[] stepTargetE8;
    final long[] stepShareE8;
    final boolean targetOnBase;
    final long trailingE8;
    final long stopE8;
    final boolean stopOnAverage;
    final boolean stopTrailing;
    final long stopTimeoutNanos;
    final int breakEvenStep;
    final boolean stopEndsBot;
    final long dealTimeoutNanos;
    final long riskReductionE8;
    final long cooldownNanos;
    final int maxDeals;
    final long reinvestE8;

    /**
     * Reads the parameters.
     *
     * @throws ParamException where they contradict each other
     */
    DcaSettings(Params params) {
        this.params = params;
        baseOrder = params.decimal("baseOrder");
        baseUnit = BaseUnit.valueOf(params.text("baseOrderUnit").toUpperCase(Locale.ROOT));
        baseLimit = params.text("baseOrderType").equals("limit");
        start = Start.valueOf(params.text("startCondition").toUpperCase(Locale.ROOT));
        startPriceMin = params.decimal("startPriceMin");
        startPriceMax = params.decimal("startPriceMax");
        startDelayNanos = seconds("startDelay");
        minDayVolume = params.decimal("minDayVolume");
        List<Step> own = params.ladder("customLadder");
        int count = own.isEmpty() ? params.integer("safetyOrders") : own.size();
        deviations = new BigDecimal[count];
        volumes = new BigDecimal[count];
        if (own.isEmpty()) {
            formulaLadder();
        } else {
            ownLadder(own);
        }
        activeSafetyOrders = params.integer("activeSafetyOrders");
        List<Step> steps = params.ladder("takeProfitSteps");
        stepTargetE8 = new long[Math.max(1, steps.size())];
        stepShareE8 = new long[stepTargetE8.length];
        readSteps(steps);
        targetOnBase = params.text("takeProfitOn").equals("base");
        trailingE8 = percentE8(params.decimal("trailing"));
        stopE8 = percentE8(params.decimal("stopLoss"));
        stopOnAverage = params.text("stopLossOn").equals("average");
        stopTrailing = params.isOn("stopLossTrailing");
        stopTimeoutNanos = seconds("stopLossTimeout");
        breakEvenStep = params.integer("stopLossBreakEven");
        stopEndsBot = params.text("stopLossAction").equals("close and stop");
        dealTimeoutNanos = seconds("dealTimeout");
        riskReductionE8 = percentE8(params.decimal("riskReduction"));
        cooldownNanos = seconds("cooldown");
        maxDeals = params.integer("maxDeals");
        reinvestE8 = percentE8(params.decimal("reinvest"));
        check();
    }

    private long seconds(String id) {
        return Math.multiplyExact(params.integer(id), Timeframe.SECOND_NANOS);
    }

    private static long percentE8(BigDecimal percent) {
        return percent.movePointRight(6).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** D_k = Σ dev·ss^(j−1) and v_k = SO·vs^(k−1), exact. */
    private void formulaLadder() {
        BigDecimal step = params.decimal("deviation").movePointLeft(2);
        BigDecimal stepScale = params.decimal("stepScale");
        BigDecimal volumeScale = params.decimal("volumeScale");
        BigDecimal deviation = BigDecimal.ZERO;
        BigDecimal volume = params.decimal("safetyOrder");
        for (int k = 0; k < deviations.length; k++) {
            deviation = deviation.add(step);
            deviations[k] = deviation;
            volumes[k] = volume;
            step = step.multiply(stepScale);
            volume = volume.multiply(volumeScale);
            if (deviation.compareTo(BigDecimal.ONE) >= 0) {
                throw new ParamException(
                        "safetyOrders", Integer.toString(deviations.length),
                        "at most " + k + " with this deviation and step scale: number " + (k + 1) + " lies "
                                + percentText(deviation) + " % down, below zero");
            }
        }
    }

    private void ownLadder(List<Step> own) {
        if (own.size() > DcaParams.MOST_SAFETY_ORDERS) {
            throw new ParamException(
                    "customLadder", params.text("customLadder"), "at most " + DcaParams.MOST_SAFETY_ORDERS + " steps");
        }
        for (int k = 0; k < deviations.length; k++) {
            deviations[k] = own.get(k).at().movePointLeft(2);
            volumes[k] = own.get(k).amount();
        }
    }

    private void readSteps(List<Step> steps) {
        if (steps.isEmpty()) {
            stepTargetE8[0] = percentE8(params.decimal("takeProfit"));
            stepShareE8[0] = ONE;
            return;
        }
        long shares = 0;
        for (int i = 0; i < stepTargetE8.length; i++) {
            stepTargetE8[i] = percentE8(steps.get(i).at());
            stepShareE8[i] = percentE8(steps.get(i).amount());
            shares += stepShareE8[i];
        }
        if (shares > ONE) {
            throw new ParamException(
                    "takeProfitSteps", params.text("takeProfitSteps"), "shares of at most 100 % together");
        }
    }

    private void check() {
        if (startPriceMax.signum() > 0 && startPriceMin.compareTo(startPriceMax) > 0) {
            throw new ParamException(
                    "startPriceMin", startPriceMin.toPlainString(),
                    "a price up to startPriceMax, " + startPriceMax.toPlainString());
        }
        if (baseUnit == BaseUnit.PERCENT && baseOrder.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new ParamException("baseOrder", baseOrder.toPlainString(), "at most 100 percent of the capital");
        }
        if (breakEvenStep >= stepTargetE8.length && breakEvenStep > 0) {
            throw new ParamException(
                    "stopLossBreakEven", Integer.toString(breakEvenStep),
                    "a step before the last; there are " + stepTargetE8.length);
        }
    }

    private static String percentText(BigDecimal fraction) {
        return fraction.movePointRight(2).setScale(4, RoundingMode.HALF_UP).toPlainString();
    }

    /** {@return whether the bot must watch prices to know when to stop a loss} */
    boolean watchesStop() {
        return stopE8 > 0 && (stopTrailing || stopTimeoutNanos > 0);
    }

    /** {@return whether the stop rests on the venue} */
    boolean restingStop() {
        return stopE8 > 0 && stopTimeoutNanos == 0;
    }
}
