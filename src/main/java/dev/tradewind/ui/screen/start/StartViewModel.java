package dev.tradewind.ui.screen.start;

import dev.tradewind.app.SampleData;
import dev.tradewind.app.StartChoice;
import dev.tradewind.app.Terminal;
import dev.tradewind.settings.LastUse;
import dev.tradewind.ui.widget.Figures;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The start page's questions and answers. JavaFX thread only; holds no nodes. */
final class StartViewModel {

    /** Paper capital offered by one click. */
    static final List<BigDecimal> CAPITALS =
            List.of(new BigDecimal("1000"), StartChoice.DEFAULT_CAPITAL, new BigDecimal("50000"), new BigDecimal("100000"));

    private static final BigDecimal MOST = new BigDecimal("100000000");

    /** One answer to where the market comes from. */
    sealed interface Source {

        /** The session this data folder was left with. */
        record GoOn(String title, String detail) implements Source {}

        /** Data that comes with the program. */
        record Sample(SampleData data) implements Source {}

        /** A file of the user's. */
        record File() implements Source {}
    }

    final List<Source> sources;
    final IntegerProperty source = new SimpleIntegerProperty(0);
    final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();
    final StringProperty capital = new SimpleStringProperty(Figures.fixed(StartChoice.DEFAULT_CAPITAL, 2));
    final StringProperty capitalError = new SimpleStringProperty("");
    final StringProperty unit = new SimpleStringProperty("");
    final StringProperty trouble = new SimpleStringProperty("");
    final BooleanProperty busy = new SimpleBooleanProperty();
    /** What it is busy with. */
    final StringProperty busyWord = new SimpleStringProperty("");

    StartViewModel(Terminal terminal) {
        List<Source> offered = new ArrayList<>();
        terminal.saved().ifPresent(saved -> offered.add(new Source.GoOn(saved.title(), saved.detail())));
        terminal.samples().forEach(sample -> offered.add(new Source.Sample(sample)));
        offered.add(new Source.File());
        sources = List.copyOf(offered);
        source.addListener((property, old, now) -> chosenChanged());
        capital.addListener((property, old, now) -> capitalError.set(capitalTrouble(now)));
        chosenChanged();
        chooseAsLast(terminal.lastUse().loadLastUse());
    }

    /** Last time's answers are this time's defaults; a session that can go on comes before them. */
    private void chooseAsLast(LastUse last) {
        for (int i = 0; i < sources.size(); i++) {
            if (!(sources.getFirst() instanceof Source.GoOn)
                    && sources.get(i) instanceof Source.Sample sample
                    && sample.data().id().equals(last.data())) {
                source.set(i);
            }
        }
        if (!last.capital().isEmpty() && capitalTrouble(last.capital()).isEmpty()) {
            capital.set(Figures.fixed(number(last.capital()), 2));
        }
    }

    /** {@return the answers to remember, over what else was remembered} */
    LastUse remembered(LastUse before) {
        String data = chosen() instanceof Source.Sample sample ? sample.data().id() : before.data();
        String money = capitalValue().map(BigDecimal::toPlainString).orElse(before.capital());
        return new LastUse(data, money, before.speed(), before.window());
    }

    private void chosenChanged() {
        unit.set(switch (chosen()) {
            case Source.Sample sample -> sample.data().instrument().quote().code();
            case Source.GoOn goOn -> "";
            case Source.File anyFile -> "quote";
        });
        trouble.set("");
    }

    /** {@return the chosen source} */
    Source chosen() {
        return sources.get(source.get());
    }

    /** {@return what to choose in place of a session that cannot go on; empty while no such session is chosen} */
    OptionalInt fresh() {
        if (chosen() instanceof Source.GoOn) {
            for (int i = 0; i < sources.size(); i++) {
                if (sources.get(i) instanceof Source.Sample) {
                    return OptionalInt.of(i);
                }
            }
        }
        return OptionalInt.empty();
    }

    /** {@return whether capital is asked: a session that goes on has its own} */
    boolean asksCapital() {
        return !(chosen() instanceof Source.GoOn);
    }

    /** {@return the capital as a number, empty if it is none} */
    Optional<BigDecimal> capitalValue() {
        return capitalTrouble(capital.get()).isEmpty() ? Optional.of(number(capital.get())) : Optional.empty();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.strip().replace(",", ""));
    }

    private static String capitalTrouble(String text) {
        String wanted = "takes an amount above 0, at most 100,000,000";
        try {
            BigDecimal value = number(text);
            return value.signum() > 0 && value.compareTo(MOST) <= 0 ? "" : "'" + text.strip() + "' does not work: it " + wanted;
        } catch (NumberFormatException e) {
            return "'" + text.strip() + "' is not a number: it " + wanted;
        }
    }

    /** {@return what to start; empty where something is missing, which {@link #trouble} or {@link #capitalError} then says} */
    Optional<StartChoice> choice() {
        trouble.set("");
        Optional<BigDecimal> money = capitalValue();
        if (money.isEmpty()) {
            return Optional.empty();
        }
        return data().map(data -> new StartChoice(data, money.get()));
    }

    private Optional<StartChoice.Data> data() {
        return switch (chosen()) {
            case Source.Sample sample -> Optional.of(new StartChoice.Sample(sample.data().id()));
            case Source.GoOn goOn -> Optional.empty();
            case Source.File anyFile -> fileData();
        };
    }

    private Optional<StartChoice.Data> fileData() {
        Path path = file.get();
        if (path == null) {
            trouble.set("No file is chosen yet. Choose a CSV of trades or candles, plain or gzip.");
            return Optional.empty();
        }
        if (!Files.isReadable(path)) {
            trouble.set("The file " + path + " cannot be read. Choose another, or allow reading it.");
            return Optional.empty();
        }
        return Optional.of(new StartChoice.CsvFile(path));
    }
}
