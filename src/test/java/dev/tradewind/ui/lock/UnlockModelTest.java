package dev.tradewind.ui.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.custody.SecurityDesk.LockPolicy;
import dev.tradewind.app.custody.SecurityDesk.SecurityState;
import dev.tradewind.app.custody.SecurityDesk.VaultState;
import dev.tradewind.ui.AtOnce;
import dev.tradewind.ui.FakeSecurityDesk;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UnlockModelTest {

    private final FakeSecurityDesk desk = FakeSecurityDesk.of(VaultState.SEALED, true);
    private int opened;

    @Test
    void opensASealedVaultAndLiftsTheLockOfAnOpenOne() {
        UnlockModel model = model();
        char[] typed = FakeSecurityDesk.PASSPHRASE.toCharArray();
        model.attempt(typed);
        assertThat(typed).containsOnly('\0');
        assertThat(opened).isEqualTo(1);
        desk.stand(VaultState.OPEN, true);
        model.attempt(FakeSecurityDesk.PASSPHRASE.toCharArray());
        assertThat(desk.asked).containsExactly("unlock", "unlockScreen");
    }

    @Test
    void aWrongTrySaysOnlyThatAndMakesTheNextWait() {
        UnlockModel model = model();
        model.attempt("wrong".toCharArray());
        assertThat(model.trouble.get()).isEqualTo("That is not the passphrase.");
        assertThat(model.wait.get()).isEqualTo("Next try in 2 s");
        char[] early = FakeSecurityDesk.PASSPHRASE.toCharArray();
        model.attempt(early);
        assertThat(early).containsOnly('\0');
        assertThat(desk.asked).containsExactly("unlock wrong");
        desk.nowNanos += 1_100_000_000L;
        model.tick();
        assertThat(model.wait.get()).isEqualTo("Next try in 1 s");
        desk.nowNanos += 900_000_000L;
        model.tick();
        assertThat(model.wait.get()).isEmpty();
        model.attempt("wrong again".toCharArray());
        assertThat(model.wait.get()).isEqualTo("Next try in 4 s");
        model.typed();
        assertThat(model.trouble.get()).isEmpty();
        assertThat(opened).isZero();
    }

    @Test
    void asksForWhatIsMissingBeforeItBothersTheVault() {
        desk.state = new SecurityState(
                VaultState.SEALED, true, "the comic", true, false, Duration.ZERO, LockPolicy.DEFAULT, "");
        UnlockModel model = model();
        model.attempt(new char[0]);
        assertThat(model.trouble.get()).isEqualTo("Type the passphrase.");
        model.attempt(FakeSecurityDesk.PASSPHRASE.toCharArray());
        assertThat(model.trouble.get()).isEqualTo("Choose the key file.");
        assertThat(desk.asked).isEmpty();
        model.keyFile.set(Path.of("stick", "tradewind.key"));
        model.attempt(FakeSecurityDesk.PASSPHRASE.toCharArray());
        assertThat(opened).isEqualTo(1);
        assertThat(model.recoveryOffered.get()).isFalse();
    }

    @Test
    void showsTheHintOnlyWhenAsked() {
        UnlockModel model = model();
        assertThat(model.hint.get()).isEmpty();
        assertThat(model.hintOffered.get()).isTrue();
        model.askHint();
        assertThat(model.hint.get()).isEqualTo("the comic");
        assertThat(model.hintOffered.get()).isFalse();
    }

    @Test
    void theRecoveryCodeOpensItWithANewPassphrase() {
        UnlockModel model = model();
        model.recover("nope".toCharArray(), "another long one".toCharArray(), "");
        assertThat(model.trouble.get()).isEqualTo("That is not the recovery code.");
        char[] code = FakeSecurityDesk.CODE.toCharArray();
        char[] fresh = "another long one".toCharArray();
        model.recover(code, fresh, "");
        assertThat(code).containsOnly('\0');
        assertThat(fresh).containsOnly('\0');
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void aNewPassphraseIsMeasuredRepeatedAndRefusedInWords() {
        NewPassphraseModel model = new NewPassphraseModel(FakeSecurityDesk.none());
        assertThat(model.complete(0, true)).isFalse();
        assertThat(model.trouble.get()).isEqualTo("Type a passphrase.");
        char[] copy = "horse".toCharArray();
        model.typed(copy, 0, false);
        assertThat(copy).containsOnly('\0');
        assertThat(model.word.get()).isEqualTo("Weak");
        assertThat(model.tone.get()).isEqualTo("is-sell");
        assertThat(model.summary.get()).isEqualTo("Guessed within minutes. Add another word or two.");
        assertThat(model.complete(5, true)).isFalse();
        assertThat(model.trouble.get()).startsWith("This passphrase is too easy to guess.");
        model.typed("correct horse battery".toCharArray(), 4, false);
        assertThat(model.word.get()).isEqualTo("Very strong");
        assertThat(model.repeatTrouble.get()).isEqualTo("The two do not match yet.");
        assertThat(model.complete(21, false)).isFalse();
        model.typed("correct horse battery".toCharArray(), 21, true);
        assertThat(model.complete(21, true)).isTrue();
        assertThat(model.trouble.get()).isEmpty();
    }

    private UnlockModel model() {
        return UnlockModel.ofScreen(desk, new SecurityFeed(desk, Runnable::run), new AtOnce(), () -> opened++);
    }
}
