package dev.tradewind.persistence;

import static dev.tradewind.persistence.schema.Tables.BOT;
import static dev.tradewind.persistence.schema.Tables.BOT_PARAM;
import static dev.tradewind.persistence.schema.Tables.DECISION;
import static dev.tradewind.persistence.schema.Tables.FILL;
import static dev.tradewind.persistence.schema.Tables.ORDERS;
import static dev.tradewind.persistence.schema.Tables.SESSION;
import static dev.tradewind.persistence.schema.Tables.SESSION_PROPERTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.settings.LastUse;
import dev.tradewind.settings.Preferences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    @TempDir
    Path folder;

    private static OrderRequest order(long id, long lots) {
        return new OrderRequest()
                .set(id, 1, 0, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, lots, 80_000, 0, 2, 0);
    }

    private Path tradedSession() {
        Path session = folder.resolve("0000001");
        try (FileJournal journal = FileJournal.create(session, "me", 1_000, Map.of("instrument", "BTC/USD"))) {
            journal.command(1, 2_000, new Command.StartBot(1, "dca", "mine", 0, 5_000, Map.of("takeProfit", "1.5")));
            journal.submitIntent(1, 2_000, order(7, 100));
            journal.submitIntent(1, 2_000, order(8, 50));
            journal.decision(1, 2_000, 1, Reason.BASE_ORDER_PLACED, 80_000, 100);
            journal.commit();
            VenueReport report = new VenueReport();
            journal.report(2, 3_000, report.set(VenueReport.Kind.ACCEPTED, VenueReport.Reason.NONE, 7, 2_999));
            journal.report(
                    3, 4_000, report.filled(7, 3_999, 501, 79_990, 40, 12, VenueReport.FeeAsset.QUOTE, true));
            journal.report(4, 4_500, report.set(VenueReport.Kind.REJECTED, VenueReport.Reason.FILTER, 8, 4_499));
            journal.command(5, 5_000, new Command.EditBot(1, Map.of("takeProfit", "2"), Command.EditScope.BOTH));
            journal.command(6, 5_000, new Command.PauseBot(1));
            journal.cancelIntent(6, 5_000, 7);
        }
        return session;
    }

    @Test
    void theTablesHoldWhatTheJournalSays() throws SQLException {
        Path session = tradedSession();
        try (Database database = Database.open(folder);
                Connection connection = database.connect()) {
            assertThat(ProjectionWriter.catchUp(database, session)).isEqualTo(11);
            assertThat(ProjectionWriter.catchUp(database, session)).isZero();
            DSLContext sql = Database.sql(connection);
            assertThat(sql.select(SESSION.ID, SESSION.STARTED_AT_NANOS, SESSION.LAST_ROW, SESSION.LAST_SEQUENCE)
                            .from(SESSION)
                            .fetchOne()
                            .intoList())
                    .containsExactly("0000001", 1_000L, 11L, 6L);
            assertThat(sql.selectFrom(SESSION_PROPERTY).fetchMap(SESSION_PROPERTY.NAME, SESSION_PROPERTY.VALUE))
                    .isEqualTo(Map.of("instrument", "BTC/USD"));
            assertThat(sql.select(ORDERS.CLIENT_ORDER_ID, ORDERS.STATE, ORDERS.FILLED_LOTS, ORDERS.REFUSAL)
                            .from(ORDERS)
                            .orderBy(ORDERS.CLIENT_ORDER_ID)
                            .fetch()
                            .map(each -> each.intoList().toString()))
                    .containsExactly("[7, CANCEL_PENDING, 40, ]", "[8, REJECTED, 0, FILTER]");
            assertThat(sql.select(FILL.FILL_ID, FILL.PRICE_TICKS, FILL.FEE_ATOMS, FILL.MAKER)
                            .from(FILL)
                            .fetchOne()
                            .intoList())
                    .containsExactly(501L, 79_990L, 12L, 1L);
            assertThat(sql.select(BOT.ID, BOT.TYPE, BOT.ASKED).from(BOT).fetchOne().intoList())
                    .containsExactly(1L, "dca", "PAUSED");
            assertThat(sql.selectFrom(BOT_PARAM).fetchMap(BOT_PARAM.NAME, BOT_PARAM.VALUE))
                    .isEqualTo(Map.of("takeProfit", "2"));
            assertThat(sql.select(DECISION.REASON, DECISION.FIRST_NUMBER).from(DECISION).fetchOne().intoList())
                    .containsExactly("BASE_ORDER_PLACED", 80_000L);
        }
    }

    @Test
    void aJournalThatLostItsTailIsReadAgain() throws Exception {
        Path session = tradedSession();
        try (Database database = Database.open(folder);
                Connection connection = database.connect()) {
            ProjectionWriter.catchUp(database, session);
            Path file = session.resolve("journal/00000001.twj");
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(whole, whole.length - 5));
            try (FileJournal journal = FileJournal.resume(session, "me")) {
                assertThat(journal.found()).isInstanceOf(JournalCheck.TailCut.class);
                journal.submitIntent(6, 5_000, order(9, 1));
            }
            assertThat(ProjectionWriter.catchUp(database, session)).isEqualTo(11);
            assertThat(Database.sql(connection)
                            .select(ORDERS.CLIENT_ORDER_ID, ORDERS.STATE)
                            .from(ORDERS)
                            .orderBy(ORDERS.CLIENT_ORDER_ID)
                            .fetch()
                            .map(each -> each.intoList().toString()))
                    .containsExactly("[7, PARTIALLY_FILLED]", "[8, REJECTED]", "[9, PENDING_NEW]");
        }
    }

    @Test
    void aLostDatabaseIsMadeAgainFromTheJournal() throws Exception {
        Path session = tradedSession();
        try (Database database = Database.open(folder)) {
            ProjectionWriter.catchUp(database, session);
        }
        Files.move(folder.resolve(Database.FILE), folder.resolve("old"), StandardCopyOption.REPLACE_EXISTING);
        try (Database database = Database.open(folder)) {
            assertThat(ProjectionWriter.catchUp(database, session)).isEqualTo(11);
        }
    }

    @Test
    void theWriterFollowsAJournalThatIsBeingWritten() throws SQLException {
        Path session = folder.resolve("0000002");
        SessionScript script = new SessionScript(3);
        long rows;
        try (Database database = Database.open(folder)) {
            try (FileJournal journal = FileJournal.create(
                            new SystemDisk(),
                            session,
                            SessionScript.IDENTITY,
                            5,
                            SessionScript.PROPERTIES,
                            new JournalLimits(5_000, 50));
                    ProjectionWriter writer = ProjectionWriter.start(database, session)) {
                for (int i = 0; i < 3_000; i++) {
                    script.step(journal);
                    if (i % 11 == 0) {
                        journal.flush();
                        writer.wake();
                    }
                }
                journal.flush();
                rows = journal.lastRow();
                writer.close();
                assertThat(writer.trouble()).isEmpty();
            }
            try (Connection connection = database.connect()) {
                assertThat(Database.sql(connection).select(SESSION.LAST_ROW).from(SESSION).fetchOne(SESSION.LAST_ROW))
                        .isEqualTo(rows);
            }
        }
    }

    @Test
    void theNewestMigrationIsTheOneTheProgramLooksFor() {
        try (Database database = Database.open(folder);
                Connection connection = database.connect()) {
            assertThat(Database.sql(connection)
                            .fetch("select version from flyway_schema_history")
                            .getValues(0, Integer.class))
                    .as("a new migration needs Database.SCHEMA_VERSION raised")
                    .last()
                    .isEqualTo(Database.SCHEMA_VERSION);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        Database.open(folder).close();
    }

    @Test
    void settingsAreKept() {
        Preferences look = new Preferences(true, true, 150);
        LastUse use = new LastUse("btc-2013", "2500.50", 60, new LastUse.Window(10, -20, 1600, 900, true));
        try (Database database = Database.open(folder)) {
            assertThat(database.settings().load()).isEqualTo(Preferences.DEFAULT);
            assertThat(database.settings().loadLastUse()).isEqualTo(LastUse.NONE);
            database.settings().save(look);
            database.settings().saveLastUse(use);
            database.settings().saveLastUse(use);
        }
        try (Database database = Database.open(folder)) {
            assertThat(database.settings().load()).isEqualTo(look);
            assertThat(database.settings().loadLastUse()).isEqualTo(use);
        }
    }

    @Test
    void aDamagedDatabaseIsOneClearMessage() throws IOException {
        Files.writeString(folder.resolve(Database.FILE), "this is no database, and never was one ".repeat(200));
        assertThatThrownBy(() -> Database.open(folder))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("is damaged")
                .hasMessageContaining("Move the file away");
    }
}
