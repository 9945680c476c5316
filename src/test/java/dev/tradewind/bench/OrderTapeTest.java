package dev.tradewind.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.Side;
import dev.tradewind.sim.BookFills;
import dev.tradewind.sim.BookTerms;
import dev.tradewind.sim.MatchingBook;
import dev.tradewind.sim.NaiveBook;
import org.junit.jupiter.api.Test;

/** Our book, the naive one and the benchmark's peer make the same of the benchmark's tape. */
class OrderTapeTest {

    private static final int COMMANDS = 40_000;

    @Test
    void threeBooksMakeTheSameTradesAndLeaveTheSameLevels() {
        OrderTape tape = OrderTape.of(COMMANDS, 3);
        BookWork ours = new BookWork();
        MatchingBook book =
                new MatchingBook((taker, maker, ticks, lots, left) -> ours.trade(taker, maker, ticks, lots));
        BookWork naives = new BookWork();
        NaiveBook naive = new NaiveBook((taker, maker, ticks, lots, left) -> naives.trade(taker, maker, ticks, lots));
        BookWork peers = new BookWork();
        ExchangeCoreBook peer = new ExchangeCoreBook(peers);
        for (int at = 0; at < tape.size(); at++) {
            long id = tape.id(at);
            if (tape.isCancel(at)) {
                assertEquals(naive.cancel(id), book.cancel(id));
            } else {
                Side side = tape.isSell(at) ? Side.SELL : Side.BUY;
                BookTerms terms = tape.isIoc(at) ? BookTerms.IOC : BookTerms.GTC;
                assertEquals(
                        naive.place(id, id, side, tape.ticks(at), tape.lots(at), terms),
                        book.place(id, id, side, tape.ticks(at), tape.lots(at), terms));
            }
        }
        peer.play(tape);
        peer.showLevels();
        for (Side side : Side.values()) {
            book.walk(side, (ticks, lots, orders) -> {
                ours.level(ticks, lots);
                return true;
            });
            naive.levels(side).forEach(naives::level);
        }
        assertEquals("", ours.differenceTo(naives));
        assertEquals("", ours.differenceTo(peers));
        assertEquals(ours.hash(), peers.hash());
    }

    @Test
    void theTapeIsMostlyPlacesAndCancelsOverABookOfSomeDepth() {
        OrderTape tape = OrderTape.of(COMMANDS, 4);
        long[] trades = new long[1];
        BookFills counting = (taker, maker, ticks, lots, left) -> trades[0]++;
        MatchingBook book = new MatchingBook(counting);
        int cancels = 0;
        long resting = 0;
        for (int at = 0; at < tape.size(); at++) {
            if (tape.isCancel(at)) {
                cancels++;
                book.cancel(tape.id(at));
            } else {
                book.place(
                        tape.id(at), tape.id(at), tape.isSell(at) ? Side.SELL : Side.BUY, tape.ticks(at), tape.lots(at),
                        tape.isIoc(at) ? BookTerms.IOC : BookTerms.GTC);
            }
            resting += book.size();
        }
        assertTrue(cancels > COMMANDS * 2 / 5 && cancels < COMMANDS / 2, cancels + " cancels");
        assertTrue(trades[0] > COMMANDS / 20 && trades[0] < COMMANDS / 4, trades[0] + " trades");
        long rest = resting / COMMANDS;
        assertTrue(Math.abs(rest - OrderTape.RESTING) < OrderTape.RESTING / 3, rest + " rest");
    }
}
