package dev.tradewind.hostile;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.engine.Rejoin;
import dev.tradewind.engine.Session;
import dev.tradewind.kernel.Disk;
import dev.tradewind.kernel.Journal;
import dev.tradewind.kernel.VirtualClock;
import dev.tradewind.kernel.World;
import org.jspecify.annotations.Nullable;

/** The terminal on its machine: one process after the other over the same disk, and the driver that steps its engine. */
final class Terminal {

    private final Scenario scenario;
    private final Parts parts;
    private final Storage storage;
    private final HostileDisk disk;
    private final Storm storm;
    private final HostileVenue venue;
    private final Accounts accounts;
    private final Parts.Ear ear;
    private @Nullable Process process;
    private boolean recovering;
    private boolean ofAccount;
    private long restartDue = Agenda.NEVER;
    private long engineNanos;
    private long startNanos;

    Terminal(Scenario scenario, Parts parts, Storage storage, HostileDisk disk, Storm storm, HostileVenue venue) {
        this.scenario = scenario;
        this.parts = parts;
        this.storage = storage;
        this.disk = disk;
        this.storm = storm;
        this.venue = venue;
        accounts = new Accounts(scenario.capitalAtoms());
        ear = parts.reports().apply(this::take);
        disk.tripwire(this::touched);
    }

    private void touched(Fault writing) {
        Fault fault = recovering ? Fault.CRASH_RECOVERING : writing;
        if (storm.strikes(fault)) {
            throw new Crash(fault);
        }
    }

    /** {@return the disk as the engine's journal has it} */
    Disk disk() {
        return parts.disk().apply(disk);
    }

    /** Begins the session. */
    void begin(long nowNanos) {
        startNanos = nowNanos;
        engineNanos = nowNanos;
        Journal journal = parts.journal().apply(storage.create(disk(), nowNanos));
        Books books = new Books(scenario.instrument());
        Session session = new Session(
                scenario.config(parts.bots()), new VirtualClock(nowNanos), journal,
                clock -> new Session.Exchange(parts.venue().apply(venue), World.OUTSIDE), books, false);
        process = new Process(session, journal, books);
        accounts.begin(session, books);
    }

    boolean lives() {
        return process != null;
    }

    Process process() {
        Process living = process;
        if (living == null) {
            throw new IllegalStateException("the process is dead");
        }
        return living;
    }

    /** {@return when the process comes back, {@link Agenda#NEVER} while it lives} */
    long restartDue() {
        return restartDue;
    }

    long sequence() {
        return process().session().loop().sequence();
    }

    void market(MarketEvent event) {
        process().session().loop().market(event);
    }

    void report(long ownNanos, VenueReport report) {
        clock(ownNanos);
        ear.hear(report);
    }

    private void take(VenueReport report) {
        if (lives()) {
            ofAccount |= report.kind().isOfLine() || report.kind().isOfAccount();
            process().session().loop().report(engineNanos, report);
        }
    }

    void command(long ownNanos, Command command) {
        clock(ownNanos);
        process().session().loop().command(engineNanos, command);
    }

    private void clock(long ownNanos) {
        engineNanos = Math.max(engineNanos, ownNanos);
    }

    /** What a driver does between inputs: timers that are due, and now and then the end of a batch. */
    void afterStep(long ownNanos) {
        clock(ownNanos);
        Process living = process();
        living.session().loop().release(engineNanos);
        if (storm.oneIn(4)) {
            living.journal().flush();
        }
        accounts.check(living.session(), living.books(), ofAccount);
        ofAccount = false;
    }

    boolean diskFailed() {
        return disk.failure() != null;
    }

    Fault diskFault() {
        Fault fault = disk.failure();
        if (fault == null) {
            throw new IllegalStateException("the disk did not fail");
        }
        return fault;
    }

    /** The process dies; with the power, where that fails too. */
    void die(boolean powerFails, long backNanos) {
        process = null;
        restartDue = backNanos;
        if (powerFails) {
            disk.cutPower();
        }
        disk.mended();
    }

    /** A new process takes the journal up. */
    void restart(long ownNanos) {
        restartDue = Agenda.NEVER;
        recovering = true;
        try {
            Books books = new Books(scenario.instrument());
            Storage.Kept kept = storage.resume(disk());
            Rejoin rejoin = new Rejoin(kept.rows(), parts.journal().apply(kept.target()), kept.lastSequence());
            Session session = new Session(
                    scenario.config(parts.bots()), new VirtualClock(startNanos), rejoin.journal(),
                    clock -> new Session.Exchange(rejoin.gate(parts.venue().apply(venue)), World.OUTSIDE), books, false);
            rejoin.takeAgain(parts.past().apply(kept.inputs()), session);
            process = new Process(session, rejoin.journal(), books);
            accounts.begin(session, books);
            engineNanos = Math.max(ownNanos, session.loop().clock().nowNanos());
        } finally {
            recovering = false;
        }
    }

    /** Ends the session and takes all of it again: the same hash comes out. */
    void replay() {
        Process last = process();
        last.journal().commit();
        process = null;
        Storage.Kept kept = storage.resume(disk());
        long recorded = kept.target().runHash();
        long again = Replay.hash(scenario, parts, startNanos, kept.inputs());
        if (recorded != again) {
            throw new Violation(Replay.SAME, String.format("%016x became %016x", recorded, again));
        }
    }

    /** Whether nothing goes wrong from now on, the disk included. */
    void calm() {
        disk.mended();
    }
}
