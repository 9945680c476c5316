package dev.tradewind.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.Side;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradeCsvTest {

    private static final Instrument BTC = new Instrument(
            "BTCUSD",
            "test",
            Asset.of("BTC"),
            Asset.of("USD"),
            new BigDecimal("0.01"),
            new BigDecimal("0.0001"),
            InstrumentFilters.NONE);

    private static TradeImport read(String text) throws IOException {
        return TradeCsv.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "t.csv", BTC);
    }

    @Test
    void readsTradesInFileOrderAndCountsThoseWithoutQuantity() throws IOException {
        TradeImport read = read("timestamp,price,amount\n100,800.01,0.1\n100,800.01,0.1\n101,800,0\n101,801,\n"
                + "101,802.5,0.00001\n101,803,0.00016\n102,799,2");
        assertThat(read.summary())
                .isEqualTo(new ImportSummary("t.csv", 4, 3, 1, 0, 0, 100_000_000_000L, 102_000_000_000L));
        TradeColumns trades = read.trades();
        assertThat(trades.size()).isEqualTo(4);
        assertThat(trades.priceTicks(1)).isEqualTo(80_001);
        assertThat(trades.quantityLots(2)).isEqualTo(2);
        assertThat(trades.timeNanos(3)).isEqualTo(102_000_000_000L);
        assertThat(trades.aggressor(0)).isNull();
        assertThat(trades.id(0)).isZero();
    }

    @Test
    void readsSideAndId() throws IOException {
        TradeColumns both = read("1,5,1,buy,7\n2,5,1,SELL,9\n3,5,1,,\n").trades();
        assertThat(both.aggressor(0)).isEqualTo(Side.BUY);
        assertThat(both.aggressor(1)).isEqualTo(Side.SELL);
        assertThat(both.aggressor(2)).isNull();
        assertThat(both.id(1)).isEqualTo(9);
        assertThat(both.id(2)).isZero();
        assertThat(read("1,5,1,7\n2,5,1,8\n").trades().id(1)).isEqualTo(8);
        assertThat(read("1,5,1,b\n2,5,1,s\n").trades().aggressor(1)).isEqualTo(Side.SELL);
        assertThat(read("time,price,qty,trade_id,side\n1,5,1,7,sell\n").checksum())
                .isEqualTo(read("1,5,1,sell,7\n").checksum())
                .isNotEqualTo(read("1,5,1,buy,7\n").checksum());
    }

    @ParameterizedTest
    @CsvSource({
        "1385337600, 1385337600000000000",
        "1385337600.25, 1385337600250000000",
        "1385337600123, 1385337600123000000",
        "1385337600123456, 1385337600123456000",
        "1385337600123456789, 1385337600123456789"
    })
    void tellsTheUnitOfTimeBySize(String written, long nanos) throws IOException {
        assertThat(read(written + ",1,1\n").trades().timeNanos(0)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "101,5|has 2 fields; a trade has 3 to 5: time,price,quantity[,side][,id]",
                "101,5,1,buy,7,x|has 6 fields; a trade has 3 to 5: time,price,quantity[,side][,id]",
                "101,5,1|has 3 fields where the first line has 5",
                "101,,1,buy,7|price is empty",
                "101,0,1,buy,7|price 0 is not positive",
                "101,-5,1,buy,7|price -5 is not positive",
                "101,5.001,1,buy,7|price 5.001 is no multiple of the tick 0.01 of BTCUSD",
                "101,NaN,1,buy,7|price is 'NaN', not a decimal number",
                "101,5,-1,buy,7|quantity -1 is negative",
                "101,5,x,buy,7|quantity is 'x', not a decimal number",
                "101,5,999999999999999999,buy,7|quantity 999999999999999999 is too large",
                "101,5,1,long,7|side is 'long'; it is buy, sell or empty",
                "101,5,1,buy,x|id is 'x', not a decimal number",
                "101,5,1,buy,1.5|id 1.5 is not a whole number from 0 on",
                "101,5,1,buy,6|duplicate: trade 6 is already there",
                "99,5,1,buy,7|out of order: the trade of 1970-01-01T00:01:39Z comes after one of 1970-01-01T00:01:40Z",
                "1385337600123,5,1,buy,7|time 1385337600123 is not in seconds like the first line's",
                "99000000000,5,1,buy,7|time 99000000000 is beyond the year 2262"
            })
    void refusesABadLine(String line, String reason) {
        assertThatThrownBy(() -> read("100,5,1,buy,6\n" + line + "\n"))
                .isInstanceOf(ImportException.class)
                .hasMessage("t.csv, line 2: " + reason);
    }

    @Test
    void refusesAStrangeHeaderAndAnEmptyFile() {
        assertThatThrownBy(() -> read("time,qty,price\n1,2,3\n"))
                .hasMessage("t.csv, line 1: starts with 'time'; the first line is either a trade or the header "
                        + "time,price,quantity[,side][,id]");
        assertThatThrownBy(() -> read("")).hasMessage("t.csv: holds no trade");
        assertThatThrownBy(() -> read("time,price,quantity\n1,2,0\n")).hasMessage("t.csv: holds no trade");
    }
}
