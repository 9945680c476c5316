package dev.tradewind.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.domain.Timeframe;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedTest {

    private static final long MINUTE = Timeframe.M1.nanos();

    private static CandleColumns candles(int rows) {
        CandleSeries series = new CandleSeries(Timeframe.M1);
        for (int row = 0; row < rows; row++) {
            series.append(row * MINUTE, 10 + row, 12 + row, 9 + row, 11 + row, row);
        }
        return series.columns();
    }

    private static List<String> play(HistoryFeed feed) {
        List<String> played = new ArrayList<>();
        while (feed.advance(Long.MAX_VALUE)) {
            played.add(feed.current().toString());
        }
        return played;
    }

    @Test
    void aCandleIsGivenAtItsCloseAndNotBefore() {
        CandleFeed feed = new CandleFeed(3, candles(2));
        assertThat(feed.nextTimeNanos()).isEqualTo(MINUTE);
        assertThat(feed.advance(MINUTE - 1)).isFalse();
        assertThat(feed.advance(MINUTE)).isTrue();
        assertThat(feed.current().timeNanos()).isEqualTo(MINUTE);
        assertThat(feed.current().instrument()).isEqualTo(3);
        assertThat(feed.current().toString()).isEqualTo("CandleEvent[0 o10 h12 l9 c11 v0]");
        assertThat(feed.advance(MINUTE)).isFalse();
        assertThat(feed.exhausted()).isFalse();
        assertThat(feed.advance(Long.MAX_VALUE)).isTrue();
        assertThat(feed.exhausted()).isTrue();
        assertThat(feed.advance(Long.MAX_VALUE)).isFalse();
        assertThat(feed.position()).isEqualTo(2);
        assertThat(feed.nextTimeNanos()).isEqualTo(HistoryFeed.NOTHING);
        assertThat(feed.coversTime()).isTrue();
    }

    @Test
    void aRangeTakesTheCandlesThatOpenInIt() {
        CandleFeed feed = new CandleFeed(0, candles(10), 3 * MINUTE, 5 * MINUTE);
        assertThat(feed.total()).isEqualTo(2);
        assertThat(play(feed)).containsExactly("CandleEvent[180000000000 o13 h15 l12 c14 v3]",
                "CandleEvent[240000000000 o14 h16 l13 c15 v4]");
        assertThat(new CandleFeed(0, candles(10), 3 * MINUTE + 1, Long.MAX_VALUE).total()).isEqualTo(6);
        assertThat(new CandleFeed(0, candles(10), 20 * MINUTE, 30 * MINUTE).exhausted()).isTrue();
        assertThatThrownBy(() -> new CandleFeed(0, candles(1), 2, 1))
                .hasMessage("the range ends at 1, before it begins at 2");
    }

    @Test
    void monthsCloseByTheCalendar() {
        CandleSeries series = new CandleSeries(Timeframe.MN1);
        series.append(1_706_745_600_000_000_000L, 1, 1, 1, 1, 1);
        CandleFeed feed = new CandleFeed(0, series.columns());
        assertThat(feed.advance(Long.MAX_VALUE)).isTrue();
        assertThat(feed.current().timeNanos()).isEqualTo(1_709_251_200_000_000_000L);
    }

    @Test
    void goesOnFromAnyPosition() {
        TradeColumns trades = TradeColumns.of(
                4, new long[] {10, 20, 20, 30}, new long[] {1, 2, 3, 4}, new long[] {5, 6, 7, 8});
        for (HistoryFeed feed : List.of(new CandleFeed(0, candles(4)), new TradeFeed(0, trades))) {
            List<String> all = play(feed);
            for (int position = 0; position <= 4; position++) {
                feed.seek(position);
                assertThat(feed.position()).isEqualTo(position);
                assertThat(play(feed)).isEqualTo(all.subList(position, 4));
            }
            assertThatThrownBy(() -> feed.seek(5)).hasMessage("position 5 is outside 0..4");
        }
    }

    @Test
    void tradesAreGivenInOrderUpToATime() {
        TradeColumns trades = TradeColumns.of(
                4, new long[] {10, 20, 20, 30}, new long[] {1, 2, 3, 4}, new long[] {5, 6, 7, 8});
        TradeFeed feed = new TradeFeed(1, trades, 20, 30);
        assertThat(feed.total()).isEqualTo(2);
        assertThat(feed.coversTime()).isFalse();
        assertThat(feed.advance(19)).isFalse();
        assertThat(feed.nextTimeNanos()).isEqualTo(20);
        assertThat(play(feed)).containsExactly("TradeEvent[20 2t × 6l]", "TradeEvent[20 3t × 7l]");
        assertThat(feed.current().instrument()).isEqualTo(1);
    }
}
