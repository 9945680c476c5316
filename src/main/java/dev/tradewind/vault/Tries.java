package dev.tradewind.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Counts wrong tries and makes the next one wait. The count stands in a file of its own, so that neither a restart nor
 * a crash during a try resets it; who can remove that file can also take the vault and guess elsewhere. Safe on any
 * thread.
 */
final class Tries {

    private static final long MAGIC = 0x5457545249450D0AL; // TWTRIE\r\n
    private static final int SIZE = 8 + 4 + 8 + 4;
    private static final int FREE = 3;
    private static final long FIRST_WAIT_MILLIS = 2_000;
    private static final long LONGEST_WAIT_MILLIS = 300_000;
    private static final int MOST = 1_000_000;

    private final VaultStore store;
    private final InstantSource time;
    private int wrong;
    private long lastMillis;

    Tries(VaultStore store, InstantSource time) {
        this.store = store;
        this.time = time;
        Optional<byte[]> noted = read();
        noted.filter(Tries::isWhole).map(ByteBuffer::wrap).ifPresent(in -> {
            wrong = Math.clamp(in.getInt(8), 0, MOST);
            lastMillis = Math.max(0, in.getLong(12));
        });
    }

    private Optional<byte[]> read() {
        try {
            return store.readTries();
        } catch (IOException e) {
            // a count that cannot be read must not keep its owner out
            return Optional.empty();
        }
    }

    private static boolean isWhole(byte[] noted) {
        return noted.length == SIZE
                && ByteBuffer.wrap(noted).getLong() == MAGIC
                && ByteBuffer.wrap(noted).getInt(SIZE - 4) == sum(noted);
    }

    private static int sum(byte[] noted) {
        CRC32C sum = new CRC32C();
        sum.update(noted, 0, SIZE - 4);
        return (int) sum.getValue();
    }

    /** {@return how long until a try is taken; a clock that was set back starts the wait anew} */
    synchronized Duration untilNext() {
        long now = time.millis();
        lastMillis = Math.min(lastMillis, now);
        return Duration.ofMillis(Math.max(0, waitMillis(wrong) - (now - lastMillis)));
    }

    static long waitMillis(int wrong) {
        if (wrong < FREE) {
            return 0;
        }
        int doublings = Math.min(wrong - FREE, 16);
        return Math.min(FIRST_WAIT_MILLIS << doublings, LONGEST_WAIT_MILLIS);
    }

    /** Counts a try as wrong until {@link #succeeded}; called before it is looked at. */
    synchronized void begin() throws TooSoonException {
        Duration wait = untilNext();
        if (!wait.isZero()) {
            throw new TooSoonException(wait);
        }
        note(Math.min(MOST, wrong + 1), time.millis());
    }

    /** Forgets the wrong tries. */
    synchronized void succeeded() {
        note(0, 0);
    }

    /** Takes a begun try back that did not come to a verdict. */
    synchronized void undecided() {
        note(Math.max(0, wrong - 1), lastMillis);
    }

    private void note(int count, long millis) {
        wrong = count;
        lastMillis = millis;
        byte[] noted = ByteBuffer.allocate(SIZE).putLong(MAGIC).putInt(count).putLong(millis).array();
        ByteBuffer.wrap(noted).putInt(SIZE - 4, sum(noted));
        try {
            store.replaceTries(noted);
        } catch (IOException e) {
            // counted in memory at least: a full disk must not keep the owner from his keys
        }
    }
}
