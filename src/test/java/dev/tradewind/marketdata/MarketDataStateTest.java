package dev.tradewind.marketdata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.SavedStates;
import dev.tradewind.StateRules;
import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.StateException;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.kernel.Rng;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Books and candles that took a state over go on as those that saved it. */
class MarketDataStateTest {

    private static final long SECOND = 1_000_000_000L;
    private static final List<Timeframe> TIMEFRAMES =
            List.of(Timeframe.M1, Timeframe.M5, Timeframe.H1, Timeframe.D1, Timeframe.MN1);

    /** A book and the venue's numbers of its changes. */
    private static final class Told {

        final OrderBook book = new OrderBook();
        private long id = 10;

        void drive(long seed) {
            Rng rng = new Rng(seed);
            boolean snapshot = rng.nextInt(50) == 0;
            id += rng.nextInt(60) == 0 ? 3 : 1;
            BookEvent event = new BookEvent().begin(0, id, snapshot, id, rng.nextInt(40) == 0 ? id - 2 : id);
            for (int i = snapshot ? 100 : rng.nextInt(4); i >= 0; i--) {
                event.bid(1_000 - rng.nextInt(200), rng.nextInt(3) * 7L);
                event.ask(1_001 + rng.nextInt(200), rng.nextInt(3) * 5L);
            }
            book.apply(event);
        }

        String seen() {
            StringBuilder seen = new StringBuilder(book.inSync() + " " + book.lastId());
            for (BookSide side : List.of(book.bids(), book.asks())) {
                for (int i = 0; i < side.size(); i++) {
                    seen.append(' ').append(side.lots(i)).append('@').append(side.ticks(i));
                }
            }
            return seen.toString();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aBookGoesOnAsTheOneThatSaved(long seed) {
        String what = "seed " + seed;
        Rng rng = new Rng(seed);
        Told original = new Told();
        for (int i = rng.nextInt(seed == 1 ? 5 : 500); i > 0; i--) {
            original.drive(rng.nextLong());
        }
        byte[] state = SavedStates.of(original.book);
        Told loaded = new Told();
        loaded.id = original.id;
        SavedStates.loaded(state, loaded.book);
        assertArrayEquals(state, SavedStates.of(loaded.book), what);
        StateRules.all().compare(what, original.book, loaded.book);
        for (int i = 0; i < 300; i++) {
            long step = rng.nextLong();
            original.drive(step);
            loaded.drive(step);
            assertEquals(original.seen(), loaded.seen(), what);
        }
        assertArrayEquals(SavedStates.of(original.book), SavedStates.of(loaded.book), what);
        SavedStates.refuseDamageOf(state, OrderBook::new, rng, 300);
    }

    /** Candles of several timeframes from trades, or from candles of a minute. */
    private static final class Chart {

        final List<String> closed = new ArrayList<>();
        final CandleAggregator candles = new CandleAggregator(
                0, TIMEFRAMES, (timeframe, candle) -> closed.add(timeframe + " " + candle));
        private final boolean ofTrades;
        private long time;

        Chart(boolean ofTrades, long time) {
            this.ofTrades = ofTrades;
            this.time = time;
        }

        void drive(long seed) {
            Rng rng = new Rng(seed);
            long price = 1_000 + rng.nextInt(100);
            if (rng.nextInt(200) == 0) {
                time += 86_400 * SECOND * rng.nextInt(20);
            }
            if (ofTrades) {
                time += rng.nextInt(30) * SECOND;
                if (rng.nextInt(10) == 0) {
                    candles.advanceTime(time);
                } else {
                    candles.onTrade(time - rng.nextInt(3) * SECOND, price, rng.nextInt(50));
                }
                return;
            }
            CandleEvent candle = new CandleEvent();
            candle.set(
                    0, time, time + 60 * SECOND, price, price + rng.nextInt(9), price - rng.nextInt(9), price,
                    rng.nextInt(500));
            candles.onCandle(candle);
            time += 60 * SECOND * (1 + rng.nextInt(2));
        }

        String seen() {
            StringBuilder seen = new StringBuilder();
            CandleEvent forming = new CandleEvent();
            for (Timeframe timeframe : TIMEFRAMES) {
                CandleColumns columns = candles.closed(timeframe);
                seen.append(timeframe).append(' ').append(columns.size()).append(' ');
                seen.append(candles.forming(timeframe, forming) ? forming.toString() : "none").append('\n');
            }
            return seen.toString();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, true", "3, true", "4, false", "5, false", "6, false"})
    void candlesGoOnAsThoseThatSaved(long seed, boolean ofTrades) {
        String what = "seed " + seed;
        Rng rng = new Rng(seed);
        Chart original = new Chart(ofTrades, 1_700_000_040L * SECOND);
        for (int i = rng.nextInt(seed % 3 == 1 ? 4 : 4_000); i > 0; i--) {
            original.drive(rng.nextLong());
        }
        byte[] state = SavedStates.of(original.candles);
        Chart loaded = new Chart(ofTrades, original.time);
        SavedStates.loaded(state, loaded.candles);
        assertArrayEquals(state, SavedStates.of(loaded.candles), what);
        StateRules.all().ignoring("marketdata.CandleAggregator", "listener", "the test's own").compare(
                what, original.candles, loaded.candles);
        original.closed.clear();
        for (int i = 0; i < 1_500; i++) {
            long step = rng.nextLong();
            original.drive(step);
            loaded.drive(step);
            assertEquals(original.closed, loaded.closed, what);
            assertEquals(original.seen(), loaded.seen(), what);
        }
        assertArrayEquals(SavedStates.of(original.candles), SavedStates.of(loaded.candles), what);
        SavedStates.refuseDamageOf(state, () -> new Chart(ofTrades, 0).candles, rng, 100);
    }

    @Test
    void aChartOfOtherTimeframesRefusesIt() {
        byte[] state = SavedStates.of(new CandleAggregator(0, List.of(Timeframe.M1), (timeframe, candle) -> {}));
        StateException other = assertThrows(StateException.class, () -> SavedStates.loaded(
                state, new CandleAggregator(0, List.of(Timeframe.M5), (timeframe, candle) -> {})));
        assertTrue(other.getMessage().endsWith("1m candles come where 5m candles should"), other.getMessage());
        assertThrows(StateException.class, () -> SavedStates.loaded(
                state, new CandleAggregator(0, TIMEFRAMES, (timeframe, candle) -> {})));
    }

    @Test
    void aUsualCandleTakesFewBytes() {
        CandleSeries series = new CandleSeries(Timeframe.M1);
        Rng rng = new Rng(9);
        long price = 100_000;
        for (int i = 0; i < 10_000; i++) {
            long close = price + rng.nextInt(100) - 50;
            series.append(
                    i * 60 * SECOND, price, Math.max(price, close) + rng.nextInt(50), Math.min(price, close) - rng.nextInt(50),
                    close, rng.nextInt(10_000));
            price = close;
        }
        int bytes = SavedStates.of(series).length;
        assertTrue(bytes < 100_000, bytes + " bytes for 10000 candles");
    }
}
