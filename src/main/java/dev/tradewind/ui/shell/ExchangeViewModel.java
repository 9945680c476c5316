package dev.tradewind.ui.shell;

import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.LineState;
import dev.tradewind.engine.ReconciliationReport;
import dev.tradewind.ui.widget.Figures;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The line to the exchange, and what comparing its books with ours came to. JavaFX thread only. */
final class ExchangeViewModel {

    /** Whether there is something a person should see: no line, or differences nobody has looked at. */
    final BooleanProperty news = new SimpleBooleanProperty();
    final StringProperty words = new SimpleStringProperty("");
    /** The theme's tone of {@link #words}. */
    final StringProperty tone = new SimpleStringProperty("is-warn");
    /** A few words for the status bar; empty where there is no exchange to compare with. */
    final StringProperty status = new SimpleStringProperty("");
    final ObjectProperty<List<ReconciliationReport.Row>> rows = new SimpleObjectProperty<>(List.of());
    /** Whether the differences may be put out of sight: the line is open again. */
    final BooleanProperty settled = new SimpleBooleanProperty();

    private long seenNanos;
    private long reportNanos;

    void update(EngineSnapshot snapshot) {
        EngineSnapshot.Outside outside = snapshot.outside();
        if (outside == null) {
            news.set(false);
            status.set("");
            return;
        }
        ReconciliationReport report = outside.report();
        List<ReconciliationReport.Row> now = report == null ? List.of() : report.rows();
        if (!now.equals(rows.get())) {
            rows.set(now);
        }
        reportNanos = report == null ? 0 : report.timeNanos();
        boolean open = outside.line() == LineState.OPEN;
        settled.set(open);
        news.set(!open || (!now.isEmpty() && reportNanos > seenNanos));
        tone.set(outside.line() == LineState.LOST ? "is-sell" : "is-warn");
        words.set(words(outside, report));
        status.set(status(outside, report));
    }

    /** The differences were looked at. */
    void seen() {
        seenNanos = reportNanos;
        news.set(!settled.get());
    }

    private static String words(EngineSnapshot.Outside outside, @Nullable ReconciliationReport report) {
        return switch (outside.line()) {
            case LOST -> "The exchange cannot be reached since " + Figures.clock(outside.sinceNanos()) + doubt(outside)
                    + ". Orders there stay as they are; none is sent until its books have been compared with ours.";
            case COMPARING -> "Comparing the exchange's books with ours" + doubt(outside)
                    + ". New orders are taken as soon as that is done; cancels leave.";
            case OPEN -> report == null ? "" : compared(report);
        };
    }

    private static String doubt(EngineSnapshot.Outside outside) {
        return outside.inDoubt() == 0
                ? ""
                : "; " + outside.inDoubt() + (outside.inDoubt() == 1 ? " order is" : " orders are") + " in doubt";
    }

    private static String compared(ReconciliationReport report) {
        int found = report.rows().size();
        return "Compared with the exchange at " + Figures.clock(report.timeNanos()) + ": "
                + (found == 1 ? "one difference" : found + " differences") + " found, " + report.changes() + " mended.";
    }

    private static String status(EngineSnapshot.Outside outside, @Nullable ReconciliationReport report) {
        return switch (outside.line()) {
            case LOST -> "not reachable";
            case COMPARING -> "comparing";
            case OPEN -> report == null
                    ? "open"
                    : (report.rows().isEmpty() ? "agrees " : report.rows().size() + " differences ")
                            + Figures.clock(report.timeNanos());
        };
    }
}
