package dev.tradewind.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.kernel.Rng;
import dev.tradewind.marketdata.BadRows.BadRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rows of other programs' and exchanges' files, in the layouts {@link FormatSniffTest} gives the sources of. */
class ForeignFormatsTest {

    private static final Instrument BTC = new Instrument(
            "BTCUSDT", "test", Asset.of("BTC"), Asset.of("USDT"), new BigDecimal("0.01"), new BigDecimal("0.001"),
            InstrumentFilters.NONE);
    private static final long SECOND = 1_000_000_000L;

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static CandleCsv reader(DataFormat format, boolean repair) {
        return new CandleCsv(BTC, new ReadChoice(format, Optional.empty(), repair));
    }

    private static CandleImport candles(DataFormat format, String text) throws IOException {
        CandleCsv reader = reader(format, false);
        reader.add(bytes(text), "x");
        return reader.finish("x");
    }

    private static List<List<Long>> rows(CandleColumns candles) {
        List<List<Long>> rows = new ArrayList<>();
        for (int row = 0; row < candles.size(); row++) {
            rows.add(List.of(
                    candles.openTimeNanos(row) / SECOND, candles.openTicks(row), candles.highTicks(row),
                    candles.lowTicks(row), candles.closeTicks(row), candles.volumeLots(row)));
        }
        return rows;
    }

    private static TradeImport trades(DataFormat format, String text) throws IOException {
        TradeCsv reader = new TradeCsv(BTC, new ReadChoice(format, Optional.empty(), false));
        reader.add(bytes(text), "x");
        return reader.finish("x");
    }

    @Test
    void readsKlinesOfAnArchiveWithAndWithoutHeader() throws IOException {
        String rows = "1704067200000,42283.58000000,42298.62000000,42261.02000000,42298.61000000,35.92724000,1704067259999,"
                + "1519032.10,1327,23.18766000,980394.53,0\n"
                + "1704067260000,42298.62,42320,42298.61,42320,21.16779,1704067319999,895580.45,1348,13.33,564032.01,0\n";
        List<List<Long>> expected = List.of(
                List.of(1704067200L, 4228358L, 4229862L, 4226102L, 4229861L, 35927L),
                List.of(1704067260L, 4229862L, 4232000L, 4229861L, 4232000L, 21168L));
        CandleImport spot = candles(DataFormat.BINANCE_KLINES, rows);
        assertThat(rows(spot.candles())).isEqualTo(expected);
        assertThat(spot.summary().rounded()).isEqualTo(2);
        String header = "open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,"
                + "taker_buy_quote_volume,ignore\n";
        assertThat(rows(candles(DataFormat.BINANCE_KLINES, header + rows).candles())).isEqualTo(expected);
        assertThatThrownBy(() -> candles(DataFormat.BINANCE_KLINES, rows + "1704067320000,1,1,1,1\n"))
                .hasMessageStartingWith("x, line 3: has 5 fields; a candle has 12: open_time,open,");
    }

    @Test
    void aSeriesMayBeSpreadOverFilesOfDifferentUnits() throws IOException {
        CandleCsv reader = new CandleCsv(
                BTC, new ReadChoice(DataFormat.BINANCE_KLINES, Optional.of(Timeframe.M1), false));
        reader.add(bytes("1735689480000,1,2,1,2,1,1735689539999,1,1,1,1,0\n"), "2024-12.csv");
        reader.add(bytes("1735689600000000,2,3,2,3,1,1735689659999999,1,1,1,1,0\n"), "2025-01.csv");
        CandleImport read = reader.finish("both");
        assertThat(rows(read.candles())).isEqualTo(List.of(
                List.of(1735689480L, 100L, 200L, 100L, 200L, 1000L), List.of(1735689600L, 200L, 300L, 200L, 300L, 1000L)));
        assertThat(read.summary()).isEqualTo(new ImportSummary(
                "both", 2, 0, 0, 1, 1, 1735689480L * SECOND, 1735689600L * SECOND));
    }

