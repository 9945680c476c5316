package dev.tradewind.vault;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * Passphrases in normal form KC. The platform's normaliser makes strings, which nobody can wipe; so it is shown only
 * what it has to change, in pieces: an ASCII character and what follows it up to the next. ASCII never combines with
 * what stands before it, so the pieces' normal forms are the whole one's, and an ASCII passphrase never becomes a
 * string at all.
 */
final class PassphraseText {

    private static final int MOST_GROWTH = 18;

    private PassphraseText() {}

    /** {@return the normal form as UTF-8; half a surrogate pair is written as the three bytes of its number} */
    static byte[] utf8(char[] text) {
        char[] normal = normal(text);
        byte[] bytes = new byte[normal.length * 3];
        int size = 0;
        try {
            for (int i = 0; i < normal.length; i++) {
                int point = Character.codePointAt(normal, i);
                i += Character.charCount(point) - 1;
                size = put(point, bytes, size);
            }
            return Arrays.copyOf(bytes, size);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(normal, '\0');
        }
    }

    private static int put(int point, byte[] bytes, int at) {
        int size = at;
        if (point < 0x80) {
            bytes[size++] = (byte) point;
        } else if (point < 0x800) {
            bytes[size++] = (byte) (0xc0 | point >> 6);
            bytes[size++] = trail(point);
        } else if (point < 0x10000) {
            bytes[size++] = (byte) (0xe0 | point >> 12);
            bytes[size++] = trail(point >> 6);
            bytes[size++] = trail(point);
        } else {
            bytes[size++] = (byte) (0xf0 | point >> 18);
            bytes[size++] = trail(point >> 12);
            bytes[size++] = trail(point >> 6);
            bytes[size++] = trail(point);
        }
        return size;
    }

    private static byte trail(int bits) {
        return (byte) (0x80 | bits & 0x3f);
    }

    /** {@return the normal form; the caller wipes it} */
    static char[] normal(char[] text) {
        // no code point has a normal form KC of more than 18 characters
        char[] normal = new char[Math.multiplyExact(Math.max(1, text.length), MOST_GROWTH)];
        try {
            int size = 0;
            for (int from = 0; from < text.length; ) {
                int to = from + 1;
                while (to < text.length && text[to] > 0x7f) {
                    to++;
                }
                if (to == from + 1 && text[from] <= 0x7f) {
                    normal[size++] = text[from];
                } else {
                    String piece = Normalizer.normalize(CharBuffer.wrap(text, from, to - from), Normalizer.Form.NFKC);
                    piece.getChars(0, piece.length(), normal, size);
                    size += piece.length();
                }
                from = to;
            }
            return Arrays.copyOf(normal, size);
        } finally {
            Arrays.fill(normal, '\0');
        }
    }

    /** {@return whether a text holds the passphrase, whatever the case and normal form of either} */
    static boolean holds(String text, byte[] passphrase) {
        byte[] given = folded(text.toCharArray());
        byte[] sought = folded(letters(passphrase));
        try {
            return indexOf(given, sought) >= 0;
        } finally {
            Arrays.fill(sought, (byte) 0);
        }
    }

    private static byte[] folded(char[] text) {
        char[] normal = normal(text);
        try {
            for (int i = 0; i < normal.length; i++) {
                normal[i] = Character.toLowerCase(Character.toUpperCase(normal[i]));
            }
            return utf8(normal);
        } finally {
            Arrays.fill(normal, '\0');
            Arrays.fill(text, '\0');
        }
    }

    private static char[] letters(byte[] utf8) {
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(utf8));
        char[] letters = new char[decoded.remaining()];
        decoded.get(letters);
        Arrays.fill(decoded.array(), '\0');
        return letters;
    }

    private static int indexOf(byte[] text, byte[] sought) {
        for (int at = 0; at + sought.length <= text.length; at++) {
            if (Arrays.equals(text, at, at + sought.length, sought, 0, sought.length)) {
                return at;
            }
        }
        return -1;
    }
}
