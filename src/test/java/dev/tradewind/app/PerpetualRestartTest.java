package dev.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.FeeSchedule;
import dev.tradewind.domain.FillTier;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.kernel.JournalException;
import dev.tradewind.persistence.JournalReader;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.sim.FillModels;
import dev.tradewind.sim.PathRule;
import dev.tradewind.sim.SimTerms;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session on a perpetual goes on from the folder as it lay on disk: same positions, same funding, same hash. */
class PerpetualRestartTest {

    private static final long HOUR = Timeframe.H1.nanos();
    private static final long LOTS = 200_000;

    @TempDir
    Path folder;

    /** Boundaries each eight hours, a few milliseconds late as the exchange stamps them. */
    private Path funding(LoadedMarket market, String rate) throws IOException {
        long millis = (market.feed().nextTimeNanos() - Timeframe.M5.nanos()) / 1_000_000;
        StringBuilder csv = new StringBuilder("fundingTime,fundingRate\n");
        for (int i = 0; i < 60; i++) {
            csv.append(millis + i * 8L * 3_600_000 + 3).append(',').append(rate).append('\n');
        }
        return Files.writeString(folder.resolve("funding.csv"), csv);
    }

    private static PaperPlan plan(LoadedMarket market, PerpetualChoice choice) throws IOException {
        Path fees = Files.createTempFile("fees", ".txt");
        try {
            Files.writeString(fees, "tier 0 2 5\ntier 5000 1 4 0.001\nasset BNB 300 10 0.01\n");
            FeeSchedule schedule = FeeTable.read(fees).schedule(market.instrument().quote());
            SimTerms terms = DesktopTerminal.defaultTerms(market)
                    .with(FillModels.DEFAULT.with(PathRule.PESSIMISTIC))
                    .with(schedule);
            return new PaperPlan(
                    1, market.source(), market.checksum(), market.instrument(), new BigDecimal("10000"), terms,
                    RiskLimits.NONE, market.timeframes(), market.feed().nextTimeNanos(), Optional.of(choice), market.tier());
        } finally {
            Files.delete(fees);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void order(PaperSession session, Side side, long lots) {
        int orders = PaperFixture.fresh(session).openOrders().size();
        session.send(new Command.PlaceOrder(0, side, OrderType.MARKET, TimeInForce.GTC, lots, 0, 0));
        PaperFixture.await("the order", () -> PaperFixture.fresh(session).openOrders().size() > orders);
    }

    private static EngineSnapshot end(PaperSession session, LoadedMarket market, long start) {
        PaperFixture.playTo(session, market, start + 60 * HOUR);
        order(session, Side.BUY, 2 * LOTS);
        PaperFixture.playTo(session, market, start + 80 * HOUR);
        EngineSnapshot last = PaperFixture.fresh(session);
        session.close();
        return last;
    }

    @Test
    void positionsAndFundingGoOnWhereTheProcessEnded() throws Exception {
        LoadedMarket spot = PaperFixture.sample("binanceus-ethusd");
        PerpetualChoice choice = new PerpetualChoice(
                new MarginConfig(5, MarginMode.ISOLATED, PositionMode.ONE_WAY),
                Optional.of(funding(spot, "0.0005")),
                Optional.empty(),
                Optional.empty());
        LoadedMarket market = spot.as(choice);
        PaperPlan plan = plan(market, choice);
        long start = plan.startNanos();
        Path whole = folder.resolve("whole");
        PaperSession paper = PaperSession.begin(plan, market, whole);
        PaperFixture.playTo(paper, market, start + HOUR);
        order(paper, Side.SELL, LOTS);
        PaperFixture.playTo(paper, market, start + 30 * HOUR);
        EngineSnapshot before = PaperFixture.fresh(paper);
        Path killed = folder.resolve("killed");
        copy(whole, killed);
        EngineSnapshot undisturbed = end(paper, market, start);

        PaperPlan read = PaperPlan.of(JournalReader.properties(killed));
        assertThat(read.toProperties()).isEqualTo(plan.toProperties());
        assertThat(read.terms()).isEqualTo(plan.terms());
        PaperSession again = PaperSession.goOn(read, read.market(PaperFixture.ROOTS, folder), killed);
        EngineSnapshot after = again.view().snapshot();
        EngineSnapshot resumed = end(again, market, start);

        assertThat(after.tier()).isEqualTo(FillTier.T0);
        assertThat(before.positions()).isNotEmpty();
        assertThat(before.account().more().fundingAtoms()).as("a short is paid at a positive rate").isPositive();
        assertThat(before.account().more().thirdAtoms()).as("the fee was taken in BNB").isLessThan(
                plan.config().third().balanceAtoms());
        assertThat(after.positions()).isEqualTo(before.positions());
        assertThat(after.account()).isEqualTo(before.account());
        assertThat(resumed.positions()).isEqualTo(undisturbed.positions());
        assertThat(resumed.account()).isEqualTo(undisturbed.account());
        assertThat(undisturbed.account().more().fundingAtoms())
                .as("turned long, it pays")
                .isNotEqualTo(before.account().more().fundingAtoms());
        assertThat(again.runHash()).isEqualTo(paper.runHash());
        JournalInspection.Replayed replayed = JournalInspection.of(killed).replay();
        assertThat(replayed.same()).as(replayed.message()).isTrue();
    }

    @Test
    void otherFundingIsNoticed() throws Exception {
        LoadedMarket spot = PaperFixture.sample("binanceus-ethusd");
        PerpetualChoice choice = new PerpetualChoice(
                new MarginConfig(2, MarginMode.CROSS, PositionMode.HEDGE),
                Optional.of(funding(spot, "0.0001")),
                Optional.empty(),
                Optional.empty());
        LoadedMarket market = spot.as(choice);
        PaperPlan plan = plan(market, choice);
        PaperSession.begin(plan, market, folder.resolve("1")).close();
        funding(spot, "0.0002");

        PaperPlan read = PaperPlan.of(JournalReader.properties(folder.resolve("1")));
        LoadedMarket changed = read.market(PaperFixture.ROOTS, folder);
        assertThat(read.config().margin()).isEqualTo(choice.margin());
        assertThatThrownBy(() -> PaperSession.goOn(read, changed, folder.resolve("1")))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("has changed since the session began");
    }

    /** The first row as the first version wrote it: filters one by one, no models, no collar, no rules, no tiers. */
    @Test
    void aPlanOfTheFirstVersionIsStillRead() {
        Map<String, String> old = Map.ofEntries(
                Map.entry("number", "3"), Map.entry("source", "sample:bitstamp-btcusd"), Map.entry("checksum", "ab"),
                Map.entry("capital", "10000"), Map.entry("startNanos", "5"), Map.entry("symbol", "BTCUSD"),
                Map.entry("venue", "Bitstamp"), Map.entry("base", "BTC"), Map.entry("baseScale", "10"),
                Map.entry("quote", "USD"), Map.entry("quoteScale", "10"), Map.entry("tick", "0.01"),
                Map.entry("lot", "0.00000001"), Map.entry("minQuantityLots", "0"), Map.entry("maxQuantityLots", "0"),
                Map.entry("marketMaxQuantityLots", "0"), Map.entry("minNotionalAtoms", "50000000000"),
                Map.entry("minPriceTicks", "0"), Map.entry("maxPriceTicks", "0"), Map.entry("maxOpenOrders", "0"),
                Map.entry("takerFeeE8", "250000"), Map.entry("makerFeeE8", "150000"), Map.entry("buyFeeAsset", "BASE"),
                Map.entry("slippageE8", "10000"), Map.entry("latencyNanos", "50000000"),
                Map.entry("maxOrderNotionalAtoms", "0"), Map.entry("maxPositionNotionalAtoms", "0"),
                Map.entry("maxDailyLossAtoms", "0"), Map.entry("timeframes", "1m,5m"));

        PaperPlan plan = PaperPlan.of(old);

        assertThat(plan.tier()).isNull();
        assertThat(plan.perpetual()).isEmpty();
        assertThat(plan.instrument().isPerpetual()).isFalse();
        assertThat(plan.config().margin()).isEqualTo(MarginConfig.NONE);
        assertThat(plan.config().third()).isNull();
        assertThat(plan.terms().schedule())
                .isEqualTo(FeeSchedule.flat(plan.terms().makerFee(), plan.terms().takerFee()));
        assertThat(plan.terms().models()).isEqualTo(FillModels.DEFAULT);
        assertThat(plan.timeframes()).isEqualTo(List.of(Timeframe.M1, Timeframe.M5));
    }
}
