package dev.tradewind.app.custody;

import static dev.tradewind.app.custody.Custodian.OTHER;
import static dev.tradewind.app.custody.Custodian.passphrase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.app.custody.SecurityDesk.Cause;
import dev.tradewind.app.custody.SecurityDesk.LockPolicy;
import dev.tradewind.app.custody.SecurityDesk.Reaction;
import dev.tradewind.app.custody.SecurityDesk.SecurityState;
import dev.tradewind.app.custody.SecurityDesk.VaultState;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.venue.AccountKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecurityDeskTest {

    private final Custodian custodian = new Custodian();

    private SecurityDesk desk() {
        return custodian.security();
    }

    private static SecurityState state(VaultState vault, boolean locked, String hint) {
        return new SecurityState(vault, locked, hint, false, false, Duration.ZERO, LockPolicy.DEFAULT, "");
    }

    private static boolean wiped(char[] text) {
        return Arrays.equals(text, new char[text.length]);
    }

    @Test
    void aVaultIsMadeSealedAndUnlocked() {
        assertThat(desk().state()).isEqualTo(SecurityState.NONE);
        char[] passphrase = passphrase();
        desk().create(passphrase, "the usual", Optional.empty());
        assertThat(wiped(passphrase)).isTrue();
        assertThat(desk().state()).isEqualTo(state(VaultState.OPEN, false, "the usual"));

        desk().seal(Cause.USER);
        assertThat(desk().state()).isEqualTo(state(VaultState.SEALED, true, "the usual"));
        desk().seal(Cause.USER);
        custodian.unlock();
        assertThat(desk().state()).isEqualTo(state(VaultState.OPEN, false, "the usual"));

        custodian.start();
        assertThat(desk().state()).isEqualTo(state(VaultState.SEALED, false, "the usual"));
        custodian.unlock();
        assertThat(custodian.actions(0))
                .containsExactly("vault.created", "vault.sealed", "vault.unlocked", "vault.unlocked");
    }

    @Test
    void aSecondVaultAndAWeakPassphraseAreRefused() {
        char[] weak = "password".toCharArray();
        assertThatThrownBy(() -> desk().create(weak, "", Optional.empty()))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("The passphrase is too weak. ");
        assertThat(wiped(weak)).isTrue();
        assertThat(desk().state()).isEqualTo(SecurityState.NONE);
        custodian.withVault();
        assertThatThrownBy(custodian::withVault).isInstanceOf(RefusedException.class).hasMessageContaining("a vault already");
        assertThat(custodian.actions(0)).containsExactly("vault.created");
    }

    @Test
    void wrongTriesAreWrittenDownAndMakeTheNextOneWait() {
        custodian.withVault();
        desk().seal(Cause.IDLE);
        for (int i = 0; i < 3; i++) {
            char[] wrong = OTHER.toCharArray();
            assertThatThrownBy(() -> desk().unlock(wrong, Optional.empty()))
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("That does not open the vault.");
            assertThat(wiped(wrong)).isTrue();
        }
        assertThat(desk().state().untilNextTry()).isPositive();
        assertThatThrownBy(custodian::unlock).isInstanceOf(RefusedException.class).hasMessageContaining("has to wait");
        custodian.nowNanos += TimeUnit.MINUTES.toNanos(1);
        custodian.unlock();
        assertThat(custodian.trail)
                .contains(new AuditEntry(Actor.RULE, "vault.sealed", "vault", "", "IDLE"))
                .endsWith(
                        AuditEntry.of(Actor.USER, "vault.unlock.refused", "vault"),
                        AuditEntry.of(Actor.USER, "vault.unlock.refused", "vault"),
                        AuditEntry.of(Actor.USER, "vault.unlock.refused", "vault"),
                        AuditEntry.of(Actor.USER, "vault.unlocked", "vault"));
    }

    @Test
    void theScreenIsLockedWhileKeysGoOnSigning() {
        assertThatThrownBy(() -> desk().lockScreen(Cause.USER)).isInstanceOf(RefusedException.class);
        custodian.withVault();
        int id = custodian.added("Main", AccountKind.TESTNET).id();
        var key = custodian.custody.credentials(id);
        desk().lockScreen(Cause.SLEEP);
        assertThat(desk().state()).isEqualTo(state(VaultState.OPEN, true, ""));
        assertThat(key.sign(new byte[8])).hasSize(32);
        assertThat(custodian.stopped).isEmpty();
        assertThatThrownBy(() -> desk().unlockScreen(OTHER.toCharArray(), Optional.empty()))
                .isInstanceOf(RefusedException.class);
        assertThat(desk().state().screenLocked()).isTrue();
        desk().unlockScreen(passphrase(), Optional.empty());
        assertThat(desk().state()).isEqualTo(state(VaultState.OPEN, false, ""));
        assertThat(custodian.trail)
                .contains(new AuditEntry(Actor.RULE, "screen.locked", "screen", "", "SLEEP"))
                .endsWith(AuditEntry.of(Actor.USER, "screen.unlocked", "screen"));
    }

    @Test
    void wipesKeysAlsoWhereSessionsCannotBeStopped() {
        custodian.withVault();
        custodian.custody.stopping((account, reason) -> {
            throw new IllegalStateException("no session answers");
        });

        assertThatThrownBy(() -> desk().seal(Cause.USER)).hasMessageContaining("no session answers");

        assertThat(desk().state().vault()).isEqualTo(VaultState.SEALED);
    }

    @Test
    void sealingStopsWhatTradesBeforeKeysAreGone() {
        custodian.withVault();
        boolean[] openThen = {false};
        custodian.custody.stopping((account, reason) -> openThen[0] = desk().state().vault() == VaultState.OPEN);
        desk().seal(Cause.SLEEP);
        assertThat(openThen[0]).isTrue();
        assertThat(custodian.stopped)
                .containsExactly("all: keys were sealed: the computer went to sleep; unlock to go on");
    }

    @Test
    void thePassphraseIsChangedAndTheKeysStay() {
        custodian.withVault();
        int id = custodian.added("Main", AccountKind.TESTNET).id();
        byte[] before = custodian.custody.credentials(id).sign(new byte[3]);
        assertThatThrownBy(() -> desk().change(
                        passphrase(), Optional.empty(), OTHER.toCharArray(), "it is " + OTHER, Optional.empty()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("hint holds the passphrase");
        desk().change(passphrase(), Optional.empty(), OTHER.toCharArray(), "sea", Optional.empty());
        custodian.start();
        assertThatThrownBy(custodian::unlock).isInstanceOf(RefusedException.class);
        desk().unlock(OTHER.toCharArray(), Optional.empty());
        assertThat(custodian.custody.credentials(id).sign(new byte[3])).isEqualTo(before);
        assertThat(desk().state().hint()).isEqualTo("sea");

        desk().rotate(OTHER.toCharArray(), Optional.empty());
        assertThat(custodian.custody.credentials(id).sign(new byte[3])).isEqualTo(before);
        assertThat(custodian.actions(0)).contains("passphrase.changed", "vault.rotated");
    }

    @Test
    void aRecoveryCodeOpensTheVaultOnce() {
        custodian.withVault();
        char[] code = desk().recoveryCode(passphrase(), Optional.empty());
        assertThat(desk().state().recovery()).isTrue();
        custodian.start();
        char[] typed = code.clone();
        desk().recover(typed, OTHER.toCharArray(), "");
        assertThat(wiped(typed)).isTrue();
        assertThat(desk().state()).isEqualTo(state(VaultState.OPEN, false, ""));
        assertThatThrownBy(() -> desk().recover(code, OTHER.toCharArray(), "")).isInstanceOf(RefusedException.class);
        assertThat(custodian.actions(0))
                .containsExactly("vault.created", "recovery.made", "vault.recovered", "vault.unlocked");
    }

    @Test
    void aKeyFileIsASecondFactor(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("key");
        desk().makeKeyFile(file);
        assertThat(Files.size(file)).isEqualTo(64);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThatThrownBy(() -> desk().makeKeyFile(file))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("is there already");
        desk().create(passphrase(), "", Optional.of(file));
        desk().seal(Cause.USER);
        assertThatThrownBy(custodian::unlock).isInstanceOf(RefusedException.class).hasMessageContaining("key file");
        assertThatThrownBy(() -> desk().unlock(passphrase(), Optional.of(folder.resolve("none"))))
                .isInstanceOf(RefusedException.class)
                .hasMessage("There is no key file " + folder.resolve("none") + ".");
        assertThatThrownBy(() -> desk().unlock(passphrase(), Optional.of(folder)))
                .isInstanceOf(RefusedException.class);
        desk().unlock(passphrase(), Optional.of(file));
        assertThat(desk().state().keyFile()).isTrue();
    }

    @Test
    void whatCannotBeWrittenDownIsNotDone() {
        custodian.trailFails = true;
        assertThatThrownBy(custodian::withVault)
                .isInstanceOf(RefusedException.class)
                .hasMessage("The audit trail cannot be written: no space left on device.");
        assertThat(desk().state()).isEqualTo(SecurityState.NONE);
        assertThat(custodian.vault.read()).isEmpty();

        custodian.trailFails = false;
        custodian.withVault();
        byte[] stored = custodian.vault.read().orElseThrow();
        custodian.trailFails = true;
        assertThatThrownBy(() -> desk().rotate(passphrase(), Optional.empty())).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> desk().recoveryCode(passphrase(), Optional.empty())).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> desk().change(
                        passphrase(), Optional.empty(), OTHER.toCharArray(), "", Optional.empty()))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> desk().policy(new LockPolicy(1, Reaction.SEAL, Reaction.SEAL)))
                .isInstanceOf(RefusedException.class);
        assertThat(custodian.vault.read().orElseThrow()).isEqualTo(stored);
        assertThat(desk().state().policy()).isEqualTo(LockPolicy.DEFAULT);

        // what protects is done all the same
        desk().lockScreen(Cause.USER);
        desk().seal(Cause.USER);
        assertThat(desk().state()).isEqualTo(state(VaultState.SEALED, true, ""));
        assertThatThrownBy(custodian::unlock).isInstanceOf(RefusedException.class);
        assertThat(desk().state()).isEqualTo(state(VaultState.SEALED, true, ""));
    }

    @Test
    void thePolicyIsKept() {
        LockPolicy policy = new LockPolicy(5, Reaction.SEAL, Reaction.NOTHING);
        desk().policy(policy);
        custodian.start();
        assertThat(desk().state().policy()).isEqualTo(policy);
        assertThat(custodian.trail).containsExactly(new AuditEntry(
                Actor.USER, "lock.policy.changed", "screen", "idleMinutes=15 onIdle=LOCK onSleep=LOCK",
                "idleMinutes=5 onIdle=SEAL onSleep=NOTHING"));
    }

    @Test
    void aDamagedVaultIsTroubleUntilItIsRestored() {
        custodian.withVault();
        custodian.vault.flipFirstByte();
        custodian.start();
        assertThat(desk().state().vault()).isEqualTo(VaultState.SEALED);
        assertThat(desk().state().trouble()).contains("is damaged").contains("Restore it from a backup");
        assertThatThrownBy(custodian::unlock).isInstanceOf(RefusedException.class).hasMessageContaining("is damaged");
        assertThatThrownBy(custodian::withVault).isInstanceOf(RefusedException.class);
        custodian.vault.flipFirstByte();
        custodian.unlock();
        assertThat(desk().state()).isEqualTo(state(VaultState.OPEN, false, ""));
    }

    @Test
    void whoWatchesHearsOfChangesUntilHeStops() {
        AtomicInteger heard = new AtomicInteger();
        var watch = desk().watch(heard::incrementAndGet);
        desk().watch(() -> {
            throw new IllegalStateException("a listener's own trouble");
        });
        custodian.withVault();
        desk().lockScreen(Cause.USER);
        assertThat(heard.get()).isEqualTo(2);
        watch.close();
        desk().seal(Cause.USER);
        assertThat(heard.get()).isEqualTo(2);
    }
}
