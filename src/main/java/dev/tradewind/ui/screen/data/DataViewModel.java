package dev.tradewind.ui.screen.data;

import dev.tradewind.app.DataDesk.ExportReceipt;
import dev.tradewind.app.DataDesk.FormatChoice;
import dev.tradewind.app.DataDesk.ImportReceipt;
import dev.tradewind.app.DataDesk.ImportRequest;
import dev.tradewind.app.DataDesk;
import dev.tradewind.app.job.Job;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.CandleStore.Retention;
import dev.tradewind.marketdata.SeriesCheck;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.StoredSeries;
import dev.tradewind.ui.widget.Figures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The Data screen without its nodes. JavaFX thread only; whoever reads the store for it hands the outcome back there. */
final class DataViewModel {

    /** What a file's format is when nobody says: told by its content. */
    static final FormatChoice BY_CONTENT = new FormatChoice("", "Told by content");

    final ObjectProperty<List<SeriesLine>> lines = new SimpleObjectProperty<>(List.of());
    final ObjectProperty<Optional<SeriesLine>> selected = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<List<Path>> files = new SimpleObjectProperty<>(List.of());
    final ObjectProperty<List<ImportReceipt>> receipts = new SimpleObjectProperty<>(List.of());
    final ObjectProperty<List<Retention>> rules = new SimpleObjectProperty<>(List.of());
    final ObjectProperty<FormatChoice> format = new SimpleObjectProperty<>(BY_CONTENT);
    final StringProperty as = new SimpleStringProperty("");
    final StringProperty asError = new SimpleStringProperty("");
    final BooleanProperty repair = new SimpleBooleanProperty();
    final StringProperty headline = new SimpleStringProperty("");
    final StringProperty meaning = new SimpleStringProperty("");
    final StringProperty tone = new SimpleStringProperty("");
    final StringProperty trouble = new SimpleStringProperty("");
    final StringProperty note = new SimpleStringProperty("");
    final StringProperty days = new SimpleStringProperty("");
    final StringProperty daysError = new SimpleStringProperty("");
    final ObjectProperty<Timeframe> ruleFor = new SimpleObjectProperty<>(Timeframe.M1);
    final BooleanProperty busy = new SimpleBooleanProperty();

    private final DataDesk desk;
    private final Map<SeriesKey, SeriesCheck> checks = new TreeMap<>();

    DataViewModel(DataDesk desk) {
        this.desk = desk;
        as.addListener((property, before, now) -> judgeName());
        days.addListener((property, before, now) -> daysError.set(""));
        headline();
    }

    /** Reads what there is; not for the JavaFX thread. */
    Found read() {
        return new Found(desk.list(), desk.retention());
    }

    /** What a reading found. */
    record Found(List<StoredSeries> series, List<Retention> rules) {}

    /** Shows what was read. */
    void take(Found found) {
        List<SeriesLine> now = new ArrayList<>();
        for (StoredSeries series : found.series()) {
            now.add(new SeriesLine(series, Optional.ofNullable(checks.get(series.key()))));
        }
        checks.keySet().removeIf(key -> now.stream().noneMatch(line -> line.key().equals(key)));
        Optional<SeriesKey> chosen = selected.get().map(SeriesLine::key);
        lines.set(List.copyOf(now));
        rules.set(List.copyOf(found.rules()));
        selected.set(now.stream()
                .filter(line -> chosen.isPresent() && line.key().equals(chosen.get()))
                .findFirst()
                .or(() -> now.stream().findFirst()));
        headline();
    }

    private void headline() {
        List<SeriesLine> all = lines.get();
        long rows = all.stream().mapToLong(line -> line.series().rows()).sum();
        long bytes = all.stream().mapToLong(line -> line.series().bytes()).sum();
        long wrong = all.stream().filter(line -> line.check().isPresent() && !line.check().get().sound()).count();
        long open = all.stream().filter(line -> line.check().isEmpty()).count();
        if (all.isEmpty()) {
            tone.set("");
            headline.set("Nothing stored yet");
            meaning.set("Import candles or trades; backtests, paper sessions and charts then take them by name.");
            return;
        }
        tone.set(wrong > 0 ? "is-sell" : open > 0 ? "" : "is-buy");
        headline.set(count(all.size(), "series", "series") + ", " + count(rows, "row", "rows") + " in " + SeriesLine.size(bytes));
        meaning.set(wrong > 0
                ? count(wrong, "series has", "series have") + " rows that cannot be: choose it below, look, then repair."
                : open > 0
                        ? count(open, "series was", "series were") + " not checked since the terminal opened."
                        : "Every row was checked: nothing impossible, no damaged block. Gaps stay gaps.");
    }

