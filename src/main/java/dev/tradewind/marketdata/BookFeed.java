package dev.tradewind.marketdata;

import dev.tradewind.domain.MarketEvent;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Plays a recorded book with its trades, reading the file as it goes. It holds the file open until its end, a
 * {@link #close} or going back. Owned by one thread; {@link ImportException} where the file fails.
 */
public final class BookFeed implements HistoryFeed, Closeable {

    private final BookImport recording;
    private @Nullable BookReader reader;
    private @Nullable BookRange range;
    private @Nullable MarketEvent ahead;
    private @Nullable MarketEvent current;
    private long position;

    /** Plays what {@code recording} describes, from its beginning. */
    public BookFeed(BookImport recording) {
        this.recording = recording;
    }

    @Override
    public boolean advance(long untilNanos) {
        if (exhausted()) {
            return false;
        }
        MarketEvent next = look();
        if (next.timeNanos() > untilNanos) {
            return false;
        }
        current = next;
        ahead = null;
        position++;
        if (exhausted()) {
            close();
        }
        return true;
    }

    private MarketEvent look() {
        MarketEvent next = ahead;
        try {
            if (range == null) {
                reader = recording.reader();
                range = new BookRange(new BookSync(reader), recording.fromNanos(), recording.toNanos());
                for (long i = 0; i < position; i++) {
                    range.next();
                }
            }
            if (next == null) {
                next = range.next();
                ahead = next;
            }
        } catch (IOException e) {
            throw new ImportException(recording.summary().file(), 0, "cannot be read any more: " + e);
        }
        if (next == null) {
            throw new ImportException(
                    recording.summary().file(), 0, "ends after " + position + " of " + recording.events()
                            + " events; it was changed while it was played");
        }
        return next;
    }

    @Override
    public MarketEvent current() {
        if (current == null) {
            throw new IllegalStateException("nothing was played yet");
        }
        return current;
    }

    @Override
    public boolean coversTime() {
        return false;
    }

    @Override
    public boolean exhausted() {
        return position == recording.events();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public long total() {
        return recording.events();
    }

    @Override
    public long nextTimeNanos() {
        return exhausted() ? NOTHING : look().timeNanos();
    }

    @Override
    public void seek(long to) {
        if (to < 0 || to > total()) {
            throw new IllegalArgumentException("position " + to + " is outside 0.." + total());
        }
        close();
        position = to;
    }

    /** Lets the file go; playing on opens it again. */
    @Override
    public void close() {
        BookReader open = reader;
        reader = null;
        range = null;
        ahead = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new ImportException(recording.summary().file(), 0, "cannot be closed: " + e);
            }
        }
    }
}
