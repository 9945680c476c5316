package dev.tradewind.marketdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.domain.Timeframe;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Layouts as they are published: Binance's in the README of github.com/binance/binance-public-data, Kraken's on
 * support.kraken.com ("Downloadable historical OHLCVT"), freqtrade's in its data-download documentation (json: arrays of date,
 * open, high, low, close, volume), TradingView's as "Export chart data" writes it.
 */
class FormatSniffTest {

    private static FormatSniff sniff(String text) {
        return FormatSniff.of(text.getBytes(StandardCharsets.UTF_8), "x", Optional.empty(), false);
    }

    private static DataFormat format(String text) {
        return sniff(text).format();
    }

    @Test
    void tellsTheFormByItsColumns() {
        assertThat(format("60000,10,12,9,11,5\n")).isEqualTo(DataFormat.CANDLES);
        assertThat(format("openTime(ms UTC),open,high,low,close,volume(base)\n")).isEqualTo(DataFormat.CANDLES);
        assertThat(format("60000,10,5\n")).isEqualTo(DataFormat.TRADES);
        assertThat(format("time,price,qty,side\n")).isEqualTo(DataFormat.TRADES);
        assertThat(format("60000,10,5,buy,77\n")).isEqualTo(DataFormat.TRADES);
        assertThat(format("[[1598918400000,1,2,0.5,1.5,10.0]]")).isEqualTo(DataFormat.FREQTRADE);
        assertThat(format("1381095240,122,122,122,122,0.1,1\n")).isEqualTo(DataFormat.KRAKEN);
        assertThat(format("time,open,high,low,close,Volume,\"MA, 9\"\n")).isEqualTo(DataFormat.TRADINGVIEW);
        assertThat(format("close,time,open,high,low\n")).isEqualTo(DataFormat.TRADINGVIEW);
    }

    @Test
    void tellsBinancesArchives() {
        String kline = "1601510340000,4.15070000,4.15870000,4.15060000,4.15540000,539.23000000,1601510399999,2240.39860900,"
                + "13,401.82000000,1669.98121300,0\n";
        assertThat(sniff(kline)).isEqualTo(new FormatSniff(
                DataFormat.BINANCE_KLINES, false, Optional.of(Timeframe.M1), Optional.empty()));
        assertThat(sniff("open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,"
                        + "taker_buy_quote_volume,ignore\n" + kline))
                .isEqualTo(new FormatSniff(
                        DataFormat.BINANCE_KLINES, true, Optional.of(Timeframe.M1), Optional.empty()));
        assertThat(sniff("1735689600000000,4.1,4.2,4.0,4.1,5,1735693199999999,2240.3,13,401.8,1669.9,0\n").timeframe())
                .contains(Timeframe.H1);
        assertThat(sniff("0,0.20000000,50.00000000,0,0,1608872400000,False,True\n"))
                .isEqualTo(new FormatSniff(
                        DataFormat.BINANCE_AGG_TRADES, false, Optional.empty(), Optional.empty()));
        assertThat(sniff("26129,0.01633102,4.70443515,27781,27781,1498793709153,true\n"))
                .isEqualTo(new FormatSniff(
                        DataFormat.BINANCE_AGG_TRADES, true, Optional.empty(), Optional.empty()));
        assertThat(sniff("51175358,17.80180000,5.69000000,101.29224200,1583709433583,True,True\n"))
                .isEqualTo(new FormatSniff(DataFormat.BINANCE_TRADES, false, Optional.empty(), Optional.empty()));
        assertThat(sniff("28457,4.00000100,12.00000000,48.00,1499865549590,true\n"))
                .isEqualTo(new FormatSniff(DataFormat.BINANCE_TRADES, true, Optional.empty(), Optional.empty()));
        assertThat(format("agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time,is_buyer_maker\n"))
                .isEqualTo(DataFormat.BINANCE_AGG_TRADES);
        assertThat(format("id,price,qty,quote_qty,time,is_buyer_maker\n")).isEqualTo(DataFormat.BINANCE_TRADES);
        assertThat(format("tradeId,time,price,qty,isBuyerMaker,type\n")).isEqualTo(DataFormat.BINANCE_TRADES);
    }

    @Test
    void saysWhatItIsThatIsNotRead() {
        assertThatThrownBy(() -> sniff("ARROW1\0\0rest"))
                .hasMessageStartingWith("x: is a feather file, which is not read here; freqtrade makes JSON of it");
        assertThatThrownBy(() -> sniff("PAR1rest")).hasMessageStartingWith("x: is a parquet file");
        assertThatThrownBy(() -> sniff("")).hasMessage("x: is empty");
        assertThatThrownBy(() -> sniff("1,2\n"))
                .hasMessageStartingWith("x, line 1: has 2 fields, like no form that is known: candles (");
        assertThatThrownBy(() -> sniff("symbol,side\n"))
                .hasMessageStartingWith("x, line 1: starts with 'symbol', which heads no form that is known: ");
    }

