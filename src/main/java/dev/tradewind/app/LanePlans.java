package dev.tradewind.app;

import dev.tradewind.backtest.LanePlan;
import dev.tradewind.backtest.Portfolio;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.FillTier;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.engine.AccountRules;
import dev.tradewind.engine.SessionConfig;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.risk.RiskRule;
import dev.tradewind.sim.SimTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A setup over its histories, wired: who trades what with how much. Immutable. */
final class LanePlans {

    private static final int INSTRUMENT = 0;

    private final RunSetup setup;
    private final List<LaneHistory> histories;
    private final List<LanePlan> plans = new ArrayList<>();
    private final long cashAtoms;
    private List<RiskRule> rules = List.of();
    private FillTier tier = FillTier.T3;

    /**
     * @throws IllegalArgumentException if the lanes' quote assets differ, or the capital does not go round
     */
    LanePlans(RunSetup setup, List<LaneHistory> histories) {
        this.setup = setup;
        this.histories = List.copyOf(histories);
        Asset quote = sameQuote(histories);
        Allotments allotments = Allotments.of(setup, quote);
        boolean alone = histories.size() == 1;
        int bot = 1;
        for (int i = 0; i < histories.size(); i++) {
            // on a single history the rest of the capital lies in its account
            long capital = allotments.lane(i) + (alone ? allotments.restAtoms() : 0);
            plans.add(plan(i, bot, capital, allotments.bots().get(i)));
            bot += setup.lanes().get(i).bots().size();
        }
        cashAtoms = alone ? 0 : allotments.restAtoms();
    }

    private static Asset sameQuote(List<LaneHistory> histories) {
        Instrument first = histories.getFirst().instrument();
        for (LaneHistory history : histories) {
            Instrument other = history.instrument();
            if (!other.quote().code().equals(first.quote().code()) || other.quote().scale() != first.quote().scale()) {
                throw new IllegalArgumentException(other.symbol() + " is priced in " + other.quote().code() + " and "
                        + first.symbol() + " in " + first.quote().code()
                        + "; the histories of one run must be priced in one asset. Where a file's name does not tell, symbol"
                        + " does, for instance \"symbol\": \"ETH/" + first.quote().code() + "\"");
            }
        }
        return first.quote();
    }

    private LanePlan plan(int at, int firstBot, long capitalAtoms, List<Long> capitals) {
        RunSetup.Lane lane = setup.lanes().get(at);
        LaneHistory history = histories.get(at);
        Instrument instrument = history.instrument();
        List<Optional<Timeframe>> candles = history.coarser(lane.bots().stream()
                .map(entry -> entry.timeframe().or(lane::timeframe).or(setup.terms()::timeframe))
                .toList());
        FillTier own = history.tier(candles);
        tier = own.compareTo(tier) < 0 ? own : tier;
        SimTerms terms = terms(instrument);
        SessionConfig config = new SessionConfig(
                at + 1, instrument, capitalAtoms, terms.takerFee(), terms.makerFee(), terms.buyFeeAsset(),
                limits(instrument), BotCatalog.TYPES, List.of(), 0)
                .withMargin(lane.perpetual().map(PerpetualChoice::margin).orElse(MarginConfig.NONE))
                .withThird(terms.schedule().third());
        List<LanePlan.Starter> bots = new ArrayList<>();
        for (int i = 0; i < capitals.size(); i++) {
            BotChoice bot = lane.bots().get(i).bot();
            bots.add(new LanePlan.Starter(
                    new Command.StartBot(
                            firstBot + i, bot.type().id(), bot.type().label(), INSTRUMENT, capitals.get(i),
                            bot.params().asMap()),
                    candles.get(i)));
        }
        return new LanePlan(config, terms, bots, history.firstNanos(), history.endNanos(), history::played);
    }

    /** {@return what the lane's own session keeps to; where it shares the account, rules about that are not among it} */
    private RiskLimits limits(Instrument instrument) {
        RiskLimits limits = setup.terms().rules().limits(instrument);
        if (histories.size() == 1) {
            return limits;
        }
        AccountRules.Split split = AccountRules.split(limits, instrument);
        rules = split.account();
        return split.session();
    }

    private SimTerms terms(Instrument instrument) {
        BacktestRequest request = setup.terms();
        SimTerms flat = new SimTerms(
                request.fee(), request.fee(), request.buyFeeAsset(), request.slippageE8(), request.latencyNanos(),
                request.models().models());
        return request.fees().map(table -> flat.with(table.schedule(instrument.quote()))).orElse(flat);
    }

    Portfolio portfolio() {
        return new Portfolio(plans, cashAtoms, rules);
    }

    /** {@return the same portfolio with nothing after an instant} */
    Portfolio until(long nanos) {
        List<LanePlan> cut = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            LaneHistory history = histories.get(i);
            cut.add(plans.get(i).with(() -> history.playedUntil(nanos)));
        }
        return new Portfolio(cut, cashAtoms, rules);
    }

    /** {@return the same portfolio begun at an instant} */
    Portfolio from(long nanos) {
        return new LanePlans(setup, histories.stream().map(history -> history.from(nanos)).toList()).portfolio();
    }

    List<LanePlan> plans() {
        return List.copyOf(plans);
    }

    LanePlan first() {
        return plans.getFirst();
    }

    /** {@return how closely fills follow the market, of several histories the coarsest} */
    FillTier tier() {
        return tier;
    }
}
