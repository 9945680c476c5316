package dev.tradewind.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.kernel.Rng;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random books, trades and orders: the venue and a plain retelling of its rules say the same, to the last fill. */
class MarketsAgainstNaiveTest {

    private static final int STEPS = 1_500;

    private final List<String> script = new ArrayList<>();
    private final TreeMap<Long, Long> told = new TreeMap<>();
    private Rng rng = new Rng(0);
    private SimDesk desk = new SimDesk();
    private NaiveMarket naive = new NaiveMarket(true, -1);
    private double second = 2;
    private long mid = 1_000;
    private long orders;
    private long lowestSell;
    private long highestBuy;

    @ParameterizedTest
    @CsvSource({
        "1, log, through, true", "2, linear, through, true", "3, log, average:times=1.5, true", "4, linear, average:times=0, true",
        "5, log, average:times=2, false", "6, log, through, false", "7, log, average:times=0.3, false",
        "8, log, through, true", "9, linear, average:times=1, true", "10, log, average:times=1, true"
    })
    void theVenueSaysWhatTheRulesSay(long seed, String share, String queue, boolean books) {
        rng = new Rng(seed);
        desk = new SimDesk(
                SimTerms.IDEAL.with(new FillModels(PathRule.NEAREST, "constant", "bps", queue, share, seed)), 900_000_000);
        double times = queue.equals("through") ? -1 : Double.parseDouble(queue.substring("average:times=".length()));
        naive = new NaiveMarket(share.equals("log"), times);
        trade(mid, 5, null);
        order(true, OrderType.MARKET, TimeInForce.GTC, 1_000_000, 0, 0, 0, false);
        for (int i = 0; i < STEPS; i++) {
            int what = rng.nextInt(100);
            if (what < 40 && books) {
                changeBook();
            } else if (what < 70) {
                randomTrade();
            } else if (what < 92) {
                randomOrder();
            } else if (what < 98) {
                long id = 1 + rng.nextInt((int) orders);
                script.add("cancel " + id);
                desk.cancel(id);
                naive.cancel(id);
                tick();
            } else if (books) {
                wholeBook();
            }
            assertEquals(
                    naive.said,
                    desk.said().stream().map(line -> line.replaceAll(" at .*", "")).toList(),
                    () -> "seed " + seed + " after " + script.subList(Math.max(0, script.size() - 30), script.size()));
            naive.said.forEach(line -> script.add("   " + line));
            naive.said.clear();
        }
        long filled = script.stream().filter(line -> line.contains("maker")).count();
        assertTrue(filled > 50, "seed " + seed + ": only " + filled + " maker fills, nothing to compare");
    }

    private void tick() {
        second += 0.5;
        desk.at(second);
    }

    private void trade(long price, long lots, Side aggressor) {
        script.add("trade " + price + " × " + lots + " " + aggressor);
        second += 0.5;
        desk.trade(second, price, lots, aggressor);
        naive.trade(price, lots, aggressor);
    }

    private void randomTrade() {
        int who = rng.nextInt(3);
        long price = mid - 2 + rng.nextInt(6);
        trade(price, 1 + rng.nextInt(15), who == 0 ? null : who == 1 ? Side.BUY : Side.SELL);
    }

    private void order(
            boolean buy, OrderType type, TimeInForce force, long lots, long limit, long stop, long display, boolean post) {
        OrderTerms terms = new OrderTerms(0, post, false, PositionSide.NET, 0, display);
        desk.asking(terms).as(force);
        long id = buy ? desk.buy(type, lots, limit, stop) : desk.sell(type, lots, limit, stop);
        orders = id;
        script.add("order " + id + (buy ? " buy " : " sell ") + type + " " + force + " " + lots + "@" + limit + " stop " + stop
                + " display " + display + (post ? " post" : ""));
        naive.submit(id, buy, type, force, lots, limit, stop, display, post);
        tick();
    }

    /** Own buys and sells keep apart: below and from 1,000 on at first, then where the middle has gone. */
    private void randomOrder() {
        boolean buy = rng.nextInt(2) == 0;
        int kind = rng.nextInt(10);
        OrderType type = kind < 6 ? OrderType.LIMIT
                : kind == 6 ? OrderType.MARKET : kind == 7 ? OrderType.STOP_MARKET
                : kind == 8 ? OrderType.STOP_LIMIT : OrderType.TAKE_PROFIT_LIMIT;
        int force = rng.nextInt(8);
        long limit = buy ? mid + 2 - rng.nextInt(6) : mid - 1 + rng.nextInt(6);
        limit = buy ? Math.min(limit, 1_000) : Math.max(limit, 1_001);
        long stop = mid - 4 + rng.nextInt(9);
        order(
                buy, type, force == 0 ? TimeInForce.IOC : force == 1 ? TimeInForce.FOK : TimeInForce.GTC, 1 + rng.nextInt(12),
                type.hasLimit() ? limit : 0, type.hasTrigger() ? stop : 0, rng.nextInt(4) == 0 ? 1 + rng.nextInt(4) : 0,
                type == OrderType.LIMIT && rng.nextInt(6) == 0);
    }

    /** Some levels anew; where the middle moved, what it passed is gone. */
    private void changeBook() {
        mid = Math.clamp(mid + rng.nextInt(3) - 1, 990, 1_010);
        List<Long> levels = new ArrayList<>();
        for (long price : told.keySet().stream().toList()) {
            if (price < 0 ? -price > mid : price <= mid) {
                levels.add(price);
                levels.add(0L);
                told.remove(price);
            }
        }
        for (int i = 1 + rng.nextInt(4); i > 0; i--) {
            boolean bid = rng.nextInt(2) == 0;
            long price = bid ? -(mid - rng.nextInt(6)) : mid + 1 + rng.nextInt(6);
            long lots = Math.max(0, rng.nextInt(40) - 8);
            levels.add(price);
            levels.add(lots);
            if (lots == 0) {
                told.remove(price);
            } else {
                told.put(price, lots);
            }
        }
        second += 0.5;
        long[] changed = levels.stream().mapToLong(Long::longValue).toArray();
        script.add("change " + levels);
        if (rng.nextInt(60) == 0) {
            script.add("with a gap before it");
            desk.updateAfterGap(second, changed);
            naive.gap();
        } else {
            desk.update(second, changed);
            naive.book(false, changed);
        }
    }

    private void wholeBook() {
        long[] levels = told.entrySet().stream()
                .flatMapToLong(level -> java.util.stream.LongStream.of(level.getKey(), level.getValue()))
                .toArray();
        script.add("whole " + told);
        second += 0.5;
        desk.book(second, levels);
        naive.book(true, levels);
    }
}
