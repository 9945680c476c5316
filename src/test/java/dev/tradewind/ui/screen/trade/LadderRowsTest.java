package dev.tradewind.ui.screen.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.ui.chart.SampleMarket;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class LadderRowsTest {

    @Test
    void levelsFallIntoTheRowThatHoldsThem() {
        DepthBook book = new DepthBook();
        book.addAsk(1_003, 5);
        book.addAsk(1_005, 7);
        book.addAsk(1_006, 11);
        book.addBid(999, 2);
        book.addBid(995, 3);
        book.addBid(994, 4);
        LadderRows rows = new LadderRows();
        rows.fill(book, List.of(), 1_000, 5);
        assertThat(List.of(rows.askPrice(0), rows.askLots(0), rows.askPrice(1), rows.askLots(1)))
                .isEqualTo(List.of(1_005L, 12L, 1_010L, 11L));
        assertThat(List.of(rows.bidPrice(0), rows.bidLots(0), rows.bidPrice(1), rows.bidLots(1)))
                .isEqualTo(List.of(995L, 5L, 990L, 4L));
    }

    @Test
    void ownOrdersStandInTheirRow() {
        EngineSnapshot deal = new SampleMarket(3_000).deal();
        LadderViewModel model = new LadderViewModel(deal, new SampledDepth());
        long mine = deal.openOrders().getLast().priceTicks();
        int row = (int) model.rows().bidRow(mine);
        assertThat(model.rows().bidOwn(row)).isEqualTo(50_000_000L);
        assertThat(model.rows().bidPrice(row)).isLessThanOrEqualTo(mine);
        assertThat(model.rows().bidPrice(row) + model.groupProperty().get()).isGreaterThan(mine);
    }

    @Test
    void groupsFitThePrice() {
        assertThat(LadderGrouping.choices(5_363_800)).containsExactly(2_000L, 5_000L, 10_000L, 20_000L);
        assertThat(LadderGrouping.choices(90_000)).containsExactly(20L, 50L, 100L, 200L);
        assertThat(LadderGrouping.choices(10)).containsExactly(1L, 2L, 5L, 10L);
        assertThat(LadderGrouping.words(50, new BigDecimal("0.01"))).isEqualTo("0.5");
    }
}
