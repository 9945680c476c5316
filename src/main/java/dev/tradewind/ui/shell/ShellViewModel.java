package dev.tradewind.ui.shell;

import dev.tradewind.app.ReplayControl.Position;
import dev.tradewind.app.SessionLabel;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.FillTier;
import dev.tradewind.domain.Instrument;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import dev.tradewind.engine.EngineSnapshot.DecisionRow;
import dev.tradewind.engine.LineState;
import dev.tradewind.domain.TradingState;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.ModeBadge;
import java.math.BigDecimal;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What top bar and status bar show. Tones are the theme's {@code is-…} classes. JavaFX thread only. */
final class ShellViewModel {

    private static final long RATE_WINDOW_NANOS = 1_000_000_000L;
    private static final long MEGABYTE = 1 << 20;

    final StringProperty badge = new SimpleStringProperty("");
    final StringProperty account = new SimpleStringProperty("");
    final StringProperty symbol = new SimpleStringProperty("");
    final StringProperty source = new SimpleStringProperty("");
    final StringProperty price = new SimpleStringProperty(Figures.NONE);
    final StringProperty change = new SimpleStringProperty("");
    final StringProperty changeTone = new SimpleStringProperty("is-faint");
    final BooleanProperty rising = new SimpleBooleanProperty(true);
    final StringProperty equity = new SimpleStringProperty(Figures.NONE);
    final StringProperty today = new SimpleStringProperty(Figures.NONE);
    final StringProperty todayPercent = new SimpleStringProperty("");
    final StringProperty todayTone = new SimpleStringProperty("is-faint");
    final StringProperty feed = new SimpleStringProperty("");
    final StringProperty feedTone = new SimpleStringProperty("is-faint");
    final StringProperty clock = new SimpleStringProperty(Figures.NONE);
    final BooleanProperty halted = new SimpleBooleanProperty();
    /** Whether less than everything is taken: halted or reducing only. */
    final BooleanProperty limited = new SimpleBooleanProperty();
    final StringProperty limit = new SimpleStringProperty("");
    final StringProperty haltReason = new SimpleStringProperty("");
    final StringProperty refusal = new SimpleStringProperty("");
    final BooleanProperty paused = new SimpleBooleanProperty();
    final BooleanProperty ended = new SimpleBooleanProperty();
    final DoubleProperty speed = new SimpleDoubleProperty(1);
    final StringProperty engine = new SimpleStringProperty("");
    final StringProperty engineTone = new SimpleStringProperty("is-buy");
    final StringProperty rate = new SimpleStringProperty(Figures.NONE);
    final StringProperty journal = new SimpleStringProperty(Figures.NONE);
    final StringProperty played = new SimpleStringProperty(Figures.NONE);
    final StringProperty heap = new SimpleStringProperty(Figures.NONE);
    final StringProperty protection = new SimpleStringProperty(Figures.NONE);
    /** How closely simulated fills follow the market, for instance {@code T2}; empty where nobody said. */
    final StringProperty tier = new SimpleStringProperty("");
    final StringProperty tierMeaning = new SimpleStringProperty("");
    final StringProperty message = new SimpleStringProperty("");
    final StringProperty messageTone = new SimpleStringProperty("");

    final ExchangeViewModel exchange = new ExchangeViewModel();

    private final SessionLabel label;
    private long rateSince;
    private long rateFrom = -1;
    private long lastLogRow = -1;
    private String lastRefusal = "";

    ShellViewModel(SessionLabel label) {
        this.label = label;
        account.set(label.account());
        badge.set(label.mode().name());
    }

    /**
     * Takes a snapshot.
     *
     * @param position  where the replay is
     * @param wallNanos a steady clock, for rates
     */
    void update(EngineSnapshot snapshot, Position position, long wallNanos) {
        updateMarket(snapshot);
        updateAccount(snapshot);
        updateReplay(position);
        updateEngine(snapshot, wallNanos);
        updateMessage(snapshot);
        exchange.update(snapshot);
    }

    private void updateMarket(EngineSnapshot snapshot) {
        EngineSnapshot.Market market = snapshot.market();
        Instrument instrument = market.instrument();
        symbol.set(instrument.symbol());
        source.set(label.source());
        price.set(Figures.price(instrument, market.lastTicks()));
        long moved = market.dayOpenTicks() == 0 ? 0 : market.lastTicks() - market.dayOpenTicks();
        rising.set(moved >= 0);
        changeTone.set(Labels.toneOf(moved));
        String arrow = moved > 0 ? "▲ " : moved < 0 ? "▼ " : "";
        change.set(arrow + Figures.change(Math.abs(moved), market.dayOpenTicks()).replace("+", ""));
        clock.set(snapshot.timeNanos() == 0 ? Figures.NONE : Figures.moment(snapshot.timeNanos()));
    }

