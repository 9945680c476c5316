package dev.tradewind.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.kernel.Rng;
import java.io.IOException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.InstantSource;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PassphraseTest {

    private static final Keyring KEYRING = new Keyring(new SecureRandom(), new Argon2());
    private static final String[] PIECES = {
        "e\u0301", "\u00e9", "\ufb01", "\uff21", "\u1e9b\u0323", "\u212b", "\u00bd", "\u2460", "\ufdfa", "\u3392",
        "\ud83d\ude00", "\ud83d\udc69\u200d\ud83d\udcbb", "\ud834\udd5e", "\u1112\u1161\u11ab", "\ud55c", "\u05e9\u05c1",
        "\u0915\u094d\u0937", "o\u0328\u0304", "o\u0304\u0328", "\u01c6", "\ud800", "\udfff", " ", "\u00a0", "\u00df",
    };

    private static String random(Rng rng) {
        StringBuilder text = new StringBuilder();
        int length = 1 + rng.nextInt(200);
        while (text.length() < length) {
            switch (rng.nextInt(4)) {
                case 0 -> text.append(PIECES[rng.nextInt(PIECES.length)]);
                case 1 -> text.appendCodePoint(1 + rng.nextInt(0x10ffff));
                default -> text.append((char) (32 + rng.nextInt(95)));
            }
        }
        return text.toString();
    }

    private static Opening.Factors words(String passphrase) {
        return Opening.Factors.of(passphrase.toCharArray());
    }

    /** The normal form is the platform's, whatever pieces it is made in; 20,000 texts. */
    @Test
    void theNormalFormIsUnicodes() {
        for (int seed = 0; seed < 20_000; seed++) {
            String text = random(new Rng(seed));
            assertThat(new String(PassphraseText.normal(text.toCharArray())))
                    .as("seed " + seed)
                    .isEqualTo(Normalizer.normalize(text, Form.NFKC));
        }
    }

    @Test
    void isWrittenAsUtf8() {
        assertThat(PassphraseText.utf8("a\u00e9\u20ac\ud83d\ude00".toCharArray()))
                .isEqualTo("a\u00e9\u20ac\ud83d\ude00".getBytes(UTF_8));
        // halves of a pair are no text, yet two of them are not one passphrase
        assertThat(PassphraseText.utf8(new char[] {0xd800})).isEqualTo(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80});
    }

    @Test
    void aThousandPassphrasesOpenTheirVaultsInEveryNormalForm() throws IOException {
        for (int seed = 0; seed < 1_000; seed++) {
            Rng rng = new Rng(seed);
            String passphrase = random(rng);
            MemoryStore store = new MemoryStore();
            Vault.create(store, InstantSource.system(), KEYRING, words(passphrase), "", VaultTest.CHEAP).close();
            for (Form form : Form.values()) {
                try (Vault vault = Vault.open(store, InstantSource.system(), KEYRING)) {
                    vault.unseal(words(Normalizer.normalize(passphrase, form)));
                    assertThat(vault.isOpen()).as("seed " + seed + " " + form).isTrue();
                }
            }
            Vault vault = Vault.open(store, InstantSource.system(), KEYRING);
            String other = passphrase + (char) ('a' + rng.nextInt(26));
            assertThatThrownBy(() -> vault.unseal(words(other)))
                    .as("seed " + seed)
                    .isInstanceOf(WrongPassphraseException.class);
        }
    }

    @Test
    void refusesNoneAndAnEndlessOne() {
        assertThatThrownBy(() -> Secret.ofPassphrase(new char[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a passphrase of 0 characters; it takes 1 to 1024");
        char[] endless = new char[1_025];
        Arrays.fill(endless, 'x');
        assertThatThrownBy(() -> Secret.ofPassphrase(endless)).isInstanceOf(IllegalArgumentException.class);
        assertThat(endless).containsOnly('\0');
    }

    @Test
    void findsThePassphraseInAHintWhateverItsSpelling() {
        assertThat(PassphraseText.holds("It is CORRECT horse", "correct Horse".getBytes(UTF_8))).isTrue();
        assertThat(PassphraseText.holds("\uff23\uff21\uff26\uff25\u0301!", "caf\u00e9".getBytes(UTF_8))).isTrue();
        assertThat(PassphraseText.holds("something with horses", "correct horse".getBytes(UTF_8))).isFalse();
        assertThat(PassphraseText.holds("", "x".getBytes(UTF_8))).isFalse();
    }

    @Test
    void measuresHowLongOneHolds() {
        PassphraseMeter meter = new PassphraseMeter();
        PassphraseStrength weak = meter.measure("Password1".toCharArray());
        PassphraseStrength strong = meter.measure("ferret-lantern-oboe-quarry-17".toCharArray());

        assertThat(weak.acceptable()).isFalse();
        assertThat(weak.summary()).isEqualTo("Guessing it takes somebody who has the file less than a second.");
        assertThat(weak.advice()).isNotEmpty();
        assertThat(strong.acceptable()).isTrue();
        assertThat(strong.score()).isEqualTo(4);
        assertThat(strong.summary()).isEqualTo("Guessing it takes somebody who has the file centuries.");
        assertThat(meter.measure(new char[0]).summary()).isEqualTo("Nothing yet.");
        char[] endless = new char[100_000];
        Arrays.fill(endless, 'x');
        assertThat(meter.measure(endless).acceptable()).isFalse();
        assertThat(endless).containsOnly('\0');
    }
}
