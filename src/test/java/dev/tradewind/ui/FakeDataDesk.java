package dev.tradewind.ui;

import dev.tradewind.app.DataDesk;
import dev.tradewind.app.job.Job;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.CandleStore.Retention;
import dev.tradewind.marketdata.SeriesCheck.Finding;
import dev.tradewind.marketdata.SeriesCheck.Kind;
import dev.tradewind.marketdata.SeriesCheck;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.StoredSeries;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Stored data as a person may have it, and what was asked of it. */
public final class FakeDataDesk implements DataDesk {

    public final List<StoredSeries> series = new ArrayList<>();
    public final List<Retention> rules = new ArrayList<>();
    public final List<ImportRequest> imports = new ArrayList<>();
    public final List<SeriesKey> dropped = new ArrayList<>();
    public final TreeMap<SeriesKey, List<Finding>> findings = new TreeMap<>();
    public List<ImportReceipt> receipts = List.of();
    public String refusal = "";

    /** {@return a desk over some years of candles, one of them with gaps, another damaged} */
    public static FakeDataDesk filled() {
        FakeDataDesk desk = new FakeDataDesk();
        desk.add("binance:BTCUSDT:1h", "2017-08-17T04:00:00Z", "2024-04-21T14:00:00Z", 58_419, 28, 128, 0);
        desk.add("binance:BTCUSDT:1m", "2024-07-26T14:15:00Z", "2024-08-25T14:23:00Z", 43_209, 0, 0, 12);
        desk.add("binance:BTCUSDT:trades", "2024-08-08T00:00:00Z", "2024-08-08T00:18:20Z", 20_133, 0, 0, 0);
        desk.add("binance:ETHUSDT:1m", "2024-07-26T14:16:00Z", "2024-08-25T14:23:00Z", 43_208, 0, 0, 0);
        desk.add("binance-um:BTCUSDT:5m", "2023-01-01T00:00:00Z", "2024-05-14T15:35:00Z", 143_900, 0, 0, 0);
        desk.add("binance-um:ETHUSDT:5m", "2023-01-01T00:00:00Z", "2024-05-14T15:40:00Z", 143_901, 0, 0, 0);
        desk.add("kraken:XBTUSD:1D", "2013-10-06T00:00:00Z", "2023-12-31T00:00:00Z", 3_739, 1, 1, 0);
        SeriesKey hourly = SeriesKey.parse("binance:BTCUSDT:1h");
        desk.findings.put(hourly, List.of(
                gap("2017-09-06T16:00:00Z", 7), gap("2018-01-04T03:00:00Z", 2), gap("2018-02-08T00:00:00Z", 33),
                gap("2018-06-26T02:00:00Z", 10), gap("2018-07-04T00:00:00Z", 8), gap("2018-11-14T02:00:00Z", 6),
                gap("2019-05-15T03:00:00Z", 10), gap("2019-06-07T00:00:00Z", 5), gap("2020-02-19T11:00:00Z", 6),
                gap("2021-04-25T04:00:00Z", 4)));
        desk.findings.put(SeriesKey.parse("binance-um:ETHUSDT:5m"), List.of(
                new Finding(Kind.DAMAGED, nanos("2023-09-02T08:00:00Z"), 4_096,
                        "the block of 2 Sep 2023 08:00 to 16 Sep 2023 13:15 does not match its checksum"),
                new Finding(Kind.IMPOSSIBLE, nanos("2024-02-11T10:15:00Z"), 1, "high 2,498.10 is below low 2,499.00")));
        desk.rules.add(new Retention(Timeframe.M1, 730));
        desk.rules.add(new Retention(Timeframe.M5, 1_825));
        return desk;
    }

    private static Finding gap(String from, int rows) {
        return new Finding(Kind.GAP, nanos(from), rows, rows + " candles of 1h are missing");
    }

    private static long nanos(String instant) {
        return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
    }

    private void add(String key, String from, String to, long rows, int gaps, long missing, long revised) {
        SeriesKey name = SeriesKey.parse(key);
        series.add(new StoredSeries(
                name, Fixtures.BTC, rows, nanos(from), nanos(to), gaps, missing, revised, rows * 11, 0x3f1ac8L * rows,
                name.symbol() + "-" + from.substring(0, 7) + ".zip"));
    }

    @Override
    public List<StoredSeries> list() {
        return List.copyOf(series);
    }

    @Override
    public Job<List<ImportReceipt>> importFiles(ImportRequest request) {
        imports.add(request);
        return Job.start("import", progress -> {
            refuse();
            return receipts;
        });
    }

    private void refuse() {
        if (!refusal.isEmpty()) {
            throw new IllegalArgumentException(refusal);
        }
    }

    @Override
    public Job<SeriesCheck> verify(SeriesKey key, boolean repair) {
        return Job.start("verify", progress -> check(key, repair));
    }

    /** {@return what a check of a series finds} */
    public SeriesCheck check(SeriesKey key, boolean repair) {
        refuse();
        List<Finding> found = findings.getOrDefault(key, List.of());
        long rows = series.stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow().rows();
        return new SeriesCheck(key, rows, found, found.size(), repair ? found.size() : 0);
    }

    @Override
    public Job<ExportReceipt> export(SeriesKey key, long fromNanos, long toNanos, Path file) {
        return Job.start("export", progress -> new ExportReceipt(key, file, false, 1, 0, 0, 0));
    }

    @Override
    public List<Retention> retention() {
        return List.copyOf(rules);
    }

    @Override
    public void retain(Timeframe timeframe, Optional<Integer> days) {
        rules.removeIf(rule -> rule.timeframe() == timeframe);
        days.ifPresent(number -> rules.add(new Retention(timeframe, number)));
    }

    @Override
    public Job<Long> applyRetention() {
        return Job.start("retention", progress -> 0L);
    }

    @Override
    public long drop(SeriesKey key) {
        dropped.add(key);
        series.removeIf(each -> each.key().equals(key));
        return 1;
    }

    @Override
    public List<FormatChoice> formats() {
        return List.of(
                new FormatChoice("csv", "Our CSV"), new FormatChoice("binance-klines", "Binance archive, klines"),
                new FormatChoice("freqtrade", "freqtrade JSON"));
    }
}