    private void updateAccount(EngineSnapshot snapshot) {
        EngineSnapshot.Account now = snapshot.account();
        Asset quote = snapshot.market().instrument().quote();
        long gain = now.equityAtoms() - now.dayStartEquityAtoms();
        equity.set(Figures.money(quote, now.equityAtoms()));
        today.set(Figures.profit(quote, gain));
        todayPercent.set(Figures.change(gain, now.dayStartEquityAtoms()));
        todayTone.set(Labels.toneOf(gain));
    }

    private void updateReplay(Position position) {
        paused.set(position.paused());
        ended.set(position.ended());
        speed.set(position.speed());
        feedTone.set(position.ended() ? "is-faint" : position.paused() ? "is-warn" : "is-buy");
        feed.set(position.ended() ? "End of data" : position.paused() ? "Paused" : "Replay " + times(position.speed()));
        played.set(position.total() == 0
                ? Figures.NONE
                : Figures.fixed(BigDecimal.valueOf(100.0 * position.played() / position.total()), 1) + " %");
    }

    private void updateEngine(EngineSnapshot snapshot, long wallNanos) {
        FillTier now = snapshot.tier();
        tierMeaning.set(now == null ? "" : "Simulated fills, tier " + now + " of T0 to T3: " + now.belief() + ".");
        tier.set(now == null ? "" : now.name());
        TradingState trading = snapshot.trading();
        haltReason.set(snapshot.haltReason());
        halted.set(trading == TradingState.HALTED);
        limited.set(trading != TradingState.ACTIVE);
        limit.set(limit(trading, snapshot.haltReason()));
        boolean halt = halted.get();
        badge.set(halt ? ModeBadge.HALTED : label.mode().name());
        engine.set(switch (trading) {
            case ACTIVE -> reachable(snapshot) ? "Connected" : "Not connected";
            case REDUCING -> "Reducing only";
            case HALTED -> "Halted: " + snapshot.haltReason();
        });
        engineTone.set(switch (trading) {
            case ACTIVE -> reachable(snapshot) ? "is-buy" : "is-sell";
            case REDUCING -> "is-warn";
            case HALTED -> "is-sell";
        });
        journal.set(Figures.whole(snapshot.journalRow()));
        protection.set(protection(snapshot));
        if (rateFrom < 0) {
            rateFrom = snapshot.sequence();
            rateSince = wallNanos;
        } else if (wallNanos - rateSince >= RATE_WINDOW_NANOS) {
            double perSecond = (snapshot.sequence() - rateFrom) * 1e9 / (wallNanos - rateSince);
            rate.set(Figures.whole(Math.round(perSecond)) + " /s");
            rateFrom = snapshot.sequence();
            rateSince = wallNanos;
            Runtime runtime = Runtime.getRuntime();
            heap.set(Figures.whole((runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE) + " / "
                    + Figures.whole(runtime.maxMemory() / MEGABYTE) + " MB");
        }
    }

    private static boolean reachable(EngineSnapshot snapshot) {
        EngineSnapshot.Outside outside = snapshot.outside();
        return outside == null || outside.line() != LineState.LOST;
    }

    private static String limit(TradingState trading, String reason) {
        return switch (trading) {
            case ACTIVE -> "";
            case REDUCING -> "Reducing only" + (reason.isEmpty() ? "" : ": " + reason)
                    + ". No new entry is taken; what shrinks a position passes, stops stay in place.";
            case HALTED -> "Halted" + (reason.isEmpty() ? "" : " " + reason)
                    + ". Entries were cancelled and no new order is taken; stops and exits stay in place.";
        };
    }

    private static String protection(EngineSnapshot snapshot) {
        int holding = 0;
        int covered = 0;
        for (BotRow bot : snapshot.bots()) {
            if (bot.baseAtoms() > 0) {
                holding++;
                covered += bot.protection().startsWith("Stop ") ? 1 : 0;
            }
        }
        return covered + " of " + holding + " covered";
    }

    private void updateMessage(EngineSnapshot snapshot) {
        if (!snapshot.lastRefusal().equals(lastRefusal)) {
            lastRefusal = snapshot.lastRefusal();
            if (!lastRefusal.isEmpty()) {
                refusal.set(lastRefusal);
                message.set("Refused: " + lastRefusal);
                messageTone.set("is-sell");
                lastLogRow = snapshot.log().isEmpty() ? -1 : snapshot.log().getFirst().row();
                return;
            }
        }
        if (snapshot.log().isEmpty() || snapshot.log().getFirst().row() == lastLogRow) {
            return;
        }
        DecisionRow newest = snapshot.log().getFirst();
        lastLogRow = newest.row();
        String who = "";
        for (BotRow bot : snapshot.bots()) {
            who = bot.id() == newest.botId() ? bot.name() + ": " : who;
        }
        message.set(Figures.clock(newest.timeNanos()) + " · " + who
                + Figures.decision(snapshot.market().instrument(), newest.reason(), newest.first(), newest.second()));
        messageTone.set("");
    }

    /** Says something of the window's own. */
    void say(String words) {
        message.set(words);
        messageTone.set("");
    }

    /** {@return a speed as the levers write it, for instance {@code 10,000×}} */
    static String times(double speed) {
        return Figures.whole(Math.round(speed)) + "×";
    }
}
