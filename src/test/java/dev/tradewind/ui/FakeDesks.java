package dev.tradewind.ui;

import dev.tradewind.app.DataDesk;
import dev.tradewind.app.Desks;
import dev.tradewind.app.LabDesk;
import dev.tradewind.app.archive.BackupDesk;
import dev.tradewind.app.custody.AccountsDesk;
import dev.tradewind.app.custody.SecurityDesk;
import dev.tradewind.app.upkeep.DiagnosticsDesk;
import java.lang.reflect.Proxy;

/** Desks for screens that are shown without a data folder. */
public final class FakeDesks {

    private FakeDesks() {}

    /** {@return desks of which a test uses the lab and the data} */
    public static Desks of(LabDesk lab, DataDesk data) {
        return new Desks(
                lab,
                data,
                FakeSecurityDesk.none(),
                unused(AccountsDesk.class),
                unused(BackupDesk.class),
                FakeActivityDesk.filled(),
                unused(DiagnosticsDesk.class));
    }

    /** {@return the same desks with another one for passphrase, lock and seal} */
    public static Desks with(Desks desks, SecurityDesk security) {
        return new Desks(
                desks.lab(), desks.data(), security, desks.accounts(), desks.backups(), desks.activity(), desks.diagnostics());
    }

    private static <T> T unused(Class<T> desk) {
        return desk.cast(Proxy.newProxyInstance(desk.getClassLoader(), new Class<?>[] {desk}, (self, method, given) -> {
            throw new AssertionError("this test has no " + desk.getSimpleName());
        }));
    }
}
