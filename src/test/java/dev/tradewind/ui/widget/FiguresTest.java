package dev.tradewind.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Reason;
import dev.tradewind.ui.Fixtures;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final Asset USD = Asset.of("USD");

    @Test
    void groupsAndPads() {
        assertThat(Figures.fixed(new BigDecimal("1234567.891"), 2)).isEqualTo("1,234,567.89");
        assertThat(Figures.fixed(new BigDecimal("-999.995"), 2)).isEqualTo("−1,000.00");
        assertThat(Figures.fixed(new BigDecimal("12"), 4)).isEqualTo("12.0000");
        assertThat(Figures.whole(185_247)).isEqualTo("185,247");
        assertThat(Figures.fixed(Double.NaN, 2)).isEqualTo("–");
    }

    @Test
    void signsProfitAndLeavesZeroBare() {
        assertThat(Figures.profit(USD, USD.toAtoms(new BigDecimal("145.85")))).isEqualTo("+145.85");
        assertThat(Figures.profit(USD, USD.toAtoms(new BigDecimal("-21")))).isEqualTo("−21.00");
        assertThat(Figures.profit(USD, 0)).isEqualTo("0.00");
        assertThat(Figures.profit(USD, 1)).isEqualTo("0.00");
    }

    @Test
    void writesChangesInPercentWithASpace() {
        assertThat(Figures.change(-1_137, 10_000)).isEqualTo("−11.37 %");
        assertThat(Figures.change(5, 0)).isEqualTo("–");
    }

    @Test
    void writesTimesAndDurations() {
        long nanos = 1_385_734_798_000_000_000L;
        assertThat(Figures.moment(nanos)).isEqualTo("29 Nov 2013 14:19:58");
        assertThat(Figures.clock(nanos)).isEqualTo("14:19:58");
        assertThat(Figures.duration(51_600_000_000_000L)).isEqualTo("14 h 20 m");
        assertThat(Figures.duration(59_000_000_000L)).isEqualTo("59 s");
    }

    @Test
    void putsADecisionIntoWords() {
        assertThat(Figures.decision(Fixtures.BTC, Reason.DEAL_OPENED, 115_030, 42)).isEqualTo("Deal 42 opened at 1,150.30");
    }
}
