package dev.tradewind.app.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.app.activity.ActivityDesk.Cursor;
import dev.tradewind.app.activity.ActivityDesk.Filter;
import dev.tradewind.app.activity.ActivityDesk.Page;
import dev.tradewind.app.activity.ActivityDesk.Row;
import dev.tradewind.app.activity.ActivityDesk.Topic;
import dev.tradewind.app.job.Job;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.kernel.Rng;
import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.persistence.AuditLog;
import dev.tradewind.persistence.FileJournal;
import dev.tradewind.persistence.SmallFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trail and journals as one list: pages are the whole, filters leave nothing out, words say what was done. */
class FolderActivityTest {

    private static final long SEED = 20261121;
    private static final long START = 1_700_000_000_000_000_000L;

    @TempDir
    Path home;

    private static <T> T done(Job<T> job) throws Exception {
        try {
            return job.await();
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        }
    }

    private static Filter most(Filter filter, int most) {
        return new Filter(
                filter.actors(), filter.topics(), filter.text(), filter.session(), filter.fromNanos(), filter.toNanos(), most);
    }

    private static List<Row> whole(FolderActivity desk, Filter filter) throws Exception {
        Page page = done(desk.read(most(filter, 100_000)));
        assertThat(page.more()).isFalse();
        assertThat(page.troubles()).isEmpty();
        return page.rows();
    }

    private static List<Row> inPages(FolderActivity desk, Filter filter, int size) throws Exception {
        List<Row> rows = new ArrayList<>();
        Page page = done(desk.read(most(filter, size)));
        while (true) {
            rows.addAll(page.rows());
            if (page.next().isEmpty()) {
                return rows;
            }
            assertThat(page.rows()).hasSize(size);
            Cursor next = page.next().get();
            page = done(desk.older(most(filter, size), next));
        }
    }

