package dev.tradewind.persistence;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tradewind.domain.Progress;
import dev.tradewind.marketdata.CandleStore;
import dev.tradewind.persistence.series.SqlCandleStore;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * Writes tables of a database copy out as CSV and JSON, without anything that could be a secret: no setting whose name sounds
 * like one, no account's key hint. The copy is its own to change. Owned by one thread.
 */
public final class ExportTables implements AutoCloseable {

    private static final Pattern SECRET = Pattern.compile("(?i).*(token|secret|passw|passphrase|credential).*");

    private final Path copy;
    private final SQLiteDataSource source;
    private final Connection connection;

    private ExportTables(Path copy, SQLiteDataSource source, Connection connection) {
        this.copy = copy;
        this.source = source;
        this.connection = connection;
    }

    /** A table, or what of it is written. */
    private record Table(String name, String query) {}

    private static final List<Table> GLOBAL = List.of(
            new Table("settings", "select name, value from setting order by name"),
            new Table("presets", "select type, name, param, value from bot_preset order by type, name, param"),
            new Table("runs", "select number, kept_at_nanos, title, symbols, tier, total_return, max_drawdown, sharpe, trades,"
                    + " journal_hash, setup from run order by number"),
            new Table("accounts", "select id, name, exchange, kind, scheme, enabled, armed_by_vault, outcome, rights,"
                    + " address_bound, tried_at_nanos, added_at_nanos from account where leaving = 0 order by id"),
            new Table("series", "select name, instrument_symbol, instrument_venue, base, quote, tick_size, lot_size, row_count,"
                    + " first_nanos, last_nanos, gaps, source from series order by name"));

    private static final List<Table> OF_SESSION = List.of(
            new Table("properties", "select name, value from session_property where session_id = ? order by name"),
            new Table("bots", "select id, type, name, instrument, capital_atoms, started_at_nanos, asked from bot"
                    + " where session_id = ? order by id"),
            new Table("bot-params", "select bot_id, name, value from bot_param where session_id = ? order by bot_id, name"),
            new Table("orders", "select client_order_id, bot_id, instrument, side, type, time_in_force, state, refusal,"
                    + " quantity_lots, price_ticks, stop_ticks, filled_lots, tag, link_id, placed_at_nanos, updated_at_nanos,"
                    + " journal_row from orders where session_id = ? order by client_order_id"),
            new Table("fills", "select journal_row, fill_id, client_order_id, at_nanos, price_ticks, quantity_lots, fee_atoms,"
                    + " fee_asset, maker from fill where session_id = ? order by journal_row"),
            new Table("decisions", "select journal_row, sequence, at_nanos, bot_id, reason, first_number, second_number"
                    + " from decision where session_id = ? order by journal_row"));

    /** A file that was written, under the folder given. */
    public record Written(String path, long rows) {}

    /** Opens a copy made by {@link FolderMoment}. */
    public static ExportTables of(Path copy) {
        SQLiteDataSource source = new SQLiteDataSource(new SQLiteConfig());
        source.setUrl("jdbc:sqlite:" + copy);
        try {
            return new ExportTables(copy, source, source.getConnection());
        } catch (SQLException e) {
            throw Database.trouble(copy, e);
        }
    }

    /** Brings the copy's tables of a session up to its journal: a session that was killed may be ahead of them. */
    public void catchUp(Path session) {
        try {
            new SessionProjector(connection, session).catchUp();
        } catch (IOException e) {
            throw new StorageException(DiskTrouble.describe("read the journal", session, e), e);
        } catch (DataAccessException e) {
            throw Database.trouble(copy, e);
        }
    }

    /** {@return the candles and trades in the copy} */
    public CandleStore candles() {
        return new SqlCandleStore(new StoreConnections(copy, source, true));
    }

    /** Writes what belongs to no session, as {@code settings.csv}, {@code settings.json} and so on. */
    public List<Written> writeGlobal(Path folder, Progress progress) throws IOException {
        return write(folder, "", GLOBAL, Optional.empty(), progress);
    }

    /** Writes what belongs to a session into {@code sessions/NUMBER}. */
    public List<Written> writeSession(Path folder, String session, Progress progress) throws IOException {
        return write(folder, "sessions/" + session + "/", OF_SESSION, Optional.of(session), progress);
    }

    private List<Written> write(Path folder, String prefix, List<Table> tables, Optional<String> session, Progress progress)
            throws IOException {
        List<Written> written = new ArrayList<>();
        for (Table table : tables) {
            progress.at(0, 0);
            long rows = write(table, session, folder.resolve(prefix + table.name()));
            written.add(new Written(prefix + table.name() + ".csv", rows));
            written.add(new Written(prefix + table.name() + ".json", rows));
        }
        return written;
    }

    private long write(Table table, Optional<String> session, Path file) throws IOException {
        Path csv = file.resolveSibling(file.getFileName() + ".csv");
        Path json = file.resolveSibling(file.getFileName() + ".json");
        Files.createFile(csv, SystemDisk.ownerOnly(csv, "rw-------"));
        Files.createFile(json, SystemDisk.ownerOnly(json, "rw-------"));
        try (PreparedStatement statement = connection.prepareStatement(table.query());
                BufferedWriter lines = Files.newBufferedWriter(csv);
                OutputStream out = Files.newOutputStream(json);
                JsonGenerator array = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
            if (session.isPresent()) {
                statement.setString(1, session.get());
            }
            try (ResultSet rows = statement.executeQuery()) {
                return write(table, rows, lines, array);
            }
        } catch (SQLException e) {
            throw Database.trouble(copy, e);
        }
    }

    private static long write(Table table, ResultSet rows, BufferedWriter lines, JsonGenerator array)
            throws SQLException, IOException {
        ResultSetMetaData columns = rows.getMetaData();
        int count = columns.getColumnCount();
        for (int column = 1; column <= count; column++) {
            lines.write((column == 1 ? "" : ",") + columns.getColumnLabel(column));
        }
        lines.write('\n');
        array.writeStartArray();
        long written = 0;
        while (rows.next()) {
            if (table.name().equals("settings") && SECRET.matcher(rows.getString(1)).matches()) {
                continue;
            }
            array.writeStartObject();
            for (int column = 1; column <= count; column++) {
                @Nullable Object value = rows.getObject(column);
                lines.write((column == 1 ? "" : ",") + (value == null ? "" : quoted(value.toString())));
                array.writeObjectField(columns.getColumnLabel(column), value);
            }
            lines.write('\n');
            array.writeEndObject();
            array.writeRaw('\n');
            written++;
        }
        array.writeEndArray();
        return written;
    }

    private static String quoted(String text) {
        return text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    /** {@return a text as a cell of a CSV file} */
    public static String cell(String text) {
        return quoted(text);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Database.trouble(copy, e);
        }
    }
}
