package dev.tradewind.app;

import dev.tradewind.domain.Progress;

/** Counts parts of work and tells a progress now and then, some hundred times in all. */
final class WorkMeter {

    private static final int STEPS = 200;

    private final long total;
    private final Progress progress;
    private long done;
    private long told;

    WorkMeter(long total, Progress progress) {
        this.total = Math.max(1, total);
        this.progress = progress;
        progress.at(0, this.total);
    }

    /**
     * So many more parts are done.
     *
     * @throws dev.tradewind.domain.CancelledException if the work is to end
     */
    void add(long parts) {
        done = Math.min(total, done + parts);
        if (done - told >= total / STEPS) {
            told = done;
            progress.at(done, total);
        }
    }

    /** {@return a progress that counts as so many parts of this, whatever its own parts are} */
    Progress part(long parts) {
        long before = done;
        return (at, all) -> {
            long now = before + (all <= 0 ? 0 : (long) (parts * Math.min(1, at / (double) all)));
            done = Math.max(done, Math.min(total, now));
            progress.at(done, total);
        };
    }
}
