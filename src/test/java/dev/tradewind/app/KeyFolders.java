package dev.tradewind.app;

import dev.tradewind.app.custody.AccountsDesk.Arming;
import dev.tradewind.app.custody.AccountsDesk.NewKey;
import dev.tradewind.app.custody.Custody;
import dev.tradewind.kernel.SystemClock;
import dev.tradewind.monitor.AuditTrail;
import dev.tradewind.persistence.Database;
import dev.tradewind.persistence.SystemDisk;
import dev.tradewind.persistence.VaultFile;
import dev.tradewind.vault.KdfCost;
import dev.tradewind.vault.Opening;
import dev.tradewind.vault.Vault;
import dev.tradewind.venue.AccountKind;
import dev.tradewind.venue.Credentials;
import dev.tradewind.venue.KeyCheck;
import dev.tradewind.venue.KeyReport;
import dev.tradewind.venue.KeyReport.Outcome;
import dev.tradewind.venue.KeyReport.Right;
import dev.tradewind.venue.KeyScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Data folders with accounts in them whose keys an exchange in this process has taken. */
public final class KeyFolders {

    private KeyFolders() {}

    /** An exchange that takes every key. */
    public static final class AgreeableExchange implements KeyCheck {

        @Override
        public String exchange() {
            return "binance";
        }

        @Override
        public String label() {
            return "Binance";
        }

        @Override
        public Set<AccountKind> kinds() {
            return EnumSet.of(AccountKind.LIVE, AccountKind.TESTNET);
        }

        @Override
        public Set<KeyScheme> schemes() {
            return EnumSet.allOf(KeyScheme.class);
        }

        @Override
        public KeyReport check(AccountKind kind, Credentials credentials) {
            credentials.apiKey();
            credentials.sign(new byte[] {1});
            return new KeyReport(Outcome.ACCEPTED, EnumSet.of(Right.READ, Right.TRADE_SPOT), true, "");
        }
    }

    /** {@return the keys of an open database's folder} */
    public static Custody custody(Path folder, Database database, AuditTrail trail) {
        return Custody.of(
                new VaultFile(new SystemDisk(), folder), database.accounts(), database.settings(), trail, new SystemClock(),
                List.of(new AgreeableExchange()));
    }

    /** Makes a folder with a vault that costs nothing to open, and guards nothing. */
    public static void make(Path folder, String passphrase, Optional<Path> keyFile) throws IOException {
        Files.createDirectories(folder);
        try (Database database = Database.open(folder);
                Opening.Factors factors = keyFile.isEmpty()
                        ? Opening.Factors.of(passphrase.toCharArray())
                        : Opening.Factors.of(passphrase.toCharArray(), Files.readAllBytes(keyFile.get()))) {
            Vault.create(
                            new VaultFile(new SystemDisk(), folder), InstantSource.system(), factors, "sea",
                            KdfCost.guardingNothing(64, 1, 1))
                    .close();
        }
    }

    /** Adds a live account with an HMAC key to a folder whose vault that passphrase opens. */
    public static void addLive(Path folder, String passphrase, String name) {
        try (Database database = Database.open(folder);
                Custody custody = custody(folder, database, AuditTrail.none())) {
            custody.security().unlock(passphrase.toCharArray(), Optional.empty());
            var tried = custody.accounts().tryKey(new NewKey(
                    "binance", AccountKind.LIVE, KeyScheme.HMAC_SHA256, ("public-of-" + name + "-0123456789").toCharArray(),
                    ("secret-of-" + name).toCharArray(), Optional.empty()));
            custody.accounts().seal(tried, name, Arming.EACH_START);
        }
    }
}
