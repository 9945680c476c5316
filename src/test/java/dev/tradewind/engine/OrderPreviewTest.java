package dev.tradewind.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.OrderCount;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.OrderWorth;
import dev.tradewind.domain.PercentPrice;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.kernel.Rng;
import dev.tradewind.risk.Collar;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.risk.Verdict;
import dev.tradewind.sim.SimTerms;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the engine says of an order before it is sent is what it does once it is; nothing is sent by asking. */
class OrderPreviewTest {

    private static final InstrumentFilters FILTERS = new InstrumentFilters(List.of(
            PercentPrice.both(150_000_000, 50_000_000, 2),
            OrderWorth.atLeast(10 * Scene.USD),
            new OrderCount(OrderCount.Kind.ALGO_ORDERS, false, 2),
            new OrderCount(6)));

    private static final SimTerms TERMS = new SimTerms(new FeeRate(200_000), new FeeRate(100_000), FeeAsset.QUOTE, 0, 0);

    private static Scene scene(RiskLimits limits) {
        return new Scene(TERMS, limits, FILTERS, new HashJournal(), List.of());
    }

    private static Command.PlaceOrder order(Side side, OrderType type, long lots, long price, long stop) {
        return new Command.PlaceOrder(0, side, type, TimeInForce.GTC, lots, price, stop);
    }

    private static List<String> refusals(OrderPreview preview) {
        return preview.verdicts().stream()
                .filter(verdict -> !verdict.passes())
                .map(verdict -> verdict.rule() + ": " + verdict.message())
                .toList();
    }

    @Test
    void tellsCostFeeAndWhatIsHeldAfter() {
        Scene scene = scene(RiskLimits.NONE).trades(100).place(Side.BUY, OrderType.MARKET, 1_000, 0).trades(100);
        long rows = scene.snapshot().journalRow();

        OrderPreview buy = scene.session.view().preview(order(Side.BUY, OrderType.LIMIT, 2_000, 90, 0));
        OrderPreview sale = scene.session.view().preview(order(Side.SELL, OrderType.LIMIT, 400, 95, 0));

        assertThat(buy).isEqualTo(new OrderPreview(
                buy.verdicts(), 90, 2_000, 180 * Scene.USD, false, 1_800_000_000L, false, 1_803_600_000_000L,
                9_998_000_000_000L - 1_000_000_000_000L - 1_801_800_000_000L, 3_000));
        assertThat(buy.passes()).isTrue();
        assertThat(sale.taker()).isTrue();
        assertThat(sale.feeAtoms()).isEqualTo(760_000_000L);
        assertThat(sale.heldAfterLots()).isEqualTo(600);
        assertThat(scene.snapshot().journalRow()).isEqualTo(rows);
        assertThat(scene.orders()).isEmpty();
    }

    @Test
    void refersToTheAverageOfTheLastMinutesAndLetsStopsWaitForSlots() {
        Scene scene = scene(RiskLimits.NONE);
        scene.trade(100, 3_000).trade(200, 1_000);
        scene.send(order(Side.BUY, OrderType.STOP_MARKET, 100, 0, 300));
        scene.send(order(Side.BUY, OrderType.STOP_MARKET, 100, 0, 310));
        scene.snapshot();

        assertThat(refusals(scene.session.view().preview(order(Side.BUY, OrderType.LIMIT, 200, 188, 0))))
                .containsExactly("PERCENT_PRICE: price 188 is outside 63 to 187 around 125; nearest 187");
        // a third stop is more than the exchange takes: it would wait here for a slot, so it is not refused
        assertThat(refusals(scene.session.view().preview(order(Side.BUY, OrderType.STOP_MARKET, 100, 0, 300))))
                .isEmpty();
        scene.send(order(Side.BUY, OrderType.STOP_MARKET, 100, 0, 320));
        assertThat(scene.orders())
                .containsExactly(
                        "0 BUY 100@300 LIVE", "0 BUY 100@310 LIVE", "0 BUY 100@320 HELD");

        scene.now += 200 * Scene.SECOND;
        scene.trade(160, 1);
        scene.snapshot();
        assertThat(scene.session.view().preview(order(Side.BUY, OrderType.LIMIT, 200, 188, 0)).passes()).isTrue();
    }

    @Test
    void theCollarLearnsTheUsualSizeFromWhatLeft() {
        Scene scene = scene(new RiskLimits(0, 0, 0, new Collar(0, 0, 300))).trades(100);
        for (long lots : new long[] {110, 100, 120, 130, 110}) {
            assertThat(scene.session.view().preview(order(Side.BUY, OrderType.LIMIT, 500, 90, 0)).passes()).isTrue();
            scene.place(Side.BUY, OrderType.MARKET, lots, 0).trades(100);
            scene.snapshot();
        }
        assertThat(refusals(scene.session.view().preview(order(Side.BUY, OrderType.LIMIT, 331, 90, 0)))).containsExactly(
                "SIZE_COLLAR: quantity 0.331 is 3.0 times the usual 0.110; the collar allows 0.330; nearest 0.330");
    }

    /** Any order of the user: it is refused exactly if the preview says so, with the preview's first refusal. */
    @Test
    void previewAndEngineAgree() {
        Rng rng = new Rng(4711);
        Scene scene = scene(new RiskLimits(300 * Scene.USD, 600 * Scene.USD, 0, new Collar(5_000_000, 60_000_000, 800)));
        scene.trades(100);
        int refused = 0;
        for (int i = 0; i < 600; i++) {
            if (i % 10 == 9) {
                scene.send(new Command.CancelMine());
            }
            scene.trade(90 + rng.nextInt(20), 1_000 + rng.nextInt(5_000));
            OrderTerms terms = rng.nextInt(6) == 0
                    ? OrderTerms.NONE.until(scene.now + (rng.nextInt(2) * 2 - 1) * Scene.SECOND)
                    : OrderTerms.NONE;
            Command.PlaceOrder order = new Command.PlaceOrder(
                    0, rng.nextInt(3) == 0 ? Side.SELL : Side.BUY,
                    OrderType.values()[rng.nextInt(4)],
                    terms == OrderTerms.NONE ? TimeInForce.GTC : TimeInForce.GTD,
                    rng.nextInt(4_000), 60 + rng.nextInt(80), 60 + rng.nextInt(80), terms);
            scene.snapshot();
            List<String> said = refusals(scene.session.view().preview(order));
            String before = "nothing refused since " + i;
            scene.send(new Command.CancelOrder(-1 - i));
            String marker = scene.session.lastRefusal();
            scene.send(order);
            String did = scene.session.lastRefusal();
            if (said.isEmpty()) {
                assertThat(did).as("order %d %s: %s", i, order, before).isEqualTo(marker);
            } else {
                refused++;
                assertThat(did).as("order %d %s", i, order).isEqualTo(said.getFirst());
            }
        }
        assertThat(refused).isBetween(100, 550);
    }

    @Test
    void verdictsThatPassAreToldToo() {
        Scene scene = scene(RiskLimits.NONE).trades(100);
        scene.snapshot();
        assertThat(scene.session.view().preview(order(Side.BUY, OrderType.LIMIT, 200, 90, 0)).verdicts())
                .extracting(Verdict::rule)
                .containsExactly("TRADING_STATE", "PERCENT_PRICE", "MIN_NOTIONAL", "MAX_NUM_ORDERS", "BALANCE");
    }
}
