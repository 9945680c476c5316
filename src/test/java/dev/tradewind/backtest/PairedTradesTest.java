package dev.tradewind.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradewind.analytics.ClosedTrade;
import dev.tradewind.backtest.NaivePairs.Fill;
import dev.tradewind.backtest.NaivePairs.Pair;
import dev.tradewind.backtest.NaivePairs.Step;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.PerpetualTerms;
import dev.tradewind.kernel.Rng;
import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.Test;

/** Cells of a grid as trades: worked by hand, and against a naive account that looks at everything for each trade. */
class PairedTradesTest {

    private static final int SEEDS = 60;
    private static final Instrument SPOT = new Instrument(
            "AAABBB", "test", Asset.of("AAA"), Asset.of("BBB"), new BigDecimal("0.01"), new BigDecimal("0.001"),
            InstrumentFilters.NONE);
    private static final Instrument PERPETUAL = SPOT.withPerpetual(PerpetualTerms.standard(SPOT.quote()));
    private static final double UNIT = Math.pow(10, SPOT.quote().scale());

    private static final RecursiveComparisonConfiguration NEARLY = RecursiveComparisonConfiguration.builder()
            .withComparatorForType(new DoubleComparator(1e-12), Double.class)
            .build();

    private final PairedTrades pairs = new PairedTrades(SPOT);
    private long nanos;

    /** Quantity in thousandths, price in quote, a fee of 0.1 % in quote. */
    private void fill(long order, double price, long lots) {
        fill(order, price, lots, 0);
    }

    private void fill(long order, double price, long lots, long feeBaseAtoms) {
        long ticks = Math.round(price * 100);
        long notional = SPOT.notionalAtoms(ticks, lots);
        long fee = feeBaseAtoms == 0 ? Math.abs(notional) / 1000 : SPOT.valueOfBaseAtoms(ticks, feeBaseAtoms);
        pairs.touch(ticks);
        pairs.filled(
                new Amounts(lots * SPOT.lotAtoms() - feeBaseAtoms, -notional - (feeBaseAtoms == 0 ? fee : 0), fee, 0, 0),
                order, ticks, ++nanos, () -> "grid level");
    }

    private static ClosedTrade trade(
            long open, long close, int orders, double quantity, double invested, double entry, double exit, double net,
            double fees, double worst, double best, String ending) {
        return new ClosedTrade(
                7, "AAABBB", open, close, true, orders, quantity, invested, entry, exit, net, fees, 0, 0, worst, best, ending);
    }

    /**
     * Levels a unit apart around 100, one unit each, 0.1 % a side: a cell from p to p + 1 brings 1 − 0.001 (2p + 1), which is the
     * share 0.999/p − 0.002 of p: 0.799 from 100, 0.801 from 99, 0.797 from 101.
     */
    @Test
    void theGridByHand() {
        fill(1, 100, 2_000);
        fill(2, 99, 1_000);
        pairs.touch(9_850);
        fill(3, 100, -1_000);
        fill(4, 101, -1_000);
        fill(5, 100, 1_000);
        fill(6, 101, -1_000);
        fill(7, 102, -1_000);
        fill(8, 101, 1_000);
        fill(9, 100, 1_000);
        assertThat(pairs.end(20, 9_900)).isZero();

        assertThat(pairs.finished(7)).usingRecursiveFieldByFieldElementComparator(NEARLY).containsExactly(
                trade(2, 3, 2, 1, 99.099, 99, 100, 0.801, 0.199, (98.5 - 99.099) / 99.099, (100 - 99.099) / 99.099, "grid level"),
                trade(1, 4, 2, 1, 100.1, 100, 101, 0.799, 0.201, (98.5 - 100.1) / 100.1, (101 - 100.1) / 100.1, "grid level"),
                trade(5, 6, 2, 1, 100.1, 100, 101, 0.799, 0.201, -0.1 / 100.1, (101 - 100.1) / 100.1, "grid level"),
                trade(1, 7, 2, 1, 100.1, 100, 102, 1.798, 0.202, (98.5 - 100.1) / 100.1, (102 - 100.1) / 100.1, "grid level"),
                trade(8, 20, 2, 2, 201.201, 100.5, 99, -3.201, 0.201,
                        ((99 - 101.101) + (99 - 100.1)) / 201.201, 0, "open"));
    }

