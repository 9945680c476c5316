package dev.tradewind.engine;

import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.TradingState;
import dev.tradewind.risk.RiskAction;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.risk.RiskMetric;
import dev.tradewind.risk.RiskRule;
import dev.tradewind.risk.RiskScope;
import dev.tradewind.risk.RiskUnit;
import dev.tradewind.risk.RuleState.Level;
import dev.tradewind.risk.metric.RuleText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The rules about an account that several sessions share: measured over the sum of all of them once they have come to the same
 * instant, and acting on all of them by ordinary commands, which each of them journals. What an order would lead to is judged in
 * its own session over the same sum ({@link AccountBeyond}). Engine thread only.
 */
public final class AccountRules {

    /** Sums over an account; an order is judged by what it would lead to. */
    private static final Set<String> JUDGED = Set.of("position-size", "leverage", "open-positions", "exposure");

    /** Sums over an account that no single order changes. */
    private static final Set<String> SUMMED = Set.of("daily-loss", "drawdown");

    /** About one market or one wallet: each session sees to its own. */
    private static final Set<String> LOCAL =
            Set.of("volatility", "liquidation-distance", "unprotected", "order-size");

    private final List<Session> sessions;
    private final List<AccountFigures> figures = new ArrayList<>();
    private final List<List<Integer>> bots;
    private final long cashAtoms;
    private final List<AccountWatch> watches = new ArrayList<>();
    private final Instrument instrument;
    private final RiskLog log = new RiskLog();
    private final boolean[] reduced;
    private String barred = "";

    /** What a setup's limits come to where several sessions share the account. */
    public record Split(RiskLimits session, List<RiskRule> account) {}

    /**
     * Sorts limits into those each session keeps and those about all of them.
     *
     * @throws IllegalArgumentException naming a rule that only one session can measure, and what would pass
     */
    public static Split split(RiskLimits limits, Instrument instrument) {
        List<RiskRule> inside = new ArrayList<>();
        List<RiskRule> across = new ArrayList<>();
        List<RiskRule> given = new ArrayList<>();
        if (limits.maxDailyLossAtoms() > 0) {
            given.add(account("daily-loss", limits.maxDailyLossAtoms(), RiskAction.HALT, instrument));
        }
        if (limits.maxPositionNotionalAtoms() > 0) {
            given.add(account("position-size", limits.maxPositionNotionalAtoms(), RiskAction.BLOCK_NEW, instrument));
        }
        given.addAll(limits.rules());
        for (RiskRule rule : given) {
            String metric = rule.metric().id();
            if (rule.scope().kind() != RiskScope.Kind.ACCOUNT || LOCAL.contains(metric)) {
                inside.add(rule);
            } else if (JUDGED.contains(metric) || SUMMED.contains(metric)) {
                requireAction(rule);
                across.add(rule);
                if (JUDGED.contains(metric) && rule.action().blocks()) {
                    inside.add(new RiskRule(
                            rule.scope(), rule.metric(), rule.unit(), rule.limit(), rule.windowNanos(), RiskAction.BLOCK_NEW,
                            rule.coolOffNanos()));
                }
            } else {
                throw new IllegalArgumentException("risk rule '" + rule.text() + "' counts the orders of one history; where a"
                        + " run has several, scope symbol, bot:* or tag:NAME would pass");
            }
        }
        return new Split(
                new RiskLimits(limits.maxOrderNotionalAtoms(), 0, 0, limits.collar(), inside), List.copyOf(across));
    }

    private static RiskRule account(String metric, long atoms, RiskAction action, Instrument instrument) {
        return new RiskRule(
                RiskScope.ACCOUNT, RuleText.metric(metric), RiskUnit.MONEY, instrument.quote().toDecimal(atoms), 0, action, 0);
    }

    private static void requireAction(RiskRule rule) {
        if (rule.action() == RiskAction.SHRINK) {
            throw new IllegalArgumentException("risk rule '" + rule.text() + "' shrinks the positions of one history; where a"
                    + " run has several, warn, block-new, cancel-entries, reduce-only, stop-bots, halt and flatten would pass");
        }
    }

    /**
     * Joins sessions whose bots are started to the account they share.
     *
     * @param bots      the ids of each session's bots
     * @param cashAtoms what belongs to no session
     * @param rules     about the account, as {@link #split} gave them
     */
    public AccountRules(List<Session> sessions, List<List<Integer>> bots, long cashAtoms, List<RiskRule> rules) {
        this.sessions = List.copyOf(sessions);
        this.bots = List.copyOf(bots);
        this.cashAtoms = cashAtoms;
        instrument = sessions.getFirst().config().instrument();
        for (Session session : sessions) {
            figures.add(new AccountFigures(session));
        }
        reduced = new boolean[sessions.size()];
        long start = equityAtoms();
        for (int i = 0; i < rules.size(); i++) {
            watches.add(new AccountWatch(this, i + 1, rules.get(i), rules.get(i).rawLimit(instrument), start));
        }
        for (int i = 0; i < sessions.size(); i++) {
            sessions.get(i).beyond(new Others(i));
        }
    }