    @Test
    void readsTradesOfArchives() throws IOException {
        TradeColumns aggregate = trades(DataFormat.BINANCE_AGG_TRADES,
                        "5,100.10,0.5,10,12,1735689600010866,False,True\n6,100.2,0.25,13,13,1735689600020000,True,True\n")
                .trades();
        assertThat(aggregate.size()).isEqualTo(2);
        assertThat(aggregate.timeNanos(0)).isEqualTo(1_735_689_600_010_866_000L);
        assertThat(aggregate.priceTicks(0)).isEqualTo(10_010);
        assertThat(aggregate.quantityLots(1)).isEqualTo(250);
        assertThat(aggregate.aggressor(0)).isEqualTo(Side.BUY);
        assertThat(aggregate.aggressor(1)).isEqualTo(Side.SELL);
        assertThat(aggregate.id(1)).isEqualTo(6);
        TradeColumns futures = trades(DataFormat.BINANCE_AGG_TRADES,
                        "agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time,is_buyer_maker\n"
                                + "26129,1.63,4.704,27781,27781,1498793709153,true\n")
                .trades();
        assertThat(futures.timeNanos(0)).isEqualTo(1_498_793_709_153_000_000L);
        assertThat(futures.aggressor(0)).isEqualTo(Side.SELL);
        TradeColumns single = trades(DataFormat.BINANCE_TRADES,
                        "28457,4.00000000,12.00000000,48.00,1499865549590,true\n28458,4,1,4,1499865549590,false\n")
                .trades();
        assertThat(single.quantityLots(0)).isEqualTo(12_000);
        assertThat(single.id(1)).isEqualTo(28458);
        assertThat(single.aggressor(1)).isEqualTo(Side.BUY);
        assertThatThrownBy(() -> trades(DataFormat.BINANCE_TRADES, "28457,4,12,48,1499865549590,yes\n"))
                .hasMessage("x, line 1: isBuyerMaker is 'yes'; it is true or false");
        assertThatThrownBy(() -> trades(DataFormat.BINANCE_TRADES, "id,price,time,is_buyer_maker\n"))
                .hasMessage("x, line 1: names no column qty; time, price, qty and isBuyerMaker are needed");
    }

    @Test
    void readsFreqtradesArrays() throws IOException {
        String json = "[[1598918400000, 100.0, 200.5, 50.25, 150.0, 1.5e1],\n [1598918700000,1,2,0.5,1.5,10.0]]\n";
        assertThat(rows(candles(DataFormat.FREQTRADE, json).candles())).isEqualTo(List.of(
                List.of(1598918400L, 10000L, 20050L, 5025L, 15000L, 15000L),
                List.of(1598918700L, 100L, 200L, 50L, 150L, 10000L)));
        assertThatThrownBy(() -> candles(DataFormat.FREQTRADE, json.replace("0.5,", "9,")))
                .hasMessage("x: entry 2 high 2 is below low 9");
        assertThatThrownBy(() -> candles(DataFormat.FREQTRADE, json.substring(0, 80)))
                .hasMessage("x: the array ends early, in entry 2; the file was cut off");
        assertThatThrownBy(() -> candles(DataFormat.FREQTRADE, "[{\"a\":1}]"))
                .hasMessage("x: '{' does not belong there; the file is an array of arrays [milliseconds, open, high, low,"
                        + " close, volume]");
        assertThatThrownBy(() -> candles(DataFormat.FREQTRADE, "[]")).hasMessage("x: holds no candle");
        assertThatThrownBy(() -> candles(DataFormat.FREQTRADE, "[[1598918400000,null,2,0.5,1.5,10.0]]"))
                .hasMessage("x: entry 1 open is 'null', not a decimal number");
    }

    @Test
    void readsATradingViewExportByItsHeading() throws IOException {
        String text = "time,\"Basis, 20\",open,high,low,close,Plot,Volume\n"
                + "1704067200,NaN,100,110,90,105,,12.5\n1704070800,\"3\",105,106,104,105,,1\n";
        List<List<Long>> expected = List.of(
                List.of(1704067200L, 10000L, 11000L, 9000L, 10500L, 12500L),
                List.of(1704070800L, 10500L, 10600L, 10400L, 10500L, 1000L));
        CandleImport read = candles(DataFormat.TRADINGVIEW, text);
        assertThat(rows(read.candles())).isEqualTo(expected);
        assertThat(read.candles().timeframe()).isEqualTo(Timeframe.H1);
        String iso = text.replace("1704067200", "2024-01-01T00:00:00Z").replace("1704070800", "2023-12-31T20:00:00-05:00");
        assertThat(rows(candles(DataFormat.TRADINGVIEW, iso).candles())).isEqualTo(expected);
        CandleColumns days =
                candles(DataFormat.TRADINGVIEW, "time,open,high,low,close\n2024-01-01,1,1,1,1\n2024-01-02,1,1,1,1\n").candles();
        assertThat(days.timeframe()).isEqualTo(Timeframe.D1);
        assertThat(days.volumeLots(0)).isZero();
        assertThatThrownBy(() -> candles(DataFormat.TRADINGVIEW, "time,open,high,low,close\n2024-01-01T00:00,1,1,1,1\n"))
                .hasMessage("x, line 2: time '2024-01-01T00:00' is neither a number nor a time with its zone, for instance"
                        + " 2023-01-02T09:30:00Z or 2023-01-02T09:30:00-05:00");
        assertThatThrownBy(() -> candles(DataFormat.TRADINGVIEW, "time,open,high,close\n1,1,1,1\n"))
                .hasMessage("x, line 1: names no column 'low'; time, open, high, low and close are needed");
    }

