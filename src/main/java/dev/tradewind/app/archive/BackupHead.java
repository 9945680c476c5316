package dev.tradewind.app.archive;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * How a backup begins, readable without a passphrase: what it is and how much of what is in it. See {@code docs/backup.md}.
 *
 * @param encrypted whether the body is sealed
 * @param madeNanos when
 * @param program   version of the program that made it
 * @param schema    form of the database in it
 * @param files     how many files are in it
 * @param bytes     what they take
 * @param sessions  how many sessions are among them
 * @param accounts  how many accounts the database holds
 */
record BackupHead(
        boolean encrypted, long madeNanos, String program, int schema, int files, long bytes, int sessions, int accounts) {

    static final int VERSION = 1;
    private static final long MAGIC = 0x54574241434B0D0AL; // TWBACK\r\n
    private static final int FIXED_BYTES = 8 + 4 + 1 + 8 + 4 + 4 + 8 + 4 + 4 + 4;
    private static final int MOST_PROGRAM_BYTES = 200;
    private static final long KILO = 1_000;

    /** {@return its bytes} */
    byte[] encode() {
        byte[] name = program.getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(name, Math.min(name.length, MOST_PROGRAM_BYTES));
        ByteBuffer head = ByteBuffer.allocate(FIXED_BYTES + cut.length + 4);
        head.putLong(MAGIC).putInt(VERSION).put((byte) (encrypted ? 1 : 0)).putLong(madeNanos).putInt(schema);
        head.putInt(files).putLong(bytes).putInt(sessions).putInt(accounts).putInt(cut.length).put(cut);
        CRC32C crc = new CRC32C();
        crc.update(head.array(), 0, head.position());
        return head.putInt((int) crc.getValue()).array();
    }

    /** Reads a head and leaves the stream behind it. */
    static BackupHead read(InputStream from) throws IOException, BadBackupException {
        DataInputStream in = new DataInputStream(from);
        byte[] fixed = new byte[FIXED_BYTES];
        try {
            in.readFully(fixed, 0, 12);
            ByteBuffer head = ByteBuffer.wrap(fixed);
            if (head.getLong() != MAGIC) {
                throw new BadBackupException("it does not begin like a backup of Tradewind");
            }
            int version = head.getInt();
            if (version != VERSION) {
                throw new BadBackupException("it has format version " + version + ", this program reads " + VERSION);
            }
            in.readFully(fixed, 12, FIXED_BYTES - 12);
            return rest(in, fixed, head);
        } catch (EOFException e) {
            throw new BadBackupException("it ends within its head", e);
        }
    }

    private static BackupHead rest(DataInputStream in, byte[] fixed, ByteBuffer head)
            throws IOException, BadBackupException {
        byte encrypted = head.get();
        long madeNanos = head.getLong();
        int schema = head.getInt();
        int files = head.getInt();
        long bytes = head.getLong();
        int sessions = head.getInt();
        int accounts = head.getInt();
        int length = head.getInt();
        if (length < 0 || length > MOST_PROGRAM_BYTES) {
            throw new BadBackupException("its head is garbled");
        }
        byte[] name = new byte[length];
        in.readFully(name);
        CRC32C crc = new CRC32C();
        crc.update(fixed);
        crc.update(name);
        boolean sound = in.readInt() == (int) crc.getValue();
        if (!sound || encrypted < 0 || encrypted > 1 || files < 0 || bytes < 0 || sessions < 0 || accounts < 0) {
            throw new BadBackupException("its head does not match its checksum");
        }
        String program = new String(name, StandardCharsets.UTF_8);
        return new BackupHead(encrypted == 1, madeNanos, program, schema, files, bytes, sessions, accounts);
    }

    Instant made() {
        return Instant.ofEpochSecond(0, madeNanos).truncatedTo(ChronoUnit.SECONDS);
    }

    /** {@return what is in it, in words} */
    String words() {
        return count(sessions, "session") + ", " + count(accounts, "account") + ", " + size(bytes)
                + (encrypted ? "" : ", not encrypted");
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    /** {@return bytes as people say them} */
    static String size(long bytes) {
        String[] units = {"bytes", "kB", "MB", "GB", "TB"};
        double value = bytes;
        int unit = 0;
        while (value >= KILO && unit < units.length - 1) {
            value /= KILO;
            unit++;
        }
        return unit == 0 ? bytes + " bytes" : String.format(Locale.ROOT, "%.1f %s", value, units[unit]);
    }
}