    /** {@return what the rules did} */
    public RiskLog log() {
        return log;
    }

    /** All sessions have come to an instant: measures, and does what a broken rule asks for. */
    public void judge(long timeNanos) {
        String words = "";
        boolean held = false;
        for (int i = 0; i < watches.size(); i++) {
            AccountWatch watch = watches.get(i);
            Level before = watch.state().level();
            watch.measure(timeNanos);
            Level level = watch.state().level();
            if (level == Level.RED && before != Level.RED) {
                write(watch, RiskLog.Kind.BROKEN, timeNanos);
                act(watch.rule(), watch.rule().violation(instrument), timeNanos);
            } else if (level != Level.RED && before == Level.RED) {
                write(watch, RiskLog.Kind.CLEARED, timeNanos);
            }
            if (watch.state().red(timeNanos) && watch.rule().action().blocks()) {
                words = words.isEmpty() ? watch.words(instrument) : words;
                held |= watch.rule().action() == RiskAction.CANCEL_ENTRIES;
            }
        }
        barred = words;
        for (int i = 0; !held && i < reduced.length; i++) {
            if (reduced[i] && sessions.get(i).desk().tradingState() == TradingState.REDUCING) {
                sessions.get(i).loop().command(timeNanos, new Command.LeaveHalt());
            }
            reduced[i] = false;
        }
    }

    private void act(RiskRule rule, String words, long timeNanos) {
        switch (rule.action()) {
            case WARN, BLOCK_NEW -> {}
            case CANCEL_ENTRIES -> {
                // this ends by itself; what a person must end is not ended with it
                for (int i = 0; i < reduced.length; i++) {
                    reduced[i] = sessions.get(i).desk().tradingState() == TradingState.ACTIVE;
                }
                forAll(timeNanos, new Command.Reduce(words));
            }
            case REDUCE_ONLY -> {
                Arrays.fill(reduced, false);
                forAll(timeNanos, new Command.Reduce(words));
            }
            case HALT -> forAll(timeNanos, new Command.Halt(words));
            case FLATTEN -> forAll(timeNanos, new Command.Flatten(words));
            case STOP_BOTS -> stopBots(timeNanos);
            case SHRINK, PROTECT, ADD_MARGIN -> throw new IllegalStateException(rule.text() + " is no rule of an account");
        }
    }

    private void forAll(long timeNanos, Command command) {
        for (Session session : sessions) {
            session.loop().command(timeNanos, command);
        }
    }

    private void stopBots(long timeNanos) {
        for (int i = 0; i < sessions.size(); i++) {
            for (int id : bots.get(i)) {
                BotState state = sessions.get(i).botState(id);
                if (state != BotState.STOPPED && state != BotState.STOPPING) {
                    sessions.get(i).loop().command(timeNanos, new Command.StopBot(id, Command.StopMode.KEEP));
                }
            }
        }
    }

    private void write(AccountWatch watch, RiskLog.Kind kind, long timeNanos) {
        RiskUnit unit = watch.rule().unit();
        String measured = watch.value() == RiskMetric.NOTHING ? "-" : unit.text(watch.value(), instrument);
        log.add(new RiskLog.Row(
                timeNanos, watch.number(), watch.rule().text(), kind, 0, measured, unit.text(watch.limit(), instrument)));
    }

    long equityAtoms() {
        long sum = cashAtoms;
        for (int i = 0; i < figures.size(); i++) {
            sum += figures.get(i).equityAtoms();
        }
        return sum;
    }

    long heldAtoms() {
        long sum = 0;
        for (int i = 0; i < figures.size(); i++) {
            sum += figures.get(i).heldAtoms();
        }
        return sum;
    }

    long netHeldAtoms() {
        long sum = 0;
        for (int i = 0; i < figures.size(); i++) {
            sum += figures.get(i).netHeldAtoms();
        }
        return sum;
    }

    long workingEntryAtoms() {
        long sum = 0;
        for (int i = 0; i < figures.size(); i++) {
            sum += figures.get(i).workingEntryAtoms();
        }
        return sum;
    }

    int openPositions() {
        int sum = 0;
        for (int i = 0; i < figures.size(); i++) {
            sum += figures.get(i).openPositions();
        }
        return sum;
    }

    /** The account without one of its sessions. */
    private final class Others implements AccountBeyond {

        private final AccountFigures own;

        Others(int session) {
            own = figures.get(session);
        }

        @Override
        public long equityAtoms() {
            return AccountRules.this.equityAtoms() - own.equityAtoms();
        }

        @Override
        public long heldAtoms() {
            return AccountRules.this.heldAtoms() - own.heldAtoms();
        }

        @Override
        public long netHeldAtoms() {
            return AccountRules.this.netHeldAtoms() - own.netHeldAtoms();
        }

        @Override
        public long workingEntryAtoms() {
            return AccountRules.this.workingEntryAtoms() - own.workingEntryAtoms();
        }

        @Override
        public int openPositions() {
            return AccountRules.this.openPositions() - own.openPositions();
        }

        @Override
        public String barred() {
            return barred;
        }
    }
}
