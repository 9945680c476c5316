package dev.tradewind.persistence.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.marketdata.SeriesCheck.Finding;
import dev.tradewind.marketdata.SeriesCheck.Kind;
import dev.tradewind.marketdata.SeriesKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be wrong with a row, also what no put lets in. */
class RowCheckTest {

    private static final SeriesRow CANDLES =
            SeriesRow.unstored(SeriesKey.parse("binance:BTCUSDT:1m"), Made.instrument());
    private static final SeriesRow TRADES =
            SeriesRow.unstored(SeriesKey.parse("binance:BTCUSDT:trades"), Made.instrument());

    private static String told(RowCheck check, Findings findings, long... row) {
        RowCheck.Wrong wrong = check.next(row, 0, findings);
        return wrong == null ? "nothing" : wrong.kind() + " " + wrong.text();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "100 | 110 | 90 | 105 | 0 | nothing",
        "100 | 100 | 100 | 100 | 7 | nothing",
        "100 | 89 | 90 | 95 | 1 | IMPOSSIBLE high 0.89 is under low 0.90",
        "100 | 99 | 90 | 95 | 1 | IMPOSSIBLE high 0.99 is under open 1.00",
        "100 | 100 | 90 | 105 | 1 | IMPOSSIBLE high 1.00 is under close 1.05",
        "100 | 110 | 101 | 105 | 1 | IMPOSSIBLE low 1.01 is over open 1.00",
        "100 | 110 | 100 | 99 | 1 | IMPOSSIBLE low 1.00 is over close 0.99",
        "100 | 110 | 0 | 105 | 1 | IMPOSSIBLE low 0.00 is not a price",
        "100 | 110 | -1 | 105 | 1 | IMPOSSIBLE low -0.01 is not a price",
        "100 | 110 | 90 | 105 | -1 | IMPOSSIBLE volume -0.0001 is negative",
    })
    void pricesAndVolumeOfACandle(long open, long high, long low, long close, long volume, String expected) {
        assertThat(told(new RowCheck(CANDLES), new Findings(), Made.START, open, high, low, close, volume))
                .isEqualTo(expected);
    }

    @Test
    void timesOfCandles() {
        RowCheck check = new RowCheck(CANDLES);
        Findings findings = new Findings();
        assertThat(told(check, findings, Made.START, 1, 1, 1, 1, 0)).isEqualTo("nothing");
        assertThat(told(check, findings, Made.START, 1, 1, 1, 1, 0)).isEqualTo("DUPLICATE a second candle of the same time");
        assertThat(told(check, findings, Made.START, 1, 1, 1, 1, 0)).isEqualTo("DUPLICATE a second candle of the same time");
        assertThat(told(check, findings, Made.START - Made.MINUTE, 1, 1, 1, 1, 0))
                .isEqualTo("IMPOSSIBLE no 1m candle opens here");
        assertThat(told(check, findings, Made.START + 1, 1, 1, 1, 1, 0)).isEqualTo("IMPOSSIBLE no 1m candle opens here");
        assertThat(told(check, findings, Made.START + Made.MINUTE, 1, 0, 1, 1, 0))
                .isEqualTo("IMPOSSIBLE high 0.00 is under low 0.01");
        assertThat(told(check, findings, Made.START + Made.MINUTE, 1, 1, 1, 1, 0)).isEqualTo("nothing");
        check.skip(Made.START + 9 * Made.MINUTE);
        assertThat(told(check, findings, Made.START + 10 * Made.MINUTE, 1, 1, 1, 1, 0)).isEqualTo("nothing");
        assertThat(told(check, findings, Made.START + 13 * Made.MINUTE, 1, 1, 1, 1, 0)).isEqualTo("nothing");
        assertThat(findings.check(CANDLES.key(), 8, 0).findings())
                .isEqualTo(List.of(new Finding(
                        Kind.GAP, Made.START + 11 * Made.MINUTE, 2, "2 candles are missing, until 2024-01-01T00:13:00Z")));
    }

    @Test
    void trades() {
        RowCheck check = new RowCheck(TRADES);
        Findings findings = new Findings();
        assertThat(told(check, findings, Made.START, 1, 1, 0, 7)).isEqualTo("nothing");
        assertThat(told(check, findings, Made.START, 1, 1, 0, 7)).isEqualTo("DUPLICATE trade 7 a second time");
        assertThat(told(check, findings, Made.START - 1, 1, 1, 0, 8)).isEqualTo("IMPOSSIBLE a trade before the one before it");
        assertThat(told(check, findings, Made.START + 1, 0, 1, 0, 9)).isEqualTo("IMPOSSIBLE price 0.00 is none");
        assertThat(told(check, findings, Made.START + 1, 1, 1, 0, 9)).isEqualTo("nothing");
        assertThat(told(check, findings, Made.START + 2, 1, 0, 0, 10)).isEqualTo("IMPOSSIBLE quantity 0.0000 is none");
        assertThat(told(check, findings, Made.START + 3, 1, 1, 0, 0)).isEqualTo("nothing");
        assertThat(told(check, findings, Made.START + 3, 1, 1, 0, 0)).isEqualTo("nothing");
        assertThat(findings.check(TRADES.key(), 8, 0).found()).isZero();
    }
}