    @Test
    void readsKrakensRowsAndKnowsThatMinutesWithoutATradeAreLeftOut() throws IOException {
        String text = "1381095240,122.0,122.0,122.0,122.0,0.1,1\n1381179000,123.61,123.61,123.61,123.61,0.1,1\n"
                + "1381201080,123.91,123.91,123.9,123.9,1.9916,2\n1381201140,123.91,124,123.9,124,1,2\n";
        CandleCsv reader = new CandleCsv(BTC, new ReadChoice(DataFormat.KRAKEN, Optional.of(Timeframe.M1), false));
        reader.add(bytes(text), "XBTUSD_1.csv");
        CandleImport read = reader.finish("XBTUSD_1.csv");
        assertThat(rows(read.candles()).get(2)).isEqualTo(List.of(1381201080L, 12391L, 12391L, 12390L, 12390L, 1992L));
        assertThat(read.summary().gaps()).isEqualTo(2);
        assertThat(read.summary().missing()).isEqualTo(1395 + 367);
    }

    @Test
    void refusesCandlesThatLieCloserThanTheyAreSaidTo() {
        CandleCsv reader = new CandleCsv(BTC, new ReadChoice(DataFormat.CANDLES, Optional.of(Timeframe.H1), false));
        assertThatThrownBy(() -> reader.add(bytes("0,1,1,1,1,1\n60000,1,1,1,1,1\n120000,1,1,1,1,1\n"), "x"))
                .hasMessage("x: is taken for 1h candles, but they lie 1m apart; --as venue:symbol:1m would take them");
    }

    @Test
    void aRepairLeavesBadRowsOutListsThemAndSortsLateOnesIn() throws IOException {
        CandleCsv reader = reader(DataFormat.CANDLES, true);
        reader.add(bytes("""
                openTime,open,high,low,close,volume
                60000,10,12,9,11,5
                180000,11,11,11,11,1
                120000,11,11,11,11,1
                oops
                120000,11,11,11,11,1
                180000,11,12,11,11,1

                240000,11,10,11,11,1
                300000,11,11.001,11,11,1
                330000,11,11,11,11,1
                360000,11,11,11,11,-1
                %s
                420000,11,11,11,11,0.0001
                """.formatted("7".repeat(3000))), "x");
        CandleImport read = reader.finish("x");
        assertThat(rows(read.candles())).isEqualTo(List.of(
                List.of(60L, 1000L, 1200L, 900L, 1100L, 5000L), List.of(120L, 1100L, 1100L, 1100L, 1100L, 1000L),
                List.of(180L, 1100L, 1100L, 1100L, 1100L, 1000L), List.of(420L, 1100L, 1100L, 1100L, 1100L, 0L)));
        assertThat(reader.bad()).isEqualTo(new BadRows(
                List.of(
                        new BadRow("x", 5, "has 1 field; a candle has 6: openTime,open,high,low,close,volume"),
                        new BadRow("x", 6, "duplicate: the candle of 1970-01-01T00:02:00Z is already there"),
                        new BadRow("x", 7, "duplicate: the candle of 1970-01-01T00:03:00Z is already there, with other"
                                + " figures"),
                        new BadRow("x", 9, "high 10 is below low 11"),
                        new BadRow("x", 10, "high 11.001 is no multiple of the tick 0.01 of BTCUSDT"),
                        new BadRow("x", 11, "the candle opens at 1970-01-01T00:05:30Z; a 1m candle there opens at"
                                + " 1970-01-01T00:05:00Z"),
                        new BadRow("x", 12, "volume -1 is negative"),
                        new BadRow("x", 13, "is longer than 1024 bytes; this is no file of candles or trades")),
                8, 1));
        assertThat(read.summary()).isEqualTo(new ImportSummary("x", 4, 0, 1, 1, 3, 60 * SECOND, 420 * SECOND));
    }