    private static String count(long number, String one, String many) {
        return Figures.whole(number) + " " + (number == 1 ? one : many);
    }

    private void judgeName() {
        asError.set("");
        if (!as.get().isBlank()) {
            try {
                SeriesKey.parse(as.get().strip());
            } catch (IllegalArgumentException e) {
                asError.set(String.valueOf(e.getMessage()));
            }
        }
    }

    /** {@return the formats to choose from, first that nobody says} */
    List<FormatChoice> formats() {
        List<FormatChoice> all = new ArrayList<>(List.of(BY_CONTENT));
        all.addAll(desk.formats());
        return all;
    }

    /** Starts the import of the files chosen; empty where something typed is wrong. */
    Optional<Job<List<ImportReceipt>>> importFiles() {
        judgeName();
        trouble.set("");
        note.set("");
        receipts.set(List.of());
        if (files.get().isEmpty() || !asError.get().isEmpty()) {
            return Optional.empty();
        }
        Optional<SeriesKey> name = as.get().isBlank() ? Optional.empty() : Optional.of(SeriesKey.parse(as.get().strip()));
        Optional<String> told = format.get().id().isEmpty() ? Optional.empty() : Optional.of(format.get().id());
        return Optional.of(desk.importFiles(new ImportRequest(files.get(), told, name, repair.get())));
    }

    /** The import ended well. */
    void imported(List<ImportReceipt> made) {
        receipts.set(List.copyOf(made));
        made.forEach(receipt -> checks.remove(receipt.key()));
        files.set(List.of());
        as.set("");
    }

    Job<SeriesCheck> check(SeriesKey key, boolean mend) {
        trouble.set("");
        note.set("");
        return desk.verify(key, mend);
    }

    /** A check ended. */
    void checked(SeriesCheck check) {
        checks.put(check.key(), check);
        if (check.dropped() > 0) {
            note.set(count(check.dropped(), "row", "rows") + " of " + check.key()
                    + " dropped and kept apart; what is missing now is a gap.");
        }
        List<SeriesLine> now = lines.get().stream()
                .map(line -> line.key().equals(check.key()) ? new SeriesLine(line.series(), Optional.of(check)) : line)
                .toList();
        lines.set(now);
        Optional<SeriesKey> chosen = selected.get().map(SeriesLine::key);
        selected.set(now.stream().filter(line -> chosen.isPresent() && line.key().equals(chosen.get())).findFirst());
        headline();
    }

    /** {@return the series in the table's order} */
    List<SeriesKey> keys() {
        return lines.get().stream().map(SeriesLine::key).toList();
    }

    Job<ExportReceipt> export(SeriesLine line, Path file) {
        trouble.set("");
        note.set("");
        return desk.export(line.key(), Long.MIN_VALUE, Long.MAX_VALUE, file);
    }

    /** Drops a series; not for the JavaFX thread. */
    long drop(SeriesKey key) {
        return desk.drop(key);
    }

    /** {@return the rule typed, empty where it is none; then the error says why} */
    Optional<Retention> typedRule() {
        try {
            int number = Integer.parseInt(days.get().strip());
            if (number > 0) {
                return Optional.of(new Retention(ruleFor.get(), number));
            }
        } catch (NumberFormatException e) {
            // said below with the value
        }
        daysError.set("'" + days.get().strip() + "' is no number of days; a whole number from 1 on is.");
        return Optional.empty();
    }

    /** Keeps a rule; not for the JavaFX thread. */
    void retain(Timeframe timeframe, Optional<Integer> number) {
        desk.retain(timeframe, number);
    }

    Job<Long> applyRetention() {
        trouble.set("");
        note.set("");
        return desk.applyRetention();
    }

    /** Something did not work: what happened; what is stored is as it was. */
    void failed(String what, Throwable cause) {
        String why = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        trouble.set(what + ": " + why + " What was stored is as it was.");
    }
}
