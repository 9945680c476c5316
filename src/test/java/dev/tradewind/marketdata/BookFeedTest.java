package dev.tradewind.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.MarketEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Recordings as exchanges send them, put in order by the rules for a local book; cases made by hand. */
class BookFeedTest {

    private static BookImport read(String... lines) throws IOException {
        byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        return BookImport.read(() -> new ByteArrayInputStream(text), "btcusdt.jsonl", null);
    }

    private static String change(long millis, long first, long last, String bids, String asks) {
        return "{\"stream\":\"btcusdt@depth\",\"data\":{\"e\":\"depthUpdate\",\"E\":" + millis + ",\"U\":" + first + ",\"u\":"
                + last + ",\"b\":" + bids + ",\"a\":" + asks + "}}";
    }

    private static String snapshot(long last) {
        return "{\"recvNs\":5,\"msg\":{\"lastUpdateId\":" + last + ",\"bids\":[[\"10.00\",\"1.50\"]],"
                + "\"asks\":[[\"10.50\",\"2.00\"]]}}";
    }

    private static String trade(long millis, String price) {
        return "{\"e\":\"trade\",\"E\":" + millis + ",\"T\":" + millis + ",\"t\":7,\"p\":\"" + price
                + "\",\"q\":\"0.50\",\"m\":true}";
    }

    private static List<String> play(BookImport recording) {
        BookFeed feed = new BookFeed(recording);
        List<String> events = new ArrayList<>();
        while (feed.advance(Long.MAX_VALUE)) {
            events.add(text(feed.current()));
        }
        assertThat(feed.exhausted()).isTrue();
        return events;
    }

    private static String text(MarketEvent event) {
        long millis = event.timeNanos() / 1_000_000;
        if (!(event instanceof BookEvent book)) {
            return millis + " " + event.toString().replaceAll(".*\\d+ (\\d+t.*)]", "$1");
        }
        StringBuilder levels = new StringBuilder();
        for (int i = 0; i < book.bids(); i++) {
            levels.append(" b").append(book.bidTicks(i)).append('=').append(book.bidLots(i));
        }
        for (int i = 0; i < book.asks(); i++) {
            levels.append(" a").append(book.askTicks(i)).append('=').append(book.askLots(i));
        }
        return millis + (book.snapshot() ? " whole " : " ") + book.firstId() + ".." + book.lastId() + levels;
    }

    @Test
    void changesWaitForTheSnapshotAndThoseItHoldsAreDropped() throws IOException {
        BookImport recording = read(
                change(1, 1, 3, "[]", "[[\"10.5\",\"9\"]]"),
                trade(2, "10.5"),
                change(3, 4, 6, "[[\"10\",\"2\"]]", "[]"),
                "{\"u\":5,\"s\":\"BTCUSDT\",\"b\":\"10.0\",\"B\":\"1\",\"a\":\"10.5\",\"A\":\"2\"}",
                snapshot(5),
                change(4, 7, 8, "[]", "[[\"10.5\",\"0\"],[\"11.0\",\"3\"]]"));
        assertThat(recording.instrument().tickSize().toPlainString()).isEqualTo("0.1");
        assertThat(play(recording))
                .containsExactly(
                        "2 105t × 50l", "2 whole 5..5 b100=150 a105=200", "3 4..6 b100=200", "4 7..8 a105=0 a110=300");
        assertThat(recording.events()).isEqualTo(4);
        assertThat(recording.trades()).isEqualTo(1);
        assertThat(recording.lastTicks()).isEqualTo(105);
        assertThat(recording.summary().gaps()).isZero();
    }

    @Test
    void aSnapshotOlderThanWhatWaitsIsOfNoUse() throws IOException {
        assertThat(play(read(change(1, 8, 9, "[]", "[]"), snapshot(5), snapshot(8), change(2, 10, 10, "[]", "[]"))))
                .containsExactly("0 whole 8..8 b100=150 a105=200", "1 8..9", "2 10..10");
    }

