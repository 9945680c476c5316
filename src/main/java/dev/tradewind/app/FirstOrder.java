package dev.tradewind.app;

import dev.tradewind.backtest.BacktestReport;
import dev.tradewind.backtest.LanePlan;
import dev.tradewind.bot.PlanTerms;
import dev.tradewind.bot.RiskSheet;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.ParamException;
import dev.tradewind.domain.ParamSpec;
import dev.tradewind.domain.Params;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says of a bot that never traded for want of money what would let it: more capital, or which parameter made smaller. */
final class FirstOrder {

    /** Fees and a price that has moved on want a little more than the plan says. */
    private static final BigDecimal ROOM = new BigDecimal("0.95");

    private static final MathContext FEW_DIGITS = new MathContext(2, RoundingMode.DOWN);

    private final LanePlan lane;
    private final BotChoice bot;
    private final long capitalAtoms;
    private final long firstTicks;

    private FirstOrder(LanePlan lane, BotChoice bot, long capitalAtoms, long firstTicks) {
        this.lane = lane;
        this.bot = bot;
        this.capitalAtoms = capitalAtoms;
        this.firstTicks = firstTicks;
    }

    /**
     * {@return why a bot never traded and what would mend it, empty if it did or for want of something else}
     *
     * @param firstTicks the first price of the history
     */
    static Optional<String> words(
            LanePlan lane, int at, BotChoice bot, BacktestReport report, boolean traded, long firstTicks) {
        boolean poor = report.state() == BotState.WAITING_FOR_BALANCE
                || report.stateReason().startsWith("BALANCE");
        if (traded || !poor) {
            return Optional.empty();
        }
        long capital = lane.bots().get(at).start().capitalAtoms();
        return Optional.of(new FirstOrder(lane, bot, capital, firstTicks).words(report));
    }

    private String words(BacktestReport report) {
        Instrument instrument = report.instrument();
        String has = plain(instrument.quote().toDecimal(capitalAtoms)) + " " + instrument.quote().code();
        StringBuilder text = new StringBuilder("bot ").append(bot.type().id()).append(" on ").append(instrument.symbol())
                .append(" never traded: its capital of ").append(has).append(" is below its first order (")
                .append(report.stateReason()).append(')');
        BigDecimal first = first(bot.params());
        List<String> mends = new ArrayList<>();
        if (first.signum() > 0) {
            BigDecimal enough = first.divide(ROOM, MathContext.DECIMAL64).round(new MathContext(3, RoundingMode.UP));
            mends.add("a capital of " + plain(enough) + " or more");
            mends.addAll(smaller(first));
        }
        return mends.isEmpty()
                ? text.append("; more capital, or a smaller order, would pass").toString()
                : text.append("; would pass: ").append(String.join(", or ", mends)).toString();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** {@return each single parameter that, made smaller in proportion, brings the first order below the capital} */
    private List<String> smaller(BigDecimal first) {
        BigDecimal capital = lane.config().instrument().quote().toDecimal(capitalAtoms);
        List<String> mends = new ArrayList<>();
        for (ParamSpec spec : bot.params().specs()) {
            BigDecimal value = spec.kind() == ParamSpec.Kind.DECIMAL ? bot.params().decimal(spec.id()) : BigDecimal.ZERO;
            BigDecimal less = value.multiply(capital).multiply(ROOM).divide(first, FEW_DIGITS);
            if (less.signum() > 0 && less.compareTo(value) < 0 && passes(spec.id(), less)) {
                mends.add("parameter " + spec.id() + " of " + plain(less) + " or less");
            }
        }
        return mends;
    }

    private boolean passes(String id, BigDecimal value) {
        try {
            Params params = bot.params().with(Map.of(id, plain(value)));
            RiskSheet sheet = sheet(params);
            BigDecimal first = invested(sheet);
            return first.signum() > 0
                    && first.compareTo(lane.config().instrument().quote().toDecimal(capitalAtoms)) <= 0
                    && sheet.lines().getFirst().verdict().level() != RiskSheet.Level.BLOCK;
        } catch (ParamException tooSmall) {
            return false;
        }
    }

    private BigDecimal first(Params params) {
        return invested(sheet(params));
    }

    private static BigDecimal invested(RiskSheet sheet) {
        return sheet.lines().isEmpty() ? BigDecimal.ZERO : BigDecimal.valueOf(sheet.lines().getFirst().invested());
    }

    private RiskSheet sheet(Params params) {
        var config = lane.config();
        return bot.type().planner().plan(params, new PlanTerms(
                config.instrument(), firstTicks, config.takerFee(), config.makerFee(), config.buyFeeAsset(), capitalAtoms, 0));
    }
}
