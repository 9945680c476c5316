package dev.tradewind.bot.type;

import dev.tradewind.bot.RiskSheet.Mend;
import dev.tradewind.bot.type.DcaPlan.Row;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.ParamException;
import dev.tradewind.domain.Params;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Single changes of parameters that make a DCA plan pass; each is tried on a whole new plan before it is offered. */
final class DcaMends {

    private static final String BASE = "baseOrder";
    private static final String SAFETY = "safetyOrder";
    private static final String LADDER = "customLadder";
    private static final BigDecimal TENTH = new BigDecimal("0.1");
    private static final BigDecimal DEEPEST = new BigDecimal("99");

    private final DcaPlan plan;
    private final Params params;
    private final Instrument instrument;

    DcaMends(DcaPlan plan) {
        this.plan = plan;
        this.params = plan.settings.params;
        this.instrument = plan.instrument;
    }

    /** {@return what makes the plan fit its capital, best first} */
    List<Mend> capital() {
        List<Mend> mends = new ArrayList<>();
        mends.addAll(largestSize());
        mends.addAll(mostOrders());
        return mends;
    }

    /** The largest base order, with the safety orders in the same proportion, whose whole plan fits. */
    private List<Mend> largestSize() {
        BigDecimal base = params.decimal(BASE);
        BigDecimal step = step(base);
        long low = 0;
        long high = base.divide(step, 0, RoundingMode.DOWN).longValueExact();
        while (low < high) {
            long middle = low + (high - low + 1) / 2;
            if (fits(sized(step.multiply(BigDecimal.valueOf(middle))))) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        if (low == 0) {
            return List.of();
        }
        BigDecimal size = step.multiply(BigDecimal.valueOf(low));
        boolean both = plan.rows.size() > 1;
        String label = (both ? "Base and safety size " : "Base size ") + plain(base) + " → " + plain(size);
        return List.of(new Mend(label, sized(size)));
    }

    private Map<String, String> sized(BigDecimal size) {
        BigDecimal factor = size.divide(params.decimal(BASE), DcaPlan.MATH);
        Map<String, String> changes = new LinkedHashMap<>();
        changes.put(BASE, plain(size));
        if (!params.text(LADDER).isEmpty()) {
            StringJoiner steps = new StringJoiner(",");
            for (Params.Step step : params.ladder(LADDER)) {
                steps.add(plain(step.at()) + ":" + plain(shrunk(step.amount(), factor)));
            }
            changes.put(LADDER, steps.toString());
        } else {
            changes.put(SAFETY, plain(shrunk(params.decimal(SAFETY), factor)));
        }
        return changes;
    }

    private static BigDecimal shrunk(BigDecimal amount, BigDecimal factor) {
        BigDecimal least = new BigDecimal("0.00000001");
        BigDecimal step = step(amount);
        BigDecimal size = amount.multiply(factor, DcaPlan.MATH).divide(step, 0, RoundingMode.DOWN).multiply(step);
        return size.max(least);
    }

    /** Three figures: 800 goes in steps of 1, 25 in steps of 0.1. */
    private static BigDecimal step(BigDecimal amount) {
        int figures = amount.precision() - amount.scale();
        return BigDecimal.ONE.movePointRight(figures - 3);
    }

    /** The largest number of safety orders whose plan fits. */
    private List<Mend> mostOrders() {
        int count = plan.rows.size() - 1;
        for (int less = count - 1; less >= 0; less--) {
            Map<String, String> changes = counted(less);
            if (fits(changes)) {
                return List.of(new Mend("Safety orders " + count + " → " + less, changes));
            }
        }
        return List.of();
    }

    private Map<String, String> counted(int count) {
        if (params.text(LADDER).isEmpty()) {
            return Map.of("safetyOrders", Integer.toString(count));
        }
        StringJoiner steps = new StringJoiner(",");
        params.ladder(LADDER).stream().limit(count).forEach(s -> steps.add(plain(s.at()) + ":" + plain(s.amount())));
        return count == 0
                ? Map.of(LADDER, "", "safetyOrders", "0")
                : Map.of(LADDER, steps.toString());
    }

    /** {@return what lets every safety order fill before the stop, or leaves out those that cannot} */
    List<Mend> reachable() {
        List<Mend> mends = new ArrayList<>();
        BigDecimal stop = params.decimal("stopLoss");
        for (BigDecimal lower = stop.add(TENTH); lower.compareTo(DEEPEST) <= 0; lower = lower.add(TENTH)) {
            if (allReachable(Map.of("stopLoss", plain(lower)))) {
                mends.add(new Mend("Stop loss " + plain(stop) + " % → " + plain(lower) + " %", Map.of("stopLoss", plain(lower))));
                break;
            }
        }
        int count = plan.rows.size() - 1;
        int left = plan.reachable() - 1;
        mends.add(new Mend("Safety orders " + count + " → " + left, counted(left)));
        return mends;
    }

    private boolean allReachable(Map<String, String> changes) {
        try {
            DcaPlan tried = new DcaPlan(new DcaSettings(params.with(changes)), plan.terms);
            return tried.reachable() == tried.rows.size();
        } catch (ParamException e) {
            return false;
        }
    }

    private boolean fits(Map<String, String> changes) {
        try {
            DcaPlan tried = new DcaPlan(new DcaSettings(params.with(changes)), plan.terms);
            return tried.last().cost().compareTo(instrument.quote().toDecimal(plan.terms.capitalAtoms())) <= 0;
        } catch (ParamException e) {
            return false;
        }
    }

    /** {@return what lifts the smallest orders over the exchange's minimum} */
    List<Mend> filters() {
        List<Mend> mends = new ArrayList<>();
        Row base = plan.rows.getFirst();
        if (tooSmall(base) && plan.settings.baseUnit == DcaSettings.BaseUnit.QUOTE) {
            mends.add(raise("Base order", BASE, leastVolume(base)));
        }
        if (params.text(LADDER).isEmpty()) {
            BigDecimal least = BigDecimal.ZERO;
            BigDecimal first = params.decimal(SAFETY);
            for (int k = 1; k < plan.rows.size(); k++) {
                if (tooSmall(plan.rows.get(k))) {
                    BigDecimal factor = first.divide(plan.settings.volumes[k - 1], DcaPlan.MATH);
                    least = least.max(leastVolume(plan.rows.get(k)).multiply(factor, DcaPlan.MATH));
                }
            }
            if (least.signum() > 0) {
                mends.add(raise("Safety order", SAFETY, least));
            }
        }
        return mends;
    }

    /** {@return what makes the base order's net size a valid take profit} */
    List<Mend> sellable() {
        if (plan.settings.baseUnit != DcaSettings.BaseUnit.QUOTE) {
            return List.of();
        }
        BigDecimal oneLot = plan.rows.getFirst().price().multiply(instrument.lotSize());
        BigDecimal grown = leastVolume(plan.rows.getFirst())
                .divide(BigDecimal.ONE.subtract(BigDecimal.valueOf(plan.terms.takerFee().e8(), 8)), DcaPlan.MATH)
                .add(oneLot);
        return List.of(raise("Base order", BASE, grown));
    }

    /** {@return what frees order slots} */
    List<Mend> slots(int tooMany) {
        int live = Math.min(plan.settings.activeSafetyOrders, plan.rows.size() - 1);
        return live - tooMany < 1
                ? List.of()
                : List.of(new Mend(
                        "Live at once " + live + " → " + (live - tooMany),
                        Map.of("activeSafetyOrders", Integer.toString(live - tooMany))));
    }

    private Mend raise(String label, String id, BigDecimal least) {
        BigDecimal size = least.setScale(Math.max(2, params.decimal(id).scale()), RoundingMode.CEILING);
        return new Mend(label + " " + plain(params.decimal(id)) + " → " + plain(size), Map.of(id, plain(size)));
    }

    private boolean tooSmall(Row row) {
        return row.lots() < leastLots(row);
    }

    private long leastLots(Row row) {
        BigDecimal least = instrument.quote().toDecimal(instrument.filters().minNotionalAtoms());
        BigDecimal lots = least.divide(row.price().multiply(instrument.lotSize()), 0, RoundingMode.CEILING);
        return Math.max(Math.max(1, instrument.filters().minQuantityLots()), lots.longValueExact());
    }

    private BigDecimal leastVolume(Row row) {
        return instrument.toQuantity(leastLots(row)).multiply(row.price());
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
