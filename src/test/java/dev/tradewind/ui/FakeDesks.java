package dev.tradewind.ui;

import dev.tradewind.app.DataDesk;
import dev.tradewind.app.Desks;
import dev.tradewind.app.Installation;
import dev.tradewind.app.LabDesk;
import dev.tradewind.app.custody.SecurityDesk;
import java.nio.file.Path;
import java.util.List;

/** Desks for screens that are shown without a data folder. */
public final class FakeDesks {

    private static final Installation HERE =
            new Installation("0.1.0", Path.of("/home/trader/.local/share/tradewind"), List.of(Path.of("NOTICE")));

    private FakeDesks() {}

    /** {@return desks of which a test uses the lab and the data} */
    public static Desks of(LabDesk lab, DataDesk data) {
        return new Desks(
                HERE,
                lab,
                data,
                FakeSecurityDesk.none(),
                new FakeAccountsDesk(),
                new FakeBackupDesk(),
                FakeActivityDesk.filled(),
                new FakeDiagnosticsDesk());
    }

    /** {@return the same desks with another one for passphrase, lock and seal} */
    public static Desks with(Desks desks, SecurityDesk security) {
        return new Desks(
                desks.here(), desks.lab(), desks.data(), security, desks.accounts(), desks.backups(),
                desks.activity(), desks.diagnostics());
    }
}