    @Test
    void aRepairOfACutOffArrayKeepsItsWholeEntries() throws IOException {
        CandleCsv reader = reader(DataFormat.FREQTRADE, true);
        reader.add(bytes("[[60000,1,1,1,1,1],[120000,1,1,1,1,1],[180000,1,1,1,1,12.3"), "x");
        assertThat(reader.finish("x").candles().size()).isEqualTo(2);
        assertThat(reader.bad().dropped()).isEqualTo(1);
    }

    @Test
    void aRepairOfTradesSortsThemAndDropsRepeatedIds() throws IOException {
        TradeCsv reader = new TradeCsv(BTC, new ReadChoice(DataFormat.TRADES, Optional.empty(), true));
        reader.add(bytes("""
                1000,10,1,buy,1
                3000,10,1,sell,3
                2000,10,1,,2
                2000,10,1,,2
                2000,10,1,maybe,4
                4000,10,0.0001,buy,5
                5000,10,1.0004,buy,6
                """), "x");
        TradeImport read = reader.finish("x");
        assertThat(read.summary()).isEqualTo(new ImportSummary("x", 4, 1, 1, 0, 0, 1000 * SECOND, 5000 * SECOND));
        TradeColumns trades = read.trades();
        List<Long> ids = new ArrayList<>();
        for (int row = 0; row < trades.size(); row++) {
            ids.add(trades.id(row));
        }
        assertThat(ids).containsExactly(1L, 2L, 3L, 6L);
        assertThat(trades.aggressor(2)).isEqualTo(Side.SELL);
        assertThat(reader.bad().rows()).containsExactly(
                new BadRow("x", 4, "duplicate: trade 2 is already there"),
                new BadRow("x", 5, "side is 'maybe'; it is buy, sell or empty"));
        assertThat(reader.bad().sorted()).isEqualTo(1);
    }

    @Test
    void aRepairPassesOverABadFirstLine() throws IOException {
        TradeCsv trades = new TradeCsv(BTC, new ReadChoice(DataFormat.TRADES, Optional.empty(), true));
        trades.add(bytes("oops\n1000,10,1,buy,1\n"), "x");
        assertThat(trades.finish("x").trades().size()).isEqualTo(1);
        assertThat(trades.bad().dropped()).isEqualTo(1);
        CandleCsv chart = reader(DataFormat.TRADINGVIEW, true);
        chart.add(bytes("exported by hand\ntime,open,high,low,close\n1704067200,1,1,1,1\n1704070800,1,1,1,1\n"), "x");
        assertThat(chart.finish("x").candles().size()).isEqualTo(2);
        assertThat(chart.bad().rows()).containsExactly(new BadRow(
                "x", 1, "names no column 'time'; time, open, high, low and close are needed"));
    }

    @Test
    void aChartMayHaveManyColumnsOfIndicators() throws IOException {
        String names = "time,open,high,low,close";
        String row = ",1,2,1,2";
        for (int i = 0; i < 300; i++) {
            names += ",\"Plot " + i + ", of " + i + "\"";
            row += "," + i * 1.25;
        }
        CandleImport read = candles(
                DataFormat.TRADINGVIEW,
                names + ",Volume\n1704067200" + row + ",7\n1704070800" + row + ",8\n");
        assertThat(rows(read.candles()).get(1)).isEqualTo(List.of(1704070800L, 100L, 200L, 100L, 200L, 8000L));
    }

    @Test
    void whateverOrderRowsComeInARepairMakesTheSameSeries() throws IOException {
        long seed = 7_012_026;
        Rng rng = new Rng(seed);
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < 3_000; row++) {
            lines.add(1_700_000_040_000L + row * 60_000L + "," + (100 + rng.nextInt(9)) + ",120,90,110," + rng.nextInt(50));
        }
        String sorted = String.join("\n", lines);
        for (int i = lines.size() - 1; i > 0; i--) {
            String swapped = lines.get(i);
            int other = rng.nextInt(i + 1);
            lines.set(i, lines.get(other));
            lines.set(other, swapped);
        }
        lines.add(lines.get(17));
        CandleCsv reader = reader(DataFormat.CANDLES, true);
        reader.add(bytes(String.join("\n", lines)), "x");
        assertThat(reader.finish("x").checksum())
                .as("seed " + seed)
                .isEqualTo(CandleCsv.read(bytes(sorted), "x", BTC).checksum());
        assertThat(reader.bad().dropped()).isEqualTo(1);
    }
}
