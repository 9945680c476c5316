package dev.tradewind.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.kernel.Rng;
import dev.tradewind.venue.AccountKind;
import dev.tradewind.venue.AccountRow;
import dev.tradewind.venue.KeyReport;
import dev.tradewind.venue.KeyScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseAccountsTest {

    @TempDir
    Path folder;

    private static AccountRow row(int id, String name, String hint) {
        return new AccountRow(
                id, name, "binance", AccountKind.LIVE, KeyScheme.ED25519, hint, "PEM of " + hint, true, false,
                Optional.of(new KeyReport(
                        KeyReport.Outcome.ACCEPTED,
                        EnumSet.of(KeyReport.Right.READ, KeyReport.Right.TRADE_SPOT),
                        true,
                        "expires in May")),
                Optional.of(Instant.parse("2026-03-01T10:00:00.123456789Z")),
                Instant.parse("2026-02-28T09:00:00Z"),
                false);
    }

    private static AccountRow untried(int id) {
        return new AccountRow(
                id, "second", "binance", AccountKind.TESTNET, KeyScheme.HMAC_SHA256, "wxyz", "", true, true,
                Optional.empty(), Optional.empty(), Instant.EPOCH, false);
    }

    @Test
    void whatIsAddedAndChangedComesBackAfterARestart() {
        AccountRow first = row(1, "Main", "a1b2");
        try (Database database = Database.open(folder)) {
            DatabaseAccounts accounts = database.accounts();
            assertThat(accounts.rows()).isEmpty();
            assertThat(accounts.nextId()).isEqualTo(1);
            accounts.add(first);
            accounts.add(untried(2));
            accounts.update(first.named("Desk").enabled(false).armedByVault(true).left());
        }
        try (Database database = Database.open(folder)) {
            assertThat(database.accounts().rows())
                    .containsExactly(first.named("Desk").enabled(false).armedByVault(true).left(), untried(2));
        }
    }

    @Test
    void aNumberIsNeverUsedTwice() {
        try (Database database = Database.open(folder)) {
            DatabaseAccounts accounts = database.accounts();
            accounts.add(row(4, "Main", "a1b2"));
            assertThat(accounts.delete(4)).isTrue();
            assertThat(accounts.delete(4)).isTrue();
            assertThat(accounts.ids()).isEmpty();
            assertThat(accounts.nextId()).isEqualTo(5);
        }
    }

    @Test
    void addingTwiceAndChangingNothingAreRefused() {
        try (Database database = Database.open(folder)) {
            DatabaseAccounts accounts = database.accounts();
            accounts.add(untried(1));
            assertThatThrownBy(() -> accounts.add(untried(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("account 1 is there already");
            assertThatThrownBy(() -> accounts.update(untried(2)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("there is no account 2");
        }
    }

    @Test
    void deletedAndChangedRowsLeaveNoByteBehind() throws IOException {
        Rng rng = new Rng(20260301);
        List<AccountRow> rows = new ArrayList<>();
        try (Database database = Database.open(folder)) {
            DatabaseAccounts accounts = database.accounts();
            for (int id = 1; id <= 60; id++) {
                String number = Long.toHexString(rng.nextLong());
                AccountRow row = row(id, "name-" + number, "hint-" + number);
                rows.add(row);
                accounts.add(row);
                // other writing goes on beside it and lets pages grow and split
                database.settings().put(Map.of("filler." + id, "x".repeat(rng.nextInt(900))));
            }
            for (AccountRow row : rows) {
                assertThat(found(row.name())).as("before it is gone").isNotEmpty();
                if (row.id() % 3 == 0) {
                    accounts.update(row.named("other").tried(
                            new KeyReport(KeyReport.Outcome.REFUSED, Set.of(), false, "no"), Instant.EPOCH));
                    assertThat(found(row.name())).as("former name of %s", row).isEmpty();
                } else {
                    assertThat(accounts.delete(row.id())).isTrue();
                    assertThat(found(row.name())).as("name of %s", row).isEmpty();
                    assertThat(found(row.keyHint())).as("hint of %s", row).isEmpty();
                }
            }
        }
        for (AccountRow row : rows) {
            assertThat(found(row.name())).as("after closing, name of %s", row).isEmpty();
        }
    }

    private List<Path> found(String text) throws IOException {
        List<Path> holding = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (content.contains(text)) {
                    holding.add(file);
                }
            }
        }
        return holding;
    }

    @Test
    void aReaderInTheWayIsToldAndMadeGoodLater() throws Exception {
        try (Database database = Database.open(folder)) {
            DatabaseAccounts accounts = database.accounts();
            accounts.add(row(1, "Main", "hint-of-the-first"));
            try (Connection reader = database.connect();
                    var statement = reader.createStatement()) {
                reader.setAutoCommit(false);
                statement.executeQuery("select count(*) from account").next();
                assertThat(accounts.delete(1)).isFalse();
                assertThat(accounts.rows()).isEmpty();
                reader.rollback();
            }
            assertThat(accounts.overwrite()).isTrue();
            assertThat(found("hint-of-the-first")).isEmpty();
        }
    }

    /** Any text and any number in any column: such a row is left out or read, its number stays taken, and nothing else. */
    @Test
    void rowsThatMakeNoSenseAreLeftOut() throws Exception {
        long seed = 77;
        Rng rng = new Rng(seed);
        Object[] values = {
            "", "LIVE", "PAPER", "READ,WITHDRAW", "READ,,", "\u0000", "\u00fc".repeat(90), Long.MIN_VALUE, -1L, 7L
        };
        String[] columns = {
            "name", "exchange", "kind", "scheme", "key_hint", "public_key", "enabled", "armed_by_vault", "outcome",
            "rights", "address_bound", "detail", "tried_at_nanos", "added_at_nanos", "leaving"
        };
        try (Database database = Database.open(folder);
                Connection connection = database.connect()) {
            DatabaseAccounts accounts = database.accounts();
            for (int id = 1; id <= 60; id++) {
                accounts.add(row(id, "Main", "a1b2"));
                String column = columns[rng.nextInt(columns.length)];
                try (PreparedStatement change =
                        connection.prepareStatement("update account set " + column + " = ? where id = ?")) {
                    change.setObject(1, values[rng.nextInt(values.length)]);
                    change.setInt(2, id);
                    change.executeUpdate();
                }
            }
            List<Integer> read = accounts.rows().stream().map(AccountRow::id).toList();
            assertThat(read.size()).as("seed %d", seed).isBetween(10, 59);
            assertThat(accounts.ids()).as("seed %d", seed).hasSize(60).containsAll(read);
            assertThat(accounts.nextId()).isEqualTo(61);
        }
    }
}
