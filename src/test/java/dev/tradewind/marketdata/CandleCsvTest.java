package dev.tradewind.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.kernel.Rng;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandleCsvTest {

    private static final Instrument BTC = instrument("0.01", "0.00001");
    private static final String GOOD = "60000,10,12,9,11,5\n";

    private static Instrument instrument(String tick, String lot) {
        return new Instrument(
                "BTCUSDT",
                "test",
                Asset.of("BTC"),
                Asset.of("USDT"),
                new BigDecimal(tick),
                new BigDecimal(lot),
                InstrumentFilters.NONE);
    }

    private static CandleImport read(String text) throws IOException {
        return read(text, BTC);
    }

    private static CandleImport read(String text, Instrument instrument) throws IOException {
        return CandleCsv.read(bytes(text), "x.csv", instrument);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsCandlesIntoTicksAndLots() throws IOException {
        CandleImport read = read("openTime(ms),open,high,low,close,volume\n"
                + "1678730400000,1673.58,1677.62,1672.44,1672.99,65.3033\n"
                + "1678730700000,1673.04,1673.040,1665.4,+1670.41,0\n");
        CandleColumns candles = read.candles();
        assertThat(candles.timeframe()).isEqualTo(Timeframe.M5);
        assertThat(candles.size()).isEqualTo(2);
        assertThat(row(candles, 0))
                .containsExactly(1678730400000_000_000L, 167358, 167762, 167244, 167299, 6530330);
        assertThat(row(candles, 1))
                .containsExactly(1678730700000_000_000L, 167304, 167304, 166540, 167041, 0);
        assertThat(read.summary())
                .isEqualTo(new ImportSummary(
                        "x.csv", 2, 0, 0, 0, 0, 1678730400000_000_000L, 1678730700000_000_000L));
    }

    private static long[] row(CandleColumns candles, int row) {
        return new long[] {
            candles.openTimeNanos(row),
            candles.openTicks(row),
            candles.highTicks(row),
            candles.lowTicks(row),
            candles.closeTicks(row),
            candles.volumeLots(row)
        };
    }

    @Test
    void theFormOfTheTextDoesNotMatter() throws IOException {
        long checksum = read(GOOD + "120000,11,11,11,11,0.5\n").checksum();
        assertThat(read("\uFEFFTime,Open,High,Low,Close,Volume\r\n60000, 10.0 ,12.,9,11,5\r\n"
                                + "120000,1.1e1,11,11,11,5E-1\r\n\r\n")
                        .checksum())
                .isEqualTo(checksum);
    }

    @ParameterizedTest
    @CsvSource({"1700000040", "1700000040000", "1700000040000000", "1700000040000000000"})
    void tellsTheUnitOfTimeBySize(String first) throws IOException {
        String next = first.replaceFirst("1700000040", "1700000100");
        CandleColumns candles = read(first + ",1,1,1,1,1\n" + next + ",1,1,1,1,1\n").candles();
        assertThat(candles.openTimeNanos(0)).isEqualTo(1_700_000_040_000_000_000L);
        assertThat(candles.timeframe()).isEqualTo(Timeframe.M1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120000,11,11,11,11|has 5 fields; a candle has 6: openTime,open,high,low,close,volume",
                "120000,11,11,11,11,1,1|has 7 fields; a candle has 6: openTime,open,high,low,close,volume",
                "120000|has 1 field; a candle has 6: openTime,open,high,low,close,volume",
                "120000,x,11,11,11,1|open is 'x', not a decimal number",
                "120000,NaN,11,11,11,1|open is 'NaN', not a decimal number",
                "120000,11,inf,11,11,1|high is 'inf', not a decimal number",
                "120000,11,11,1 1,11,1|low is '1 1', not a decimal number",
                "120000,11,11,1.1.1,11,1|low is '1.1.1', not a decimal number",
                "120000,11,11,11,--11,1|close is '--11', not a decimal number",
                "120000,11,11,11,1e,1|close is '1e', not a decimal number",
                "120000,11,11,11,.,1|close is '.', not a decimal number",
                "120000,11,11,11,11,1e99|volume 1e99 has too many digits",
                "120000,11,11,11,,1|close is empty",
                "120000,11,11,11,11,|volume is empty",
                "120000,11,11,11,11,-1|volume -1 is negative",
                "120000,11,11,11,11,99999999999999999|volume 99999999999999999 is too large",
                "120000,11,11,11,11,99999999999999999999|volume 99999999999999999999 has too many digits",
                "120000,0,11,0,11,1|open 0 is not positive",
                "120000,11,11,-1,11,1|low -1 is not positive",
                "120000,11,11.005,11,11,1|high 11.005 is no multiple of the tick 0.01 of BTCUSDT",
                "120000,11,999999999999999999,11,11,1|high 999999999999999999 is too large",
                "120000,11,10.99,10,10.5,1|high 10.99 is below open 11",
                "120000,10,10.99,10,11,1|high 10.99 is below close 11",
                "120000,10,9,9.5,10,1|high 9 is below low 9.5",
                "120000,11,12,11.5,12,1|low 11.5 is above open 11",
                "120000,12,12,11.5,11,1|low 11.5 is above close 11",
                "60000,11,11,11,11,1|duplicate: the candle of 1970-01-01T00:01:00Z is already there",
                "0,11,11,11,11,1|out of order: the candle of 1970-01-01T00:00:00Z comes after the one of 1970-01-01T00:01:00Z",
                "-1,11,11,11,11,1|time -1 is negative",
                "x,11,11,11,11,1|time is 'x', not a decimal number",
                "120000.0000001,11,11,11,11,1|time 120000.0000001 is finer than a nanosecond",
                "1700000000000000,11,11,11,11,1|time 1700000000000000 is not in milliseconds like the first line's",
                "10000000000000,11,11,11,11,1|time 10000000000000 is beyond the year 2262",
                "1,2,3,4,5,6,7,8,9,0,1,2,3,4,5,6,7|has more than 16 fields"
            })
    void refusesABadLine(String line, String reason) {
        assertThatThrownBy(() -> read(GOOD + line + "\n180000,11,11,11,11,1\n"))
                .isInstanceOfSatisfying(ImportException.class, e -> {
                    assertThat(e.file()).isEqualTo("x.csv");
                    assertThat(e.line()).isEqualTo(2);
                    assertThat(e.reason()).isEqualTo(reason);
                })
                .hasMessage("x.csv, line 2: " + reason);
    }

    @Test
    void refusesAnEmptyLineBetweenOthers() {
        assertThatThrownBy(() -> read(GOOD + "\n120000,11,11,11,11,1\n"))
                .hasMessage("x.csv, line 2: is empty, and more lines follow");
    }

    @Test
    void refusesAHeaderOfAnotherOrder() {
        assertThatThrownBy(() -> read("timestamp,open,close,high,low,volume\n" + GOOD))
                .hasMessage("x.csv, line 1: starts with 'timestamp'; the first line is either a candle or the header "
                        + "openTime,open,high,low,close,volume");
    }

    @Test
    void refusesAFileWithoutCandles() {
        assertThatThrownBy(() -> read("")).hasMessage("x.csv: holds no candle");
        assertThatThrownBy(() -> read("openTime,open,high,low,close,volume\n")).hasMessage("x.csv: holds no candle");
        assertThatThrownBy(() -> read(GOOD))
                .hasMessage("x.csv: holds a single candle; its timeframe shows only from two on");
    }

    @Test
    void refusesCandlesThatAreSpacedByNoTimeframe() {
        assertThatThrownBy(() -> read(GOOD + "130000,11,11,11,11,1\n200000,11,11,11,11,1\n"))
                .hasMessageStartingWith(
                        "x.csv: the candles are not spaced by a timeframe (the first two lie 70 s apart); there are 1s, ");
    }

    @Test
    void refusesACandleThatOpensBeforeTheOneBeforeItClosed() {
        assertThatThrownBy(() -> read("time,open,high,low,close,volume\n" + GOOD
                        + "120000,11,11,11,11,1\n150000,11,11,11,11,1\n210000,11,11,11,11,1\n"))
                .hasMessage("x.csv, line 4: the candle opens 30 s after the one before; the others are 1m candles");
    }

    @Test
    void refusesCandlesOffTheGridOfTheirTimeframe() {
        assertThatThrownBy(() -> read("90000,11,11,11,11,1\n150000,11,11,11,11,1\n"))
                .hasMessage("x.csv, line 1: the candle opens at 1970-01-01T00:01:30Z; a 1m candle there opens at"
                        + " 1970-01-01T00:01:00Z");
        assertThatThrownBy(() -> read(GOOD + "120000,11,11,11,11,1\n190000,11,11,11,11,1\n250000,11,11,11,11,1\n"))
                .hasMessage("x.csv, line 3: the candle opens at 1970-01-01T00:03:10Z; a 1m candle there opens at"
                        + " 1970-01-01T00:03:00Z");
    }

    @Test
    void countsGapsAndRoundedVolumes() throws IOException {
        ImportSummary summary = read(GOOD + "120000,11,11,11,11,1.000005\n360000,11,11,11,11,0.000001\n"
                        + "420000,1,1,1,1,1\n")
                .summary();
        assertThat(summary).isEqualTo(new ImportSummary("x.csv", 4, 0, 2, 1, 3, 60_000_000_000L, 420_000_000_000L));
    }

    @Test
    void knowsMonthsByTheCalendar() throws IOException {
        CandleColumns candles =
                read("1704067200000,1,1,1,1,1\n1706745600000,1,1,1,1,1\n1709251200000,1,1,1,1,1\n").candles();
        assertThat(candles.timeframe()).isEqualTo(Timeframe.MN1);
    }

    @Test
    void anEndlessLineIsRefusedAfterAFewBytes() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return '7';
            }

            @Override
            public int read(byte[] to, int offset, int length) {
                java.util.Arrays.fill(to, offset, offset + length, (byte) '7');
                return length;
            }
        };
        assertThatThrownBy(() -> CandleCsv.read(endless, "x.csv", BTC))
                .hasMessage("x.csv, line 1: is longer than 1024 bytes; this is no file of candles or trades");
    }

    @Test
    void takesTicksThatAreNoPowerOfTen() throws IOException {
        CandleColumns candles =
                read("60000,10,12.5,7.5,10,3\n120000,10,10,10,10,1\n", instrument("2.5", "0.5")).candles();
        assertThat(row(candles, 0)).containsExactly(60_000_000_000L, 4, 5, 3, 4, 6);
        assertThatThrownBy(() -> read("60000,10,11,10,10,3\n", instrument("2.5", "0.5")))
                .hasMessage("x.csv, line 1: high 11 is no multiple of the tick 2.5 of BTCUSDT");
        assertThat(row(read("60000,120,120,120,120,20\n120000,110,110,110,110,40\n", instrument("10", "20"))
                                .candles(), 0))
                .containsExactly(60_000_000_000L, 12, 12, 12, 12, 1);
    }

    @Test
    void infersTheInstrumentFromTheDecimalsUsed() throws IOException {
        String text = "60000,0.081,0.0812,0.08,0.081,1234.5\n120000,0.081,0.0812,0.08,0.081,1\n";
        Instrument guess = CandleCsv.infer(bytes(text), "/data/binance-spot-DOGEUSDT-1m.csv.gz");
        assertThat(guess.symbol()).isEqualTo("DOGEUSDT");
        assertThat(guess.base().code()).isEqualTo("DOGE");
        assertThat(guess.quote().code()).isEqualTo("USDT");
        assertThat(guess.tickSize()).isEqualTo("0.0001");
        assertThat(guess.lotSize()).isEqualTo("0.1");
        assertThat(read(text, guess).candles().highTicks(0)).isEqualTo(812);
    }

    @Test
    void anInferredLotIsWorthAtMostOneUnitAndNoFinerThanVenuesTrade() throws IOException {
        Instrument coarse = CandleCsv.infer(bytes("60000,40000,40000,40000,40000,7\n"), "some.csv");
        assertThat(coarse.lotSize()).isEqualTo("0.00001");
        assertThat(coarse.symbol()).isEqualTo("BASEQUOTE");
        Instrument noisy = CandleCsv.infer(bytes("60000,4.12345678,5,4,4.5,7.30000000000001\n"), "some.csv");
        assertThat(noisy.tickSize()).isEqualTo("0.00000001");
        assertThat(noisy.lotSize()).isEqualTo("0.0001");
        assertThat(noisy.quote().scale()).isEqualTo(12);
        assertThatThrownBy(() -> CandleCsv.infer(bytes("60000,4.123456789012,5,4,4.5,7\n"), "some.csv"))
                .hasMessage("some.csv: prices have 12 decimals; at most 10 are taken");
    }

    @Test
    void readsWhatIsWrittenWhateverTheBuffersSplit() throws IOException {
        long seed = 20_261_121;
        Rng rng = new Rng(seed);
        int rows = 20_000;
        StringBuilder text = new StringBuilder();
        CandleSeries expected = new CandleSeries(Timeframe.M1);
        for (int row = 0; row < rows; row++) {
            long low = 1 + rng.nextInt(1_000_000);
            long open = low + rng.nextInt(1000);
            long close = low + rng.nextInt(1000);
            long high = Math.max(open, close) + rng.nextInt(1000);
            long volume = rng.nextInt(Integer.MAX_VALUE);
            expected.append(row * 60_000_000_000L, open, high, low, close, volume);
            text.append(row * 60_000L);
            for (long ticks : new long[] {open, high, low, close}) {
                text.append(',').append(BTC.toPrice(ticks).toPlainString());
            }
            text.append(',').append(BTC.toQuantity(volume).stripTrailingZeros().toPlainString()).append('\n');
        }
        InputStream dribbling = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] to, int offset, int length) {
                return super.read(to, offset, Math.min(length, 1 + rng.nextInt(3000)));
            }
        };
        assertThat(CandleCsv.read(dribbling, "x.csv", BTC).checksum())
                .as("seed " + seed)
                .isEqualTo(SeriesChecksum.of(expected.columns()));
    }
}
