package dev.tradewind.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.kernel.Rng;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rounding moves a figure by less than a step, and never to the side that risks more. */
class RoundingTest {

    private static final Instrument INSTRUMENT = new Instrument(
            "BTCUSD", "test", Asset.of("BTC"), Asset.of("USD"), new BigDecimal("0.05"), new BigDecimal("0.003"),
            InstrumentFilters.NONE);

    @ParameterizedTest
    @CsvSource({
        "STOP_MARKET, SELL, true, 100.01, 2001",
        "STOP_MARKET, BUY, true, 100.04, 2000",
        "STOP_LIMIT, BUY, false, 100.01, 2001",
        "STOP_LIMIT, SELL, false, 100.04, 2000",
        "TAKE_PROFIT_MARKET, SELL, true, 100.04, 2000",
        "TAKE_PROFIT_LIMIT, BUY, true, 100.01, 2001",
        "STOP_MARKET, SELL, true, 100.05, 2001"
    })
    void triggers(OrderType type, Side side, boolean protects, BigDecimal price, long expected) {
        assertThat(Rounding.triggerTicks(INSTRUMENT, type, side, protects, price)).isEqualTo(expected);
    }

    @Test
    void neverIncreasesRisk() {
        for (long seed = 1; seed <= 20_000; seed++) {
            Rng rng = new Rng(seed);
            BigDecimal asked = BigDecimal.valueOf(1 + rng.nextInt(1_000_000_000), rng.nextInt(8));
            String what = "seed " + seed + ", asked " + asked;
            BigDecimal size = INSTRUMENT.toQuantity(Rounding.lots(INSTRUMENT, asked));
            assertThat(size).as(what).isLessThanOrEqualTo(asked);
            assertThat(asked.subtract(size)).as(what).isLessThan(INSTRUMENT.lotSize());
            for (Side side : Side.values()) {
                int up = side.sign();
                // a limit is not worse: a buy does not pay more, a sale does not get less
                assertMoved(asked, Rounding.limitTicks(INSTRUMENT, side, asked), -up, what);
                // a long's stop, a sale below the market, does not fall; a short's does not rise
                assertMoved(asked, Rounding.protectiveTicks(INSTRUMENT, side, asked), -up, what);
                // an entry does not come earlier
                assertMoved(asked, Rounding.entryStopTicks(INSTRUMENT, side, asked), up, what);
                // a profit is not further away: a sale's above the market does not rise
                assertMoved(asked, Rounding.profitTicks(INSTRUMENT, side, asked), up, what);
            }
        }
    }

    /** The result lies in one direction of what was asked, by less than a tick. */
    private static void assertMoved(BigDecimal asked, long ticks, int direction, String what) {
        BigDecimal moved = INSTRUMENT.toPrice(ticks).subtract(asked).multiply(BigDecimal.valueOf(direction));
        assertThat(moved).as(what).isNotNegative().isLessThan(INSTRUMENT.tickSize());
    }
}
