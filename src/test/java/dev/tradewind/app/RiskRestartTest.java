package dev.tradewind.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.risk.Collar;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.risk.RuleState.Level;
import dev.tradewind.risk.metric.RuleText;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session that ends in the middle of a circuit break and a halt goes on in the middle of both. */
class RiskRestartTest {

    private static final long HOUR = Timeframe.H1.nanos();

    private static PaperPlan plan(LoadedMarket market, String rules) {
        PaperPlan plain = PaperFixture.plan(market);
        PaperPlan ruled = new PaperPlan(
                plain.number(),
                plain.source(),
                plain.checksum(),
                plain.instrument(),
                plain.capital(),
                plain.terms(),
                new RiskLimits(0, 0, 0, Collar.NONE, RuleText.parse(rules)),
                plain.timeframes(),
                plain.startNanos());
        PaperPlan read = PaperPlan.of(ruled.toProperties());
        assertEquals(ruled.limits(), read.limits());
        return read;
    }

    @Test
    void rulesGoOnWhereTheyStood(@TempDir Path folder) {
        LoadedMarket market = PaperFixture.sample("bitstamp-btcusd");
        PaperPlan plan = plan(market, "symbol volatility 1% over 1h block-new for 12h\nbot:1 drawdown 90% halt");
        PaperSession paper = PaperSession.begin(plan, market, folder.resolve("1"));
        PaperFixture.start(paper, PaperFixture.dca(market, 1, "4000"));
        PaperFixture.playTo(paper, market, plan.startNanos() + 5 * HOUR);
        paper.send(new Command.SetRiskRules(
                plan.limits().rules().getFirst().text() + "\naccount order-rate 3 over 1d warn\naccount leverage 1x warn"));
        paper.send(new Command.Reduce("wait and see"));
        PaperFixture.playTo(paper, market, plan.startNanos() + 6 * HOUR);
        EngineSnapshot before = PaperFixture.fresh(paper);
        paper.close();
        assertEquals(Level.RED, before.risk().rules().getFirst().level());
        assertTrue(before.risk().violations() > 0);

        PaperSession again = PaperSession.goOn(plan, market, folder.resolve("1"));
        EngineSnapshot after = again.view().snapshot();
        again.close();
        assertEquals(before.risk(), after.risk());
        assertEquals(before.trading(), after.trading());
        assertEquals("wait and see", after.haltReason());
    }
}