    @Test
    void partialFillsOfTwoOrdersAreOneTrade() {
        fill(1, 100, 300);
        fill(1, 100, 700);
        fill(2, 101, -100);
        fill(2, 101, -600);
        fill(2, 101, -300);

        assertThat(pairs.finished(7)).usingRecursiveFieldByFieldElementComparator(NEARLY).containsExactly(
                trade(1, 5, 2, 1, 100.1, 100, 101, 0.799, 0.201, -0.1 / 100.1, (101 - 100.1) / 100.1, "grid level"));
        assertThat(pairs.isOpen()).isFalse();
    }

    @Test
    void whatAFeeInBaseLeavesIsNoCellOfItsOwn() {
        for (int cell = 0; cell < 5; cell++) {
            fill(10 + cell, 100, 1_000, SPOT.lotAtoms() * 15 / 10);
            fill(20 + cell, 101, -998);
        }
        pairs.end(99, 10_000);
        List<ClosedTrade> trades = pairs.finished(7);

        assertThat(trades).hasSize(6);
        assertThat(trades.subList(0, 5)).allMatch(trade -> trade.orders() == 2 && trade.quantity() == 0.998);
        assertThat(trades.getLast().isOpen()).isTrue();
        assertThat(trades.getLast().quantity()).isEqualTo(0.0025);
        long bought = SPOT.notionalAtoms(10_000, 1_000);
        long sold = SPOT.notionalAtoms(10_100, 998);
        long value = SPOT.valueOfBaseAtoms(10_000, SPOT.lotAtoms() * 5 / 2);
        assertThat(atoms(trades)).isEqualTo(5 * (sold - sold / 1000 - bought) + value);
    }

