package dev.tradewind.hostile;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.engine.OpenOrders;
import dev.tradewind.kernel.JournalException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One seed's world from its first trade to its calm end: engine, bots and user on one side, a true exchange on the other, and
 * between and below them everything that can go wrong. Steps whatever is due next, looks at every invariant after each step,
 * and in the end at what both sides' books say. One thread; the same seed is the same world everywhere.
 */
public final class Simulation {

    /** The engine takes no input that stops it. */
    static final String STANDS = "the engine never breaks";

    /** A journal that was written can be taken up again. */
    static final String RECOVERS = "recovery reproduces the journal";

    /** When every world begins. */
    static final long START_NANOS = 1_800_000_000_000_000_000L;

    /** A seed takes at least so many inputs. */
    static final int LEAST_INPUTS = 2_000;

    private static final long MILLI = 1_000_000L;
    private static final long SECOND = 1_000 * MILLI;
    private static final int STORM_INPUTS = 1_700;
    private static final long CALM_NANOS = 120 * SECOND;
    private static final long STILL_NANOS = 240 * SECOND;

    private final long seed;
    private final Scenario scenario;
    private final Trace trace;
    private final Coverage coverage;
    private final Storm storm;
    private final Agenda agenda = new Agenda();
    private final TrueExchange exchange;
    private final HostileVenue venue;
    private final Terminal terminal;
    private final Mischief mischief;
    private final PriceWalk market;
    private final Person person;
    private final SentIds sent = new SentIds();
    private final Protection protection;
    private final Clocks clocks;
    /** States of the orders when the process died last: what a recovery has to bring back. */
    private final List<OrderState> lastSeen = new ArrayList<>();

    private long now = START_NANOS;
    private long marketDue = START_NANOS + SECOND;
    private long commandDue = Agenda.NEVER;
    private int botsStarted;
    private long inputs;
    private long counted;
    private int restarts;

    private Simulation(
            long seed, Storage storage, Parts parts, Set<Fault> faults, Coverage coverage, Trace trace) {
        this.seed = seed;
        this.trace = trace;
        this.coverage = coverage;
        scenario = Scenario.of(seed);
        storm = new Storm(seed, coverage, faults);
        clocks = new Clocks(seed);
        exchange = new TrueExchange(scenario, clocks.venue(now));
        HostileDisk disk = new HostileDisk(storm);
        venue = new HostileVenue(exchange, agenda, storm, new Surroundings(), scenario);
        terminal = new Terminal(scenario, parts, storage, disk, storm, venue);
        mischief = new Mischief(scenario, storm, exchange, venue, clocks);
        market = new PriceWalk(seed, scenario.instrument().isPerpetual());
        person = new Person(seed, scenario);
        protection = new Protection(exchange, scenario);
    }

    /**
     * Lives through a seed.
     *
     * @param faults   what may go wrong; a crash happens even so
     * @param coverage counts what met what; may be shared by the seeds of one thread
     * @param steps    how many of the last steps to keep in words, 0 for none
     */
    public static Outcome run(
            long seed, Storage storage, Parts parts, Set<Fault> faults, Coverage coverage, int steps) {
        Trace trace = new Trace(steps);
        Simulation simulation = new Simulation(seed, storage, parts, faults, coverage, trace);
        String invariant = "";
        String detail = "";
        try {
            simulation.live();
        } catch (Violation violation) {
            invariant = violation.invariant();
            detail = String.valueOf(violation.getMessage());
        } catch (JournalException unreadable) {
            // at the very end, when all of it is taken again
            invariant = RECOVERS;
            detail = RECOVERS + ": " + unreadable.getMessage();
        }
        int fills = simulation.exchange.fills().size();
        return new Outcome(
                seed, simulation.inputs, simulation.restarts, fills, invariant, detail, trace.lines());
    }

    private void live() {
        terminal.begin(clocks.own(now));
        agenda.process(now, () -> tell(new VenueReport()
                .set(VenueReport.Kind.LINE_BACK, VenueReport.Reason.NONE, 0, exchange.nowNanos())));
        storm.calm(false);
        while (inputs < STORM_INPUTS || restarts == 0) {
            if (inputs > STORM_INPUTS / 2 && restarts == 0 && terminal.lives()) {
                storm.struck(Fault.CRASH_IDLE);
                guarded(() -> {
                    throw new Crash(Fault.CRASH_IDLE);
                });
            }
            step();
        }
        storm.calm(true);
        terminal.calm();
        agenda.world(now + SECOND, venue::mendLine);
        commandDue = Agenda.NEVER;
        for (long until = now + CALM_NANOS; now < until || inputs < LEAST_INPUTS; ) {
            step();
        }
        terminal.command(clocks.own(now), new Command.LeaveHalt());
        market.still();
        // what the last comparison mended, or what was traded since, is to be looked at once more
        for (int rounds = 0; rounds < 4 && (rounds == 0 || !Ending.agreed(terminal) || tradedSince(now - STILL_NANOS / 2));
                rounds++) {
            for (long until = now + STILL_NANOS; now < until; ) {
                step();
            }
        }
        marketDue = Agenda.NEVER;
        for (long until = now + 10 * SECOND; agenda.nextDue() <= until; ) {
            step();
        }
        new Ending(exchange).check(terminal);
        terminal.replay();
    }

    private boolean tradedSince(long timeNanos) {
        long since = clocks.venue(timeNanos);
        return exchange.fills().values().stream().anyMatch(fill -> fill.report().timeNanos() > since);
    }

