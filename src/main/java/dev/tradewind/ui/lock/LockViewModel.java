package dev.tradewind.ui.lock;

import dev.tradewind.app.SessionLabel;
import dev.tradewind.app.SessionLabel.Mode;
import dev.tradewind.app.custody.SecurityDesk.SecurityState;
import dev.tradewind.app.custody.SecurityDesk.VaultState;
import dev.tradewind.domain.TradingState;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What a locked window says: that it is locked, what goes on meanwhile, and no figure. No nodes; JavaFX thread only. */
final class LockViewModel {

    final StringProperty title = new SimpleStringProperty("");
    final StringProperty line = new SimpleStringProperty("");
    final StringProperty going = new SimpleStringProperty("");
    final BooleanProperty sealed = new SimpleBooleanProperty();
    final BooleanProperty halted = new SimpleBooleanProperty();
    /** What is wrong with the vault's file; empty if nothing is. */
    final StringProperty trouble = new SimpleStringProperty("");

    /** Why something that was asked of the window is not done; empty at first. */
    final StringProperty note = new SimpleStringProperty("");

    private final Mode mode;

    LockViewModel(SessionLabel label) {
        mode = label.mode();
    }

    void update(SecurityState state) {
        sealed.set(state.vault() == VaultState.SEALED);
        title.set(sealed.get() ? "Locked, keys sealed" : "Locked");
        line.set(sealed.get()
                ? "The keys are wiped from memory. Live accounts have stopped; what protects open positions stays at the exchange."
                : "The passphrase shows the terminal again.");
        trouble.set(state.trouble());
    }

    void update(EngineSnapshot snapshot) {
        halted.set(snapshot.trading() == TradingState.HALTED);
        going.set(going(snapshot));
    }

    private String going(EngineSnapshot snapshot) {
        int bots = 0;
        for (BotRow bot : snapshot.bots()) {
            bots += switch (bot.state()) {
                case ARMED, STARTING, RUNNING, WAITING_FOR_BALANCE -> 1;
                case DRAFT, VALIDATED, PAUSED, STOPPING, STOPPED, ERROR -> 0;
            };
        }
        boolean real = mode == Mode.LIVE || mode == Mode.TESTNET;
        if (halted.get()) {
            return "Trading is halted. Protective orders stay.";
        }
        if (sealed.get() && real) {
            return bots == 0 ? "Protective orders stay." : count(bots) + " cannot sign and " + (bots == 1 ? "waits" : "wait")
                    + ". Protective orders stay.";
        }
        return bots == 0 ? "No bot is running. Protective orders stay." : count(bots) + (bots == 1 ? " goes on." : " go on.")
                + " Protective orders stay.";
    }

    private static String count(int bots) {
        return bots == 1 ? "1 bot" : bots + " bots";
    }
}
