package dev.tradewind.persistence.series;

import static dev.tradewind.persistence.schema.Tables.SERIES_REVISION;

import dev.tradewind.domain.Progress;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.CandleColumns;
import dev.tradewind.marketdata.CandleStore.Retention;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.persistence.series.BlockTable.Block;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Applies the retention rules, in the transaction of the caller. Before candles go, those coarser ones are made of them
 * and stored which another rule keeps longer. A coarser candle that is still forming holds back the finer ones it
 * needs.
 */
final class RetentionRun {

    private final Connection connection;
    private final List<Retention> rules;
    private final Steps steps;
    private long dropped;

    RetentionRun(Connection connection, List<Retention> rules, Progress progress) throws SQLException {
        this.connection = connection;
        this.rules = rules;
        long rows = 0;
        for (SeriesRow series : SeriesTable.all(connection)) {
            rows += rules.stream().anyMatch(rule -> isUnder(rule, series)) ? series.totals().rows() : 0;
        }
        steps = new Steps(progress, rows);
    }

    private static boolean isUnder(Retention rule, SeriesRow series) {
        return series.key().timeframe().filter(rule.timeframe()::equals).isPresent() && series.totals().rows() > 0;
    }

    /** {@return rows dropped} */
    long run() throws SQLException {
        for (Retention rule : rules) {
            for (SeriesRow series : SeriesTable.all(connection)) {
                if (isUnder(rule, series)) {
                    apply(rule, series);
                    steps.add(series.totals().rows());
                }
            }
        }
        return dropped;
    }

    private void apply(Retention rule, SeriesRow series) throws SQLException {
        long end = series.endNanos();
        long cut = rule.timeframe().openOf(end - rule.days() * Timeframe.D1.nanos());
        List<Timeframe> longer = rules.stream()
                .filter(other -> other.days() > rule.days() && other.timeframe().isMadeOf(rule.timeframe()))
                .map(Retention::timeframe)
                .toList();
        for (Timeframe coarser : longer) {
            long open = coarser.openOf(cut);
            cut = coarser.closeOf(open) > end ? Math.min(cut, open) : cut;
        }
        if (cut <= series.totals().firstNanos()) {
            return;
        }
        for (Timeframe coarser : longer) {
            build(series, coarser, cut);
        }
        drop(series, cut);
    }

    /** Stores the coarser candles that open before a time and are not stored yet. */
    private void build(SeriesRow series, Timeframe coarser, long cut) throws SQLException {
        CandleRows made = new CandleRows(0);
        CandleFold fold = new CandleFold(coarser, series.stepNanos(), false, made);
        Blocks blocks = new Blocks(series);
        long open = coarser.openOf(cut);
        long to = open == cut ? cut : coarser.closeOf(open);
        BlockTable.each(connection, series.id(), Long.MIN_VALUE, to, block -> {
            long[] cells = blocks.decode(block);
            int width = CandleColumns.WIDTH;
            fold.candles(cells, 0, CandleReader.rowFrom(cells, block.info().rows(), width, to));
        });
        fold.end();
        SeriesKey key = SeriesKey.candles(series.key().venue(), series.key().symbol(), coarser);
        SeriesRow target =
                SeriesTable.find(connection, key).orElseGet(() -> SeriesRow.unstored(key, series.instrument()));
        CandleColumns missing = without(made, target, coarser);
        if (missing.size() > 0) {
            CandleColumns fitting = new Units(key, series.instrument(), target.instrument()).convert(missing);
            Change change = new CandleMerge(connection, target, fitting).run(steps);
            SeriesRow changed = new SeriesRow(
                    target.id(), key, target.instrument(), target.totals(), 0, false, "made of " + series.key());
            SeriesWriter.write(connection, changed, change, steps);
        }
    }

    private CandleColumns without(CandleRows made, SeriesRow target, Timeframe coarser) throws SQLException {
        Set<Long> held = new HashSet<>();
        Blocks blocks = new Blocks(target);
        BlockTable.each(connection, target.id(), Long.MIN_VALUE, Long.MAX_VALUE, block -> {
            long[] cells = blocks.decode(block);
            for (int row = 0; row < block.info().rows(); row++) {
                held.add(cells[row * CandleColumns.WIDTH]);
            }
        });
        CandleRows missing = new CandleRows(0);
        CandleColumns all = made.columns(coarser);
        for (int row = 0; row < all.size(); row++) {
            if (!held.contains(all.openTimeNanos(row))) {
                missing.add(
                        all.openTimeNanos(row), all.openTicks(row), all.highTicks(row), all.lowTicks(row),
                        all.closeTicks(row), all.volumeLots(row));
            }
        }
        return missing.columns(coarser);
    }

    private void drop(SeriesRow series, long cut) throws SQLException {
        Change change = new Change();
        Blocks blocks = new Blocks(series);
        for (BlockInfo info : BlockTable.infos(connection, series.id(), Long.MIN_VALUE, cut)) {
            change.removed.add(info.start());
            int gone = info.rows();
            if (info.lastNanos() >= cut) {
                byte[] content = BlockTable.content(connection, series.id(), info.start());
                long[] cells = blocks.decode(new Block(info, content));
                gone = CandleReader.rowFrom(cells, info.rows(), CandleColumns.WIDTH, cut);
                change.put.add(blocks.encode(info.start(), cells, gone, info.rows() - gone));
            }
            dropped += gone;
        }
        SeriesWriter.sql(connection)
                .deleteFrom(SERIES_REVISION)
                .where(SERIES_REVISION.SERIES_ID.eq(series.id()), SERIES_REVISION.LAST_NANOS.lt(cut))
                .execute();
        SeriesRow changed = new SeriesRow(
                series.id(), series.key(), series.instrument(), series.totals(), 0, false, series.source());
        SeriesWriter.write(connection, changed, change, steps);
    }
}
