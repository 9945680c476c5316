package dev.tradewind.persistence;

import static dev.tradewind.persistence.schema.Tables.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.analytics.Metric;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.backtest.RunStore;
import dev.tradewind.kernel.Rng;
import dev.tradewind.marketdata.StoreException;
import dev.tradewind.report.Runs;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseRunsTest {

    @TempDir
    Path folder;

    @Test
    void keepsRunsWholeAndFindsThemAgain() {
        RunReport ladder = Runs.ladder();
        try (Database database = Database.open(folder)) {
            assertThat(database.runs().newest(10)).isEmpty();
            assertThat(database.runs().keep(ladder, 1_000)).isEqualTo(1);
            assertThat(database.runs().keep(Runs.empty(), 2_000)).isEqualTo(2);
        }
        try (Database database = Database.open(folder)) {
            RunStore runs = database.runs();
            assertThat(runs.load(1)).contains(ladder);
            assertThat(runs.load(2)).contains(Runs.empty());
            assertThat(runs.load(3)).isEmpty();
            assertThat(runs.setup(1)).contains(ladder.setup());
            assertThat(runs.setup(3)).isEmpty();
            assertThat(runs.newest(10)).containsExactly(
                    new RunStore.Kept(2, 2_000, "", "", 0, Double.NaN, Double.NaN, 0, "0000000000000000"),
                    new RunStore.Kept(
                            1, 1_000, "Crash ladder", "BTCUSDT, ETHUSDT", ladder.totalReturn(),
                            ladder.performance().value(Metric.MAX_DRAWDOWN), ladder.performance().value(Metric.SHARPE), 213,
                            "4be0c5a1d2f39786"));
            assertThat(runs.newest(1)).extracting(RunStore.Kept::number).containsExactly(2);
        }
    }

    @Test
    void keepsWhateverAReportMayHold() {
        try (Database database = Database.open(folder)) {
            for (long seed = 1; seed <= 40; seed++) {
                RunReport report = Runs.random(new Rng(seed));
                int number = database.runs().keep(report, seed);
                assertThat(database.runs().load(number)).as("seed %d", seed).contains(report);
            }
            assertThat(database.runs().newest(100)).hasSize(40);
        }
    }

    @Test
    void neverUsesANumberTwice() {
        try (Database database = Database.open(folder)) {
            RunStore runs = database.runs();
            runs.keep(Runs.empty(), 1);
            assertThat(runs.drop(1)).isTrue();
            assertThat(runs.drop(1)).isFalse();
            assertThat(runs.keep(Runs.empty(), 2)).isEqualTo(2);
        }
    }

    @Test
    void saysWhichRunIsDamagedAndStillTellsItsSetup() throws SQLException {
        try (Database database = Database.open(folder); Connection connection = database.connect()) {
            RunStore runs = database.runs();
            runs.keep(Runs.ladder(), 1);
            runs.keep(Runs.empty(), 2);
            byte[] whole = Database.sql(connection).select(RUN.REPORT).from(RUN).where(RUN.NUMBER.eq(1L)).fetchOne(RUN.REPORT);

            byte[] bent = whole.clone();
            bent[bent.length / 2] ^= 0x10;
            byte[] cut = Arrays.copyOf(whole, whole.length / 2);
            byte[] other = Database.sql(connection).select(RUN.REPORT).from(RUN).where(RUN.NUMBER.eq(2L)).fetchOne(RUN.REPORT);
            for (byte[] bad : List.of(bent, cut, other, new byte[0])) {
                Database.sql(connection).update(RUN).set(RUN.REPORT, bad).where(RUN.NUMBER.eq(1L)).execute();
                assertThatThrownBy(() -> runs.load(1))
                        .isInstanceOf(StoreException.class)
                        .hasMessageContainingAll(
                                "run 1 in ", "tradewind.db is damaged: ", "tradewind runs rerun 1", "tradewind runs drop 1");
            }
            assertThat(runs.setup(1)).contains(Runs.ladder().setup());
            assertThat(runs.newest(5)).hasSize(2);
            assertThat(runs.load(2)).contains(Runs.empty());
        }
    }

    @Test
    void aDatabaseOfAnEarlierReleaseGetsItsRuns() throws SQLException {
        EarlierDatabase.make(folder, 3);
        try (Database database = Database.open(folder)) {
            assertThat(database.settings().load().light()).isTrue();
            assertThat(database.runs().keep(Runs.empty(), 1)).isEqualTo(1);
            assertThat(database.runs().load(1)).isEqualTo(Optional.of(Runs.empty()));
        }
    }
}
