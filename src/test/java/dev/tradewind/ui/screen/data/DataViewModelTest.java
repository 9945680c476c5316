package dev.tradewind.ui.screen.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.DataDesk.ImportReceipt;
import dev.tradewind.app.DataDesk.ImportRequest;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.CandleStore.Retention;
import dev.tradewind.marketdata.BadRows;
import dev.tradewind.marketdata.BadRows.BadRow;
import dev.tradewind.marketdata.DataFormat;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.ui.FakeDataDesk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DataViewModelTest {

    private static final SeriesKey HOURLY = SeriesKey.parse("binance:BTCUSDT:1h");
    private static final SeriesKey DAMAGED = SeriesKey.parse("binance-um:ETHUSDT:5m");

    private final FakeDataDesk desk = FakeDataDesk.filled();
    private final DataViewModel model = new DataViewModel(desk);

    @Test
    void anEmptyStoreSaysTheNextStep() {
        DataViewModel empty = new DataViewModel(new FakeDataDesk());
        empty.take(empty.read());
        assertThat(empty.headline.get()).isEqualTo("Nothing stored yet");
        assertThat(empty.meaning.get()).startsWith("Import candles or trades");
        assertThat(empty.selected.get()).isEmpty();
    }

    @Test
    void theHeadlineCountsWhatIsStored() {
        model.take(model.read());
        assertThat(model.headline.get()).isEqualTo("7 series, 456,509 rows in 4.8 MB");
        assertThat(model.meaning.get()).isEqualTo("7 series were not checked since the terminal opened.");
        assertThat(model.selected.get().orElseThrow().key()).isEqualTo(HOURLY);
    }

    @Test
    void aCheckThatFindsOnlyGapsIsSound() {
        model.take(model.read());
        model.checked(desk.check(HOURLY, false));
        SeriesLine line = model.selected.get().orElseThrow();
        assertThat(line.state()).isEqualTo("✓ Sound, gaps");
        assertThat(line.tone()).isEqualTo("is-buy");
        assertThat(model.meaning.get()).isEqualTo("6 series were not checked since the terminal opened.");
    }

    @Test
    void aCheckThatFindsDamageIsSaidFirst() {
        model.take(model.read());
        model.checked(desk.check(DAMAGED, false));
        SeriesLine line = model.lines.get().stream().filter(each -> each.key().equals(DAMAGED)).findFirst().orElseThrow();
        assertThat(line.state()).isEqualTo("✕ 2 wrong");
        assertThat(model.tone.get()).isEqualTo("is-sell");
        assertThat(model.meaning.get()).isEqualTo("1 series has rows that cannot be: choose it below, look, then repair.");
    }

    @Test
    void whatWasCheckedStaysCheckedWhenTheStoreIsReadAgainAndNotOnceMoreCameIn() {
        model.take(model.read());
        model.checked(desk.check(HOURLY, false));
        model.take(model.read());
        assertThat(model.selected.get().orElseThrow().check()).isPresent();
        model.imported(List.of(receipt(HOURLY)));
        model.take(model.read());
        assertThat(model.selected.get().orElseThrow().check()).isEmpty();
    }

    private static ImportReceipt receipt(SeriesKey key) {
        return new ImportReceipt("a.zip", DataFormat.BINANCE_KLINES, key, 10, 8, 1, 1, 0, 0,
                new BadRows(List.of(new BadRow("a.csv", 3, "no")), 1, 0), 0, 0, 0, 0);
    }

    @Test
    void anImportIsAskedForAsChosen() {
        model.take(model.read());
        model.files.set(List.of(Path.of("a.zip"), Path.of("b.zip")));
        model.as.set(" kraken:ETHUSD:1m ");
        model.repair.set(true);
        model.format.set(model.formats().get(2));
        assertThat(model.importFiles()).isPresent();
        assertThat(desk.imports).containsExactly(new ImportRequest(
                List.of(Path.of("a.zip"), Path.of("b.zip")), Optional.of("binance-klines"),
                Optional.of(SeriesKey.parse("kraken:ETHUSD:1m")), true));
    }

    @Test
    void aNameThatIsNoneIsSaidAtTheFieldAndNothingIsImported() {
        model.files.set(List.of(Path.of("a.zip")));
        model.as.set("BTCUSDT");
        assertThat(model.asError.get()).contains("'BTCUSDT' names no stored series").contains("binance:BTCUSDT:1m");
        assertThat(model.importFiles()).isEmpty();
        assertThat(desk.imports).isEmpty();
    }

    @Test
    void aRuleIsAWholeNumberOfDays() {
        model.days.set("soon");
        assertThat(model.typedRule()).isEmpty();
        assertThat(model.daysError.get()).isEqualTo("'soon' is no number of days; a whole number from 1 on is.");
        model.days.set("90");
        model.ruleFor.set(Timeframe.M5);
        assertThat(model.daysError.get()).isEmpty();
        assertThat(model.typedRule()).contains(new Retention(Timeframe.M5, 90));
    }

    @Test
    void troubleSaysThatWhatWasStoredIsAsItWas() {
        model.failed("The import was refused", new IllegalArgumentException("a.csv, line 7: close 0 is not positive."));
        assertThat(model.trouble.get()).isEqualTo(
                "The import was refused: a.csv, line 7: close 0 is not positive. What was stored is as it was.");
    }
}
