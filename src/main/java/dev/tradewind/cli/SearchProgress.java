package dev.tradewind.cli;

import dev.tradewind.domain.CancelledException;
import dev.tradewind.domain.Progress;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Says now and then how far a search is and how long it still takes; ends it when asked. One thread. */
final class SearchProgress implements Progress {

    private static final long NOTE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Output output;
    private final BooleanSupplier ending;
    private final long began = System.nanoTime();
    private long noted = began;
    private long first = -1;

    SearchProgress(Output output, BooleanSupplier ending) {
        this.output = output;
        this.ending = ending;
    }

    @Override
    public void at(long done, long total) {
        long now = System.nanoTime();
        if (first < 0) {
            first = done;
            if (done > 0) {
                output.note(Numbers.count(done) + " of " + Numbers.count(total) + " trials were finished earlier");
            }
        }
        if (now - noted >= NOTE_NANOS && done > first && done < total) {
            noted = now;
            double seconds = (now - began) / (double) TimeUnit.SECONDS.toNanos(1);
            double rate = (done - first) / seconds;
            output.note(Numbers.count(done) + " of " + Numbers.count(total) + " trials, "
                    + Numbers.decimal(rate, 1).toPlainString() + " a second, " + left((total - done) / rate) + " left");
        }
        if (ending.getAsBoolean()) {
            throw new CancelledException("asked to end");
        }
    }

    static String left(double seconds) {
        long whole = Math.round(seconds);
        return whole < TimeUnit.HOURS.toSeconds(1)
                ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
    }
}
