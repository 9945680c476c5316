package dev.tradewind.app.activity;

import dev.tradewind.kernel.JournalEntry;
import dev.tradewind.persistence.RowPages;
import java.util.ArrayList;
import java.util.List;

/** A session's journal as a source. */
final class SessionSource implements Source {

    private final String name;
    private final RowPages pages;
    private final Wanted wanted;
    private final JournalRows rows;

    SessionSource(String name, RowPages pages, SessionStory story, Wanted wanted) {
        this.name = name;
        this.pages = pages;
        this.wanted = wanted;
        this.rows = new JournalRows(name, story, pages, wanted);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long top() {
        return pages.rowNotBefore(wanted.filter().toNanos());
    }

    @Override
    public Part below(long number) {
        RowPages.Page page = pages.below(number);
        List<Placed> passing = new ArrayList<>();
        for (JournalEntry entry : page.entries()) {
            rows.of(entry).ifPresent(row -> passing.add(new Placed(row.timeNanos(), row)));
        }
        // a session's time only ever moves on
        boolean over = page.firstNanos() < wanted.filter().fromNanos();
        return new Part(passing, over ? 1 : page.firstRow(), page.firstNanos());
    }
}
