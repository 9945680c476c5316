package dev.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.BookImport;
import dev.tradewind.marketdata.CandleImport;
import dev.tradewind.marketdata.ImportException;
import dev.tradewind.marketdata.ImportSummary;
import dev.tradewind.marketdata.TradeImport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesTest {

    private static final String CANDLES = "60000,10,12,9,11,5\n120000,11,11,11,11,1\n";

    @TempDir
    Path folder;

    private static Path sample(SampleFile sample) {
        return sample.find(List.of(Path.of("."))).orElseThrow();
    }

    /** Figures counted in the source with a few lines of Python: see sample-data/README.md. */
    @Test
    void theSampleTradesAreAllThere() {
        TradeImport read = DataFiles.trades(
                sample(SampleFile.BITSTAMP_BTCUSD), SampleFile.BITSTAMP_BTCUSD.instrument());
        ImportSummary summary = read.summary();
        assertThat(summary.rows()).isEqualTo(99_982);
        assertThat(summary.withoutQuantity()).isEqualTo(18);
        assertThat(summary.rounded()).isZero();
        assertThat(summary.firstNanos()).isEqualTo(1_385_337_600_000_000_000L);
        assertThat(summary.lastNanos()).isEqualTo(1_385_913_725_000_000_000L);
        long lots = 0;
        long low = Long.MAX_VALUE;
        long high = 0;
        for (int row = 0; row < read.trades().size(); row++) {
            lots += read.trades().quantityLots(row);
            low = Math.min(low, read.trades().priceTicks(row));
            high = Math.max(high, read.trades().priceTicks(row));
        }
        assertThat(lots).isEqualTo(17_577_865_435_677L);
        assertThat(low).isEqualTo(77_010);
        assertThat(high).isEqualTo(116_300);
    }

    @Test
    void theSampleCandlesAreAllThere() {
        CandleImport read = DataFiles.candles(
                sample(SampleFile.BINANCEUS_ETHUSD), SampleFile.BINANCEUS_ETHUSD.instrument());
        assertThat(read.candles().timeframe()).isEqualTo(Timeframe.M5);
        ImportSummary summary = read.summary();
        assertThat(summary.rows()).isEqualTo(580);
        assertThat(summary.gaps()).isZero();
        assertThat(summary.rounded()).isZero();
        assertThat(summary.firstNanos()).isEqualTo(1_678_730_400_000_000_000L);
        assertThat(summary.lastNanos()).isEqualTo(1_678_904_100_000_000_000L);
        long lots = 0;
        for (int row = 0; row < 580; row++) {
            lots += read.candles().volumeLots(row);
        }
        assertThat(lots).isEqualTo(19_172_149_480L);
    }

    @Test
    void theInferredInstrumentOfASampleMatchesTheCatalogue() {
        for (SampleFile sample : SampleFile.values()) {
            var inferred = switch (DataFiles.load(sample(sample), null)) {
                case DataFiles.Candles(CandleImport content) -> content.instrument();
                case DataFiles.Trades(TradeImport content) -> content.instrument();
                case DataFiles.Book(BookImport content) -> content.instrument();
            };
            assertThat(inferred.symbol()).isEqualTo(sample.instrument().symbol());
            assertThat(inferred.tickSize()).isEqualTo(sample.instrument().tickSize());
            assertThat(inferred.lotSize()).isEqualTo(sample.instrument().lotSize());
            assertThat(SampleFile.ofId(sample.id())).isEqualTo(sample);
        }
        assertThatThrownBy(() -> SampleFile.ofId("x"))
                .hasMessage("sample 'x' is not one of bitstamp-btcusd, binanceus-ethusd");
    }

    @Test
    void theStartPageGetsSomeHundredCandlesToDraw() {
        for (SampleFile sample : SampleFile.values()) {
            SampleData told = sample.describe(LoadedMarket.file(sample(sample)));
            assertThat(told.preview().size()).as(told.title()).isBetween(90, 400);
            assertThat(told.id()).isEqualTo(sample.id());
        }
    }

    @Test
    void packedAndPlainAreTheSame() throws IOException {
        Path plain = Files.writeString(folder.resolve("a.csv"), CANDLES);
        Path packed = Files.write(folder.resolve("b.csv"), gzip(CANDLES));
        assertThat(DataFiles.candles(packed, null).checksum())
                .isEqualTo(DataFiles.candles(plain, null).checksum());
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void saysWhatIsWrongWithAFileAsAWhole() throws IOException {
        assertRefused(folder.resolve("none.csv"), "there is no such file");
        assertRefused(folder, "is not a file");
        byte[] packed = gzip(CANDLES.repeat(50));
        Path cut = Files.write(folder.resolve("cut.csv.gz"), Arrays.copyOf(packed, packed.length - 12));
        assertRefused(cut, "the packed data ends early; the file was cut off");
        packed[packed.length - 6] ^= 1;
        assertRefused(
                Files.write(folder.resolve("bad.csv.gz"), packed), "the packed data is damaged: Corrupt GZIP trailer");
        assertRefused(Files.writeString(folder.resolve("empty.csv"), ""), "is empty");
    }

    private static void assertRefused(Path path, String reason) {
        assertThatThrownBy(() -> DataFiles.load(path, null))
                .isInstanceOf(ImportException.class)
                .hasMessage(path + ": " + reason);
    }

    /**
     * Every recording of the shared data set is taken; where a price runs past the decimals we take, it would say so.
     */
    @Test
    void readsRecordingsOfManyVenues() throws IOException {
        Path shared = Path.of("../shared/data/candles");
        assumeTrue(Files.isDirectory(shared), "no ../shared/data here: recordings of other venues are not read");
        try (var files = Files.walk(shared)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv.gz")).sorted().toList()) {
                String label = file.getParent().getFileName().toString();
                CandleImport read = DataFiles.candles(file, null);
                if (!label.equals("mark")) {
                    assertThat(read.candles().timeframe().label()).as(file.toString()).isEqualToIgnoringCase(label);
                }
            }
        }
    }

    @Test
    void theSampleTradesAreThoseOfTheSharedDataSet() {
        Path shared = Path.of("../shared/data/trades/bitstamp-btcusd-2013-11-trades.csv.gz");
        assumeTrue(Files.exists(shared), "no ../shared/data here: the sample is not compared with it");
        assertThat(DataFiles.trades(shared, SampleFile.BITSTAMP_BTCUSD.instrument()).checksum())
                .isEqualTo(DataFiles.trades(
                                sample(SampleFile.BITSTAMP_BTCUSD), SampleFile.BITSTAMP_BTCUSD.instrument())
                        .checksum());
    }
}
