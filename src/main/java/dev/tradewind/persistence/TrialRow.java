package dev.tradewind.persistence;

import dev.tradewind.analytics.Metric;
import dev.tradewind.analytics.Performance;
import dev.tradewind.optimise.Trial;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A trial in the ledger's file, big-endian:
 *
 * <pre>
 * u8 form  i64 search  i64 distinct  i32 number  i64 journal hash  text refusal
 * u8 count { text parameter  text value }  u8 count { text figure  f64 value }       text = u16 length, UTF-8
 * </pre>
 *
 * @param searchId of the search
 * @param distinct different trials on this data set up to this one, it included
 * @param trial    the trial
 */
record TrialRow(long searchId, long distinct, Trial trial) {

    /** Fewest bytes of content. */
    static final int LEAST = 33;

    private static final byte FORM = 1;
    private static final int LONGEST_REFUSAL = 500;
    private static final int HEX = 16;

    /** {@return the journal hash as a number, 0 where the trial was refused} */
    static long hash(Trial trial) {
        return trial.ran() ? Long.parseUnsignedLong(trial.journalHash(), HEX) : 0;
    }

    /** {@return whether a frame's content begins as a row does} */
    static boolean begins(byte[] bytes, int at) {
        return bytes[at] == FORM;
    }

    /** Appends the row's content. */
    void write(ByteBuffer out) {
        out.put(FORM).putLong(searchId).putLong(distinct).putInt(trial.number()).putLong(hash(trial));
        String refusal = trial.refusal();
        text(out, refusal.length() > LONGEST_REFUSAL ? refusal.substring(0, LONGEST_REFUSAL) : refusal);
        out.put((byte) trial.params().size());
        trial.params().forEach((id, value) -> {
            text(out, id);
            text(out, value);
        });
        int countAt = out.position();
        out.put((byte) 0);
        for (Metric metric : Metric.values()) {
            double value = trial.performance().value(metric);
            if (!Double.isNaN(value)) {
                text(out, metric.id());
                out.putDouble(value);
                out.put(countAt, (byte) (out.get(countAt) + 1));
            }
        }
    }

    /** {@return how many bytes the row's frame takes at most} */
    static int most(Trial trial) {
        int bytes = Frames.OVERHEAD + LEAST + 3 * Math.min(LONGEST_REFUSAL, trial.refusal().length());
        for (Map.Entry<String, String> param : trial.params().entrySet()) {
            bytes += 3 * (param.getKey().length() + param.getValue().length()) + 2 * Short.BYTES;
        }
        for (Metric metric : Metric.values()) {
            boolean told = !Double.isNaN(trial.performance().value(metric));
            bytes += told ? metric.id().length() + Short.BYTES + Double.BYTES : 0;
        }
        return bytes;
    }

    private static void text(ByteBuffer out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.putShort((short) bytes.length).put(bytes);
    }

    /**
     * {@return the row of a frame's content}
     *
     * @throws BadDataException if it is none
     */
    static TrialRow read(byte[] bytes, int at, int length) throws BadDataException {
        ByteBuffer in = ByteBuffer.wrap(bytes, at, length);
        try {
            in.get();
            long searchId = in.getLong();
            long distinct = in.getLong();
            int number = in.getInt();
            long hash = in.getLong();
            String refusal = text(in);
            Map<String, String> params = new LinkedHashMap<>();
            for (int left = in.get() & 0xFF; left > 0; left--) {
                params.put(text(in), text(in));
            }
            String journalHash = refusal.isEmpty() ? HexFormat.of().toHexDigits(hash) : "";
            return new TrialRow(
                    searchId, distinct, new Trial(number, params, figures(in), journalHash, refusal));
        } catch (BufferUnderflowException e) {
            throw new BadDataException("a trial's row ends early");
        }
    }

    /** Figures this program no longer knows are left out. */
    private static Performance figures(ByteBuffer in) {
        Map<Metric, Double> figures = new EnumMap<>(Metric.class);
        for (int left = in.get() & 0xFF; left > 0; left--) {
            String id = text(in);
            double value = in.getDouble();
            Arrays.stream(Metric.values())
                    .filter(metric -> metric.id().equals(id))
                    .forEach(metric -> figures.put(metric, value));
        }
        return Performance.of(figures);
    }

    private static String text(ByteBuffer in) {
        int length = in.getShort() & 0xFFFF;
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        String text = new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }
}
