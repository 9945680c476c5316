package dev.tradewind.persistence;

import static dev.tradewind.persistence.schema.Tables.ACCOUNT;

import dev.tradewind.persistence.schema.tables.records.AccountRecord;
import dev.tradewind.venue.AccountKind;
import dev.tradewind.venue.AccountRow;
import dev.tradewind.venue.AccountStore;
import dev.tradewind.venue.KeyReport;
import dev.tradewind.venue.KeyScheme;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accounts as rows of the database. Every change is made over a connection that waits for the disk and overwrites what it
 * frees, and is carried over from the write-ahead log at once, so that no earlier form of a row stays behind.
 */
public final class DatabaseAccounts implements AccountStore {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAccounts.class);

    private static final long NANOS = 1_000_000_000L;

    private static final String COLUMNS = "id, name, exchange, kind, scheme, key_hint, public_key, enabled,"
            + " armed_by_vault, outcome, rights, address_bound, detail, tried_at_nanos, added_at_nanos, leaving";

    private final Database database;
    private final Connection reading;

    DatabaseAccounts(Database database, Connection reading) {
        this.database = database;
        this.reading = reading;
    }

    /** Read while the program starts: without jOOQ, whose own start takes longer than a bare window's. */
    @Override
    public List<AccountRow> rows() {
        List<AccountRow> rows = new ArrayList<>();
        read("select " + COLUMNS + " from account order by id", row -> {
            try {
                rows.add(row(row));
            } catch (IllegalArgumentException | ArithmeticException e) {
                LOG.warn("Account {} cannot be read and is left out: {}", row.getString(1), e.getMessage());
            }
        });
        return rows;
    }

    @Override
    public Set<Integer> ids() {
        Set<Integer> ids = new TreeSet<>();
        read("select id from account", row -> ids.add(row.getInt(1)));
        return ids;
    }

    @Override
    public int nextId() {
        List<Integer> last = new ArrayList<>();
        read("select seq from sqlite_sequence where name = 'account'", row -> last.add(row.getInt(1)));
        return last.isEmpty() ? 1 : last.getFirst() + 1;
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private void read(String sql, RowReader reader) {
        synchronized (reading) {
            try (Statement statement = reading.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    reader.read(rows);
                }
            } catch (SQLException e) {
                throw Database.trouble(database.file(), e);
            }
        }
    }

    private static AccountRow row(ResultSet row) throws SQLException {
        String outcome = row.getString(10);
        Optional<KeyReport> report = outcome == null
                ? Optional.empty()
                : Optional.of(new KeyReport(
                        KeyReport.Outcome.valueOf(outcome), rights(text(row, 11)), row.getInt(12) != 0, text(row, 13)));
        long tried = row.getLong(14);
        Optional<Instant> triedAt = row.wasNull() ? Optional.empty() : Optional.of(time(tried));
        return new AccountRow(
                Math.toIntExact(row.getLong(1)), text(row, 2), text(row, 3), AccountKind.valueOf(text(row, 4)),
                KeyScheme.valueOf(text(row, 5)), text(row, 6), text(row, 7), row.getInt(8) != 0, row.getInt(9) != 0,
                report, triedAt, time(row.getLong(15)), row.getInt(16) != 0);
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static Set<KeyReport.Right> rights(String text) {
        Set<KeyReport.Right> rights = EnumSet.noneOf(KeyReport.Right.class);
        for (String right : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            rights.add(KeyReport.Right.valueOf(right));
        }
        return rights;
    }

    private static Instant time(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    private static long nanos(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS), time.getNano());
    }

    @Override
    public void add(AccountRow row) {
        change(sql -> {
            if (sql.fetchExists(ACCOUNT, ACCOUNT.ID.eq((long) row.id()))) {
                throw new IllegalArgumentException("account " + row.id() + " is there already");
            }
            return sql.executeInsert(record(row));
        });
    }

    @Override
    public void update(AccountRow row) {
        change(sql -> {
            if (sql.executeUpdate(record(row)) == 0) {
                throw new IllegalArgumentException("there is no account " + row.id());
            }
            return row;
        });
    }

    @Override
    public boolean delete(int id) {
        return change(sql -> sql.deleteFrom(ACCOUNT).where(ACCOUNT.ID.eq((long) id)).execute());
    }

    @Override
    public boolean overwrite() {
        return change(sql -> sql);
    }

    private static AccountRecord record(AccountRow row) {
        Optional<KeyReport> report = row.report();
        String rights = report.map(said -> said.rights().stream().map(Enum::name).collect(Collectors.joining(",")))
                .orElse("");
        return new AccountRecord(
                (long) row.id(), row.name(), row.exchange(), row.kind().name(), row.scheme().name(), row.keyHint(),
                row.publicKey(), number(row.enabled()), number(row.armedByVault()),
                orNull(report.map(said -> said.outcome().name())), rights,
                number(report.map(KeyReport::addressBound).orElse(false)), report.map(KeyReport::detail).orElse(""),
                orNull(row.triedAt().map(DatabaseAccounts::nanos)), nanos(row.added()), number(row.leaving()));
    }

    private static <T> @Nullable T orNull(Optional<T> value) {
        return value.orElse(null);
    }

    private static Long number(boolean value) {
        return value ? 1L : 0L;
    }

    /** {@return whether no earlier form is left in the write-ahead log} */
    private boolean change(Function<DSLContext, Object> change) {
        Path file = database.file();
        try (Connection writing = database.connect();
                Statement statement = writing.createStatement()) {
            statement.execute("pragma synchronous = full");
            statement.execute("pragma secure_delete = on");
            Database.sql(writing).transaction(all -> change.apply(all.dsl()));
            return emptied(statement);
        } catch (SQLException | DataAccessException e) {
            throw Database.trouble(file, e);
        }
    }

    /** The change stands whatever comes of this: a reader or writer in the way for long is no error. */
    private static boolean emptied(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
            return result.next() && result.getInt(1) == 0;
        }
    }
}
