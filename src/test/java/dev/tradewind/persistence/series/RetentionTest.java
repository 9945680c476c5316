package dev.tradewind.persistence.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.domain.Progress;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.kernel.Rng;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleImport;
import dev.tradewind.marketdata.CandleStore;
import dev.tradewind.marketdata.CandleStore.Retention;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.StoredSeries;
import dev.tradewind.persistence.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {

    private static final int DAY_MINUTES = 24 * 60;

    @TempDir
    Path folder;

    private Database database;
    private CandleStore store;

    @BeforeEach
    void open() {
        database = Database.open(folder);
        store = database.candles();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static SeriesKey key(Timeframe timeframe) {
        return SeriesKey.candles("binance", "BTCUSDT", timeframe);
    }

    private void putMinutes(int from, int count) {
        Rng rng = new Rng(from);
        List<long[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(Made.candle(Made.START + (from + i) * Made.MINUTE, rng));
        }
        store.put(key(Timeframe.M1), Made.instrument(), Made.candles(Timeframe.M1, rows), "a file", Progress.NONE);
    }

    private CandleImport all(Timeframe timeframe) {
        return store.candles(key(timeframe), Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private StoredSeries stored(Timeframe timeframe) {
        return store.find(key(timeframe)).orElseThrow();
    }

    @Test
    void rulesAreKeptFinestFirstAndTakenBack() {
        store.retain(Timeframe.H1, Optional.of(300));
        store.retain(Timeframe.M1, Optional.of(30));
        store.retain(Timeframe.M1, Optional.of(20));
        close();
        open();
        assertThat(store.retention())
                .containsExactly(new Retention(Timeframe.M1, 20), new Retention(Timeframe.H1, 300));
        store.retain(Timeframe.H1, Optional.empty());
        assertThat(store.retention()).containsExactly(new Retention(Timeframe.M1, 20));
        assertThatThrownBy(() -> store.retain(Timeframe.M1, Optional.of(0)))
                .hasMessage("1m candles cannot be kept 0 days; give 1 to 36500, or none for all");
    }

    @Test
    void withoutRulesNothingGoes() {
        putMinutes(0, 100);
        assertThat(store.applyRetention(Progress.NONE)).isZero();
        assertThat(stored(Timeframe.M1).rows()).isEqualTo(100);
    }

    @Test
    void whatARuleKeepsLongerIsMadeBeforeTheFinerCandlesGo() {
        putMinutes(0, 20 * DAY_MINUTES + 90);
        CandleImport hours = all(Timeframe.H1);
        CandleImport days = all(Timeframe.D1);
        CandleColumns minutes = all(Timeframe.M1).candles();
        store.retain(Timeframe.M1, Optional.of(3));
        store.retain(Timeframe.H1, Optional.of(10));
        store.retain(Timeframe.D1, Optional.of(3_000));
        long dropped = store.applyRetention(Progress.NONE);
        // hours were made until the one that holds the 90th minute of day 17; ten days back from its end
        assertThat(all(Timeframe.H1).candles().openTimeNanos(0))
                .isEqualTo(Made.START + 7 * Timeframe.D1.nanos() + 2 * Timeframe.H1.nanos());
        assertThat(all(Timeframe.D1).checksum()).isEqualTo(days.checksum());
        assertThat(all(Timeframe.D1).summary()).isEqualTo(days.summary());
        // 20 days and 90 minutes less three days, back to the full minute
        assertThat(stored(Timeframe.M1).firstNanos()).isEqualTo(Made.START + (17 * DAY_MINUTES + 90) * Made.MINUTE);
        assertThat(dropped).isGreaterThan(17 * DAY_MINUTES + 90);
        CandleColumns hoursLeft = all(Timeframe.H1).candles();
        CandleColumns hoursBefore = hours.candles();
        int behind = hoursBefore.size() - hoursLeft.size();
        assertThat(Made.rows(hoursLeft))
                .usingElementComparator(Arrays::compare)
                .isEqualTo(Made.rows(hoursBefore).subList(behind, hoursBefore.size()));
        CandleColumns minutesLeft = all(Timeframe.M1).candles();
        assertThat(Made.rows(minutesLeft))
                .usingElementComparator(Arrays::compare)
                .isEqualTo(Made.rows(minutes).subList(minutes.size() - minutesLeft.size(), minutes.size()));
        assertThat(stored(Timeframe.M1).checksum()).isEqualTo(all(Timeframe.M1).checksum());
        assertThat(store.applyRetention(Progress.NONE)).isZero();
    }

    @Test
    void goingOnForWeeksLosesNothingThatARuleKeeps() {
        store.retain(Timeframe.M1, Optional.of(2));
        store.retain(Timeframe.H4, Optional.of(1_000));
        int step = 1_234;
        for (int from = 0; from < 15 * DAY_MINUTES; from += step) {
            putMinutes(from, step);
            store.applyRetention(Progress.NONE);
        }
        CandleImport kept = all(Timeframe.H4);
        assertThat(stored(Timeframe.M1).rows()).isLessThan(3 * DAY_MINUTES);
        for (int from = 0; from < 15 * DAY_MINUTES; from += step) {
            putMinutes(from, step);
        }
        store.drop(key(Timeframe.H4));
        assertThat(kept.checksum()).isEqualTo(all(Timeframe.H4).checksum());
    }

    @Test
    void aFormingCandleHoldsBackTheFinerOnesItNeeds() {
        putMinutes(0, 10 * DAY_MINUTES);
        store.retain(Timeframe.M1, Optional.of(1));
        store.retain(Timeframe.MN1, Optional.of(1_000));
        assertThat(store.applyRetention(Progress.NONE)).isZero();
        assertThat(store.find(key(Timeframe.MN1))).isEmpty();
    }
}
