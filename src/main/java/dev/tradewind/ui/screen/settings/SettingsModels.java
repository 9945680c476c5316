package dev.tradewind.ui.screen.settings;

import dev.tradewind.app.Desks;
import dev.tradewind.ui.fx.Hands;
import java.time.InstantSource;

/** The view models of all sections; the list of sections tells of each how it stands. JavaFX thread only. */
final class SettingsModels {

    final AccountsViewModel accounts;
    final SecurityViewModel security;
    final BackupsViewModel backups;
    final DiagnosticsViewModel diagnostics;

    SettingsModels(Desks desks, Hands hands, InstantSource clock) {
        accounts = new AccountsViewModel(desks.accounts(), hands);
        security = new SecurityViewModel(desks.security(), hands);
        backups = new BackupsViewModel(desks.backups(), hands, clock, security.state);
        diagnostics = new DiagnosticsViewModel(desks.diagnostics(), hands);
    }

    /** Asks every desk how things stand. */
    void read() {
        security.read();
        accounts.read();
        backups.read();
        diagnostics.read();
    }

    /** The screen is left: what must not stay on it goes. */
    void hidden() {
        accounts.leave();
        backups.leave();
        diagnostics.forgetToken();
    }
}
