package dev.tradewind.marketdata;

import dev.tradewind.kernel.Rng;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Writes a recording of a made-up market in the form of Binance's streams: a walk in ticks of 0.01 around 100. */
public final class MadeRecording {

    private static final long START_MILLIS = 1_700_000_000_000L;

    private final Rng rng;
    private final List<String> lines = new ArrayList<>();
    private final TreeMap<Long, Long> bids = new TreeMap<>();
    private final TreeMap<Long, Long> asks = new TreeMap<>();
    private long millis = START_MILLIS;
    private long mid = 10_000;
    private long id = 1;
    private long trades;

    private MadeRecording(long seed) {
        rng = new Rng(seed);
    }

    /** Writes {@code changes} changes of the book, a tenth of a second apart, with trades between them. */
    public static Path write(Path file, long seed, int changes) throws IOException {
        MadeRecording market = new MadeRecording(seed);
        for (int i = 0; i < 20; i++) {
            market.bids.put(market.mid - i, 5L + market.rng.nextInt(50));
            market.asks.put(market.mid + 1 + i, 5L + market.rng.nextInt(50));
        }
        market.lines.add("{\"lastUpdateId\":1,\"E\":" + START_MILLIS + ",\"bids\":" + levels(market.bids) + ",\"asks\":"
                + levels(market.asks) + "}");
        for (int i = 0; i < changes; i++) {
            market.step();
        }
        return Files.write(file, market.lines);
    }

    private void step() {
        millis += 100;
        for (int i = rng.nextInt(3); i > 0; i--) {
            boolean sell = rng.nextInt(2) == 0;
            long ticks = sell ? mid - rng.nextInt(2) : mid + 1 + rng.nextInt(2);
            lines.add("{\"e\":\"trade\",\"E\":" + millis + ",\"T\":" + (millis - 50) + ",\"t\":" + ++trades + ",\"p\":\""
                    + price(ticks) + "\",\"q\":\"" + lots(1 + rng.nextInt(20)) + "\",\"m\":" + sell + "}");
        }
        mid += rng.nextInt(3) - 1;
        TreeMap<Long, Long> bidChanges = new TreeMap<>();
        TreeMap<Long, Long> askChanges = new TreeMap<>();
        bids.tailMap(mid, false).keySet().forEach(ticks -> bidChanges.put(ticks, 0L));
        asks.headMap(mid, true).keySet().forEach(ticks -> askChanges.put(ticks, 0L));
        for (int i = 0; i < 4; i++) {
            bidChanges.put(mid - (i < 2 ? i : rng.nextInt(12)), 1L + rng.nextInt(60));
            askChanges.put(mid + 1 + (i < 2 ? i : rng.nextInt(12)), 1L + rng.nextInt(60));
        }
        change(bids, bidChanges);
        change(asks, askChanges);
        lines.add("{\"e\":\"depthUpdate\",\"E\":" + millis + ",\"U\":" + (id + 1) + ",\"u\":" + (id + 3) + ",\"b\":"
                + levels(bidChanges) + ",\"a\":" + levels(askChanges) + "}");
        id += 3;
    }

    private static void change(TreeMap<Long, Long> side, TreeMap<Long, Long> changes) {
        changes.forEach((ticks, lots) -> {
            if (lots == 0) {
                side.remove(ticks);
            } else {
                side.put(ticks, lots);
            }
        });
    }

    private static String levels(Map<Long, Long> side) {
        StringJoiner all = new StringJoiner(",", "[", "]");
        side.forEach((ticks, lots) -> all.add("[\"" + price(ticks) + "\",\"" + lots(lots) + "\"]"));
        return all.toString();
    }

    private static String price(long ticks) {
        return ticks / 100 + "." + (ticks % 100 < 10 ? "0" : "") + ticks % 100;
    }

    private static String lots(long lots) {
        return lots / 100 + "." + (lots % 100 < 10 ? "0" : "") + lots % 100;
    }
}
