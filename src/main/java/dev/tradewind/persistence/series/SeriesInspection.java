package dev.tradewind.persistence.series;

import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.SeriesCheck;
import dev.tradewind.marketdata.SeriesCheck.Kind;
import dev.tradewind.marketdata.SeriesChecksum;
import dev.tradewind.persistence.series.BlockTable.Block;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads every row of a series, tells what is wrong with it, and works out what a repair would take out. */
final class SeriesInspection {

    private final Connection connection;
    private final SeriesRow series;
    private final Blocks blocks;
    private final RowCheck rows;
    private final Findings findings = new Findings();
    private final Change repair = new Change();
    private final Steps steps;
    private long chain;
    private boolean whole = true;
    private long read;

    SeriesInspection(Connection connection, SeriesRow series, Steps steps) {
        this.connection = connection;
        this.series = series;
        this.blocks = new Blocks(series);
        this.rows = new RowCheck(series);
        this.steps = steps;
        this.chain = SeriesChecksum.begin(series.key().timeframe());
    }

    /** Reads the rows, and compares them with those of other timeframes of the same symbol. */
    void run() throws SQLException {
        BlockTable.each(connection, series.id(), Long.MIN_VALUE, Long.MAX_VALUE, this::block);
        sum();
        if (series.key().timeframe().isPresent()) {
            compare(series.key().timeframe().get());
        }
    }

    /** {@return what was found} */
    SeriesCheck check(long dropped) {
        return findings.check(series.key(), read, dropped);
    }

    /** {@return what a repair writes} */
    Change repair() {
        return repair;
    }

    private void block(Block block) {
        BlockInfo info = block.info();
        String damage = blocks.damage(block).orElse("");
        if (!damage.isEmpty()) {
            findings.add(
                    Kind.DAMAGED, info.firstNanos(), info.rows(),
                    info.rows() + " rows until " + Blocks.show(info.lastNanos()) + " cannot be read: " + damage);
            rows.skip(info.lastNanos());
            whole = false;
            repair.removed.add(info.start());
            repair.quarantined.add(new Change.Quarantined("damaged: " + damage, block));
            repair.dropped += info.rows();
        } else {
            rows(info, blocks.decode(block));
        }
        steps.add(info.rows());
    }

    /** Each block may be sound and one missing all the same. */
    private void sum() {
        if (whole && series.chainTrue() && (chain != series.chain() || read != series.totals().rows())) {
            findings.add(
                    Kind.DAMAGED, series.totals().firstNanos(), series.totals().rows(),
                    "the " + read + " rows that can be read are not the " + series.totals().rows()
                            + " that were put: a block is lost");
            repair.sumAnew = true;
        }
    }

    private void rows(BlockInfo info, long[] cells) {
        int width = series.kind().width();
        List<Integer> bad = new ArrayList<>();
        for (int row = 0; row < info.rows(); row++) {
            RowCheck.Wrong wrong = rows.next(cells, row, findings);
            if (wrong != null) {
                findings.add(wrong.kind(), cells[row * width], 1, wrong.text());
                bad.add(row);
            }
        }
        read += info.rows();
        chain = ChainWalk.add(chain, series.key(), cells, info.rows());
        if (!bad.isEmpty()) {
            takeOut(info, cells, bad, width);
        }
    }

    private void takeOut(BlockInfo info, long[] cells, List<Integer> bad, int width) {
        long[] out = new long[bad.size() * width];
        long[] kept = new long[(info.rows() - bad.size()) * width];
        int next = 0;
        for (int row = 0; row < info.rows(); row++) {
            boolean isBad = next < bad.size() && bad.get(next) == row;
            System.arraycopy(cells, row * width, isBad ? out : kept, (isBad ? next : row - next) * width, width);
            next += isBad ? 1 : 0;
        }
        repair.removed.add(info.start());
        repair.quarantined.add(
                new Change.Quarantined("impossible or twice", blocks.encode(info.start(), out, 0, bad.size())));
        repair.dropped += bad.size();
        int left = info.rows() - bad.size();
        if (left > 0) {
            long start = series.kind() == RowKind.CANDLES ? info.start() : kept[0];
            repair.put.add(blocks.encode(start, kept, 0, left));
        }
    }

    /** Holds the series against the finest it could be made of, and every coarser one against it. */
    private void compare(Timeframe own) throws SQLException {
        boolean compared = false;
        for (SeriesRow other : SeriesTable.all(connection)) {
            boolean sameMarket = other.key().venue().equals(series.key().venue())
                    && other.key().symbol().equals(series.key().symbol());
            if (sameMarket && other.key().timeframe().isPresent() && other.totals().rows() > 0) {
                Timeframe timeframe = other.key().timeframe().get();
                if (!compared && own.isMadeOf(timeframe)) {
                    compared = true;
                    new Comparison(connection, series, other, findings).run();
                } else if (timeframe.isMadeOf(own)) {
                    new Comparison(connection, other, series, findings).run();
                }
            }
        }
    }
}
