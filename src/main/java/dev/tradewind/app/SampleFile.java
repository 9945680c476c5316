package dev.tradewind.app;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.FundingEvent;
import dev.tradewind.domain.MarkEvent;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.marketdata.CandleAggregator;
import dev.tradewind.marketdata.CandleListener;
import dev.tradewind.marketdata.HistoryFeed;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A recording in {@code sample-data/}: where it lies and what it is of. Ticks and lots are the finest the recording
 * uses.
 * Minimum notional and fee are not recorded; they are round assumptions for paper trading, of the size such venues ask.
 */
public enum SampleFile {
    /** Six days of single trades while bitcoin first passed 1,000 dollars. */
    BITSTAMP_BTCUSD(
            "bitstamp-btcusd",
            "bitstamp-btcusd-2013-11-trades.csv.gz",
            "Bitstamp BTC/USD trades",
            "99,982 trades, 25 November to 1 December 2013",
            true,
            new Instrument(
                    "BTCUSD",
                    "Bitstamp",
                    Asset.of("BTC"),
                    Asset.of("USD"),
                    new BigDecimal("0.01"),
                    new BigDecimal("0.00000001"),
                    filters(1, 5)),
            new FeeRate(250_000)),
    /** Two days of candles. */
    BINANCEUS_ETHUSD(
            "binanceus-ethusd",
            "binanceus-ethusd-5m-2023-03.csv",
            "Binance.US ETH/USD candles",
            "580 five-minute candles, 13 to 15 March 2023",
            false,
            new Instrument(
                    "ETHUSD",
                    "Binance.US",
                    Asset.of("ETH"),
                    Asset.of("USD"),
                    new BigDecimal("0.01"),
                    new BigDecimal("0.00001"),
                    filters(1, 10)),
            new FeeRate(100_000));

    /** The folder's name, beside the program or in the project. */
    public static final String FOLDER = "sample-data";

    private static final Timeframe PREVIEW = Timeframe.M30;
    private static final int MAX_OPEN_ORDERS = 200;

    private final String id;
    private final String fileName;
    private final String title;
    private final String description;
    private final boolean trades;
    private final Instrument instrument;
    private final FeeRate fee;

    SampleFile(
            String id,
            String fileName,
            String title,
            String description,
            boolean trades,
            Instrument instrument,
            FeeRate fee) {
        this.id = id;
        this.fileName = fileName;
        this.title = title;
        this.description = description;
        this.trades = trades;
        this.instrument = instrument;
        this.fee = fee;
    }

    private static InstrumentFilters filters(long minLots, long minNotional) {
        long atoms = Asset.of("USD").toAtoms(BigDecimal.valueOf(minNotional));
        return new InstrumentFilters(minLots, 0, 0, atoms, 1, 0, MAX_OPEN_ORDERS);
    }

    /** {@return the stable id} */
    public String id() {
        return id;
    }

    /** {@return the file's name in the folder} */
    public String fileName() {
        return fileName;
    }

    /** {@return what it is, in a few words} */
    public String title() {
        return title;
    }

    /** {@return how much and when, in one line} */
    public String description() {
        return description;
    }

    /** {@return whether it holds single trades (candles otherwise)} */
    public boolean trades() {
        return trades;
    }

    /** {@return what it is of} */
    public Instrument instrument() {
        return instrument;
    }

    /** {@return the fee paper trading starts with, for makers and takers} */
    public FeeRate fee() {
        return fee;
    }

    /**
     * {@return the recording's path in the first of the folders that holds it}
     *
     * @param roots folders that may contain {@link #FOLDER}, for instance the program's own and the working directory
     */
    public Optional<Path> find(List<Path> roots) {
        return roots.stream()
                .map(root -> root.resolve(FOLDER).resolve(fileName))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /**
     * {@return what the start page tells of it, with candles to draw}
     *
     * @param market what it holds
     */
    SampleData describe(LoadedMarket market) {
        CandleAggregator preview = new CandleAggregator(0, List.of(PREVIEW), CandleListener.NONE);
        HistoryFeed content = market.feed();
        while (content.advance(Long.MAX_VALUE)) {
            switch (content.current()) {
                case TradeEvent trade -> preview.onTrade(trade.timeNanos(), trade.priceTicks(), trade.quantityLots());
                case CandleEvent candle -> preview.onCandle(candle);
                case BookEvent book -> {}
                case MarkEvent mark -> {}
                case FundingEvent funding -> {}
            }
        }
        return new SampleData(id, title, description, trades, instrument, preview.closed(PREVIEW));
    }

    /**
     * {@return the recording with that id}
     *
     * @throws IllegalArgumentException if there is none; the message lists those there are
     */
    public static SampleFile ofId(String id) {
        StringBuilder known = new StringBuilder();
        for (SampleFile sample : values()) {
            if (sample.id.equals(id)) {
                return sample;
            }
            known.append(known.isEmpty() ? "" : ", ").append(sample.id);
        }
        throw new IllegalArgumentException("sample '" + id + "' is not one of " + known);
    }
}
