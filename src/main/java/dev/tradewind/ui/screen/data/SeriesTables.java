package dev.tradewind.ui.screen.data;

import dev.tradewind.marketdata.SeriesCheck;
import dev.tradewind.marketdata.SeriesCheck.Finding;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Columns;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Messages;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TableView;

/** The stored series and the findings of the chosen one, as tables. */
final class SeriesTables {

    private final DataViewModel model;
    private final Theme theme;
    private final TableView<SeriesLine> series = new TableView<>();
    private final TableView<Finding> findings = new TableView<>();
    private boolean filling;

    SeriesTables(DataViewModel model, Theme theme, Node firstStep) {
        this.model = model;
        this.theme = theme;
        series.setId("data-series");
        series.getColumns().addAll(List.of(
                Columns.text("Symbol", 104, line -> line.key().symbol(), line -> "strong"),
                Columns.text("Venue", 92, line -> line.key().venue(), line -> "is-secondary"),
                Columns.text("Candles", 62, SeriesLine::kind, line -> ""),
                Columns.text("From", 88, line -> Figures.day(line.series().firstNanos()), line -> ""),
                Columns.text("To", 88, line -> Figures.day(line.series().lastNanos()), line -> ""),
                Columns.node("Covered", 150, this::strip),
                Columns.figure("Rows", 84, line -> Figures.whole(line.series().rows()), line -> ""),
                Columns.figure("Gaps", 52, SeriesLine::gaps, line -> line.series().gaps() == 0 ? "is-faint" : "is-warn"),
                Columns.figure("Missing", 62, SeriesLine::missing, line -> line.series().missing() == 0 ? "is-faint" : ""),
                Columns.figure("Revised", 62, line -> Figures.whole(line.series().revisions()),
                        line -> line.series().revisions() == 0 ? "is-faint" : ""),
                Columns.figure("Size", 72, line -> SeriesLine.size(line.series().bytes()), line -> ""),
                Columns.text("Check", 104, SeriesLine::state, SeriesLine::tone)));
        series.setPlaceholder(Messages.empty(
                Icon.INBOX, "Nothing stored yet",
                "Exchange archives, our CSV, freqtrade, TradingView and Kraken files are told by their content.", firstStep));
        findings.setId("data-findings");
        findings.getColumns().addAll(List.of(
                Columns.text("Found", 116, finding -> words(finding.kind()), finding -> tone(finding.kind())),
                Columns.text("At, UTC", 142, finding -> Figures.moment(finding.atNanos()), finding -> ""),
                Columns.figure("Rows", 64, finding -> Figures.whole(finding.rows()), finding -> ""),
                Columns.text("What", 420, Finding::text, finding -> "is-secondary")));
        wire(series);
        wire(findings);
        model.lines.addListener((property, before, now) -> fill());
        model.selected.addListener((property, before, now) -> choose());
        series.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !filling) {
                model.selected.set(Optional.of(now));
            }
        });
        fill();
    }

    private Node strip(SeriesLine line) {
        long from = model.lines.get().stream().mapToLong(each -> each.series().firstNanos()).min().orElse(0);
        long to = model.lines.get().stream().mapToLong(each -> each.series().lastNanos()).max().orElse(1);
        return new CoverageStrip(Coverage.of(line, from, to), theme, 0.6);
    }

    private void wire(TableView<?> table) {
        table.setMinHeight(0);
        table.widthProperty().addListener((property, before, now) -> fit(table));
        theme.appearanceProperty().addListener((property, before, now) -> {
            fit(table);
            table.refresh();
        });
    }

    private void fit(TableView<?> table) {
        Columns.spread(table, theme.appearanceProperty().get().textPercent());
    }

    private void fill() {
        filling = true;
        Columns.show(series, model.lines.get());
        series.refresh();
        filling = false;
        choose();
    }

    private void choose() {
        Optional<SeriesLine> chosen = model.selected.get();
        for (int i = 0; i < series.getItems().size(); i++) {
            boolean wanted = chosen.isPresent() && series.getItems().get(i).key().equals(chosen.get().key());
            if (wanted && !series.getSelectionModel().isSelected(i)) {
                series.getSelectionModel().clearAndSelect(i);
            }
        }
        findings.getItems().setAll(chosen.flatMap(SeriesLine::check).map(SeriesCheck::findings).orElse(List.of()));
        findings.setPlaceholder(chosen.flatMap(SeriesLine::check).isPresent()
                ? Messages.empty(Icon.CHECK, "Nothing found", "Every row was read: none missing, none impossible.")
                : Messages.empty(Icon.SEARCH, "Not checked yet",
                        "A check reads every row: gaps, duplicates, impossible prices, damaged blocks, disagreement"
                                + " between timeframes."));
    }

    static String words(SeriesCheck.Kind kind) {
        return switch (kind) {
            case GAP -> "… Gap";
            case DUPLICATE -> "✕ Duplicate";
            case IMPOSSIBLE -> "✕ Impossible";
            case DISAGREEMENT -> "! Disagreement";
            case DAMAGED -> "✕ Damaged";
        };
    }

    private static String tone(SeriesCheck.Kind kind) {
        return switch (kind) {
            case GAP, DISAGREEMENT -> "is-warn";
            case DUPLICATE, IMPOSSIBLE, DAMAGED -> "is-sell";
        };
    }

    TableView<SeriesLine> series() {
        return series;
    }

    TableView<Finding> findings() {
        return findings;
    }
}
