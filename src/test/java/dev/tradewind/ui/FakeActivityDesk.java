package dev.tradewind.ui;

import dev.tradewind.app.activity.ActivityDesk;
import dev.tradewind.app.job.Job;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.monitor.Actor;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What may have been done on an ordinary day, and what was asked of it. */
public final class FakeActivityDesk implements ActivityDesk {

    public final List<Row> rows = new ArrayList<>();
    public final List<Filter> asked = new ArrayList<>();
    public final List<Finding> findings = new ArrayList<>();
    public final List<String> troubles = new ArrayList<>();
    public String refusal = "";

    /** {@return a desk over some sessions, a changed bot and a new key} */
    public static FakeActivityDesk filled() {
        FakeActivityDesk desk = new FakeActivityDesk();
        desk.trail("2024-08-05T14:19:12Z", 41, Actor.USER, Topic.CHANGE, "settings.look", "Changed the look",
                "text size 100 %", "text size 125 %");
        desk.journal("2024-08-05T14:18:58Z", 185_247, Actor.BOT, "grid-03 (2)", Topic.ORDER, "exchange.filled",
                "Exchange: sold 0.0450 ETH at 2,398.00, order 4294969511, fee 0.10791000 USDT, maker", "", "");
        desk.journal("2024-08-05T14:18:31Z", 185_240, Actor.BOT, "dca-07 (1)", Topic.DECISION,
                "decision.safety.order.placed", "Safety order placed at 52,310.44", "", "");
        desk.journal("2024-08-05T14:18:31Z", 185_239, Actor.BOT, "dca-07 (1)", Topic.ORDER, "order.sent",
                "Buy 0.0300 BTC at 52,310.44, limit, order 4294969510", "", "");
        desk.journal("2024-08-05T14:16:02Z", 185_102, Actor.USER, "You", Topic.CHANGE, "bot.edited",
                "Changed dca-07 (1), for the open deal and new ones", "takeProfit 1.5, stopLoss 8, safetyOrders 4",
                "takeProfit 2, stopLoss 6, safetyOrders 5");
        desk.journal("2024-08-05T14:12:40Z", 184_911, Actor.RULE, "Risk rules", Topic.DECISION,
                "decision.risk.daily.loss", "Daily loss 100.5 USDT reached the rule's 100 USDT", "", "");
        desk.journal("2024-08-05T14:10:09Z", 184_870, Actor.USER, "You", Topic.CHANGE, "risk.rules.set",
                "Set the risk rules", "none", "daily-loss max 100 halt; position max 5000 block; leverage max 3x block");
        desk.journal("2024-08-05T14:08:55Z", 184_802, Actor.USER, "You", Topic.ORDER, "order.amend.asked",
                "Changed order 4294969502", "0.0200 BTC at 53,610.00", "0.0150 BTC at 53,620.00");
        desk.journal("2024-08-05T14:02:17Z", 184_633, Actor.USER, "You", Topic.ACTION, "bot.paused",
                "Paused inf-01 (3)", "", "");
        desk.trail("2024-08-05T13:58:44Z", 40, Actor.USER, Topic.SECURITY, "key.added", "Key added: account 3", "",
                "label Binance spot, may read and trade, bound to 203.0.113.7");
        desk.trail("2024-08-05T13:58:01Z", 39, Actor.USER, Topic.SECURITY, "vault.unlocked", "Vault unlocked", "", "");
        desk.trail("2024-08-05T13:40:00Z", 38, Actor.RULE, Topic.SECURITY, "screen.locked", "Screen locked: idle for 15 minutes",
                "", "");
        desk.trail("2024-08-05T12:00:03Z", 37, Actor.RULE, Topic.DATA, "backup.made", "Backup made: 214 MB", "", "");
        desk.trail("2024-08-05T11:31:20Z", 36, Actor.USER, Topic.DATA, "data.imported", "Imported binance:BTCUSDT:1m", "",
                "43,209 rows new, 0 revised, 0 bad, from BTCUSDT-1m-2024-08.zip");
        desk.trail("2024-08-05T11:30:02Z", 35, Actor.PROGRAM, Topic.ACTION, "session.resumed", "Session 3 went on", "",
                "row 184000 time 1722857402000000000 chain 4c1d90e2ab7755310ff2a6b8c9d0e1f2 created 1722800000000000000 of paper/3");
        desk.findings.add(new Finding(true, "Audit trail intact: 41 rows in 1 file."));
        desk.findings.add(new Finding(true, "Session 1: 12,044 rows intact, tied to the trail in 3 places."));
        desk.findings.add(new Finding(true, "Session 2: 51,210 rows intact, tied to the trail in 4 places."));
        desk.findings.add(new Finding(true, "Session 3: 185,247 rows intact, tied to the trail in 6 places."));
        return desk;
    }

    /** The journal of session 2 is another than it was. */
    public FakeActivityDesk rewritten() {
        findings.set(2, new Finding(false, "Session 2: its journal was rewritten: rows up to 50000 are not those the trail was"
                + " tied to."));
        return this;
    }

    private void trail(
            String time, long number, Actor actor, Topic topic, String action, String words, String before, String after) {
        String who = actor == Actor.USER ? "You" : actor == Actor.RULE ? "Rule" : "Tradewind";
        rows.add(new Row(nanos(time), "audit", number, actor, who, topic, action, words, before, after));
    }

    private void journal(
            String time, long number, Actor actor, String who, Topic topic, String action, String words, String before,
            String after) {
        rows.add(new Row(nanos(time), "session 3", number, actor, who, topic, action, words, before, after));
    }

    private static long nanos(String time) {
        return Instant.parse(time).getEpochSecond() * 1_000_000_000L;
    }

    @Override
    public Job<Page> read(Filter filter) {
        return page(filter, 0);
    }

    @Override
    public Job<Page> older(Filter filter, Cursor cursor) {
        return page(filter, cursor.below().get("rows").intValue());
    }

    private Job<Page> page(Filter filter, int from) {
        asked.add(filter);
        return Job.start("read", progress -> {
            if (!refusal.isEmpty()) {
                throw new RefusedException(refusal);
            }
            List<Row> passing = rows.stream().filter(row -> passes(filter, row)).toList();
            int end = Math.min(passing.size(), from + filter.most());
            Optional<Cursor> next = end == passing.size()
                    ? Optional.empty()
                    : Optional.of(new Cursor(new TreeMap<>(Map.of("rows", (long) end))));
            return new Page(passing.subList(from, end), next, troubles);
        });
    }

    private static boolean passes(Filter filter, Row row) {
        return (filter.actors().isEmpty() || filter.actors().contains(row.actor()))
                && (filter.topics().isEmpty() || filter.topics().contains(row.topic()))
                && filter.session().map(number -> row.source().equals("session " + number)).orElse(true)
                && row.timeNanos() >= filter.fromNanos()
                && row.timeNanos() < filter.toNanos()
                && (row.words() + row.before() + row.after()).toLowerCase(Locale.ROOT).contains(filter.text().toLowerCase(Locale.ROOT));
    }

    @Override
    public List<Integer> sessions() {
        return List.of(3, 2, 1);
    }

    @Override
    public Job<Verdict> verify() {
        return Job.start("verify", progress -> new Verdict(
                findings.stream().allMatch(Finding::sound), 248_542, findings));
    }

    @Override
    public Job<ExportReceipt> export(Filter filter, Path file) {
        asked.add(filter);
        return Job.start("export", progress -> new ExportReceipt(file, rows.size()));
    }
}
