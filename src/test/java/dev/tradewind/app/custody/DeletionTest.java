package dev.tradewind.app.custody;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.custody.AccountsDesk.Account;
import dev.tradewind.app.custody.AccountsDesk.Arming;
import dev.tradewind.app.custody.AccountsDesk.KeyPairOffer;
import dev.tradewind.app.custody.AccountsDesk.NewKey;
import dev.tradewind.kernel.SystemClock;
import dev.tradewind.persistence.Database;
import dev.tradewind.persistence.SystemDisk;
import dev.tradewind.persistence.VaultFile;
import dev.tradewind.vault.KdfCost;
import dev.tradewind.venue.AccountKind;
import dev.tradewind.venue.KeyScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files: after a deletion no byte of the account's row and none of its key's cipher text is in any of them. */
class DeletionTest {

    private static final int WINDOW = 12;

    @TempDir
    Path folder;

    private Custody custody(Database database) {
        return Custody.of(
                new VaultFile(new SystemDisk(), folder), database.accounts(), database.settings(), entry -> {},
                new SystemClock(), List.of(new Custodian.FakeCheck()), () -> KdfCost.guardingNothing(64, 1, 1));
    }

    private static Account add(Custody custody, String name) {
        KeyPairOffer offer = custody.accounts().offerKeyPair("fake", AccountKind.LIVE);
        return custody.accounts().seal(
                custody.accounts().tryKey(new NewKey(
                        "fake", AccountKind.LIVE, KeyScheme.ED25519, ("public-half-of-" + name).toCharArray(), new char[0],
                        Optional.of(offer))),
                name, Arming.EACH_START);
    }

    @Test
    void nothingOfADeletedAccountIsLeft() throws IOException {
        List<byte[]> vaults = new ArrayList<>();
        Account deleted;
        try (Database database = Database.open(folder);
                Custody custody = custody(database)) {
            custody.security().create(Custodian.passphrase(), "", Optional.empty());
            add(custody, "The-first-account");
            deleted = add(custody, "The-second-account");
            add(custody, "The-third-account");
            custody.accounts().rename(deleted.id(), "The-second-renamed");
            vaults.add(Files.readAllBytes(folder.resolve("vault")));
            assertThat(holding(Set.of(body(deleted)))).containsKey(Database.FILE);

            custody.accounts().delete(deleted.id(), Custodian.passphrase(), Optional.empty());
            check("while it is open", deleted, vaults);
            vaults.add(Files.readAllBytes(folder.resolve("vault")));
            custody.security().rotate(Custodian.passphrase(), Optional.empty());
            check("after a rotation", deleted, vaults);
        }
        check("after closing", deleted, vaults);
    }

    private static String body(Account account) {
        return account.publicKey().lines().skip(1).findFirst().orElseThrow();
    }

    private void check(String when, Account deleted, List<byte[]> vaults) throws IOException {
        assertThat(holding(Set.of("The-second", body(deleted)))).as(when).isEmpty();
        Set<String> now = windows(Files.readAllBytes(folder.resolve("vault")));
        Set<String> gone = new HashSet<>();
        for (byte[] vault : vaults) {
            gone.addAll(windows(vault));
        }
        gone.removeAll(now);
        assertThat(gone.size()).as(when + ": what changed in the vault").isGreaterThan(100);
        assertThat(holding(gone)).as(when).isEmpty();
    }

    private static Set<String> windows(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        Set<String> windows = new HashSet<>();
        for (int at = 0; at + WINDOW <= text.length(); at++) {
            windows.add(text.substring(at, at + WINDOW));
        }
        return windows;
    }

    /** {@return which files hold one of these, with the first of them} */
    private Map<String, String> holding(Set<String> sought) throws IOException {
        Map<String, String> holding = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                Set<String> windows = windows(Files.readAllBytes(file));
                sought.stream()
                        .filter(one -> one.length() == WINDOW ? windows.contains(one) : content.contains(one))
                        .findFirst()
                        .ifPresent(one -> holding.put(folder.relativize(file).toString(), one));
            }
        }
        return holding;
    }
}
