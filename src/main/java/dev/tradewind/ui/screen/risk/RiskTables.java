package dev.tradewind.ui.screen.risk;

import dev.tradewind.bot.StopPolicy;
import dev.tradewind.domain.Instrument;
import dev.tradewind.engine.EngineSnapshot.QuarantineRow;
import dev.tradewind.engine.EngineSnapshot.RuleRow;
import dev.tradewind.engine.EngineSnapshot.StopRow;
import dev.tradewind.engine.RiskLog;
import dev.tradewind.risk.RuleState.Level;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Columns;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Messages;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.TableView;

/** The Risk screen's tables: which columns, in which words. */
final class RiskTables {

    private final RiskViewModel model;
    private final Theme theme;
    private final Instrument instrument;
    private final TableView<RuleRow> rules;
    private final TableView<StopRow> stops;

    RiskTables(RiskViewModel model, Theme theme) {
        this.model = model;
        this.theme = theme;
        this.instrument = model.snapshot().market().instrument();
        rules = table("risk-rules", model.rules);
        stops = table("risk-stops", model.stops);
    }

    /** Writes lengths of time anew where some run: rows with one are few. */
    void tick() {
        if (model.rules.get().stream().anyMatch(rule -> rule.coolNanos() > 0)) {
            rules.refresh();
        }
        if (model.stops.get().stream().anyMatch(stop -> stop.sinceNanos() > 0)) {
            stops.refresh();
        }
    }

    TableView<RuleRow> rules(Node firstStep) {
        TableView<RuleRow> table = rules;
        table.getColumns().addAll(List.of(
                Columns.text("Rule", 250, RuleRow::text, rule -> "mono"),
                Columns.text("Measures", 132, RuleRow::label, rule -> "is-secondary"),
                Columns.text("About", 92, rule -> model.about(rule.botId()), rule -> ""),
                Columns.figure("Now", 92, rule -> rule.value().equals("-") ? Figures.NONE : rule.value(), rule -> "strong"),
                Columns.figure("Limit", 92, RuleRow::limit, rule -> ""),
                Columns.node("Used", 136, Gauge::new),
                Columns.text("State", 140, this::state, rule -> tone(rule.level()))));
        table.setPlaceholder(Messages.empty(
                Icon.SHIELD, "No risk rules", "Every order still passes the exchange's filters and your balance. Start from"
                        + " a daily loss limit: it ends a bad day by itself.", firstStep));
        return table;
    }

    private String state(RuleRow rule) {
        String cooling = rule.coolNanos() > model.snapshot().timeNanos()
                ? ", cools " + Figures.duration(rule.coolNanos() - model.snapshot().timeNanos())
                : "";
        return switch (rule.level()) {
            case GREEN -> "✓ Kept";
            case AMBER -> "! Near";
            case RED -> "✕ Broken" + cooling;
        };
    }

    static String tone(Level level) {
        return switch (level) {
            case GREEN -> "is-buy";
            case AMBER -> "is-warn";
            case RED -> "is-sell";
        };
    }

    TableView<StopRow> stops() {
        TableView<StopRow> table = stops;
        table.getColumns().addAll(List.of(
                Columns.text("State", 150, this::cover, stop -> tone(stop.level())),
                Columns.text("Bot", 140, stop -> model.about(stop.botId()), stop -> "strong"),
                Columns.text("Stop belongs", 130, stop -> policy(stop.policy()), stop -> "is-secondary"),
                Columns.figure("Held " + instrument.base().code(), 104, stop -> lots(stop.netLots()), stop -> ""),
                Columns.figure("At the exchange", 104, stop -> lots(stop.exchangeLots()), stop -> ""),
                Columns.figure("Watched here", 104, stop -> lots(stop.hereLots()), stop -> ""),
                Columns.figure("Uncovered", 104, stop -> lots(stop.uncoveredLots()),
                        stop -> stop.uncoveredLots() == 0 ? "is-faint" : "is-sell"),
                Columns.figure("Stop price", 96, stop -> Figures.price(instrument, stop.stopTicks()), stop -> "")));
        table.setPlaceholder(Messages.empty(
                Icon.SHIELD, "No stop to watch",
                "A bot with a stop policy and a position shows here: first how much of it is covered.", new Node[0]));
        return table;
    }

