package dev.tradewind.persistence;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The field forms shared by journal and tape: numbers of variable length and text. */
final class Fields {

    private Fields() {}

    /** Writes a signed number, seven bits a byte, small magnitudes first (zigzag). */
    static void putNumber(ByteBuffer target, long value) {
        putUnsigned(target, value << 1 ^ value >> 63);
    }

    static long getNumber(ByteBuffer source) throws BadDataException {
        long zigzag = getUnsigned(source);
        return zigzag >>> 1 ^ -(zigzag & 1);
    }

    private static void putUnsigned(ByteBuffer target, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            target.put((byte) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        target.put((byte) rest);
    }

    private static long getUnsigned(ByteBuffer source) throws BadDataException {
        long value = 0;
        try {
            for (int shift = 0; shift < 64; shift += 7) {
                byte next = source.get();
                value |= (long) (next & 0x7F) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        } catch (BufferUnderflowException e) {
            throw new BadDataException("a number ends early");
        }
        throw new BadDataException("a number is longer than 64 bits");
    }

    /** Writes text as UTF-8 behind its length. */
    static void putText(ByteBuffer target, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        putUnsigned(target, bytes.length);
        target.put(bytes);
    }

    static String getText(ByteBuffer source) throws BadDataException {
        long length = getUnsigned(source);
        if (length < 0 || length > source.remaining()) {
            throw new BadDataException("a text of " + length + " bytes does not fit its row");
        }
        ByteBuffer text = source.slice(source.position(), (int) length);
        source.position(source.position() + (int) length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(text).toString();
        } catch (CharacterCodingException e) {
            throw new BadDataException("a text is not UTF-8");
        }
    }

    /** {@return the constant a stored byte stands for} */
    static <T> T constant(T[] values, ByteBuffer source, String what) throws BadDataException {
        if (!source.hasRemaining()) {
            throw new BadDataException(what + " is missing");
        }
        int code = source.get() & 0xFF;
        if (code >= values.length) {
            throw new BadDataException(what + " " + code + " is unknown to this version");
        }
        return values[code];
    }

    static void requireEnd(ByteBuffer source) throws BadDataException {
        if (source.hasRemaining()) {
            throw new BadDataException(source.remaining() + " bytes too many");
        }
    }
}
