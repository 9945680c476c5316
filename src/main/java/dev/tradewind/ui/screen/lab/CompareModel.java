package dev.tradewind.ui.screen.lab;

import dev.tradewind.analytics.Comparison;
import dev.tradewind.app.LabDesk;
import dev.tradewind.app.LabDesk.Run;
import dev.tradewind.ui.fx.Hands;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The runs side by side: the one shown first, then those somebody added. Holds no nodes; JavaFX thread only. */
final class CompareModel {

    /** A run in the tray. */
    record Entry(Run run, RunTerms terms, Curves curves) {

        int number() {
            return run.number();
        }
    }

    final ObjectProperty<List<Entry>> entries = new SimpleObjectProperty<>(List.of());
    final StringProperty trouble = new SimpleStringProperty("");

    private final LabDesk desk;
    private final Hands hands;
    private int shown;

    CompareModel(LabDesk desk, Hands hands) {
        this.desk = desk;
        this.hands = hands;
    }

    /** The report shown now is always among them; one that was only shown gives way to the next. */
    void showing(ReportModel model) {
        int before = shown;
        shown = model.number();
        List<Entry> all = new ArrayList<>(entries.get());
        boolean known = all.stream().anyMatch(entry -> entry.number() == shown);
        if (!known) {
            if (all.size() == Comparison.MOST_RUNS) {
                all.removeIf(entry -> entry.number() == before);
            }
            all.addFirst(new Entry(model.run(), model.terms(), model.curves()));
        }
        entries.set(List.copyOf(all));
    }

    int shown() {
        return shown;
    }

    boolean full() {
        return entries.get().size() >= Comparison.MOST_RUNS;
    }

    boolean has(int number) {
        return entries.get().stream().anyMatch(entry -> entry.number() == number);
    }

    /** Adds a run kept. */
    void add(int number) {
        if (full() || has(number)) {
            return;
        }
        trouble.set("");
        hands.apart("lab-compare", () -> desk.load(number).map(run ->
                new Entry(run, RunTerms.of(run.report().setup()), Curves.of(run.report()))), loaded ->
                loaded.ifPresentOrElse(entry -> {
                    if (!full() && !has(number)) {
                        List<Entry> all = new ArrayList<>(entries.get());
                        all.add(entry);
                        entries.set(List.copyOf(all));
                    }
                }, () -> trouble.set("Run " + number + " is not there any more.")),
                e -> trouble.set("Run " + number + " cannot be read: " + LabViewModel.said(e)));
    }

    /** Takes a run out. */
    void remove(int number) {
        entries.set(entries.get().stream().filter(entry -> entry.number() != number).toList());
    }

    /** {@return every figure of every run; there has to be one} */
    Comparison comparison() {
        return Comparison.of(
                entries.get().stream().map(entry -> "#" + entry.number() + " " + entry.run().report().title()).toList(),
                entries.get().stream().map(entry -> entry.run().report().performance()).toList());
    }
}
