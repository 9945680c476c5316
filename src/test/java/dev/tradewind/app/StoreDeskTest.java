package dev.tradewind.app;

import dev.tradewind.app.job.Job;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tradewind.app.DataDesk.ExportReceipt;
import dev.tradewind.app.DataDesk.ImportReceipt;
import dev.tradewind.app.DataDesk.ImportRequest;
import dev.tradewind.domain.CancelledException;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.BadRows;
import dev.tradewind.marketdata.DataFormat;
import dev.tradewind.marketdata.ImportException;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.StoredSeries;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreDeskTest {

    private static final long MINUTE = 60_000;
    private static final long BEGAN = 1_704_067_200_000L;

    @TempDir
    Path folder;

    private DataStore store;
    private StoreDesk desk;

    @BeforeEach
    void open() throws StartException {
        store = DataStore.change(Optional.of(folder.resolve("data")));
        desk = store.desk();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static ImportRequest request(Path... files) {
        return new ImportRequest(List.of(files), Optional.empty(), Optional.empty(), false);
    }

    private List<ImportReceipt> imported(ImportRequest request) throws Exception {
        return finished(desk.importFiles(request));
    }

    private static <T> T finished(Job<T> job) throws Exception {
        try {
            return job.await();
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        }
    }

    /** Klines as Binance's archive writes them: so many minutes from a minute on, prices rising by a cent. */
    private static String klines(int from, int rows, int perMilli) {
        StringBuilder text = new StringBuilder();
        for (int row = from; row < from + rows; row++) {
            long open = (BEGAN + row * MINUTE) * perMilli;
            text.append(open).append(",100.%02d000000,101.50000000,99.00000000,100.10000000,2.50000000,".formatted(row % 100))
                    .append(open + MINUTE * perMilli - 1)
                    .append(",250.0,7,1.0,100.0,0\n");
        }
        return text.toString();
    }

    private Path zip(String name, String... entries) throws IOException {
        Path path = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(path); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                zip.write(entries[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return path;
    }

    @Test
    void storesAnArchiveAndTellsWhatItWas() throws Exception {
        Path zip = zip("BTCUSDT-1m-2024-01.zip", "BTCUSDT-1m-2024-01.csv", klines(0, 3, 1) + klines(5, 2, 1));
        SeriesKey key = SeriesKey.parse("binance:BTCUSDT:1m");
        assertThat(imported(request(zip))).containsExactly(new ImportReceipt(
                zip.toString(), DataFormat.BINANCE_KLINES, key, 5, 5, 0, 0, 0, 0, BadRows.NONE, 1, 2,
                BEGAN * 1_000_000, (BEGAN + 6 * MINUTE) * 1_000_000));
        assertThat(imported(request(zip)).getFirst().same()).isEqualTo(5);
        StoredSeries stored = desk.list().getFirst();
        assertThat(stored.key()).isEqualTo(key);
        assertThat(stored.rows()).isEqualTo(5);
        assertThat(stored.instrument().tickSize()).isEqualByComparingTo("0.01");
        assertThat(stored.instrument().base().code()).isEqualTo("BTC");
        assertThat(stored.source()).isEqualTo("BTCUSDT-1m-2024-01.zip, candles of Binance's public archive");
    }

    @Test
    void oneZipMayHoldManySeriesAndMonthsOfBothUnits() throws Exception {
        Path zip = zip(
                "all.zip", "readme.md", "not read", "spot/BTCUSDT-1m-2024-12.csv", klines(0, 2, 1),
                "spot/BTCUSDT-1m-2025-01.csv", klines(2, 2, 1000), "__MACOSX/._BTCUSDT-1m-2025-01.csv", "x",
                "spot/ETHUSDT-1m-2024-12.csv", klines(0, 4, 1));
        List<ImportReceipt> receipts = imported(request(zip));
        assertThat(receipts).extracting(receipt -> receipt.key().toString())
                .containsExactly("binance:BTCUSDT:1m", "binance:ETHUSDT:1m");
        assertThat(receipts).extracting(ImportReceipt::rows).containsExactly(4L, 4L);
        assertThat(receipts.getFirst().gaps()).isZero();
    }

    @Test
    void aNameChoosesAmongTheSeriesOfAZip() throws Exception {
        String kraken = "1704067200,1,2,1,2,5,3\n1704067260,1,2,1,2,5,3\n";
        Path zip = zip("OHLCVT.zip", "XBTUSD_1.csv", kraken, "XBTUSD_60.csv", "1704067200,1,2,1,2,5,3\n", "ETHUSD_1.csv", kraken);
        ImportRequest one = new ImportRequest(
                List.of(zip), Optional.empty(), Optional.of(SeriesKey.parse("kraken:XBTUSD:1h")), false);
        assertThat(imported(one)).extracting(ImportReceipt::rows).containsExactly(1L);
        ImportRequest none = new ImportRequest(
                List.of(zip), Optional.empty(), Optional.of(SeriesKey.parse("kraken:XBTEUR:1h")), false);
        assertThatThrownBy(() -> imported(none))
                .hasMessage(zip + " holds 3 series and none is kraken:XBTEUR:1h: ETHUSD 1m, XBTUSD 1m, XBTUSD 1h");
        assertThat(imported(request(zip))).extracting(receipt -> receipt.key().toString())
                .containsExactly("kraken:ETHUSD:1m", "kraken:XBTUSD:1m", "kraken:XBTUSD:1h");
    }

    @Test
    void filesStoredTogetherShareTheFinestSteps() throws Exception {
        Path coarse = Files.writeString(folder.resolve("a-BTCUSDT-1m-1.csv"), "60000,10,12,9,11,5\n120000,11,11,11,11,1\n");
        Path fine = Files.writeString(folder.resolve("a-BTCUSDT-1m-2.csv"), "180000,10.05,12,9,11,5\n240000,11,11,11,11,1\n");
        List<ImportReceipt> heard = new ArrayList<>();
        finished(desk.importFiles(request(coarse, fine), heard::add));
        assertThat(heard).extracting(ImportReceipt::added).containsExactly(2L, 2L);
        Path finer = Files.writeString(folder.resolve("a-BTCUSDT-1m-3.csv"), "300000,10.001,12,9,11,5\n360000,11,11,11,11,1\n");
        assertThatThrownBy(() -> imported(request(finer)))
                .isInstanceOf(ImportException.class)
                .hasMessage(finer + ", line 1: open 10.001 is no multiple of the tick 0.01 of BTCUSDT; what is stored of"
                        + " a:BTCUSDT began with that tick: drop it, then import all its files together, or with --tick");
    }

    @Test
    void aBadLineLeavesTheStoreAsItWasAndARepairTakesTheRest() throws Exception {
        Path good = Files.writeString(folder.resolve("x-ETHUSDT-1m.csv"), "60000,10,12,9,11,5\n120000,11,11,11,11,1\n");
        imported(request(good));
        String before = desk.list().toString();
        Path bad = Files.writeString(
                folder.resolve("y-ETHUSDT-1m.csv"),
                "60000,10,12,9,11,5\n120000,11,11,11,11,1\n180000,11,10,11,11,1\n240000,1,1,1,1,1\n");
        assertThatThrownBy(() -> imported(request(bad))).hasMessage(bad + ", line 3: high 10 is below low 11");
        assertThat(desk.list()).hasToString(before);
        ImportReceipt repaired = imported(new ImportRequest(
                        List.of(bad), Optional.empty(), Optional.of(SeriesKey.parse("x:ETHUSDT:1m")), true))
                .getFirst();
        assertThat(repaired.bad().rows())
                .containsExactly(new BadRows.BadRow(bad.toString(), 3, "high 10 is below low 11"));
        assertThat(repaired.same()).isEqualTo(2);
        assertThat(repaired.added()).isEqualTo(1);
        assertThat(repaired.missing()).isEqualTo(1);
    }

    @Test
    void saysWhatItCannotTell() throws Exception {
        Path plain = Files.writeString(folder.resolve("prices.csv"), "60000,10,12,9,11,5\n120000,11,11,11,11,1\n");
        assertThatThrownBy(() -> imported(request(plain)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(plain + " does not tell what it is of; say it with --as venue:symbol:timeframe, for instance"
                        + " --as binance:BTCUSDT:1m");
        ImportRequest trades = new ImportRequest(
                List.of(plain), Optional.empty(), Optional.of(SeriesKey.parse("a:B:trades")), false);
        assertThatThrownBy(() -> imported(trades))
                .hasMessage("--as a:B:trades names trades, but " + plain + " holds candles");
        ImportRequest hours = new ImportRequest(
                List.of(plain), Optional.empty(), Optional.of(SeriesKey.parse("a:B:1h")), false);
        assertThatThrownBy(() -> imported(hours)).hasMessage(plain
                + ": is taken for 1h candles, but they lie 1m apart; --as venue:symbol:1m would take them");
        Path empty = zip("empty.zip", "readme.md", "x");
        assertThatThrownBy(() -> imported(request(empty))).hasMessage(empty + ": is a zip without a CSV or JSON file in it");
        assertThat(desk.list()).isEmpty();
    }

    @Test
    void aCancelledImportLeavesTheStoreAsItWas() throws Exception {
        Path first = Files.writeString(folder.resolve("x-ETHUSDT-1m.csv"), "60000,10,12,9,11,5\n120000,11,11,11,11,1\n");
        imported(request(first));
        String before = desk.list().toString();
        Path zip = zip("ETHUSDT-1m-2024-01.zip", "ETHUSDT-1m-2024-01.csv", klines(0, 20_000, 1));
        for (int steps = 1; steps < 400; steps += 57) {
            int last = steps;
            int[] heard = {0};
            FileImport work = new FileImport(store.candles(), request(zip));
            try {
                work.run((done, total) -> {
                    if (++heard[0] >= last) {
                        throw new CancelledException("enough");
                    }
                }, receipt -> {});
                break;
            } catch (CancelledException expected) {
                assertThat(desk.list()).as("after step " + steps).hasToString(before);
            }
        }
    }

    @Test
    void whatIsExportedAndImportedAgainIsTheSame() throws Exception {
        Path candles = Files.writeString(folder.resolve("c.csv"), "60000,10,12.5,9,11,5\n120000,11,11,11,11,0.25\n240000,1,1,1,1,0\n");
        Path trades = Files.writeString(folder.resolve("t.csv"),
                "1385337600.000001,10.5,5,buy,7\n1385337601,11,0.125,,9\n1385337601,11,0.125,sell,10\n");
        SeriesKey minutes = SeriesKey.parse("a:ETHUSDT:1m");
        SeriesKey ticks = SeriesKey.parse("a:ETHUSDT:trades");
        // steps no file shows by its decimals
        imported(new ImportRequest(
                List.of(candles), Optional.empty(), Optional.of(minutes), false, Optional.of(new BigDecimal("0.0025")),
                Optional.of(new BigDecimal("0.00125"))));
        imported(new ImportRequest(List.of(trades), Optional.empty(), Optional.of(ticks), false));
        try (DataStore other = DataStore.change(Optional.of(folder.resolve("other")))) {
            for (SeriesKey key : List.of(minutes, ticks)) {
                Path out = folder.resolve(key.toString().replace(':', '-') + ".csv.gz");
                ExportReceipt written = finished(desk.export(key, Long.MIN_VALUE, Long.MAX_VALUE, out));
                ImportReceipt read = finished(other.desk().importFiles(request(out))).getFirst();
                assertThat(read.key()).isEqualTo(key);
                StoredSeries here = desk.list().stream().filter(s -> s.key().equals(key)).findFirst().orElseThrow();
                StoredSeries there =
                        other.desk().list().stream().filter(s -> s.key().equals(key)).findFirst().orElseThrow();
                assertThat(there.checksum()).isEqualTo(here.checksum()).isEqualTo(written.checksum());
                assertThat(there.instrument()).hasToString(here.instrument().toString());
                assertThat(there.instrument().tickSize()).isEqualByComparingTo("0.0025");
            }
        }
    }

    @Test
    void exportsAPartAndACoarserTimeframe() throws Exception {
        imported(request(zip("BTCUSDT-1m-2024-01.zip", "BTCUSDT-1m-2024-01.csv", klines(0, 10, 1))));
        Path out = folder.resolve("out.csv");
        long from = (BEGAN + 5 * MINUTE) * 1_000_000;
        ExportReceipt written = finished(desk.export(SeriesKey.parse("binance:BTCUSDT:5m"), from, Long.MAX_VALUE, out));
        assertThat(Files.readString(out)).isEqualTo("""
                openTime(ms UTC; binance:BTCUSDT:5m; tick 0.01; lot 0.001),open,high,low,close,volume
                1704067500000,100.05,101.50,99.00,100.10,12.500
                """);
        assertThat(written.rows()).isEqualTo(1);
        assertThatThrownBy(() -> finished(desk.export(
                        SeriesKey.parse("binance:BTCUSDT:1m"), from, Long.MAX_VALUE, folder.resolve("no/out.csv"))))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("cannot be written: there is no folder");
    }

    @Test
    void aStoredSeriesIsReadBesideWhoeverHoldsTheFolder() throws Exception {
        imported(request(zip("BTCUSDT-1m-2024-01.zip", "BTCUSDT-1m-2024-01.csv", klines(0, 10, 1))));
        Optional<Path> data = Optional.of(folder.resolve("data"));
        MarketSource hours = MarketSource.parse("binance:BTCUSDT:5m", data);
        assertThat(hours.candles().candles().timeframe()).isEqualTo(Timeframe.M5);
        assertThat(DataStore.look(data).orElseThrow().desk().list())
                .hasToString(desk.list().toString());
        LoadedMarket market = LoadedMarket.of(hours);
        assertThat(LoadedMarket.ofSource(market.source(), List.of()).checksum()).isEqualTo(market.checksum());
        assertThatThrownBy(() -> MarketSource.parse("binance:BTCUSDT:1s", data).candles())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("binance:BTCUSDT:1m");
    }

    /** Rows as the shared data set's own list counts them. */
    @Test
    void realRecordingsAreStoredWhole() throws Exception {
        Path shared = Path.of("../shared/data");
        assumeTrue(Files.isDirectory(shared), "no ../shared/data here: real recordings are not imported");
        List<ImportReceipt> receipts = imported(request(
                shared.resolve("candles/1h/binance-spot-BTCUSDT-1h-2017-2024.csv.gz"),
                shared.resolve("trades/binance-spot-btcusdt_20240808-trades.csv.gz")));
        assertThat(receipts).extracting(receipt -> receipt.key().toString())
                .containsExactly("binance:BTCUSDT:1h", "binance:BTCUSDT:trades");
        assertThat(receipts.getFirst().rows()).isEqualTo(58_419);
        assertThat(receipts.getFirst().gaps()).isEqualTo(28);
        assertThat(receipts.getFirst().missing()).isEqualTo(128);
        assertThat(receipts.getLast().rows() + receipts.getLast().withoutQuantity()).isEqualTo(9_757);
    }
}
