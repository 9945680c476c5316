package dev.tradewind.ui.screen.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.custody.SecurityDesk.LockPolicy;
import dev.tradewind.app.custody.SecurityDesk.PassphraseStrength;
import dev.tradewind.app.custody.SecurityDesk.Reaction;
import dev.tradewind.app.job.Job;
import dev.tradewind.ui.AtOnce;
import dev.tradewind.ui.fx.Hands;
import dev.tradewind.ui.fx.JobWatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SecurityViewModelTest {

    private final FakeVault vault = FakeVault.open();
    private final SecurityViewModel model = new SecurityViewModel(vault, new AtOnce());

    @Test
    void theHeadlineSaysWhatTheKeysDo() {
        model.read();
        assertThat(model.headline.get()).isEqualTo("Keys are open");
        model.seal();
        assertThat(model.headline.get()).isEqualTo("Keys are sealed");
        assertThat(model.meaning.get()).contains("stops at the exchange stay in force");
        SecurityViewModel none = new SecurityViewModel(new FakeVault(), new AtOnce());
        none.read();
        assertThat(none.headline.get()).isEqualTo("No passphrase yet");
    }

    @Test
    void aPassphraseIsSetWithHintAndKeyFile() {
        FakeVault fresh = new FakeVault();
        SecurityViewModel first = new SecurityViewModel(fresh, new AtOnce());
        first.create("four words that hold".toCharArray(), " the poem ",
                Optional.of(Path.of("stick", "tradewind.key")));
        assertThat(fresh.asked).containsExactly("create, hint 'the poem', key file tradewind.key");
        assertThat(first.outcome.note.get()).startsWith("Passphrase set.");
        assertThat(fresh.handed).allSatisfy(given -> assertThat(given).containsOnly('\0'));
    }

    @Test
    void aChangeWithTheWrongPassphraseChangesNothing() {
        model.change("wrong".toCharArray(), Optional.empty(), "another one".toCharArray(), "", Optional.empty());
        assertThat(model.outcome.trouble.get()).contains(new Trouble("The passphrase was not changed",
                "That is not the passphrase. The next try is taken in 2 seconds. The vault is as it was; no order was"
                        + " touched."));
        assertThat(vault.asked).isEmpty();
        model.change("correct horse".toCharArray(), Optional.empty(), "another one".toCharArray(), "",
                Optional.empty());
        assertThat(vault.passphrase).isEqualTo("another one");
        assertThat(model.outcome.note.get()).contains("Backups made before still open with the old one.");
        assertThat(vault.handed).hasSize(4).allSatisfy(given -> assertThat(given).containsOnly('\0'));
    }

    @Test
    void onlyTheNewestJudgementCounts() {
        List<Runnable> waiting = new ArrayList<>();
        SecurityViewModel slow = new SecurityViewModel(vault, new Hands() {
            @Override
            public <T> void apart(String name, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
                waiting.add(() -> new AtOnce().apart(name, work, done, failed));
            }

            @Override
            public <T> void follow(Job<T> job, JobWatch.Listener<T> listener) {
                throw new AssertionError("no job here");
            }
        });
        slow.judge("weak".toCharArray());
        slow.judge("not weak at all".toCharArray());
        waiting.get(1).run();
        waiting.get(0).run();
        assertThat(slow.strength.get().map(PassphraseStrength::score)).contains(3);
        slow.judge(new char[0]);
        assertThat(slow.strength.get()).isEmpty();
    }

    @Test
    void aRecoveryCodeIsGoneOnceItIsWrittenDown() {
        model.makeCode("correct horse".toCharArray(), Optional.empty());
        assertThat(model.codeWaits.get()).isTrue();
        assertThat(model.code()).containsExactly(FakeVault.CODE.toCharArray());
        model.forgetCode();
        assertThat(model.codeWaits.get()).isFalse();
        assertThat(model.code()).isEmpty();
    }

    @Test
    void aRecoveryCodeThatWaitsGoesWithTheKeys() {
        model.read();
        model.makeCode("correct horse".toCharArray(), Optional.empty());
        model.seal();
        assertThat(model.codeWaits.get()).isFalse();
        assertThat(model.code()).isEmpty();
    }

    @Test
    void whatIdlenessDoesIsKept() {
        LockPolicy wanted = new LockPolicy(5, Reaction.SEAL, Reaction.NOTHING);
        model.policy(wanted);
        assertThat(model.state.get().policy()).isEqualTo(wanted);
    }

    @Test
    void whatFailsWithoutWordsIsSaidWithItsKind() {
        Trouble said = Trouble.of("Not done", new IllegalStateException("disk gone"), "No order was touched.");
        assertThat(said.line()).isEqualTo("The program could not do it: disk gone. No order was touched.");
    }
}
