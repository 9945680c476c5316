package dev.tradewind.vault;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Recovery codes: seven groups of four random characters and a check character, 140 bits in all. The alphabet is
 * Crockford's base 32, which has no letters that look alike. A group's check is a sum over the field of 32 elements
 * with other factors for each place, so one wrong character or two that changed places never pass, nor does a group in
 * another's place.
 */
final class RecoveryCode {

    static final int GROUPS = 7;
    static final int GROUP = 4;
    static final int SYMBOLS = GROUPS * GROUP;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int POLYNOMIAL = 0b100101;

    private RecoveryCode() {}

    /** {@return a new code, one byte of five bits for each of its characters but the checks} */
    static Secret random(SecureRandom random) {
        byte[] symbols = new byte[SYMBOLS];
        random.nextBytes(symbols);
        for (int i = 0; i < SYMBOLS; i++) {
            symbols[i] &= 31;
        }
        return Secret.of(symbols);
    }

    /** {@return a code as it is printed; the caller wipes it} */
    static char[] write(Secret code) {
        return code.lend(symbols -> {
            char[] text = new char[GROUPS * (GROUP + 2) - 1];
            for (int group = 0; group < GROUPS; group++) {
                int at = group * (GROUP + 2);
                for (int i = 0; i < GROUP; i++) {
                    text[at + i] = ALPHABET.charAt(symbols[group * GROUP + i]);
                }
                text[at + GROUP] = ALPHABET.charAt(check(group, symbols, group * GROUP));
                if (group < GROUPS - 1) {
                    text[at + GROUP + 1] = '-';
                }
            }
            return text;
        });
    }

    /** Reads what {@link #write} wrote and somebody typed; the array is wiped. */
    static Secret read(char[] typed) throws VaultRefusedException {
        byte[] all = new byte[GROUPS * (GROUP + 1)];
        byte[] symbols = new byte[SYMBOLS];
        try {
            int size = 0;
            for (char c : typed) {
                if (c == '-' || Character.isWhitespace(c)) {
                    continue;
                }
                int symbol = symbol(c);
                if (symbol < 0) {
                    throw new VaultRefusedException("Group " + (size / (GROUP + 1) + 1)
                            + " of the recovery code holds a character that is in none; it has digits and letters"
                            + " without U.");
                }
                if (size == all.length) {
                    throw new VaultRefusedException("The recovery code is too long; it has " + GROUPS
                            + " groups of 5.");
                }
                all[size++] = (byte) symbol;
            }
            if (size < all.length) {
                throw new VaultRefusedException("The recovery code has " + size + " characters; it takes " + GROUPS
                        + " groups of 5, " + all.length + " in all.");
            }
            for (int group = 0; group < GROUPS; group++) {
                System.arraycopy(all, group * (GROUP + 1), symbols, group * GROUP, GROUP);
                if (check(group, symbols, group * GROUP) != all[group * (GROUP + 1) + GROUP]) {
                    throw new VaultRefusedException("Group " + (group + 1)
                            + " of the recovery code has a typing error; compare it with the sheet.");
                }
            }
            return Secret.of(symbols);
        } finally {
            Arrays.fill(typed, '\0');
            Arrays.fill(all, (byte) 0);
            Arrays.fill(symbols, (byte) 0);
        }
    }

    private static int symbol(char typed) {
        char c = Character.toUpperCase(typed);
        return switch (c) {
            case 'O' -> 0;
            case 'I', 'L' -> 1;
            default -> ALPHABET.indexOf(c);
        };
    }

    private static int check(int group, byte[] symbols, int from) {
        int check = 0;
        for (int i = 0; i < GROUP; i++) {
            check = times2(check ^ symbols[from + i]);
        }
        return check ^ group;
    }

    private static int times2(int element) {
        int twice = element << 1;
        return twice > 31 ? twice ^ POLYNOMIAL : twice;
    }
}
