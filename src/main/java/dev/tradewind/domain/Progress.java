package dev.tradewind.domain;

/** Hears how far a long piece of work is, and may end it. Called on the thread that works, some hundred times at most. */
@FunctionalInterface
public interface Progress {

    /** Nobody listens. */
    Progress NONE = (done, total) -> {};

    /**
     * So much is done.
     *
     * @param done  parts done
     * @param total parts in all, 0 where that is not known yet
     * @throws CancelledException to end the work; it leaves nothing half done behind
     */
    void at(long done, long total);
}
