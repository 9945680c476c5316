package dev.tradewind.app.custody;

import dev.tradewind.app.job.RefusedException;
import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.monitor.AuditException;
import dev.tradewind.settings.SettingTable;
import dev.tradewind.vault.Opening;
import dev.tradewind.vault.PassphraseMeter;
import dev.tradewind.vault.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Passphrase, screen lock and sealing over the vault. */
final class VaultSecurityDesk implements SecurityDesk {

    private static final String VAULT = "vault";
    private static final String SCREEN = "screen";

    private final Strongroom room;
    private final SettingTable settings;
    private final Sealed sealed;
    private volatile boolean screenLocked;
    private volatile LockPolicy policy;
    private volatile @Nullable PassphraseMeter meter;

    /** What else happens when keys come and go. */
    interface Sealed {

        /** The vault has been opened. */
        void opened();

        /** The vault is about to be sealed: keys can still sign. */
        void closing(String reason);

        /** The vault was sealed. */
        void closed();
    }

    VaultSecurityDesk(Strongroom room, SettingTable settings, Sealed sealed) {
        this.room = room;
        this.settings = settings;
        this.sealed = sealed;
        this.policy = LockPolicies.load(settings);
    }

    @Override
    public SecurityState state() {
        Optional<Vault> vault = room.vault();
        String trouble = room.trouble();
        if (vault.isEmpty()) {
            VaultState none = trouble.isEmpty() ? VaultState.NONE : VaultState.SEALED;
            return new SecurityState(none, screenLocked, "", false, false, Duration.ZERO, policy, trouble);
        }
        Vault there = vault.get();
        return new SecurityState(
                there.isOpen() ? VaultState.OPEN : VaultState.SEALED, screenLocked, there.hint(), there.needsKeyFile(),
                there.hasRecoveryCode(), there.untilNextTry(), policy, trouble);
    }

    @Override
    public Watch watch(Runnable changed) {
        return room.watch(changed);
    }

    @Override
    public PassphraseStrength strength(char[] passphrase) {
        return measured(passphrase);
    }

    private PassphraseStrength measured(char[] passphrase) {
        PassphraseMeter meter = this.meter;
        if (meter == null) {
            // its word lists take a moment to read, and most starts need none of them
            meter = new PassphraseMeter();
            this.meter = meter;
        }
        dev.tradewind.vault.PassphraseStrength measured = meter.measure(passphrase);
        return new PassphraseStrength(
                measured.score(), measured.acceptable(), measured.summary(), measured.advice());
    }

    @Override
    public void create(char[] passphrase, String hint, Optional<Path> keyFile) {
        accepted(passphrase);
        try (Opening.Factors factors = KeyFiles.factors(passphrase, keyFile)) {
            room.create(factors, hint);
            room.doing(sealed::opened);
        } finally {
            room.changed();
        }
    }

    /** @throws RefusedException if a passphrase is too weak to guard anything; it is wiped then */
    private void accepted(char[] passphrase) {
        PassphraseStrength strength = measured(passphrase.clone());
        if (!strength.acceptable()) {
            Arrays.fill(passphrase, '\0');
            throw new RefusedException("The passphrase is too weak. " + strength.summary()
                    + (strength.advice().isEmpty() ? "" : " " + String.join(" ", strength.advice())));
        }
    }

    @Override
    public void unlock(char[] passphrase, Optional<Path> keyFile) {
        try (Opening.Factors factors = KeyFiles.factors(passphrase, keyFile)) {
            room.doing(() -> {
                boolean wasOpen = room.isOpen();
                room.unseal(factors);
                if (wasOpen) {
                    room.record(AuditEntry.of(Actor.USER, "screen.unlocked", SCREEN));
                } else {
                    recordOpened(AuditEntry.of(Actor.USER, "vault.unlocked", VAULT));
                }
                screenLocked = false;
            });
        } finally {
            room.changed();
        }
    }

    /** What is open and cannot be written down is not open. */
    private void recordOpened(AuditEntry entry) {
        try {
            room.record(entry);
        } catch (AuditException e) {
            room.present().seal();
            throw e;
        }
        sealed.opened();
    }

    @Override
    public void unlockScreen(char[] passphrase, Optional<Path> keyFile) {
        try (Opening.Factors factors = KeyFiles.factors(passphrase, keyFile)) {
            room.doing(() -> {
                room.check(factors);
                room.record(AuditEntry.of(Actor.USER, "screen.unlocked", SCREEN));
                screenLocked = false;
            });
        } finally {
            room.changed();
        }
    }