    @Test
    void agreesWithANaiveAccount() {
        int compared = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            compared += agrees(SPOT, seed) + agrees(PERPETUAL, seed);
        }
        assertThat(compared).isGreaterThan(5_000);
    }

    private static long atoms(List<ClosedTrade> trades) {
        return trades.stream().mapToLong(trade -> Math.round(trade.net() * UNIT)).sum();
    }

    /** Random candles, with fills at their open and inside, some in parts, and funding between. */
    private static int agrees(Instrument instrument, int seed) {
        Rng rng = new Rng(seed);
        PairedTrades pairs = new PairedTrades(instrument);
        NaivePairs naive = new NaivePairs(instrument);
        Totals totals = new Totals();
        long price = 10_000;
        long order = 1;
        for (int candle = 0; candle < 300; candle++) {
            long open = candle * 1_000L;
            long low = price - rng.nextInt(60);
            long high = price + rng.nextInt(60);
            for (int fill = rng.nextInt(4); fill > 0; fill--) {
                boolean buy = rng.nextInt(2) == 0 || !instrument.isPerpetual() && totals.base <= 0;
                long lots = 1 + rng.nextInt(40);
                lots = buy || instrument.isPerpetual() ? lots : Math.min(lots, totals.base / instrument.lotAtoms());
                order++;
                for (int part = 1 + rng.nextInt(3); part > 0 && lots > 0; part--) {
                    long size = part == 1 ? lots : 1 + rng.nextInt((int) lots);
                    lots -= size;
                    long at = open + (fill == 3 ? 0 : 999L - fill);
                    long baseFee = buy && !instrument.isPerpetual() && seed % 3 == 0 ? size * instrument.lotAtoms() / 1000 : 0;
                    Fill filled = Fill.of(instrument, order, low + rng.nextInt((int) (high - low) + 1), buy ? size : -size,
                            baseFee, rng.nextInt(50), at);
                    totals.add(filled);
                    naive.steps.add(filled);
                    pairs.touch(filled.ticks());
                    pairs.filled(filled.amounts(), order, filled.ticks(), at, () -> "level");
                }
            }
            price = low + rng.nextInt((int) (high - low) + 1);
            naive.steps.add(new Step.Candle(open, low, high, price));
            pairs.touchSince(open, low, high);
            pairs.touch(price);
            long funding = rng.nextInt(8) == 0 && instrument.isPerpetual() ? rng.nextInt(2_001) - 1_000 : 0;
            if (pairs.earned(0, 0, funding)) {
                totals.funding += funding;
            }
        }
        long loose = pairs.end(400_000, price);
        List<ClosedTrade> trades = pairs.finished(7);
        String what = "seed " + seed + " on " + instrument;

        assertThat(atoms(trades) + loose).as(what).isEqualTo(
                totals.worth + totals.funding + instrument.valueOfBaseAtoms(price, totals.base));
        assertThat(trades.stream().filter(ClosedTrade::isOpen).count()).as(what).isLessThanOrEqualTo(1);
        if (totals.base != 0 && loose == 0) {
            assertThat(trades.stream().mapToLong(trade -> Math.round(trade.fees() * UNIT)).sum()).as(what).isEqualTo(totals.fees);
            assertThat(trades.stream().mapToLong(trade -> Math.round(trade.slippage() * UNIT)).sum()).as(what)
                    .isEqualTo(totals.slippage);
            assertThat(trades.stream().mapToLong(trade -> Math.round(trade.funding() * UNIT)).sum()).as(what)
                    .isEqualTo(totals.funding);
        }
        List<Pair> expected = naive.pairs();
        List<ClosedTrade> closed = trades.stream().filter(trade -> !trade.isOpen()).toList();
        assertThat(closed).as(what).hasSize(expected.size());
        for (int i = 0; i < closed.size(); i++) {
            same(closed.get(i), expected.get(i), what + " trade " + i);
        }
        return closed.size();
    }

    private static void same(ClosedTrade trade, Pair pair, String what) {
        double baseUnit = Math.pow(10, SPOT.base().scale());
        assertThat(trade.isLong()).as(what).isEqualTo(pair.isLong());
        assertThat(trade.openNanos()).as(what).isEqualTo(pair.openNanos());
        assertThat(trade.closeNanos()).as(what).isEqualTo(pair.closeNanos());
        assertThat(trade.quantity()).as(what).isCloseTo(pair.base() / baseUnit, within(1e-12));
        assertThat(trade.quantity()).as(what).isLessThanOrEqualTo(pair.most() / baseUnit);
        assertThat(trade.net() - trade.funding()).as(what).isCloseTo(pair.net() / UNIT, within(20 / UNIT));
        assertThat(trade.entryPrice()).as(what).isCloseTo(pair.entryTicks() / 100, within(1e-9));
        assertThat(trade.exitPrice()).as(what).isCloseTo(pair.exitTicks() / 100, within(1e-9));
        double net = trade.net() * UNIT;
        assertThat(trade.worst() * trade.invested()).as(what)
                .isCloseTo(Math.min(Math.min(0, net), pair.worst()) / UNIT, within(20 / UNIT));
        assertThat(trade.best() * trade.invested()).as(what)
                .isCloseTo(Math.max(Math.max(0, net), pair.best()) / UNIT, within(20 / UNIT));
    }

    /** What all fills moved. */
    private static final class Totals {

        long base;
        long worth;
        long fees;
        long funding;
        long slippage;

        void add(Fill fill) {
            base += fill.base();
            worth += fill.worth();
            fees += fill.fees();
            slippage += fill.slippage();
        }
    }
}