    /** Does what is due next. */
    private void step() {
        long before = now;
        now = Math.max(now, Math.min(Math.min(marketDue, commandDue), Math.min(agenda.nextDue(), terminal.restartDue())));
        boolean reachable = terminal.lives() && venue.up();
        exchange.clock(clocks.venue(now));
        if (agenda.nextDue() <= now) {
            guarded(agenda::next);
        } else if (terminal.restartDue() <= now) {
            restart();
        } else if (marketDue <= now) {
            marketDue = now + market.pauseNanos();
            guarded(this::marketMoves);
        } else {
            commandDue = now + person.pauseNanos();
            guarded(this::personActs);
        }
        guarded(this::afterStep);
        if (reachable && terminal.lives() && venue.up()) {
            protection.check(terminal.process(), now - before);
        }
    }

    private void marketMoves() {
        MarketEvent event = market.next(exchange.nowNanos());
        exchange.market(event);
        if (terminal.lives() && venue.up()) {
            if (storm.strikes(Fault.FEED_GAP)) {
                surroundings().metAll(Fault.FEED_GAP);
            } else {
                trace.add(now, event::toString);
                terminal.market(event);
            }
        }
        mischief.strike(now, market.ticks(), terminal.lives() ? terminal.process() : null, surroundings());
        startBots();
        if (commandDue == Agenda.NEVER && !storm.calm()) {
            commandDue = now + person.pauseNanos();
        }
        if (terminal.lives() && storm.strikes(Fault.CRASH_IDLE)) {
            throw new Crash(Fault.CRASH_IDLE);
        }
    }

    private void startBots() {
        if (terminal.lives() && venue.up() && botsStarted < scenario.bots().size() && market.trades() > 5 * botsStarted + 3) {
            command(scenario.bots().get(botsStarted));
            botsStarted++;
        }
    }

    private void personActs() {
        if (terminal.lives()) {
            command(person.next(terminal.process().orders(), market.ticks()));
        }
    }

    private void command(Command command) {
        trace.add(now, command::toString);
        terminal.command(clocks.own(now), command);
    }

    private void tell(VenueReport report) {
        if (terminal.lives()) {
            trace.add(now, report::toString);
            terminal.report(clocks.own(now), report);
        }
    }

    private void afterStep() {
        if (terminal.lives()) {
            terminal.afterStep(clocks.own(now));
            long sequence = terminal.sequence();
            inputs += Math.max(0, sequence - counted);
            counted = sequence;
        }
    }

    /** Runs something that may kill the process. */
    private void guarded(Runnable action) {
        try {
            action.run();
        } catch (Crash crash) {
            die(crash.fault());
        } catch (JournalException e) {
            if (!terminal.diskFailed()) {
                throw new Violation(RECOVERS, "the journal failed on a sound disk: " + e.getMessage());
            }
            trace.add(now, () -> "the session halts: " + e.getMessage());
            die(terminal.diskFault());
        } catch (Violation violation) {
            throw violation;
        } catch (RuntimeException e) {
            throw new Violation(STANDS, e + " at " + (e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]));
        }
    }

    private void die(Fault fault) {
        surroundings().metAll(fault);
        lastSeen.clear();
        OpenOrders orders = terminal.process().orders();
        for (int i = 0; i < orders.size(); i++) {
            lastSeen.add(orders.get(i).state());
        }
        trace.add(now, fault::label);
        boolean power = storm.strikes(Fault.POWER_CUT);
        if (power) {
            surroundings().metAll(Fault.POWER_CUT);
        }
        terminal.die(power, now + storm.between(50, 20_000) * MILLI);
        agenda.died();
    }

    private void restart() {
        try {
            terminal.restart(clocks.own(now));
        } catch (Crash crash) {
            trace.add(now, () -> crash.fault().label());
            lastSeen.forEach(state -> coverage.met(crash.fault(), state));
            terminal.die(storm.strikes(Fault.POWER_CUT), now + storm.between(50, 2_000) * MILLI);
            agenda.died();
            return;
        } catch (JournalException e) {
            if (!terminal.diskFailed()) {
                throw new Violation(RECOVERS, String.valueOf(e.getMessage()));
            }
            terminal.die(false, now + SECOND);
            return;
        } catch (Violation violation) {
            throw violation;
        } catch (RuntimeException e) {
            throw new Violation(RECOVERS, e + " at " + (e.getStackTrace().length == 0 ? "?" : e.getStackTrace()[0]));
        }
        restarts++;
        trace.add(now, () -> "the process is back");
        venue.restarted();
        counted = Math.min(counted, terminal.sequence());
        agenda.process(now + storm.between(0, 3_000) * MILLI, () -> tell(new VenueReport()
                .set(VenueReport.Kind.LINE_BACK, VenueReport.Reason.NONE, 0, exchange.nowNanos())));
    }

    private HostileVenue.World surroundings() {
        return new Surroundings();
    }

    /** What the line to the exchange sees of this world. */
    private final class Surroundings implements HostileVenue.World {

        @Override
        public long nowNanos() {
            return now;
        }

        @Override
        public void leaves(OrderRequest request) {
            if (storm.strikes(Fault.CRASH_SENDING)) {
                throw new Crash(Fault.CRASH_SENDING);
            }
            trace.add(now, () -> "sent " + request);
            sent.leaves(request);
        }

        @Override
        public void met(Fault fault, long venueId) {
            OrderState state = terminal.lives() ? terminal.process().stateOf(venueId) : null;
            if (state != null) {
                coverage.met(fault, state);
            }
            trace.add(now, () -> fault.label() + " for " + venueId);
        }

        @Override
        public void metAll(Fault fault) {
            if (terminal.lives()) {
                OpenOrders orders = terminal.process().orders();
                for (int i = 0; i < orders.size(); i++) {
                    coverage.met(fault, orders.get(i).state());
                }
            }
        }

        @Override
        public void tell(VenueReport report) {
            Simulation.this.tell(report);
        }
    }
}
