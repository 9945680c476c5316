package dev.tradewind.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.kernel.Rng;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelCatalogTest {

    private static final SimTerms TERMS = new SimTerms(FeeRate.ZERO, FeeRate.ZERO, FeeAsset.QUOTE, 10_000, 2_000_000);

    private static FillModels models(String latency, String slippage, String queue, String share, long seed) {
        return new FillModels(PathRule.NEAREST, latency, slippage, queue, share, seed);
    }

    @Test
    void choicesAreCompletedAndReadBack() {
        FillModels models = models("jitter", "root:bps=20.0", "average:times=2.50", "linear", 7);
        assertThat(models.text()).isEqualTo("NEAREST jitter:millis=5 root:bps=20 average:times=2.5 linear 7");
        assertThat(FillModels.read(models.text())).isEqualTo(models);
        assertThat(FillModels.DEFAULT.text()).isEqualTo("NEAREST constant bps through log 42");
    }

    @Test
    void aRefusedChoiceNamesTheModelTheValueAndWhatWouldPass() {
        assertThatThrownBy(() -> models("slow", "bps", "through", "log", 1))
                .hasMessage("there is no latency model 'slow'; there are constant, jitter");
        assertThatThrownBy(() -> models("jitter:millis=0", "bps", "through", "log", 1))
                .hasMessageContaining("millis").hasMessageContaining("0.001 to 60000");
        assertThatThrownBy(() -> models("jitter:5", "bps", "through", "log", 1))
                .hasMessage("the latency model 'jitter:5' has '5' where name=value is expected, as in jitter:millis=5");
        assertThatThrownBy(() -> models("constant", "bps", "through", "log:x=1", 1)).hasMessageContaining("x");
    }

    @Test
    void everyModelOfTheCatalogueCanBeMade() {
        ModelCatalog.LATENCY.forEach(type -> assertThat(
                        ModelCatalog.make("latency", ModelCatalog.LATENCY, type.id(), TERMS, new Rng(1)).nanos())
                .isGreaterThanOrEqualTo(2_000_000));
        ModelCatalog.SLIPPAGE.forEach(type -> assertThat(
                        ModelCatalog.make("slippage", ModelCatalog.SLIPPAGE, type.id(), TERMS, new Rng(1))
                                .worseTicks(10_000, 5, 50))
                .isPositive());
        ModelCatalog.QUEUE.forEach(type -> assertThat(
                        ModelCatalog.make("queue", ModelCatalog.QUEUE, type.id(), TERMS, new Rng(1)).aheadLots(9))
                .isGreaterThanOrEqualTo(9));
        ModelCatalog.SHARE.forEach(type -> assertThat(
                        ModelCatalog.make("cancel share", ModelCatalog.SHARE, type.id(), TERMS, new Rng(1)).of(0))
                .isZero());
    }

    @Test
    void slippageGrowsWithTheSquareRootOfTheVolumeShare() {
        SlippageModel model = new MadeModels(TERMS.with(models("constant", "root:bps=40", "through", "log", 1))).slippage();
        // 1 bp flat and 40 bp × √share of 100,000 ticks
        assertThat(List.of(model.worseTicks(100_000, 1, 100), model.worseTicks(100_000, 25, 100), model.worseTicks(100_000, 500, 100)))
                .containsExactly(50L, 210L, 410L);
    }

    @Test
    void jitterHasItsMeanAndComesFromTheSeed() {
        LatencyModel one = new MadeModels(TERMS.with(models("jitter:millis=3", "bps", "through", "log", 11))).latency();
        LatencyModel again = new MadeModels(TERMS.with(models("jitter:millis=3", "bps", "through", "log", 11))).latency();
        LatencyModel other = new MadeModels(TERMS.with(models("jitter:millis=3", "bps", "through", "log", 12))).latency();
        long sum = 0;
        boolean differs = false;
        for (int i = 0; i < 20_000; i++) {
            long nanos = one.nanos();
            assertThat(again.nanos()).isEqualTo(nanos);
            differs |= other.nanos() != nanos;
            assertThat(nanos).isGreaterThanOrEqualTo(2_000_000);
            sum += nanos;
        }
        assertThat(sum / 20_000 / 1e6).isBetween(4.9, 5.1);
        assertThat(differs).isTrue();
    }

    @Test
    void whatIsSentLaterNeverArrivesBefore() {
        SimDesk desk = new SimDesk(
                TERMS.with(models("jitter:millis=500", "bps", "through", "log", 3)), 1_000_000);
        desk.trade(1, 100, 1);
        for (int i = 0; i < 50; i++) {
            desk.buy(OrderType.LIMIT, 1, 50, 0);
        }
        desk.at(60);
        List<String> said = desk.said();
        for (int i = 0; i < 50; i++) {
            assertThat(said.get(i)).startsWith((i + 1) + " ACCEPTED");
        }
    }
}
