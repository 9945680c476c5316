package dev.tradewind.vault;

import java.util.Comparator;

/**
 * What a secret is: a field of an account. Not secret itself; it stands readable in the file, bound to its secret.
 *
 * @param account number of the account, 0 or more
 * @param field   1 to 64 small letters, digits, dots and hyphens, for instance {@code api-key}
 */
public record SecretId(long account, String field) implements Comparable<SecretId> {

    static final int MOST_FIELD_BYTES = 64;

    private static final Comparator<SecretId> ORDER =
            Comparator.comparingLong(SecretId::account).thenComparing(SecretId::field);

    public SecretId {
        if (account < 0 || !isField(field)) {
            throw new IllegalArgumentException("secret '" + field + "' of account " + account
                    + "; it takes an account of 0 or more and 1 to 64 small letters, digits, dots and hyphens");
        }
    }

    static boolean isField(String field) {
        return !field.isEmpty() && field.length() <= MOST_FIELD_BYTES
                && field.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.');
    }

    @Override
    public int compareTo(SecretId other) {
        return ORDER.compare(this, other);
    }
}
