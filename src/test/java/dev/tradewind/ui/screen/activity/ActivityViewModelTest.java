package dev.tradewind.ui.screen.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.activity.ActivityDesk.Cursor;
import dev.tradewind.app.activity.ActivityDesk.ExportReceipt;
import dev.tradewind.app.activity.ActivityDesk.Filter;
import dev.tradewind.app.activity.ActivityDesk.Page;
import dev.tradewind.app.activity.ActivityDesk.Row;
import dev.tradewind.app.activity.ActivityDesk.Topic;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.monitor.Actor;
import dev.tradewind.ui.FakeActivityDesk;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ActivityViewModelTest {

    private static final long NOON = 1_722_859_200_000_000_000L;

    private final FakeActivityDesk desk = FakeActivityDesk.filled();
    private final ActivityViewModel model = new ActivityViewModel(desk);

    private void read() throws Exception {
        model.take(model.read(model.filter().orElseThrow()).await());
    }

    @Test
    void withoutAFilterEverythingIsAskedFor() throws Exception {
        read();
        assertThat(desk.asked).containsExactly(Filter.ALL);
        assertThat(model.rows.get()).isEqualTo(desk.rows);
        assertThat(model.selected.get()).contains(desk.rows.getFirst());
        assertThat(model.shown.get()).isEqualTo("15 rows, all there are");
        assertThat(model.more.get()).isFalse();
        assertThat(model.filtered()).isFalse();
    }

    @Test
    void aFilterIsMadeOfAllFields() {
        model.actor.set(Optional.of(Actor.BOT));
        model.topic.set(Optional.of(Topic.ORDER));
        model.session.set(Optional.of(3));
        model.text.set(" 429 ");
        model.from.set("2024-08-05");
        model.to.set("2024-08-05 14:30");
        assertThat(model.filter()).contains(new Filter(
                Set.of(Actor.BOT), Set.of(Topic.ORDER), "429", Optional.of(3), nanos("2024-08-05T00:00:00Z"),
                nanos("2024-08-05T14:30:00Z"), 1_000));
        assertThat(model.filtered()).isTrue();
        model.clear();
        assertThat(model.filter()).contains(Filter.ALL);
    }

    private static long nanos(String time) {
        return Instant.parse(time).getEpochSecond() * 1_000_000_000L;
    }

    @Test
    void aTimeThatIsNoneIsSaidAndNothingIsAsked() {
        model.from.set("yesterday");
        assertThat(model.filter()).isEmpty();
        assertThat(model.timeError.get()).isEqualTo("'yesterday' is no time; 2024-08-05 or 2024-08-05 14:00 is.");
        model.from.set("2024-08-06");
        model.to.set("2024-08-05");
        assertThat(model.filter()).isEmpty();
        assertThat(model.timeError.get()).isEqualTo("From 2024-08-06 is not before 2024-08-05.");
        model.to.set("");
        assertThat(model.filter()).isPresent();
        assertThat(model.timeError.get()).isEmpty();
    }

    @Test
    void olderRowsGoBelowThoseThereAreAndTheChosenOneStaysChosen() throws Exception {
        Cursor place = new Cursor(new TreeMap<>());
        List<Row> rows = desk.rows;
        model.take(new Page(rows.subList(0, 5), Optional.of(place), List.of()));
        assertThat(model.more.get()).isTrue();
        assertThat(model.shown.get()).isEqualTo("5 rows, older ones follow");
        model.selected.set(Optional.of(rows.get(3)));
        model.append(new Page(rows.subList(5, 15), Optional.empty(), List.of()));
        assertThat(model.rows.get()).isEqualTo(rows);
        assertThat(model.selected.get()).contains(rows.get(3));
        assertThat(model.more.get()).isFalse();
        model.take(new Page(rows.subList(3, 6), Optional.empty(), List.of("Session 2: damaged.")));
        assertThat(model.selected.get()).contains(rows.get(3));
        assertThat(model.trouble.get()).isEqualTo("Session 2: damaged.");
    }

    @Test
    void aCheckIsSaidInPlainWordsAndHoldsForTheChosenRow() throws Exception {
        read();
        Row row = model.rows.get().get(1);
        assertThat(model.standing(row)).isEqualTo("Not checked since the terminal opened");
        model.checked(model.verify().await(), NOON);
        assertThat(model.headline.get()).isEqualTo("All is as it was written");
        assertThat(model.meaning.get()).isEqualTo("248,542 rows of the trail and of 3 journals checked at 12:00:00 UTC: every"
                + " row whole, every chain unbroken, every journal the one the trail was tied to.");
        assertThat(model.tone.get()).isEqualTo("is-buy");
        assertThat(model.wrongs()).isEmpty();
        assertThat(model.standing(row)).isEqualTo("✓ As it was written, its chain unbroken");
        assertThat(model.standingTone(row)).isEqualTo("is-buy");
    }

    @Test
    void whatIsWrongIsNamedAndOnlyItsRowsAreDoubted() throws Exception {
        desk.rewritten();
        read();
        model.checked(model.verify().await(), NOON);
        assertThat(model.headline.get()).isEqualTo("1 thing is not as it was written");
        assertThat(model.tone.get()).isEqualTo("is-sell");
        assertThat(model.wrongs()).containsExactly(
                "Session 2: its journal was rewritten: rows up to 50000 are not those the trail was tied to.");
        Row third = model.rows.get().get(1);
        assertThat(model.standingTone(third)).isEqualTo("is-buy");
        Row second = new Row(
                third.timeNanos(), "session 2", 5, third.actor(), third.who(), third.topic(), third.action(), third.words(), "",
                "");
        assertThat(model.standing(second)).isEqualTo("✕ Its source is not as it was written");
        assertThat(model.standingTone(second)).isEqualTo("is-sell");
    }

    @Test
    void anExportAndWhatFailsAreSaid() {
        model.exported(new ExportReceipt(Path.of("activity.csv"), 1_284));
        assertThat(model.note.get()).isEqualTo("1,284 rows written to activity.csv");
        model.failed("The export failed", new RefusedException("the disk is full."));
        assertThat(model.trouble.get()).isEqualTo("The export failed: the disk is full.");
    }
}
