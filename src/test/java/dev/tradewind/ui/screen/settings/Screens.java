package dev.tradewind.ui.screen.settings;

import dev.tradewind.app.Desks;
import dev.tradewind.app.Installation;
import dev.tradewind.app.Profiles.Profile;
import dev.tradewind.app.custody.SecurityDesk;
import dev.tradewind.ui.AtOnce;
import dev.tradewind.ui.FakeAccountsDesk;
import dev.tradewind.ui.FakeBackupDesk;
import dev.tradewind.ui.FakeDiagnosticsDesk;
import dev.tradewind.ui.FakeLabDesk;
import dev.tradewind.ui.fx.Hands;
import dev.tradewind.ui.theme.Theme;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;

/** Settings screens over doubles, at 14:20 on 5 August 2024. */
final class Screens {

    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-08-05T14:20:00Z"));
    private static final Path HOME = Path.of("/home/trader/.local/share/tradewind");

    private Screens() {}

    /** {@return a screen whose work is done at once} */
    static SettingsScreen of(
            Theme theme, FakeAccountsDesk accounts, FakeBackupDesk backups, FakeDiagnosticsDesk diagnostics,
            SecurityDesk security) {
        return of(theme, new AtOnce(), accounts, backups, diagnostics, security);
    }

    static SettingsScreen of(
            Theme theme, Hands hands, FakeAccountsDesk accounts, FakeBackupDesk backups,
                    FakeDiagnosticsDesk diagnostics,
            SecurityDesk security) {
        Desks other = FakeLabDesk.desks();
        Desks desks = new Desks(new Installation("0.1.0", HOME, List.of(Path.of("NOTICE"))), other.lab(), other.data(),
                security, accounts, backups, other.activity(), diagnostics);
        return new SettingsScreen(desks, theme, hands, CLOCK, () -> List.of(
                new Profile("default", HOME, OptionalLong.of(4_711)),
                new Profile("practice", HOME.resolveSibling("tradewind-practice"), OptionalLong.empty()),
                new Profile("money", HOME.resolveSibling("tradewind-money"), OptionalLong.of(5_022))));
    }
}
