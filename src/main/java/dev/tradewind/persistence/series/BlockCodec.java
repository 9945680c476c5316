package dev.tradewind.persistence.series;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The form of a block: rows as columns of differences from what each value mostly is, packed by {@link PackedColumn}.
 * One instance serves one thread and is reused block after block.
 *
 * <p>Little-endian:
 *
 * <pre>
 * int       CRC-32C of everything behind it
 * byte      version, 1
 * byte      kind of the rows: 1 candles, 2 trades
 * short     0
 * int       rows
 * int       0
 * long      time of the first row, and of the last
 * long      price the first row's difference counts from
 * long      candles: their length; trades: the id before the first
 * column[]  one for each value of a row
 * long      0, so that a reader may take eight bytes anywhere
 * </pre>
 *
 * <p>A candle is kept as: time since the one before less the usual one; open less the close before; high less the
 * higher of open and close; the lower of them less low; close less open; volume. A trade: time since the one before;
 * price less the one before; quantity; side; id less the one before less one. Differences wrap, so any number is kept
 * as it is.
 */
final class BlockCodec {

    private static final byte VERSION = 1;
    private static final int CHECKED_FROM = Integer.BYTES;
    private static final int ROWS_AT = 8;
    private static final int FIRST_AT = 16;
    private static final int HEAD = 48;

    private final RowKind kind;
    private long[][] columns;
    private byte[] scratch = new byte[0];
    private final CRC32C crc = new CRC32C();

    BlockCodec(RowKind kind) {
        this.kind = kind;
        columns = new long[kind.width()][0];
    }

    /** {@return what rows it writes and reads} */
    RowKind kind() {
        return kind;
    }

    private void makeRoom(int rows) {
        int padded = PackedColumn.padded(rows);
        if (columns[0].length < padded) {
            columns = new long[kind.width()][padded];
        }
    }

    /**
     * {@return a block of rows}
     *
     * @param cells rows, one behind the other
     * @param from  the first row to take
     * @param rows  how many, at least one
     * @param nanos length of a candle; of no matter for trades
     */
    byte[] encode(long[] cells, int from, int rows, long nanos) {
        makeRoom(rows);
        int width = kind.width();
        int most = HEAD + width * PackedColumn.mostBytes(rows) + Long.BYTES;
        if (scratch.length < most) {
            scratch = new byte[most];
        }
        long base = cells[from * width + RowKind.PRICE];
        long step = kind == RowKind.CANDLES ? nanos : cells[from * width + RowKind.ID] - 1;
        kind.differ(cells, from * width, rows, base, step, columns);
        int at = HEAD;
        for (long[] column : columns) {
            at = PackedColumn.write(column, rows, scratch, at);
        }
        byte[] block = Arrays.copyOf(scratch, at + Long.BYTES);
        ByteBuffer head = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        head.putLong(at, 0);
        head.putInt(0).put(VERSION).put(kind.code()).putShort((short) 0).putInt(rows).putInt(0);
        head.putLong(cells[from * width]).putLong(cells[(from + rows - 1) * width]);
        head.putLong(base).putLong(step);
        head.putInt(0, sum(block));
        return block;
    }

    private int sum(byte[] block) {
        crc.reset();
        crc.update(block, CHECKED_FROM, block.length - CHECKED_FROM);
        return (int) crc.getValue();
    }

    /**
     * Reads a block's rows.
     *
     * @param info what the database says of the block
     * @param into taken from row {@code row} on; long enough
     * @throws DamagedBlockException if they are not the rows that were written
     */
    void decode(byte[] block, BlockInfo info, long[] into, int row) throws DamagedBlockException {
        if (block.length < HEAD + Long.BYTES) {
            throw new DamagedBlockException("it has only " + block.length + " bytes");
        }
        ByteBuffer head = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
        if (head.getInt(0) != sum(block)) {
            throw new DamagedBlockException("its checksum is wrong");
        }
        if (block[4] != VERSION || block[5] != kind.code()) {
            throw new DamagedBlockException(
                    "it is of form " + block[4] + "." + block[5] + ", which this version does not read");
        }
        int rows = head.getInt(ROWS_AT);
        long first = head.getLong(FIRST_AT);
        long last = head.getLong(FIRST_AT + Long.BYTES);
        if (rows != info.rows() || first != info.firstNanos() || last != info.lastNanos()) {
            throw new DamagedBlockException("it holds other rows than the database says");
        }
        makeRoom(rows);
        int at = HEAD;
        try {
            for (long[] column : columns) {
                at = PackedColumn.read(block, at, rows, column);
            }
        } catch (IndexOutOfBoundsException e) {
            throw new DamagedBlockException("it ends early");
        }
        long base = head.getLong(FIRST_AT + 2 * Long.BYTES);
        long step = head.getLong(FIRST_AT + 3 * Long.BYTES);
        kind.restore(columns, rows, first, base, step, into, row * kind.width());
    }
}
