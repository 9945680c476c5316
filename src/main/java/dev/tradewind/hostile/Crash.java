package dev.tradewind.hostile;

/** The process dies here; thrown through the engine, which can do nothing about it. */
final class Crash extends RuntimeException {

    private final Fault fault;

    Crash(Fault fault) {
        super(fault.label(), null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
