package dev.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.domain.IcebergParts;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.LotSize;
import dev.tradewind.domain.MaxPosition;
import dev.tradewind.domain.OrderCount;
import dev.tradewind.domain.OrderCount.Kind;
import dev.tradewind.domain.OrderWorth;
import dev.tradewind.domain.PercentPrice;
import dev.tradewind.domain.PriceBounds;
import dev.tradewind.domain.TrailingDelta;
import dev.tradewind.marketdata.ImportException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every filter of an exchange's answer comes out as a value, in the venue's own order. */
class InstrumentRulesTest {

    private static final Path OWN = Path.of("src/test/resources/exchangeinfo");
    private static final Path RECORDED = Path.of("../shared/data/rest/nautilus/binance/http_responses");
    private static final long E10 = 10_000_000_000L;

    @Test
    void readsEveryFilterOfSpot() {
        Instrument instrument = InstrumentRules.read(OWN.resolve("spot.json"), "ABCEUR");

        assertThat(instrument.tickSize()).isEqualByComparingTo("0.01");
        assertThat(instrument.lotSize()).isEqualByComparingTo("0.001");
        assertThat(instrument.filters().all()).containsExactly(
                new PriceBounds(2, 10_000_000, 1, 0),
                new LotSize(false, 1, 9_000_000, 1, 0),
                new LotSize(true, 0, 112_211, 5, 0),
                new IcebergParts(10),
                new TrailingDelta(10, 2_000, 20, 1_500),
                PercentPrice.bySide(120_000_000, 20_000_000, 500_000_000, 80_000_000, 5),
                new OrderWorth(false, 5 * E10, true, 9_000_000 * E10, false, 5, false),
                new OrderCount(Kind.ORDERS, false, 200),
                new OrderCount(Kind.ORDER_LISTS, false, 20),
                new OrderCount(Kind.ALGO_ORDERS, false, 5),
                new OrderCount(Kind.ICEBERG_ORDERS, false, 7),
                new MaxPosition(10_000),
                new OrderCount(Kind.ORDERS, true, 1_000),
                new OrderCount(Kind.ALGO_ORDERS, true, 100));
        assertThat(instrument.filters().unknown()).containsExactly("T_PLUS_SELL");
    }

    @Test
    void readsTheOlderFormsAndTakesWhatCannotBeCountedForNoLimit() {
        Instrument instrument = InstrumentRules.read(OWN.resolve("spot.json"), "OLDEUR");

        assertThat(instrument.filters()).isEqualTo(new InstrumentFilters(List.of(
                new PriceBounds(1, 10_000),
                PercentPrice.both(500_000_000, 20_000_000, 1),
                new LotSize(1, 0),
                new OrderWorth(true, 10 * E10, false, 0, false, 1, false),
                new OrderCount(Kind.ORDERS, true, 1_000),
                new OrderCount(Kind.ALGO_ORDERS, true, 100))));
    }

    /** The lowest price 0.05 is no multiple of the tick 0.10: futures count the steps from it. */
    @Test
    void readsFuturesAndCountsTheirStepsFromTheLeast() {
        Instrument instrument = InstrumentRules.read(OWN.resolve("futures.json"), "");

        assertThat(instrument.tickSize()).isEqualByComparingTo("0.05");
        assertThat(instrument.filters()).isEqualTo(new InstrumentFilters(
                List.of(
                        new PriceBounds(1, 100_000, 2, 1),
                        new LotSize(false, 1, 1_000_000, 1, 0),
                        new LotSize(true, 1, 120_000, 1, 0),
                        new OrderCount(Kind.ORDERS, false, 200),
                        new OrderCount(Kind.ALGO_ORDERS, false, 10),
                        new OrderWorth(true, 20 * E10, true, 0, false, 0, true),
                        PercentPrice.ofMark(105_000_000, 95_000_000)),
                List.of("POSITION_RISK_CONTROL")));
    }