    private String cover(StopRow stop) {
        return switch (stop.level()) {
            case GREEN -> "✓ Covered";
            case AMBER -> "◌ On its way";
            case RED -> stop.sinceNanos() == 0
                    ? "✕ Uncovered"
                    : "✕ Uncovered " + Figures.duration(model.snapshot().timeNanos() - stop.sinceNanos());
        };
    }

    private static String policy(StopPolicy policy) {
        return switch (policy) {
            case NONE -> "nowhere: none set";
            case EXCHANGE -> "at the exchange";
            case HERE -> "here, at market";
        };
    }

    private String lots(long lots) {
        return Figures.fixed(instrument.toQuantity(lots), Math.min(5, instrument.quantityDecimals()));
    }

    TableView<RiskLog.Row> log() {
        TableView<RiskLog.Row> table = table("risk-log", model.log);
        table.getColumns().addAll(List.of(
                Columns.text("Time", 96, row -> Figures.minute(row.timeNanos()), row -> "is-faint"),
                Columns.text("What", 100, row -> words(row.kind()), row -> tone(row.kind())),
                Columns.text("Rule", 220, row -> row.rule() == 0 ? "session: " + row.text() : row.text(), row -> "mono"),
                Columns.text("About", 92, row -> model.about(row.botId()), row -> ""),
                Columns.figure("Value", 84, RiskLog.Row::value, row -> ""),
                Columns.figure("Limit", 84, RiskLog.Row::limit, row -> "is-secondary")));
        table.setPlaceholder(Messages.empty(
                Icon.CHECK, "No violations", "What a rule refuses or ends is written here, with the value it saw.",
                new Node[0]));
        return table;
    }

    private static String words(RiskLog.Kind kind) {
        return switch (kind) {
            case BROKEN -> "✕ Broken";
            case REFUSED -> "! Refused";
            case CLEARED -> "✓ Kept again";
        };
    }

    private static String tone(RiskLog.Kind kind) {
        return switch (kind) {
            case BROKEN -> "is-sell";
            case REFUSED -> "is-warn";
            case CLEARED -> "is-buy";
        };
    }

    TableView<QuarantineRow> quarantine() {
        TableView<QuarantineRow> table = table("risk-quarantine", model.quarantine);
        table.getColumns().addAll(List.of(
                Columns.text("Time", 96, row -> Figures.minute(row.timeNanos()), row -> "is-faint"),
                Columns.text("Now", 112, RiskTables::now, RiskTables::tone),
                Columns.text("Why it cannot be", 260, QuarantineRow::trouble, row -> "is-secondary"),
                Columns.text("Exchange's answer", 150, QuarantineRow::outcome, row -> "is-secondary"),
                Columns.figure("Order", 64, row -> Long.toString(row.clientOrderId()), row -> ""),
                Columns.figure("Journal", 74, row -> Figures.whole(row.row()), row -> "mono")));
        table.setPlaceholder(Messages.empty(
                Icon.CHECK, "Nothing in quarantine",
                "A report that cannot be true changes nothing; it waits here until the exchange has answered.",
                new Node[0]));
        return table;
    }

    private static String now(QuarantineRow row) {
        return switch (row.state()) {
            case ASKED -> "◌ Asked";
            case DISCARDED -> "✓ Dropped";
            case SETTLED -> "✓ Settled";
            case CONTRADICTED -> "✕ Contradicted";
        };
    }

    private static String tone(QuarantineRow row) {
        return switch (row.state()) {
            case ASKED -> "is-warn";
            case DISCARDED, SETTLED -> "is-buy";
            case CONTRADICTED -> "is-sell";
        };
    }

    private <R> TableView<R> table(String id, ObjectProperty<List<R>> rows) {
        TableView<R> table = new TableView<>();
        table.setId(id);
        table.setMinHeight(0);
        rows.addListener((property, before, now) -> Columns.show(table, now));
        Columns.show(table, rows.get());
        table.widthProperty().addListener((property, before, now) -> fit(table));
        theme.appearanceProperty().addListener((property, before, now) -> fit(table));
        return table;
    }

    private void fit(TableView<?> table) {
        Columns.spread(table, theme.appearanceProperty().get().textPercent());
    }
}
