package dev.tradewind.persistence.series;

import dev.tradewind.domain.Progress;

/** Tells progress a hundred times in all, however many steps there are. */
final class Steps {

    private static final int TIMES = 100;

    private final Progress progress;
    private final long total;
    private long done;
    private long nextTold;

    /** @param total steps in all, 0 if that is not known */
    Steps(Progress progress, long total) {
        this.progress = progress;
        this.total = total;
        progress.at(0, total);
    }

    /**
     * So many steps more are done.
     *
     * @throws dev.tradewind.domain.CancelledException if somebody wants the work to end
     */
    void add(long steps) {
        done += steps;
        if (done >= nextTold) {
            progress.at(Math.min(done, total), total);
            nextTold = done + Math.max(1, total / TIMES);
        }
    }
}