    private static Map<String, String> properties() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("symbol", "BTCUSD");
        values.put("venue", "Bitstamp");
        values.put("base", "BTC");
        values.put("baseScale", "8");
        values.put("quote", "USD");
        values.put("quoteScale", "8");
        values.put("tick", "0.01");
        values.put("lot", "0.0001");
        values.put("capital", "10000");
        values.put("riskRules", "");
        return values;
    }

    private FileJournal journal(int session) {
        return SmallFiles.create(
                home.resolve("sessions").resolve(Integer.toString(session)), "paper/" + session, START, properties());
    }

    /** A journal of some thousand rows in many files. */
    private void random(int session, Rng rng) {
        long time = START + rng.nextInt(1_000_000_000);
        try (FileJournal journal = journal(session)) {
            for (long sequence = 1; sequence <= 1_500; sequence++) {
                // many rows of one time, in one session and across sessions
                time += rng.nextInt(3) == 0 ? 1_000_000_000L * rng.nextInt(3) : 0;
                long order = 1 + rng.nextInt((int) sequence);
                switch (rng.nextInt(6)) {
                    case 0 -> journal.timer(sequence, time, 7);
                    case 1 -> journal.command(sequence, time, new Command.PauseBot(rng.nextInt(4)));
                    case 2 -> journal.submitIntent(sequence, time, request(sequence, rng.nextInt(3), 100));
                    case 3 -> journal.cancelIntent(sequence, time, order);
                    case 4 -> journal.report(
                            sequence, time, new VenueReport().set(VenueReport.Kind.ACCEPTED, VenueReport.Reason.NONE, order, time));
                    default -> journal.decision(sequence, time, rng.nextInt(3), reason(rng), 5, 6);
                }
            }
        }
    }

    private static Reason reason(Rng rng) {
        return Reason.values()[rng.nextInt(Reason.values().length)];
    }

    private static OrderRequest request(long id, int bot, long lots) {
        return new OrderRequest()
                .set(id, bot, 0, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, lots, 5_360_000, 0, 0, 0);
    }

    private void trail(Rng rng, int rows) {
        long[] now = {START};
        // a clock that is set back now and then
        try (AuditLog log = AuditLog.open(
                home, () -> now[0] += rng.nextInt(5) == 0 ? -900_000_000L : 1_000_000_000L * rng.nextInt(9),
                () -> AuditEntry.of(Actor.PROGRAM, "trail.began", "sessions "))) {
            for (int i = 0; i < rows; i++) {
                log.record(new AuditEntry(
                        Actor.values()[rng.nextInt(6)], List.of("settings.look", "key.added", "backup.made").get(rng.nextInt(3)),
                        "number " + i, "", "new"));
            }
        }
    }

    @Test
    void pagesOfAnySizeAreTheWholeListAndFiltersLeaveNothingOut() throws Exception {
        Rng rng = new Rng(SEED);
        trail(rng, 300);
        for (int session = 1; session <= 3; session++) {
            random(session, rng);
        }
        FolderActivity activity = new FolderActivity(home);
        List<Row> all = whole(activity, Filter.ALL);
        assertThat(all).hasSizeGreaterThan(3_000).doesNotHaveDuplicates();
        for (String source : List.of("audit", "session 1", "session 2", "session 3")) {
            assertThat(all.stream().filter(row -> row.source().equals(source)).map(Row::number))
                    .as(source)
                    .isSortedAccordingTo(Comparator.reverseOrder());
        }
        List<Row> journals = all.stream().filter(row -> !row.source().equals("audit")).toList();
        assertThat(journals)
                .isSortedAccordingTo(Comparator.comparingLong(Row::timeNanos).reversed());
        for (int i = 0; i < 25; i++) {
            Filter filter = randomFilter(rng);
            List<Row> expected = all.stream().filter(row -> passes(filter, row)).toList();
            String about = "seed " + SEED + ", filter " + filter;
            assertThat(whole(activity, filter)).as(about).isEqualTo(expected);
            int size = 1 + rng.nextInt(700);
            if (expected.size() / size < 60) {
                assertThat(inPages(activity, filter, size)).as(about + ", pages of " + size).isEqualTo(expected);
            }
        }
    }

    private static Filter randomFilter(Rng rng) {
        Set<Actor> actors = rng.nextInt(2) == 0 ? Set.of() : EnumSet.of(Actor.values()[rng.nextInt(6)], Actor.BOT);
        Set<Topic> topics = rng.nextInt(2) == 0 ? Set.of() : EnumSet.of(Topic.values()[rng.nextInt(6)], Topic.ORDER);
        String text = rng.nextInt(2) == 0 ? "" : List.of("ORDER 7", "bot", "number 1", "ü").get(rng.nextInt(4));
        long from = rng.nextInt(2) == 0 ? Long.MIN_VALUE : START + 1_000_000_000L * rng.nextInt(400);
        long to = rng.nextInt(2) == 0 ? Long.MAX_VALUE : START + 1_000_000_000L * (400 + rng.nextInt(400));
        Optional<Integer> session = rng.nextInt(3) > 0 ? Optional.empty() : Optional.of(1 + rng.nextInt(3));
        return new Filter(actors, topics, text, session, from, to, 100);
    }

    private static boolean passes(Filter filter, Row row) {
        String text = filter.text().toLowerCase(Locale.ROOT);
        return (filter.actors().isEmpty() || filter.actors().contains(row.actor()))
                && (filter.topics().isEmpty() || filter.topics().contains(row.topic()))
                && filter.session().map(number -> row.source().equals("session " + number)).orElse(true)
                && row.timeNanos() >= filter.fromNanos()
                && row.timeNanos() < filter.toNanos()
                && List.of(row.words(), row.who(), row.before(), row.after(), row.action(), row.source()).stream()
                        .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains(text));
    }

    @Test
    void rowsSayWhatWasDoneByWhomWithBeforeAndAfter() throws Exception {
        try (FileJournal journal = journal(1)) {
            journal.command(1, START + 1, new Command.StartBot(
                    1, "dca", "dip ladder", 0, 5_000L * 100_000_000, Map.of("takeProfit", "1.5")));
            journal.decision(1, START + 1, 1, Reason.BOT_STARTED, 0, 0);
            journal.submitIntent(2, START + 2, request(77, 1, 300));
            journal.report(3, START + 3, new VenueReport()
                    .filled(77, START + 3, 1, 5_359_900, 300, 4_823_910, VenueReport.FeeAsset.QUOTE, true));
            journal.command(4, START + 4, new Command.EditBot(1, Map.of("takeProfit", "2"), Command.EditScope.BOTH));
            journal.command(5, START + 5, new Command.EditBot(1, Map.of("takeProfit", "3"), Command.EditScope.NEW_DEALS));
            journal.command(6, START + 6, new Command.SetRiskRules("position max 500 halt"));
            journal.command(7, START + 7, new Command.SetRiskRules(""));
            journal.submitIntent(8, START + 8, request(78, 0, 100));
            journal.amendIntent(9, START + 9, request(78, 0, 100).amend(200, 5_361_000, 0));
            journal.command(10, START + 10, new Command.AmendOrder(78, 150, 5_362_000, 0));
            journal.decision(10, START + 10, 0, Reason.RISK_DAILY_LOSS, 10_050_000_000L, 10_000_000_000L);
            journal.cancelIntent(11, START + 11, 78);
        }
        List<String> said = whole(desk(), Filter.ALL).reversed().stream()
                .map(row -> row.number() + " " + row.actor() + " " + row.who() + " | " + row.topic() + " " + row.action()
                        + " | " + row.words() + " | " + row.before() + " -> " + row.after())
                .toList();
        assertThat(said).containsExactly(
                "1 PROGRAM Tradewind | ACTION session.started | The journal begins: BTCUSD, Bitstamp, capital 10000 USD |  -> ",
                "2 USER You | ACTION bot.started | Started dip ladder (1), dca, with 5,000.00 USD |  -> takeProfit 1.5",
                "3 BOT dip ladder (1) | DECISION decision.bot.started | Started |  -> ",
                "4 BOT dip ladder (1) | ORDER order.sent | Buy 0.0300 BTC at 53,600.00, limit, order 77 |  -> ",
                "5 BOT dip ladder (1) | ORDER exchange.filled | Exchange: bought 0.0300 BTC at 53,599.00, order 77, fee"
                        + " 0.04823910 USD, maker |  -> ",
                "6 USER You | CHANGE bot.edited | Changed dip ladder (1), for the open deal and new ones | takeProfit 1.5 ->"
                        + " takeProfit 2",
                "7 USER You | CHANGE bot.edited | Changed dip ladder (1), for new deals | takeProfit 2 -> takeProfit 3",
                "8 USER You | CHANGE risk.rules.set | Set the risk rules | none -> position max 500 halt",
                "9 USER You | CHANGE risk.rules.set | Lifted all risk rules | position max 500 halt -> none",
                "10 USER You | ORDER order.sent | Buy 0.0100 BTC at 53,600.00, limit, order 78 |  -> ",
                "11 USER You | ORDER order.amended | Order 78 amended | 0.0100 BTC at 53,600.00 -> 0.0200 BTC at 53,610.00",
                "12 USER You | ORDER order.amend.asked | Changed order 78 | 0.0200 BTC at 53,610.00 -> 0.0150 BTC at 53,620.00",
                "13 RULE Risk rules | DECISION decision.risk.daily.loss | Daily loss 100.5 USD reached the rule's 100 USD |  -> ",
                "14 USER You | ORDER order.cancel.sent | Cancel sent for order 78: Buy 0.0200 BTC at 53,610.00, limit | 0.0200"
                        + " BTC at 53,610.00 -> ");
    }

    private FolderActivity desk() {
        return new FolderActivity(home);
    }

    @Test
    void anExportHoldsTheListAndEndsWholeOrNotAtAll() throws Exception {
        Rng rng = new Rng(SEED);
        trail(rng, 40);
        random(1, rng);
        try (AuditLog log = AuditLog.open(home, () -> START, () -> AuditEntry.of(Actor.PROGRAM, "trail.began", ""))) {
            log.record(new AuditEntry(Actor.USER, "preset.saved", "preset \"a, b\"", "=1+1", "two\nlines"));
        }
        Filter filter = new Filter(
                Set.of(Actor.USER), Set.of(), "", Optional.empty(), Long.MIN_VALUE, Long.MAX_VALUE, 1);
        List<Row> rows = whole(desk(), filter);
        Path json = home.resolve("rows.jsonl");
        assertThat(done(desk().export(filter, json))).isEqualTo(new ActivityDesk.ExportReceipt(json, rows.size()));
        List<String> lines = Files.readAllLines(json);
        assertThat(lines).hasSameSizeAs(rows);
        for (int i = 0; i < rows.size(); i++) {
            JsonNode node = new ObjectMapper().readTree(lines.get(i));
            assertThat(node.get("number").asLong()).isEqualTo(rows.get(i).number());
            assertThat(node.get("words").asText()).isEqualTo(rows.get(i).words());
            assertThat(node.get("before").asText()).isEqualTo(rows.get(i).before());
            assertThat(node.get("after").asText()).isEqualTo(rows.get(i).after());
        }
        Path csv = home.resolve("rows.csv");
        assertThat(done(desk().export(filter, csv)).rows()).isEqualTo(rows.size());
        String text = Files.readString(csv);
        assertThat(text).startsWith("time,source,number,actor,who,topic,action,words,before,after\n");
        assertThat(text).contains("\"Saved preset \"\"a, b\"\"\",'=1+1,\"two\nlines\"\n");
        assertThatThrownBy(() -> done(desk().export(filter, home.resolve("rows.txt"))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("rows.txt' says neither CSV nor JSON lines");
        assertThat(home.resolve("rows.txt")).doesNotExist();
    }

    @Test
    void rowsThatComeWhileItIsOpenAreThereTheNextTime() throws Exception {
        FolderActivity activity = desk();
        try (FileJournal journal = journal(1)) {
            journal.command(1, START + 1, new Command.PauseBot(1));
            journal.flush();
            assertThat(whole(activity, Filter.ALL)).hasSize(2);
            journal.command(2, START + 2, new Command.ResumeBot(1));
            journal.flush();
            assertThat(whole(activity, Filter.ALL)).hasSize(3).first().extracting(Row::words).isEqualTo("Resumed Bot 1");
        }
        assertThat(activity.sessions()).containsExactly(1);
    }

    @Test
    void ofADamagedJournalTheRowsBeforeTheDamageAreShownAndItIsSaid() throws Exception {
        try (FileJournal journal = journal(1)) {
            for (int i = 1; i <= 50; i++) {
                journal.command(i, START + i, new Command.PauseBot(i));
                journal.submitIntent(i, START + i, request(i, 0, 1));
            }
        }
        Path file = home.resolve("sessions/1/journal/00000001.twj");
        byte[] bytes = Files.readAllBytes(file);
        // more than a chain hash, which is for the check to look at
        Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 20, (byte) 1);
        Files.write(file, bytes);
        Page page = done(desk().read(Filter.ALL));
        assertThat(page.rows()).hasSizeBetween(20, 99);
        assertThat(page.troubles()).singleElement().asString()
                .startsWith("Session 1: The journal is damaged at row " + (page.rows().getFirst().number() + 1));
    }

    @Test
    void anEmptyFolderHasNoRowsAndIsSound() throws Exception {
        assertThat(whole(desk(), Filter.ALL)).isEmpty();
        ActivityDesk.Verdict verdict = done(desk().verify());
        assertThat(verdict.sound()).isTrue();
        assertThat(verdict.rows()).isZero();
        assertThat(verdict.findings()).singleElement().extracting(ActivityDesk.Finding::words).asString()
                .startsWith("There is no audit trail in ");
        assertThat(Arrays.asList(home.toFile().list())).isEmpty();
    }
}