    @Test
    void readsARecordedSpotAnswer() {
        Instrument instrument = recorded("http_spot_market_exchange_info.json", "BTCUSDT");

        assertThat(instrument.filters()).isEqualTo(new InstrumentFilters(List.of(
                new PriceBounds(1, 100_000_000),
                PercentPrice.both(500_000_000, 20_000_000, 5),
                new LotSize(1, 900_000_000),
                new OrderWorth(true, 10 * E10, true, 0, false, 5, false),
                new IcebergParts(10),
                new LotSize(true, 0, 11_221_108, 1, 0),
                new OrderCount(200),
                new OrderCount(Kind.ALGO_ORDERS, false, 5))));
    }

    @Test
    void readsARecordedFuturesAnswer() {
        Instrument instrument = recorded("http_futures_market_exchange_info.json", "BTCUSDT");

        assertThat(instrument.tickSize()).isEqualByComparingTo("0.1");
        assertThat(instrument.filters()).isEqualTo(new InstrumentFilters(List.of(
                new PriceBounds(4_020, 12_463_966),
                new LotSize(1, 1_000_000),
                new LotSize(true, 1, 1_000_000, 1, 0),
                new OrderCount(200),
                new OrderCount(Kind.ALGO_ORDERS, false, 10),
                new OrderWorth(true, 10 * E10, true, 0, false, 0, true),
                PercentPrice.ofMark(110_000_000, 54_540_000))));
    }

    private static Instrument recorded(String file, String symbol) {
        Path path = RECORDED.resolve(file);
        Assumptions.assumeTrue(Files.isRegularFile(path), "no recorded answers beside the project: " + file);
        return InstrumentRules.read(path, symbol);
    }

    @Test
    void keepsEveryFilterThroughText() {
        for (String symbol : List.of("ABCEUR", "OLDEUR")) {
            InstrumentFilters filters = InstrumentRules.read(OWN.resolve("spot.json"), symbol).filters();
            assertThat(FilterText.read(FilterText.of(filters))).isEqualTo(filters);
        }
        InstrumentFilters futures = InstrumentRules.read(OWN.resolve("futures.json"), "").filters();
        assertThat(FilterText.read(FilterText.of(futures))).isEqualTo(futures);
        assertThat(FilterText.read("")).isEqualTo(InstrumentFilters.NONE);
        assertThatThrownBy(() -> FilterText.read("LOT_SIZE 1 2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("filter 'LOT_SIZE 1 2' lacks figures");
    }

    @Test
    void saysWhichFigureIsNone(@TempDir Path folder) throws Exception {
        assertThat(wrong(folder, "{\"filterType\": \"MAX_NUM_ORDERS\"}")).endsWith("MAX_NUM_ORDERS has no maxNumOrders");
        assertThat(wrong(folder, "{\"filterType\": \"MAX_POSITION\", \"maxPosition\": \"many\"}"))
                .endsWith("MAX_POSITION maxPosition 'many' is not a number");
        assertThat(wrong(folder, "{\"filterType\": \"NOTIONAL\", \"minNotional\": \"-5\"}"))
                .endsWith("NOTIONAL minNotional -5 is negative; 0 or more would pass");
    }

    private static String wrong(Path folder, String filter) throws Exception {
        Path file = folder.resolve("rules.json");
        Files.writeString(file, """
                {"symbol": "ABCEUR", "filters": [
                  {"filterType": "PRICE_FILTER", "tickSize": "0.01"}, {"filterType": "LOT_SIZE", "stepSize": "0.1"},
                  """ + filter + "]}");
        try {
            return "read as " + InstrumentRules.read(file, "").filters();
        } catch (ImportException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    @Test
    void theDefaultRulesAreThoseOfTheGuide() {
        Instrument standard = InstrumentRules.standard();

        assertThat(standard.tickSize()).isEqualByComparingTo(new BigDecimal("0.01"));
        assertThat(standard.filters().minNotionalAtoms()).isEqualTo(10 * E10);
        assertThat(standard.filters().maxOpenOrders()).isEqualTo(200);
    }
}
