package dev.tradewind.ui;

import dev.tradewind.app.Desks;
import dev.tradewind.app.LabDesk;
import dev.tradewind.app.MarketChoice;
import dev.tradewind.bot.BotType;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.FillTier;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.settings.BotPresetStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A lab that makes what a test gave it, and writes down what it was asked. */
public final class FakeLabDesk implements LabDesk {

    private final BotPresetStore presets = BotPresetStore.inMemory();

    /** {@return desks with a lab nobody has used} */
    public static Desks desks() {
        return new Desks(new FakeLabDesk());
    }

    @Override
    public List<BotType> botTypes() {
        return BotCatalog.TYPES;
    }

    @Override
    public BotPresetStore presets() {
        return presets;
    }

    @Override
    public List<History> histories() {
        return List.of(
                new History(
                        MarketChoice.of(Path.of("bitstamp-btcusd-2013-11-trades.csv.gz")), "Bitstamp BTC/USD trades", "BTCUSD",
                        "Bitstamp", "USD", Optional.empty(), FillTier.T2, 99_982, Fixtures.nanos("2013-11-25T00:00:02Z"),
                        Fixtures.nanos("2013-12-01T00:00:00Z"), new FeeRate(250_000)),
                new History(
                        MarketChoice.of(Path.of("binance-btcusdt-1m.csv.gz")), "binance:BTCUSDT:1m", "BTCUSDT", "binance",
                        "USDT", Optional.of(Timeframe.M1), FillTier.T0, 787_680, Fixtures.nanos("2023-01-01T00:00:00Z"),
                        Fixtures.nanos("2024-07-01T00:00:00Z"), new FeeRate(100_000)));
    }

    @Override
    public History history(Path file) {
        return histories().getLast();
    }
}
