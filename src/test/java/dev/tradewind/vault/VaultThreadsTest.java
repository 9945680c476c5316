package dev.tradewind.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VaultThreadsTest {

    private static final SecretId ID = new SecretId(1, "secret");

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final AtomicBoolean waits = new AtomicBoolean();
    private final CountDownLatch deriving = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final Keyring keyring = new Keyring(new SecureRandom(), (cost, salt, passphrase, keyFile) -> {
        if (waits.get()) {
            deriving.countDown();
            await(goOn);
        }
        return new Argon2().derive(cost, salt, passphrase, keyFile);
    });

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Opening.Factors words() {
        return Opening.Factors.of("words".toCharArray());
    }

    private Vault vault() throws IOException {
        Vault vault = Vault.create(
                new MemoryStore(), InstantSource.system(), keyring, words(), "", VaultTest.CHEAP);
        vault.put(ID, Signer.newEd25519());
        return vault;
    }

    @AfterEach
    void stop() {
        goOn.countDown();
        threads.shutdownNow();
    }

    /** Half a second for a passphrase must cost no bot its order. */
    @Test
    void signingGoesOnWhileAPassphraseIsChecked() throws Exception {
        Vault vault = vault();
        Signer signer = vault.signer(ID, Signer.Scheme.ED25519).orElseThrow();
        waits.set(true);
        Future<?> check = threads.submit(() -> {
            vault.check(words());
            return null;
        });
        await(deriving);

        assertThat(signer.sign(new byte[10])).hasSize(64);
        assertThat(vault.signer(ID, Signer.Scheme.ED25519)).containsSame(signer);
        assertThat(vault.isOpen()).isTrue();
        vault.put(new SecretId(2, "secret"), Secret.of(new byte[] {1}));
        vault.seal();
        assertThatThrownBy(() -> signer.sign(new byte[10])).isInstanceOf(VaultSealedException.class);

        goOn.countDown();
        check.get(60, TimeUnit.SECONDS);
        assertThat(vault.isOpen()).isFalse();
    }

    /** What is put while another passphrase is worked on is not lost. */
    @Test
    void aSecretPutDuringAChangeStays() throws Exception {
        Vault vault = vault();
        waits.set(true);
        Future<?> change = threads.submit(() -> {
            vault.change(words(), Opening.Factors.of("others".toCharArray()), "", VaultTest.CHEAP);
            return null;
        });
        await(deriving);
        vault.put(new SecretId(2, "secret"), Secret.of(new byte[] {1, 2, 3}));
        goOn.countDown();
        change.get(60, TimeUnit.SECONDS);
        vault.seal();

        vault.unseal(Opening.Factors.of("others".toCharArray()));

        assertThat(vault.ids()).containsExactly(ID, new SecretId(2, "secret"));
    }

    /** A key that is wiped while others sign makes no wrong signature: those could tell it. */
    @Test
    void sealingMakesNoWrongSignature() throws Exception {
        for (int round = 0; round < 20; round++) {
            Vault vault = vault();
            Signer signer = vault.signer(ID, Signer.Scheme.ED25519).orElseThrow();
            byte[] payload = {(byte) round};
            String right = HexFormat.of().formatHex(signer.sign(payload));
            CountDownLatch started = new CountDownLatch(3);
            List<Future<Integer>> signing = new ArrayList<>();
            for (int thread = 0; thread < 3; thread++) {
                signing.add(threads.submit(() -> {
                    int signatures = 0;
                    while (true) {
                        try {
                            assertThat(HexFormat.of().formatHex(signer.sign(payload))).isEqualTo(right);
                        } catch (VaultSealedException e) {
                            return signatures;
                        }
                        if (++signatures == 1) {
                            started.countDown();
                        }
                    }
                }));
            }
            await(started);
            vault.seal();
            for (Future<Integer> one : signing) {
                assertThat(one.get(60, TimeUnit.SECONDS)).isPositive();
            }
        }
    }
}
