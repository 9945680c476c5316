package dev.tradewind.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.tradewind.kernel.Rng;
import java.security.SecureRandom;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RecoveryCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final Secret code = RecoveryCode.random(new SecureRandom());
    private final String printed = new String(RecoveryCode.write(code));

    private static boolean reads(String typed) {
        try {
            RecoveryCode.read(typed.toCharArray()).close();
            return true;
        } catch (VaultRefusedException e) {
            return false;
        }
    }

    @Test
    void readsWhatWasPrintedAsPeopleTypeIt() throws VaultRefusedException {
        assertThat(printed).matches("([0-9A-HJKMNP-TV-Z]{5}-){6}[0-9A-HJKMNP-TV-Z]{5}");
        for (String typed : new String[] {
            printed,
            printed.toLowerCase(Locale.ROOT),
            printed.replace("-", " "),
            printed.replace("-", ""),
            "  " + printed.replace('0', 'O').replace('1', 'l') + "\n",
        }) {
            assertThat(RecoveryCode.read(typed.toCharArray()).<byte[], RuntimeException>lend(byte[]::clone))
                    .isEqualTo(code.<byte[], RuntimeException>lend(byte[]::clone));
        }
    }

    @Test
    void noSingleTypingErrorPasses() {
        for (int at = 0; at < printed.length(); at++) {
            if (printed.charAt(at) == '-') {
                continue;
            }
            for (char other : ALPHABET.toCharArray()) {
                if (other != printed.charAt(at)) {
                    assertThat(reads(printed.substring(0, at) + other + printed.substring(at + 1))).isFalse();
                }
            }
        }
    }

    @Test
    void noTwoCharactersOfAGroupAndNoTwoGroupsChangePlaces() {
        String[] groups = printed.split("-");
        for (int group = 0; group < groups.length; group++) {
            for (int at = 1; at < 5; at++) {
                String[] typed = groups.clone();
                char[] swapped = typed[group].toCharArray();
                swapped[at] = groups[group].charAt(at - 1);
                swapped[at - 1] = groups[group].charAt(at);
                typed[group] = new String(swapped);
                assertThat(reads(String.join("-", typed))).isEqualTo(typed[group].equals(groups[group]));
            }
            for (int other = 0; other < group; other++) {
                String[] typed = groups.clone();
                typed[group] = groups[other];
                typed[other] = groups[group];
                assertThat(reads(String.join("-", typed))).isFalse();
            }
        }
    }

    @Test
    void saysWhereTheErrorIs() {
        char wrong = printed.charAt(13) == 'A' ? 'B' : 'A';
        assertThatThrownBy(() -> RecoveryCode.read((printed.substring(0, 13) + wrong + printed.substring(14)).toCharArray()))
                .hasMessage("Group 3 of the recovery code has a typing error; compare it with the sheet.");
        assertThatThrownBy(() -> RecoveryCode.read("ABC".toCharArray()))
                .hasMessage("The recovery code has 3 characters; it takes 7 groups of 5, 35 in all.");
        assertThatThrownBy(() -> RecoveryCode.read((printed + "A").toCharArray()))
                .hasMessage("The recovery code is too long; it has 7 groups of 5.");
        assertThatThrownBy(() -> RecoveryCode.read("U".toCharArray())).hasMessageStartingWith("Group 1 of the recovery code");
    }

    @Test
    void nothingButARefusalComesOfAnyText() {
        for (int seed = 0; seed < 20_000; seed++) {
            Rng rng = new Rng(seed);
            char[] text = new char[rng.nextInt(120)];
            for (int i = 0; i < text.length; i++) {
                text[i] = rng.nextInt(4) == 0 ? (char) rng.nextLong() : ALPHABET.charAt(rng.nextInt(32));
            }
            char[] pem = ("-----BEGIN PRIVATE KEY-----" + new String(text)).toCharArray();
            try {
                RecoveryCode.read(text);
            } catch (VaultRefusedException e) {
                assertThat(e.getMessage()).isNotBlank();
            } catch (RuntimeException e) {
                fail("seed " + seed, e);
            }
            try {
                Signer.seedOfPem(pem);
                fail("seed " + seed + " made a key");
            } catch (VaultRefusedException e) {
                assertThat(e.getMessage()).startsWith("That is no Ed25519 private key");
            }
        }
    }
}
