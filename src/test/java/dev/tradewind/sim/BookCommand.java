package dev.tradewind.sim;

import dev.tradewind.domain.Side;
import dev.tradewind.kernel.Rng;
import java.util.ArrayList;
import java.util.List;

/** One command to a book, and streams of them made up from a seed. */
record BookCommand(Kind kind, long id, long owner, Side side, long ticks, long lots, BookTerms terms) {

    enum Kind {
        PLACE,
        MARKET,
        CANCEL,
        REDUCE,
        REPLACE
    }

    /** Makes streams in which prices cluster, lie far out, and now and then jump to somewhere else altogether. */
    static List<BookCommand> stream(long seed, int length) {
        Rng rng = new Rng(seed);
        List<BookCommand> commands = new ArrayList<>();
        int owners = 1 + rng.nextInt(20);
        int spread = 1 << rng.nextInt(9);
        long middle = 1 + rng.nextInt(1 << 4 + rng.nextInt(24));
        long ids = 0;
        for (int i = 0; i < length; i++) {
            if (rng.nextInt(400) == 0) {
                middle = rng.nextInt(10) == 0
                        ? 1 + (rng.nextLong() >>> 4 + rng.nextInt(58))
                        : Math.max(1, middle + rng.nextInt(2_001) - 1_000);
            }
            middle = Math.max(1, middle + rng.nextInt(3) - 1);
            Side side = rng.nextInt(2) == 0 ? Side.BUY : Side.SELL;
            // mostly behind the middle on the order's own side, some across it, few far out
            long away = rng.nextInt(spread) - spread / 5;
            away = rng.nextInt(25) == 0 ? away * (1L << rng.nextInt(20)) : away;
            long ticks = middle + (side == Side.BUY ? -away : away);
            ticks = rng.nextInt(200) == 0 ? -rng.nextInt(2) : Math.clamp(ticks, 1, 1L << 60);
            long lots = rng.nextInt(150) == 0 ? -rng.nextInt(3) : 1 + rng.nextInt(rng.nextInt(8) == 0 ? 400 : 20);
            long known = ids == 0 ? 7 : 1 + ids - 1 - rng.nextInt((int) Math.min(ids, 120));
            int kind = rng.nextInt(100);
            if (kind < 50) {
                long id = rng.nextInt(100) == 0 ? known : ++ids;
                BookTerms terms = BookTerms.values()[Math.max(0, rng.nextInt(10) - 6)];
                commands.add(new BookCommand(Kind.PLACE, id, rng.nextInt(owners), side, ticks, lots, terms));
            } else if (kind < 55) {
                commands.add(new BookCommand(Kind.MARKET, ++ids, rng.nextInt(owners), side, 0, lots, BookTerms.IOC));
            } else if (kind < 80) {
                commands.add(new BookCommand(Kind.CANCEL, known, 0, side, 0, 0, BookTerms.GTC));
            } else if (kind < 88) {
                commands.add(new BookCommand(Kind.REDUCE, known, 0, side, 0, lots, BookTerms.GTC));
            } else {
                commands.add(new BookCommand(Kind.REPLACE, known, 0, side, ticks, lots, BookTerms.GTC));
            }
        }
        return commands;
    }

    BookAnswer to(MatchingBook book) {
        return switch (kind) {
            case PLACE -> book.place(id, owner, side, ticks, lots, terms);
            case MARKET -> book.market(id, owner, side, lots);
            case CANCEL -> book.cancel(id);
            case REDUCE -> book.reduce(id, lots);
            case REPLACE -> book.replace(id, ticks, lots);
        };
    }

    BookAnswer to(NaiveBook book) {
        return switch (kind) {
            case PLACE -> book.place(id, owner, side, ticks, lots, terms);
            case MARKET -> book.market(id, owner, side, lots);
            case CANCEL -> book.cancel(id);
            case REDUCE -> book.reduce(id, lots);
            case REPLACE -> book.replace(id, ticks, lots);
        };
    }
}
