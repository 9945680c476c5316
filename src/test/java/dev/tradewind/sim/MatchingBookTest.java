package dev.tradewind.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.tradewind.domain.Side;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the book, one by one. */
class MatchingBookTest {

    private static final long BOUND_BYTES = 16 * 1024;

    private final List<String> fills = new ArrayList<>();
    private final MatchingBook book = new MatchingBook((taker, maker, ticks, lots, left) ->
            fills.add(taker + " takes " + lots + " of " + maker + " at " + ticks + ", " + left + " left"));

    @Test
    void bestPriceFirstThenFirstComeAtTheRestingOrdersPrice() {
        place(1, Side.SELL, 101, 5);
        place(2, Side.SELL, 100, 5);
        place(3, Side.SELL, 100, 5);
        assertEquals(BookAnswer.RESTS, place(4, Side.BUY, 101, 18));
        assertEquals(
                List.of(
                        "4 takes 5 of 2 at 100, 0 left",
                        "4 takes 5 of 3 at 100, 0 left",
                        "4 takes 5 of 1 at 101, 0 left"),
                fills);
        assertEquals(3, book.lotsAt(Side.BUY, 101));
        assertEquals(0, book.best(Side.SELL));
    }

    @Test
    void anOwnersOrderNeverMeetsItsOwnAndTheNewestGoes() {
        book.place(1, 7, Side.SELL, 100, 5, BookTerms.GTC);
        book.place(2, 8, Side.SELL, 99, 5, BookTerms.GTC);
        assertEquals(BookAnswer.EXPIRED, book.place(3, 7, Side.BUY, 100, 6, BookTerms.FOK));
        assertEquals(BookAnswer.SELF_TRADE, book.place(4, 7, Side.BUY, 100, 9, BookTerms.GTC));
        assertEquals(List.of("4 takes 5 of 2 at 99, 0 left"), fills);
        assertEquals(5, book.lotsOf(1));
        assertEquals(0, book.lotsOf(4));
    }

    @Test
    void aReductionKeepsThePlaceAndAnIncreaseLosesIt() {
        place(1, Side.BUY, 100, 5);
        place(2, Side.BUY, 100, 6);
        assertEquals(BookAnswer.DONE, book.reduce(1, 3));
        assertEquals(3, book.lotsAhead(2));
        assertEquals(BookAnswer.DONE, book.replace(1, 100, 2));
        assertEquals(2, book.lotsAhead(2));
        assertEquals(BookAnswer.RESTS, book.replace(1, 100, 4));
        assertEquals(0, book.lotsAhead(2));
        assertEquals(6, book.lotsAhead(1));
    }

    @Test
    void aReplacedOrderMayTakeUnlessItIsPostOnly() {
        place(1, Side.SELL, 105, 5);
        book.place(2, 0, Side.BUY, 100, 5, BookTerms.POST_ONLY);
        place(3, Side.BUY, 99, 2);
        assertEquals(BookAnswer.WOULD_TAKE, book.replace(2, 105, 5));
        assertEquals(BookAnswer.FILLED, book.replace(3, 105, 2));
        assertEquals(List.of("3 takes 2 of 1 at 105, 3 left"), fills);
    }

    @Test
    void badInputIsNamedAndChangesNothing() {
        place(1, Side.BUY, 100, 5);
        long before = book.stateHash();
        assertEquals(BookAnswer.LOTS_NOT_ALLOWED, place(2, Side.BUY, 100, 0));
        assertEquals(BookAnswer.LOTS_NOT_ALLOWED, place(2, Side.BUY, 100, MatchingBook.MOST_LOTS + 1));
        assertEquals(BookAnswer.PRICE_NOT_ALLOWED, place(2, Side.BUY, 0, 1));
        assertEquals(BookAnswer.PRICE_NOT_ALLOWED, place(2, Side.SELL, MatchingBook.MOST_TICKS + 1, 1));
        assertEquals(BookAnswer.DUPLICATE_ID, place(1, Side.SELL, 100, 1));
        assertEquals(BookAnswer.UNKNOWN_ID, book.cancel(2));
        assertEquals(BookAnswer.UNKNOWN_ID, book.replace(2, 100, 1));
        assertEquals(BookAnswer.NOT_LESS, book.reduce(1, 5));
        assertEquals(BookAnswer.LOTS_NOT_ALLOWED, book.market(3, 0, Side.SELL, -1));
        assertEquals(before, book.stateHash());
        assertEquals(List.of(), fills);
    }

    @Test
    void theCostOfTakingWalksTheLevels() {
        place(1, Side.SELL, 100, 5);
        place(2, Side.SELL, 102, 5);
        place(3, Side.SELL, 1_000_000_000_000L, 1);
        assertEquals(5 * 100 + 2 * 102, book.costToTake(Side.SELL, 7));
        assertEquals(5 * 100 + 5 * 102 + 1_000_000_000_000L, book.costToTake(Side.SELL, 11));
        assertEquals(-1, book.costToTake(Side.SELL, 12));
    }

    @Test
    void aSteadyBookAllocatesNothing() {
        MatchingBook steady = new MatchingBook((taker, maker, ticks, lots, left) -> {});
        List<BookCommand> commands = BookCommand.stream(5, 20_000);
        live(steady, commands);
        live(steady, commands);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().threadId();
        long before = threads.getThreadAllocatedBytes(thread);
        live(steady, commands);
        long bytes = threads.getThreadAllocatedBytes(thread) - before;
        assertTrue(bytes < BOUND_BYTES, bytes + " bytes for " + commands.size() + " commands");
    }

    private static void live(MatchingBook book, List<BookCommand> commands) {
        for (int i = 0; i < commands.size(); i++) {
            commands.get(i).to(book);
        }
        for (int id = 1; id <= commands.size(); id++) {
            book.cancel(id);
        }
        assertEquals(0, book.size());
    }

    private BookAnswer place(long id, Side side, long ticks, long lots) {
        return book.place(id, 0, side, ticks, lots, BookTerms.GTC);
    }
}
