package dev.tradewind.ui.screen.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.SavedSession;
import dev.tradewind.app.StartChoice;
import dev.tradewind.ui.FakeSession;
import dev.tradewind.ui.FakeTerminal;
import dev.tradewind.ui.Fixtures;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartViewModelTest {

    private final FakeTerminal terminal = new FakeTerminal(new FakeSession(Fixtures.running(), List.of()));

    @Test
    void isAnsweredFromTheStart() {
        StartViewModel model = new StartViewModel(terminal);
        assertThat(model.choice())
                .contains(new StartChoice(new StartChoice.Sample("bitstamp-btcusd"), new BigDecimal("10000.00")));
        assertThat(model.unit.get()).isEqualTo("USD");
    }

    @Test
    void namesACapitalThatCannotWork() {
        StartViewModel model = new StartViewModel(terminal);
        model.capital.set("-5");
        assertThat(model.capitalError.get()).isEqualTo("'-5' does not work: it takes an amount above 0, at most 100,000,000");
        model.capital.set("ten");
        assertThat(model.capitalError.get()).isEqualTo("'ten' is not a number: it takes an amount above 0, at most 100,000,000");
        assertThat(model.choice()).isEmpty();
    }

    @Test
    void asksForAFileThatCanBeRead(@TempDir Path folder) throws Exception {
        StartViewModel model = new StartViewModel(terminal);
        model.source.set(2);
        assertThat(model.choice()).isEmpty();
        assertThat(model.trouble.get()).startsWith("No file is chosen yet.");
        Path file = folder.resolve("trades.csv");
        model.file.set(file);
        assertThat(model.choice()).isEmpty();
        assertThat(model.trouble.get()).startsWith("The file " + file + " cannot be read.");
        Files.writeString(file, "1,2,3\n");
        assertThat(model.choice().map(StartChoice::data)).contains(new StartChoice.CsvFile(file));
    }

    @Test
    void offersToGoOnFirst() {
        terminal.saved = Optional.of(new SavedSession("BTC/USD", "1 bot, 6 open orders"));
        StartViewModel model = new StartViewModel(terminal);
        assertThat(model.chosen()).isEqualTo(new StartViewModel.Source.GoOn("BTC/USD", "1 bot, 6 open orders"));
        assertThat(model.asksCapital()).isFalse();
    }

    @Test
    void lastTimesAnswersAreTheDefaults() {
        StartViewModel first = new StartViewModel(terminal);
        first.source.set(1);
        first.capital.set("2,500");
        terminal.saveLastUse(first.remembered(terminal.loadLastUse()));

        StartViewModel second = new StartViewModel(terminal);

        assertThat(second.source.get()).isEqualTo(1);
        assertThat(second.capital.get()).isEqualTo("2,500.00");
    }
}
