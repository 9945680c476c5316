package dev.tradewind.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.tradewind.domain.Side;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The fast book and the naive one live through the same commands and must never differ. */
class MatchingBookAgainstNaiveTest {

    private static final int SEEDS = 250;
    private static final int COMMANDS = 2_000;

    private record Fill(long taker, long maker, long ticks, long lots, long left) {}

    @Test
    void everyFillEveryAnswerAndEveryStateIsTheSame() {
        Map<BookAnswer, Integer> answers = new EnumMap<>(BookAnswer.class);
        for (long seed = 1; seed <= SEEDS; seed++) {
            List<BookCommand> commands = BookCommand.stream(seed, COMMANDS);
            if (difference(commands, answers) != null) {
                List<BookCommand> fewest = shrunk(commands);
                fail("seed " + seed + ": " + difference(fewest, answers) + " after\n"
                        + String.join("\n", fewest.stream().map(BookCommand::toString).toList()));
            }
        }
        for (BookAnswer answer : BookAnswer.values()) {
            int met = answers.getOrDefault(answer, 0);
            assertTrue(met > SEEDS, "the streams hardly ever lead to " + answer + ": " + answers);
        }
    }

    /** {@return what differs first, null if nothing does} */
    private static @Nullable String difference(List<BookCommand> commands, Map<BookAnswer, Integer> answers) {
        List<Fill> fills = new ArrayList<>();
        List<Fill> naiveFills = new ArrayList<>();
        MatchingBook book = new MatchingBook((taker, maker, ticks, lots, left) ->
                fills.add(new Fill(taker, maker, ticks, lots, left)));
        NaiveBook naive = new NaiveBook((taker, maker, ticks, lots, left) ->
                naiveFills.add(new Fill(taker, maker, ticks, lots, left)));
        long before = book.stateHash();
        for (int i = 0; i < commands.size(); i++) {
            BookCommand command = commands.get(i);
            fills.clear();
            naiveFills.clear();
            BookAnswer answer = command.to(book);
            BookAnswer expected = command.to(naive);
            answers.merge(answer, 1, Integer::sum);
            long after = book.stateHash();
            if (answer != expected) {
                return command + " answers " + answer + ", not " + expected;
            }
            if (!fills.equals(naiveFills)) {
                return command + " fills " + fills + ", not " + naiveFills;
            }
            if (after != naive.stateHash()) {
                return command + " leaves another book";
            }
            if (answer.isRefused() && after != before) {
                return command + " was refused as " + answer + " and changed the book";
            }
            String asked = asked(book, naive, command, i % 16 == 0);
            if (asked != null) {
                return "after " + command + ": " + asked;
            }
            before = after;
        }
        return null;
    }

    private static @Nullable String asked(MatchingBook book, NaiveBook naive, BookCommand command, boolean thoroughly) {
        for (Side side : Side.values()) {
            if (book.best(side) != naive.best(side)) {
                return "best " + side + " is " + book.best(side) + ", not " + naive.best(side);
            }
            if (book.lotsAt(side, command.ticks()) != naive.lotsAt(side, command.ticks())) {
                return side + " lots at " + command.ticks() + " are " + book.lotsAt(side, command.ticks());
            }
            long lots = Math.max(1, command.lots());
            boolean fits = naive.side(side).keySet().stream().allMatch(ticks -> ticks < 1L << 50);
            if (thoroughly && fits && book.costToTake(side, lots) != naive.costToTake(side, lots)) {
                return "taking " + lots + " from " + side + " costs " + book.costToTake(side, lots);
            }
        }
        if (book.best(Side.BUY) != 0 && book.best(Side.SELL) != 0 && book.best(Side.BUY) >= book.best(Side.SELL)) {
            return "the book is crossed at " + book.best(Side.BUY);
        }
        if (book.size() != naive.byId.size()) {
            return "there are " + book.size() + " orders, not " + naive.byId.size();
        }
        return book.lotsAhead(command.id()) == naive.lotsAhead(command.id())
                ? null
                : "ahead of " + command.id() + " are " + book.lotsAhead(command.id());
    }

    /** Leaves out ever smaller runs of commands as long as the books still differ. */
    private static List<BookCommand> shrunk(List<BookCommand> commands) {
        Map<BookAnswer, Integer> unused = new EnumMap<>(BookAnswer.class);
        List<BookCommand> fewest = commands;
        for (int run = commands.size() / 2; run > 0; run /= 2) {
            for (int from = 0; from < fewest.size(); ) {
                List<BookCommand> fewer = new ArrayList<>(fewest.subList(0, from));
                fewer.addAll(fewest.subList(Math.min(fewest.size(), from + run), fewest.size()));
                if (difference(fewer, unused) != null) {
                    fewest = fewer;
                } else {
                    from += run;
                }
            }
        }
        return fewest;
    }

    @Test
    void noLotIsMadeOrLost() {
        for (long seed = 1_001; seed <= 1_040; seed++) {
            long[] traded = new long[1];
            MatchingBook book = new MatchingBook((taker, maker, ticks, lots, left) -> {
                assertTrue(lots > 0 && left >= 0);
                traded[0] += lots;
            });
            for (BookCommand command : BookCommand.stream(seed, COMMANDS)) {
                traded[0] = 0;
                long buys = lots(book, Side.BUY);
                long sells = lots(book, Side.SELL);
                long own = book.lotsOf(command.id());
                BookAnswer answer = command.to(book);
                long gone = buys + sells - lots(book, Side.BUY) - lots(book, Side.SELL);
                long expected = switch (command.kind()) {
                    // what rests of a newcomer is its size less its fills; what it met is gone from the other side
                    case PLACE -> answer == BookAnswer.RESTS ? 2 * traded[0] - command.lots() : traded[0];
                    case MARKET -> traded[0];
                    case CANCEL -> answer == BookAnswer.DONE ? own : 0;
                    case REDUCE -> answer == BookAnswer.DONE ? own - command.lots() : 0;
                    case REPLACE -> answer.isRefused()
                            ? 0
                            : answer == BookAnswer.RESTS || answer == BookAnswer.DONE
                                    ? own - command.lots() + 2 * traded[0]
                                    : own + traded[0];
                };
                assertEquals(expected, gone, "seed " + seed + ", " + command + " " + answer);
            }
        }
    }

    private static long lots(MatchingBook book, Side side) {
        long[] sum = new long[1];
        book.walk(side, (ticks, lots, orders) -> {
            sum[0] += lots;
            return true;
        });
        return sum[0];
    }
}