    @Test
    void afterAGapChangesWaitAgainAndEverybodyIsToldOfTheGap() throws IOException {
        BookImport recording = read(
                snapshot(5), change(1, 6, 6, "[]", "[]"), change(2, 8, 8, "[]", "[]"), change(3, 9, 9, "[]", "[]"),
                snapshot(8), change(4, 10, 10, "[]", "[]"));
        assertThat(play(recording))
                .containsExactly(
                        "0 whole 5..5 b100=150 a105=200", "1 6..6", "2 8..8", "2 whole 8..8 b100=150 a105=200", "3 9..9",
                        "4 10..10");
        assertThat(recording.summary().gaps()).isEqualTo(1);
    }

    @Test
    void aFuturesBooksChangeFollowsTheOneItNames() throws IOException {
        assertThat(play(read(
                        snapshot(5),
                        "{\"e\":\"depthUpdate\",\"E\":9,\"T\":8,\"U\":20,\"u\":30,\"pu\":5,\"b\":[],\"a\":[]}",
                        "{\"e\":\"depthUpdate\",\"E\":9,\"T\":7,\"U\":41,\"u\":50,\"pu\":30,\"b\":[],\"a\":[]}")))
                .containsExactly("0 whole 5..5 b100=150 a105=200", "8 6..30", "8 31..50");
    }

    @Test
    void aFeedGoesOnFromAnyPlace() throws IOException {
        BookImport recording =
                read(snapshot(5), change(1, 6, 6, "[]", "[]"), trade(2, "10.5"), change(3, 7, 7, "[]", "[]"));
        BookFeed feed = new BookFeed(recording);
        feed.seek(2);
        assertThat(feed.nextTimeNanos()).isEqualTo(2_000_000);
        assertThat(feed.advance(1_999_999)).isFalse();
        assertThat(feed.advance(2_000_000)).isTrue();
        assertThat(feed.position()).isEqualTo(3);
        feed.seek(0);
        assertThat(feed.advance(Long.MAX_VALUE)).isTrue();
        assertThat(text(feed.current())).startsWith("0 whole");
        feed.close();
    }

    @Test
    void aPartBeginsWithTheWholeBookAsItStandsThere() throws IOException {
        BookImport part = read(
                        snapshot(5), change(1, 6, 6, "[[\"9.5\",\"4\"]]", "[]"), trade(2, "10.5"),
                        change(3, 7, 7, "[]", "[]"), change(4, 8, 8, "[]", "[]"))
                .range(2_000_000, 4_000_000);
        assertThat(play(part)).containsExactly("2 whole 6..6 b100=150 b95=400 a105=200", "2 105t × 50l", "3 7..7");
        assertThat(part.events()).isEqualTo(3);
    }

    @Test
    void aDepthFileIsReadRowsOfOneMessageTogether() throws IOException {
        assertThat(play(read(
                        "symbol,timestamp,first_update_id,last_update_id,side,update_type,price,qty,pu",
                        "BTCUSDT,3,7,7,b,snap,10.00,1.5,-1",
                        "BTCUSDT,3,7,7,a,snap,10.50,2,-1",
                        "BTCUSDT,4,9,12,a,set,10.50,0.0,7",
                        "BTCUSDT,4,9,12,b,set,9.50,1,7",
                        "BTCUSDT,4,13,13,b,set,9.50,0,12")))
                .containsExactly("3 whole 7..7 b100=150 a105=200", "4 8..12 b95=100 a105=0", "4 13..13 b95=0");
    }

    @Test
    void whatIsNoRecordingIsRefusedByName() {
        assertThatThrownBy(() -> read(change(1, 6, 6, "[]", "[]")))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("btcusdt.jsonl: holds no whole book");
        assertThatThrownBy(() -> read(snapshot(5), "{\"e\":\"depthUpdate\",\"E\":1}"))
                .hasMessageContaining("line 2: is a change of the book without its numbers U and u or its time E");
        assertThatThrownBy(() -> read(snapshot(5), change(1, 6, 6, "[[\"ten\",\"1\"]]", "[]")))
                .hasMessageContaining("line 2: 'ten' is not a decimal number");
        assertThatThrownBy(() -> read(snapshot(5), "{\"e\": oops"))
                .hasMessageContaining("btcusdt.jsonl, line 2: is no JSON");
    }
}
