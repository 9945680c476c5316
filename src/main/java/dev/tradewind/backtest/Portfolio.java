package dev.tradewind.backtest;

import dev.tradewind.domain.Progress;
import dev.tradewind.engine.AccountRules;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.marketdata.HistoryFeed;
import dev.tradewind.risk.RiskRule;
import dev.tradewind.sim.PathRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Any number of histories with any number of bots, played together: each lane is a session of its own, all write one journal, so
 * that the whole run has one hash. Lanes are stepped in the order of their events' times: at an instant every lane first lives
 * through its event, so that all fills up to then are known, then their bots decide in the order of the lanes. Each lane's clock is
 * its own, since what happens inside its candle must not be late because another's candle was taken first. Rules about the whole account are judged whenever all lanes have come to an
 * instant. Immutable; every run is one of its own, on the caller's thread.
 */
public final class Portfolio {

    /** Events between two looks at whether the run is still wanted. */
    private static final long SLICE = 50_000;

    private final List<LanePlan> lanes;
    private final long cashAtoms;
    private final List<RiskRule> rules;

    /**
     * A portfolio.
     *
     * @param lanes     at least one, all in one quote asset, their bots' ids and session numbers different
     * @param cashAtoms quote atoms that belong to no lane and only count in the equity
     * @param rules     about the account as a whole, see {@link AccountRules#split}; none where there is one lane, whose own
     *                  session sees to them
     */
    public Portfolio(List<LanePlan> lanes, long cashAtoms, List<RiskRule> rules) {
        this.lanes = List.copyOf(lanes);
        this.cashAtoms = cashAtoms;
        this.rules = List.copyOf(rules);
        if (lanes.isEmpty()) {
            throw new IllegalArgumentException("a portfolio has no lane");
        }
    }

    /** {@return the same with candles walked by another rule} */
    public Portfolio with(PathRule rule) {
        return new Portfolio(lanes.stream().map(lane -> lane.with(rule)).toList(), cashAtoms, rules);
    }

    /** {@return its lanes} */
    public List<LanePlan> lanes() {
        return lanes;
    }

    /** {@return quote atoms outside of all lanes} */
    public long cashAtoms() {
        return cashAtoms;
    }

    /**
     * Plays everything.
     *
     * @throws IllegalArgumentException                if a bot cannot be started: type, capital or a parameter
     * @throws dev.tradewind.domain.CancelledException if the listener ends it
     */
    public PlayedRun run(Progress progress) {
        return run(progress, null);
    }

    /** @param trail where intents are noted, null for nowhere */
    PlayedRun run(Progress progress, @Nullable IntentTrail trail) {
        HashJournal journal = new HashJournal();
        List<Lane> running = new ArrayList<>(lanes.size());
        for (LanePlan plan : lanes) {
            running.add(new Lane(plan, journal, trail));
        }
        long total = running.stream().mapToLong(Lane::total).sum();
        progress.at(0, total);
        Optional<AccountRules> account = rules.isEmpty() ? Optional.empty() : Optional.of(account(running));
        if (running.size() == 1 && account.isEmpty()) {
            alone(running.getFirst(), progress, total);
        } else {
            together(running, account, trail, progress, total);
        }
        running.forEach(Lane::end);
        progress.at(total, total);
        return new PlayedRun(running, cashAtoms, account.map(AccountRules::log), journal.lastRow(), journal.runHash());
    }

    private AccountRules account(List<Lane> running) {
        return new AccountRules(
                running.stream().map(Lane::session).toList(),
                lanes.stream()
                        .map(lane -> lane.bots().stream().map(bot -> bot.start().botId()).toList())
                        .toList(),
                cashAtoms,
                rules);
    }

    private static void alone(Lane lane, Progress progress, long total) {
        while (lane.run(SLICE) == SLICE) {
            progress.at(lane.events(), total);
        }
    }

    private static void together(
            List<Lane> running, Optional<AccountRules> account, @Nullable IntentTrail trail, Progress progress, long total) {
        AccountRules rules = account.orElse(null);
        Lane[] all = running.toArray(Lane[]::new);
        long[] next = new long[all.length];
        for (int i = 0; i < all.length; i++) {
            next[i] = all[i].nextNanos();
        }
        long done = 0;
        long look = SLICE;
        for (long time = next[earliest(next)]; time != HistoryFeed.NOTHING; time = next[earliest(next)]) {
            if (trail != null) {
                trail.instant(time);
            }
            done += instant(all, next, time);
            if (rules != null && next[earliest(next)] > time) {
                rules.judge(time);
            }
            if (done >= look) {
                progress.at(done, total);
                look = done + SLICE;
            }
        }
    }

    /** The next event of every lane that has one at an instant: all are lived through before anyone decides. */
    private static int instant(Lane[] all, long[] next, long time) {
        int taken = 0;
        for (int i = 0; i < all.length; i++) {
            if (next[i] == time) {
                all[i].live();
                taken++;
            }
        }
        for (int i = 0; i < all.length; i++) {
            if (next[i] == time) {
                all[i].hear();
                next[i] = all[i].nextNanos();
            }
        }
        return taken;
    }

    /** {@return the first of those with the earliest time} */
    static int earliest(long[] next) {
        int first = 0;
        for (int i = 1; i < next.length; i++) {
            if (next[i] < next[first]) {
                first = i;
            }
        }
        return first;
    }
}
