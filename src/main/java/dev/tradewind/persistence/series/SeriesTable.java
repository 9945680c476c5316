package dev.tradewind.persistence.series;

import static dev.tradewind.persistence.schema.Tables.SERIES;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.marketdata.SeriesKey;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * The rows of the series. Reading goes without jOOQ, whose own start takes longer than a whole backtest from the
 * command line.
 */
final class SeriesTable {

    private static final String COLUMNS =
            "select id, name, instrument_symbol, instrument_venue, base, base_scale, quote, quote_scale, tick_size,"
                    + " lot_size, row_count, first_nanos, last_nanos, gaps, missing, revised, bytes, chain, chain_true,"
                    + " source from series";

    private SeriesTable() {}

    static List<SeriesRow> all(Connection connection) throws SQLException {
        List<SeriesRow> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(row(rows));
            }
        }
        found.sort((one, other) -> one.key().compareTo(other.key()));
        return found;
    }

    static Optional<SeriesRow> find(Connection connection, SeriesKey key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS + " where name = ?")) {
            statement.setString(1, key.toString());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(row(rows)) : Optional.empty();
            }
        }
    }

    private static SeriesRow row(ResultSet rows) throws SQLException {
        SeriesKey key = SeriesKey.parse(rows.getString(2));
        Instrument instrument = new Instrument(
                rows.getString(3),
                rows.getString(4),
                new Asset(rows.getString(5), rows.getInt(6)),
                new Asset(rows.getString(7), rows.getInt(8)),
                new BigDecimal(rows.getString(9)),
                new BigDecimal(rows.getString(10)),
                InstrumentFilters.NONE);
        SeriesRow.Totals totals = new SeriesRow.Totals(
                rows.getLong(11), rows.getLong(12), rows.getLong(13), rows.getInt(14), rows.getLong(15),
                rows.getLong(16), rows.getLong(17));
        return new SeriesRow(
                rows.getLong(1), key, instrument, totals, rows.getLong(18), rows.getInt(19) != 0, rows.getString(20));
    }

    /** {@return the same series with the id under which it was put into the database} */
    static SeriesRow insert(DSLContext sql, SeriesRow series) {
        Instrument instrument = series.instrument();
        long id = sql.insertInto(SERIES)
                .set(SERIES.NAME, series.key().toString())
                .set(SERIES.INSTRUMENT_SYMBOL, instrument.symbol())
                .set(SERIES.INSTRUMENT_VENUE, instrument.venue())
                .set(SERIES.BASE, instrument.base().code())
                .set(SERIES.BASE_SCALE, (long) instrument.base().scale())
                .set(SERIES.QUOTE, instrument.quote().code())
                .set(SERIES.QUOTE_SCALE, (long) instrument.quote().scale())
                .set(SERIES.TICK_SIZE, instrument.tickSize().toPlainString())
                .set(SERIES.LOT_SIZE, instrument.lotSize().toPlainString())
                .set(SERIES.ROW_COUNT, 0L)
                .set(SERIES.FIRST_NANOS, 0L)
                .set(SERIES.LAST_NANOS, 0L)
                .set(SERIES.GAPS, 0L)
                .set(SERIES.MISSING, 0L)
                .set(SERIES.REVISED, 0L)
                .set(SERIES.BYTES, 0L)
                .set(SERIES.CHAIN, series.chain())
                .set(SERIES.CHAIN_TRUE, 1L)
                .set(SERIES.SOURCE, series.source())
                .returningResult(SERIES.ID)
                .fetchOne(SERIES.ID);
        return new SeriesRow(
                id, series.key(), instrument, series.totals(), series.chain(), series.chainTrue(), series.source());
    }

    static void update(DSLContext sql, SeriesRow series) {
        SeriesRow.Totals totals = series.totals();
        sql.update(SERIES)
                .set(SERIES.ROW_COUNT, totals.rows())
                .set(SERIES.FIRST_NANOS, totals.firstNanos())
                .set(SERIES.LAST_NANOS, totals.lastNanos())
                .set(SERIES.GAPS, (long) totals.gaps())
                .set(SERIES.MISSING, totals.missing())
                .set(SERIES.REVISED, totals.revised())
                .set(SERIES.BYTES, totals.bytes())
                .set(SERIES.CHAIN, series.chain())
                .set(SERIES.CHAIN_TRUE, series.chainTrue() ? 1L : 0L)
                .set(SERIES.SOURCE, series.source())
                .where(SERIES.ID.eq(series.id()))
                .execute();
    }
}
