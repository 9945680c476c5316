package dev.tradewind.persistence.series;

import dev.tradewind.marketdata.TradeColumns;
import dev.tradewind.persistence.series.BlockTable.Block;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lays trades over those that are stored and says what is to be written. A trade with an id is the one stored under it,
 * whatever else of it changed; one without is the stored one of the same time and content, as often as there are such.
 * A block ends between two times, never inside one, and is read alone, so memory holds the trades that came and one
 * block.
 */
final class TradeMerge {

    private static final int WIDTH = RowKind.TRADES.width();

    private final Connection connection;
    private final SeriesRow series;
    private final TradeBatch batch;
    private final Blocks blocks;
    private final Change change = new Change();

    /** Where blocks start that lose a row because it changed. */
    private final Set<Long> losing = new HashSet<>();

    private long[] merged = new long[0];
    private long[] earlier = new long[0];
    private int mergedRows;
    private int earlierRows;

    /** @param trades in the units of the series */
    TradeMerge(Connection connection, SeriesRow series, TradeColumns trades) {
        this.connection = connection;
        this.series = series;
        this.batch = new TradeBatch(series.key(), trades);
        this.blocks = new Blocks(series);
    }

    /** {@return what is to be written} */
    Change run(Steps steps) throws SQLException {
        List<BlockInfo> held = BlockTable.infos(connection, series.id());
        for (BlockInfo info : held) {
            if (info.mostId() >= batch.leastId && info.leastId() <= batch.mostId) {
                findIds(new Block(info, BlockTable.content(connection, series.id(), info.start())));
            }
        }
        int from = 0;
        for (int i = 0; i < held.size(); i++) {
            boolean last = i == held.size() - 1;
            int to = from;
            while (to < batch.size && (last || batch.timeNanos(to) < held.get(i + 1).firstNanos())) {
                to++;
            }
            window(held.get(i), from, to, last);
            steps.add(to - from);
            from = to;
        }
        if (held.isEmpty()) {
            take(0, batch.size);
            cut(true);
            steps.add(batch.size);
        }
        change.appendFrom = appendFrom(held);
        change.same = batch.count(TradeBatch.SAME);
        change.revised = batch.count(TradeBatch.REVISED);
        change.added = batch.count(TradeBatch.NEW);
        return change;
    }

    private int appendFrom(List<BlockInfo> held) throws SQLException {
        int from = 0;
        while (from < batch.size && batch.states[from] == TradeBatch.SAME) {
            from++;
        }
        for (int row = from; row < batch.size; row++) {
            if (batch.states[row] != TradeBatch.NEW) {
                return -1;
            }
        }
        if (!batch.inOrder || !losing.isEmpty()) {
            return -1;
        }
        if (held.isEmpty() || from == batch.size) {
            return from;
        }
        BlockInfo last = held.getLast();
        long[] cells = blocks.decode(new Block(last, BlockTable.content(connection, series.id(), last.start())));
        long lastId = cells[(last.rows() - 1) * WIDTH + RowKind.ID];
        long time = batch.timeNanos(from);
        boolean behind = time > last.lastNanos()
                || time == last.lastNanos() && (batch.id(from) > lastId || batch.id(from) == 0 && lastId == 0);
        return behind ? from : -1;
    }

    private void findIds(Block block) {
        long[] cells = blocks.decode(block);
        for (int row = 0; row < block.info().rows(); row++) {
            int found = batch.rowOf(cells[row * WIDTH + RowKind.ID]);
            if (found >= 0 && batch.equal(found, cells, row)) {
                batch.states[found] = TradeBatch.SAME;
            } else if (found >= 0) {
                batch.states[found] = TradeBatch.REVISED;
                losing.add(block.info().start());
            }
        }
    }