    @Test
    void aRepairPassesOverLinesThatTellNothing() {
        byte[] text = "oops\n60000\n60000,10,12,9,11,5\n".getBytes(StandardCharsets.UTF_8);
        assertThat(FormatSniff.of(text, "x", Optional.empty(), true).format()).isEqualTo(DataFormat.CANDLES);
        assertThatThrownBy(() -> FormatSniff.of("oops\n".getBytes(StandardCharsets.UTF_8), "x", Optional.empty(), true))
                .hasMessageStartingWith("x, line 1: starts with 'oops'");
        assertThat(FormatSniff.of(text, "x", Optional.of(DataFormat.KRAKEN), false).format()).isEqualTo(DataFormat.KRAKEN);
    }

    @Test
    void aHeadingOfOurOwnTellsSeriesAndSteps() {
        FormatSniff told = sniff("openTime(ms UTC; binance:BTCUSDT:1m; tick 0.01; lot 0.00001),open,high,low,close,volume\n");
        assertThat(told.format()).isEqualTo(DataFormat.CANDLES);
        assertThat(told.note().orElseThrow().key()).hasToString("binance:BTCUSDT:1m");
        assertThat(told.note().orElseThrow().tick()).isEqualByComparingTo("0.01");
        assertThat(HeaderNote.of("openTime(ms UTC),open")).isEmpty();
        assertThat(HeaderNote.of("openTime(ms; a:B:1m; tick x; lot 1),open")).isEmpty();
        assertThat(HeaderNote.of("openTime(ms; a:B:9m; tick 1; lot 1),open")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BINANCE_KLINES | false | /d/BTCUSDT-1m-2024-01.zip | binance | BTCUSDT | 1m
            BINANCE_KLINES | true | ETHUSDT-1d-2024-01.csv | binance-um | ETHUSDT | 1D
            BINANCE_KLINES | false | /data/futures/um/monthly/klines/ETHUSDT-1mo-2024.csv | binance-um | ETHUSDT | 1M
            BINANCE_KLINES | true | BTCUSD_PERP-4h-2024-01.csv | binance-cm | BTCUSD_PERP | 4h
            BINANCE_AGG_TRADES | false | BTCUSDT-aggTrades-2025-01-01.csv | binance | BTCUSDT |
            BINANCE_TRADES | true | BTCUSDT-trades-2025-01.csv | binance-um | BTCUSDT |
            KRAKEN | false | /x/XBTUSD_1.csv | kraken | XBTUSD | 1m
            KRAKEN | false | XBTUSD_1440.csv | kraken | XBTUSD | 1D
            KRAKEN | false | 1INCHUSD_7.csv | kraken | 1INCHUSD |
            FREQTRADE | false | /user_data/data/binance/BTC_USDT-5m.json | binance | BTCUSDT | 5m
            FREQTRADE | false | data/bybit/futures/ETH_USDT_USDT-1h-futures.json.gz | bybit-futures | ETHUSDT | 1h
            FREQTRADE | false | data/binance/futures/ETH_USDT_USDT-1h-futures.json.gz | binance-um | ETHUSDT | 1h
            FREQTRADE | false | BTC_USDT-1M.json |  | BTCUSDT | 1M
            TRADINGVIEW | false | BITSTAMP_BTCUSD, 240.csv | bitstamp | BTCUSD | 4h
            TRADINGVIEW | false | BINANCE_BTCUSDT.P, 1D_ab12f.csv | binance | BTCUSDT.P | 1D
            TRADINGVIEW | false | INDEX_BTCUSD, 60 (1).csv | index | BTCUSD | 1h
            CANDLES | false | binance-um-BTCUSDT-1m-2023.csv.gz | binance-um | BTCUSDT | 1m
            CANDLES | false | binance-spot-BTCUSDT-1h-2017-2024.csv.gz | binance | BTCUSDT | 1h
            CANDLES | false | tradingview-index-BTCUSD-1d-2009-2026.csv.gz | tradingview-index | BTCUSD | 1D
            CANDLES | false | binance-um-BTCUSDT-mark-8h-2023-2024.csv.gz | | |
            CANDLES | false | BTCUSDT.csv | | BTCUSDT |
            TRADES | false | bitstamp-btcusd-2013-11-trades.csv.gz | bitstamp | BTCUSD |
            CANDLES | false | prices.csv | | |
            """)
    void namesTellWhatAFileIsOf(
            DataFormat format, boolean futures, String path, String venue, String symbol, String timeframe) {
        SeriesGuess guess =
                SeriesGuess.of(path, new FormatSniff(format, futures, Optional.empty(), Optional.empty()));
        assertThat(guess)
                .isEqualTo(new SeriesGuess(
                        Optional.ofNullable(venue), Optional.ofNullable(symbol),
                        Optional.ofNullable(timeframe).map(Timeframe::ofLabel)));
    }
}
