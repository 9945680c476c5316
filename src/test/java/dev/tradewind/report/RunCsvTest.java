package dev.tradewind.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.analytics.EquitySeries;
import dev.tradewind.analytics.Performance;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.domain.FillTier;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunCsvTest {

    private static final long MINUTE = 60_000_000_000L;

    private static RunReport report(Optional<RunReport.Spread> spread) {
        long start = Runs.START;
        EquitySeries equity = new EquitySeries(
                new long[] {start, start + MINUTE, start + 2 * MINUTE}, new double[] {1000, 1010.5, 989.29});
        EquitySeries hold = new EquitySeries(new long[] {start, start + 2 * MINUTE}, new double[] {1000, 0.00001});
        List<ClosedTrade> trades = List.of(
                new ClosedTrade(1, "BTC,USD", start, start + MINUTE, true, 2, 0.00012, 500, 16_500.25, 16_800, 10.5, 0.5,
                        0.05, 0, -0.01, 0.0215, "take \"profit\""),
                new ClosedTrade(2, "ETHUSDT", start + 1_500_000_000, start + 2 * MINUTE, false, 1, 12_345_678.9, 1e9, 1e-8,
                        Double.NaN, -0.0, 0, 0, -3, Double.NEGATIVE_INFINITY, 0, "open"));
        return new RunReport(
                "t", "{}", "USD", FillTier.T0, List.of(), start, start + 2 * MINUTE, 1000, 989.29,
                Performance.of(Map.of()), equity, hold, equity, spread, 0, trades, List.of(), List.of(), 3, 9,
                "0123456789abcdef", 0);
    }

    @Test
    void writesTrades() throws IOException {
        StringBuilder out = new StringBuilder();
        RunCsv.trades(report(Optional.empty()), out);

        assertThat(out).hasToString("""
                number,bot,symbol,side,opened,closed,orders,quantity,invested,entryPrice,exitPrice,net,fees,slippage,\
                funding,worst,best,ending
                1,1,"BTC,USD",long,2023-01-01T00:00:00Z,2023-01-01T00:01:00Z,2,0.00012,500,16500.25,16800,10.5,0.5,0.05,\
                0,-0.01,0.0215,"take ""profit""\"
                2,2,ETHUSDT,short,2023-01-01T00:00:01.500Z,2023-01-01T00:02:00Z,1,12345678.9,1000000000,0.00000001,,0,0,\
                0,-3,,0,open
                """);
    }

    @Test
    void writesEquityWithTheBandWhereThereIsOne() throws IOException {
        StringBuilder plain = new StringBuilder();
        RunCsv.equity(report(Optional.empty()), plain);
        assertThat(plain).hasToString("""
                time,equity,drawdown,hold
                2023-01-01T00:00:00Z,1000,0,1000
                2023-01-01T00:01:00Z,1010.5,0,1000
                2023-01-01T00:02:00Z,989.29,-0.02098960910440384,0.00001
                """);

        EquitySeries low = new EquitySeries(new long[] {Runs.START + MINUTE}, new double[] {900});
        EquitySeries high = new EquitySeries(new long[] {Runs.START, Runs.START + MINUTE + 1}, new double[] {1000, 1100});
        StringBuilder banded = new StringBuilder();
        RunCsv.equity(report(Optional.of(new RunReport.Spread(900, 1100, low, high))), banded);
        assertThat(banded).hasToString("""
                time,equity,drawdown,hold,pessimistic,optimistic
                2023-01-01T00:00:00Z,1000,0,1000,,1000
                2023-01-01T00:01:00Z,1010.5,0,1000,900,1000
                2023-01-01T00:02:00Z,989.29,-0.02098960910440384,0.00001,900,1100
                """);
    }
}
