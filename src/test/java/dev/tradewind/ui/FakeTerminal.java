package dev.tradewind.ui;

import dev.tradewind.app.Desks;
import dev.tradewind.app.OpenSession;
import dev.tradewind.app.SampleData;
import dev.tradewind.app.SavedSession;
import dev.tradewind.app.StartChoice;
import dev.tradewind.app.StartException;
import dev.tradewind.app.Terminal;
import dev.tradewind.settings.LastUse;
import dev.tradewind.settings.LastUseStore;
import dev.tradewind.settings.PreferenceStore;
import dev.tradewind.settings.Preferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A terminal that opens a given session and writes down what was chosen. */
public final class FakeTerminal implements Terminal, PreferenceStore, LastUseStore {

    public final List<StartChoice> choices = new ArrayList<>();
    public Optional<SavedSession> saved = Optional.empty();
    public String refusal = "";
    public LastUse last = LastUse.NONE;
    public Desks desks = FakeLabDesk.desks();
    private final OpenSession session;

    public FakeTerminal(OpenSession session) {
        this.session = session;
    }

    @Override
    public String version() {
        return "0.1.0";
    }

    @Override
    public List<SampleData> samples() {
        return List.of(
                new SampleData(
                        "bitstamp-btcusd", "Bitstamp BTC/USD", "99,982 real trades, 25 November to 1 December 2013.", true,
                        Fixtures.BTC, Fixtures.candles(160)),
                new SampleData(
                        "binanceus-ethusd", "Binance.US ETH/USD", "580 five-minute candles, 13 to 15 March 2023.", false,
                        Fixtures.BTC, Fixtures.candles(160)));
    }

    @Override
    public Optional<SavedSession> saved() {
        return saved;
    }

    @Override
    public OpenSession open(StartChoice choice) throws StartException {
        choices.add(choice);
        if (!refusal.isEmpty()) {
            throw new StartException(refusal);
        }
        return session;
    }

    @Override
    public OpenSession goOn() {
        return session;
    }

    @Override
    public LastUseStore lastUse() {
        return this;
    }

    @Override
    public LastUse loadLastUse() {
        return last;
    }

    @Override
    public void saveLastUse(LastUse use) {
        last = use;
    }

    @Override
    public Desks desks() {
        return desks;
    }

    @Override
    public PreferenceStore preferences() {
        return this;
    }

    @Override
    public Preferences load() {
        return Preferences.DEFAULT;
    }

    @Override
    public void save(Preferences preferences) {}
}
