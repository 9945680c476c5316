package dev.tradewind.ui.widget;

import java.util.Arrays;

/**
 * The characters of a {@link SecretField} with caret and selection. They are in one array, which is overwritten when it is
 * outgrown and wherever something is taken out of it; there is no history to undo. Positions are indices of characters and
 * never fall between the two halves of one beyond the basic plane. One thread.
 */
final class SecretBuffer {

    /** More than any passphrase or key; what is beyond is not taken. */
    static final int MOST = 4096;

    private static final int FIRST = 64;

    private char[] chars = new char[FIRST];
    private int length;
    private int caret;
    private int anchor;

    int length() {
        return length;
    }

    int caret() {
        return caret;
    }

    /** {@return where the selection begins} */
    int from() {
        return Math.min(caret, anchor);
    }

    /** {@return where the selection ends} */
    int to() {
        return Math.max(caret, anchor);
    }

    /** {@return the character that begins at a position, both halves of it} */
    int codePoint(int at) {
        return Character.codePointAt(chars, at, length);
    }

    /** Puts characters in place of the selection; line ends and other controls are left out. */
    void insert(char[] added) {
        removeSelection();
        int wanted = 0;
        for (char one : added) {
            wanted += Character.isISOControl(one) ? 0 : 1;
        }
        int taken = Math.min(wanted, MOST - length);
        reserve(length + taken);
        System.arraycopy(chars, caret, chars, caret + taken, length - caret);
        length += taken;
        for (int i = 0; i < added.length && taken > 0; i++) {
            if (!Character.isISOControl(added[i])) {
                chars[caret++] = added[i];
                taken--;
            }
        }
        anchor = caret;
    }

    private void reserve(int wanted) {
        if (wanted > chars.length) {
            char[] larger = Arrays.copyOf(chars, Math.max(wanted, chars.length * 2));
            Arrays.fill(chars, '\0');
            chars = larger;
        }
    }

    /** Takes out the selection. {@return whether there was one} */
    boolean removeSelection() {
        int from = from();
        int to = to();
        System.arraycopy(chars, to, chars, from, length - to);
        int left = length - (to - from);
        Arrays.fill(chars, left, length, '\0');
        length = left;
        caret = from;
        anchor = from;
        return to > from;
    }

    /** Takes out the selection, or else what lies between the caret and a position. */
    void removeTo(int position) {
        if (from() == to()) {
            anchor = position;
        }
        removeSelection();
    }

    /** {@return the position before one} */
    int before(int at) {
        return at == 0 ? 0 : at - Character.charCount(Character.codePointBefore(chars, at));
    }

    /** {@return the position after one} */
    int after(int at) {
        return at == length ? at : at + Character.charCount(codePoint(at));
    }

    /** Moves the caret; with {@code select} the selection's other end stays. */
    void move(int to, boolean select) {
        caret = Math.clamp(to, 0, length);
        if (!select) {
            anchor = caret;
        }
    }

    void selectAll() {
        anchor = 0;
        caret = length;
    }

    /** {@return a copy, which the caller wipes} */
    char[] copy() {
        return Arrays.copyOf(chars, length);
    }

    /** {@return whether two hold the same, in a time that does not tell where they differ} */
    boolean sameAs(SecretBuffer other) {
        int difference = length ^ other.length;
        for (int i = 0; i < Math.min(length, other.length); i++) {
            difference |= chars[i] ^ other.chars[i];
        }
        return difference == 0;
    }

    /** Overwrites and forgets everything. */
    void clear() {
        Arrays.fill(chars, '\0');
        length = 0;
        caret = 0;
        anchor = 0;
    }

    /** {@return the whole array, for a test that looks for leftovers} */
    char[] raw() {
        return chars;
    }

    @Override
    public String toString() {
        return "SecretBuffer[redacted]";
    }
}