    /** Lays the trades between the beginning of a block and that of the next over it. */
    private void window(BlockInfo info, int from, int to, boolean last) throws SQLException {
        boolean nothing = true;
        for (int row = from; row < to && nothing; row++) {
            nothing = batch.states[row] == TradeBatch.SAME;
        }
        if (nothing && !losing.contains(info.start())) {
            return;
        }
        mergedRows = 0;
        earlierRows = 0;
        boolean full = last && info.rows() >= Blocks.ROWS && !losing.contains(info.start());
        if (full && from < to && batch.timeNanos(from) > info.lastNanos()) {
            take(from, to);
            cut(true);
            return;
        }
        int changed = merge(new Block(info, BlockTable.content(connection, series.id(), info.start())), from, to);
        if (changed == 0) {
            return;
        }
        change.removed.add(info.start());
        cut(last);
        if (earlierRows > 0) {
            change.superseded.add(blocks.encode(info.start(), earlier, 0, earlierRows));
        }
    }

    /** {@return rows by which the merged ones differ from the block's} */
    private int merge(Block block, int from, int to) {
        long[] held = blocks.decode(block);
        int rows = block.info().rows();
        int next = from;
        int changed = 0;
        for (int row = 0; row < rows; ) {
            long time = held[row * WIDTH];
            while (next < to && batch.timeNanos(next) < time) {
                changed += take(next, next + 1);
                next++;
            }
            int group = mergedRows;
            for (; row < rows && held[row * WIDTH] == time; row++) {
                changed += keep(held, row);
            }
            int end = mergedRows;
            boolean[] used = new boolean[end - group];
            for (; next < to && batch.timeNanos(next) == time; next++) {
                changed += takeUnlessHeld(next, group, end, used);
            }
        }
        return changed + take(next, to);
    }

    private int keep(long[] held, int row) {
        int found = batch.rowOf(held[row * WIDTH + RowKind.ID]);
        if (found >= 0 && batch.states[found] == TradeBatch.REVISED) {
            earlier = room(earlier, earlierRows);
            System.arraycopy(held, row * WIDTH, earlier, earlierRows++ * WIDTH, WIDTH);
            return 1;
        }
        merged = room(merged, mergedRows);
        System.arraycopy(held, row * WIDTH, merged, mergedRows++ * WIDTH, WIDTH);
        return 0;
    }

    private int takeUnlessHeld(int row, int group, int end, boolean[] used) {
        if (batch.id(row) == 0) {
            for (int other = group; other < end; other++) {
                if (!used[other - group] && batch.alike(row, merged, other)) {
                    used[other - group] = true;
                    batch.states[row] = TradeBatch.SAME;
                    return 0;
                }
            }
        }
        int taken = take(row, row + 1);
        if (taken > 0 && batch.id(row) != 0) {
            TradeBatch.sink(merged, group, mergedRows - 1);
        }
        return taken;
    }

    private int take(int from, int to) {
        int taken = 0;
        for (int row = from; row < to; row++) {
            if (batch.states[row] != TradeBatch.SAME) {
                merged = room(merged, mergedRows);
                System.arraycopy(batch.cells, row * WIDTH, merged, mergedRows++ * WIDTH, WIDTH);
                taken++;
            }
        }
        return taken;
    }

    private static long[] room(long[] cells, int rows) {
        return cells.length >= (rows + 1) * WIDTH
                ? cells
                : Arrays.copyOf(cells, Math.max(Blocks.ROWS * WIDTH, Math.multiplyExact(cells.length, 2)));
    }

    /**
     * Cuts the merged rows into blocks.
     *
     * @param last whether more will follow: then all blocks but the last one are full; else they are of like size
     */
    private void cut(boolean last) {
        int rows = mergedRows;
        int most = last ? Blocks.ROWS : Blocks.ROWS * 3 / 2;
        int pieces = (rows + most - 1) / most;
        int size = last || pieces == 0 ? Blocks.ROWS : Math.max(1, (rows + pieces - 1) / pieces);
        int from = 0;
        while (from < rows) {
            int to = Math.min(rows, from + size);
            while (to < rows && merged[to * WIDTH] == merged[(to - 1) * WIDTH]) {
                to++;
            }
            change.put.add(blocks.encode(merged[from * WIDTH], merged, from, to - from));
            from = to;
        }
    }
}