    /** The screen is locked also where that cannot be written down: leaving it open would help nobody. */
    @Override
    public void lockScreen(Cause cause) {
        room.present();
        if (!screenLocked) {
            screenLocked = true;
            room.changed();
            room.noted(new AuditEntry(actor(cause), "screen.locked", SCREEN, "", cause.name()));
        }
    }

    private static Actor actor(Cause cause) {
        return switch (cause) {
            case USER -> Actor.USER;
            case IDLE, SLEEP -> Actor.RULE;
        };
    }

    /** As with the screen: keys are wiped whether that can be written down or not. */
    @Override
    public void seal(Cause cause) {
        if (!room.isOpen()) {
            return;
        }
        screenLocked = true;
        room.doing(() -> {
            sealed.closing("keys were sealed: " + words(cause) + "; unlock to go on");
            room.present().seal();
            sealed.closed();
            room.noted(new AuditEntry(actor(cause), "vault.sealed", VAULT, "", cause.name()));
        });
        room.changed();
    }

    private static String words(Cause cause) {
        return switch (cause) {
            case USER -> "you sealed them";
            case IDLE -> "nobody was there for a while";
            case SLEEP -> "the computer went to sleep";
        };
    }

    @Override
    public void change(
            char[] passphrase, Optional<Path> keyFile, char[] newPassphrase, String newHint, Optional<Path> newKeyFile) {
        try {
            accepted(newPassphrase);
            try (Opening.Factors current = KeyFiles.factors(passphrase, keyFile);
                    Opening.Factors next = KeyFiles.factors(newPassphrase, newKeyFile)) {
                verified(current, "passphrase.changed", vault -> {
                    vault.change(current, next, newHint, vault.cost());
                    return vault;
                });
            }
        } finally {
            Arrays.fill(passphrase, '\0');
            Arrays.fill(newPassphrase, '\0');
        }
    }

    @Override
    public void rotate(char[] passphrase, Optional<Path> keyFile) {
        try (Opening.Factors current = KeyFiles.factors(passphrase, keyFile)) {
            verified(current, "vault.rotated", vault -> {
                vault.rotate(current);
                return vault;
            });
        }
    }

    @Override
    public char[] recoveryCode(char[] passphrase, Optional<Path> keyFile) {
        try (Opening.Factors current = KeyFiles.factors(passphrase, keyFile)) {
            return verified(current, "recovery.made", vault -> vault.newRecoveryCode(current));
        }
    }

    @Override
    public void recover(char[] code, char[] newPassphrase, String newHint) {
        try {
            accepted(newPassphrase);
            try (Opening.Factors next = KeyFiles.factors(newPassphrase, Optional.empty())) {
                room.turn(() -> {
                    try (Opening.Recovery recovery = Opening.Recovery.of(code)) {
                        return guarded(recovery, "vault.recovered", vault -> {
                            vault.change(recovery, next, newHint, vault.cost());
                            return vault;
                        });
                    }
                });
                room.doing(() -> {
                    room.unseal(next);
                    recordOpened(AuditEntry.of(Actor.USER, "vault.unlocked", VAULT));
                    screenLocked = false;
                });
            }
        } finally {
            Arrays.fill(code, '\0');
            Arrays.fill(newPassphrase, '\0');
            room.changed();
        }
    }

    /** A change of the vault. */
    private interface Change<T> {
        T made(Vault vault) throws IOException;
    }

    private <T> T verified(Opening opening, String action, Change<T> change) {
        try {
            return room.turn(() -> guarded(opening, action, change));
        } finally {
            room.changed();
        }
    }

    private <T> T guarded(Opening opening, String action, Change<T> change) throws IOException {
        Vault vault = room.present();
        return room.trying(() ->
                room.writing(AuditEntry.of(Actor.USER, action, VAULT), () -> change.made(vault)));
    }

    @Override
    public void makeKeyFile(Path file) {
        room.doing(() -> room.writtenDown(
                AuditEntry.of(Actor.USER, "keyfile.made", "key file"), () -> KeyFiles.make(file)));
    }

    @Override
    public void policy(LockPolicy wanted) {
        LockPolicy before = policy;
        room.doing(() -> {
            room.record(new AuditEntry(
                    Actor.USER, "lock.policy.changed", SCREEN, LockPolicies.text(before), LockPolicies.text(wanted)));
            LockPolicies.save(settings, wanted);
            policy = wanted;
        });
        room.changed();
    }
}
