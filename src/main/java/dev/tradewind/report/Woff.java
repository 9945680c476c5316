package dev.tradewind.report;

import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Takes the font out of a WOFF 1.0 file: the same tables, each unpacked. Format: W3C Recommendation "WOFF File Format 1.0",
 * 2012.
 */
final class Woff {

    private static final int SIGNATURE = 0x774F4646;
    private static final int HEADER = 44;
    private static final int ENTRY = 20;
    private static final int FONT_HEADER = 12;
    private static final int FONT_ENTRY = 16;

    private Woff() {}

    /**
     * {@return the font as TrueType or OpenType has it}
     *
     * @throws IllegalArgumentException if it is no such file
     */
    static byte[] font(byte[] woff) {
        ByteBuffer in = ByteBuffer.wrap(woff);
        if (woff.length < HEADER || in.getInt(0) != SIGNATURE) {
            throw new IllegalArgumentException("this is no WOFF 1.0 font");
        }
        int tables = in.getShort(12);
        int size = FONT_HEADER + tables * FONT_ENTRY;
        for (int i = 0; i < tables; i++) {
            size += padded(in.getInt(HEADER + i * ENTRY + 12));
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        int power = Integer.highestOneBit(tables);
        out.putInt(in.getInt(4)).putShort((short) tables).putShort((short) (power * 16))
                .putShort((short) Integer.numberOfTrailingZeros(power)).putShort((short) ((tables - power) * 16));
        int at = FONT_HEADER + tables * FONT_ENTRY;
        for (int i = 0; i < tables; i++) {
            int entry = HEADER + i * ENTRY;
            int length = in.getInt(entry + 12);
            out.putInt(in.getInt(entry)).putInt(in.getInt(entry + 16)).putInt(at).putInt(length);
            unpack(woff, in.getInt(entry + 4), in.getInt(entry + 8), out.array(), at, length);
            at += padded(length);
        }
        return out.array();
    }

    private static int padded(int length) {
        return length + 3 & ~3;
    }

    private static void unpack(byte[] woff, int from, int packed, byte[] font, int to, int length) {
        if (packed == length) {
            System.arraycopy(woff, from, font, to, length);
            return;
        }
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(woff, from, packed);
            if (inflater.inflate(font, to, length) != length) {
                throw new IllegalArgumentException("a table of this WOFF font ends early");
            }
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("a table of this WOFF font is damaged", e);
        }
    }
}
