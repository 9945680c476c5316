package dev.tradewind.ui.screen.bots;

import dev.tradewind.bot.RiskSheet;
import dev.tradewind.bot.RiskSheet.Check;
import dev.tradewind.bot.RiskSheet.Level;
import dev.tradewind.bot.RiskSheet.Line;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Columns;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Every order a plan can place, what was checked, what would mend it, and what it may come to. */
final class RiskSheetPane extends VBox {

    private static final int MOST_ROWS = 9;

    private final BotFormModel model;
    private final Instrument instrument;
    private final Theme theme;
    private final TableView<SheetLine> table = new TableView<>();
    private final VBox body = new VBox();
    private final GridPane tiles = new GridPane();
    private final Label verdict = Labels.of("", "chip");

    /** A line as the table writes it. */
    private record SheetLine(
            String name, String deviation, String price, String size, String volume, String average, String profit,
            String bounce, String verdict, String tone, String style) {}

    RiskSheetPane(BotFormModel model, Instrument instrument, Theme theme) {
        this.model = model;
        this.instrument = instrument;
        this.theme = theme;
                String base = instrument.base().code();
        table.getColumns().addAll(List.of(
                Columns.text("", 76, SheetLine::name, line -> "strong"),
                Columns.figure("Deviation", 100, SheetLine::deviation, line -> "is-secondary"),
                Columns.figure("Price", 104, SheetLine::price, line -> ""),
                Columns.figure("Size " + base, 118, SheetLine::size, line -> ""),
                Columns.figure("Volume", 104, SheetLine::volume, line -> ""),
                Columns.figure("Average", 104, SheetLine::average, line -> ""),
                Columns.figure("Take profit", 104, SheetLine::profit, line -> ""),
                Columns.figure("Bounce", 92, SheetLine::bounce, line -> "is-secondary"),
                Columns.text("Verdict", 130, SheetLine::verdict, SheetLine::tone)));
        table.setRowFactory(owner -> new StyledRow());
        table.setFocusTraversable(false);
        table.setId("risk-sheet");
        table.widthProperty().addListener((property, old, now) ->
                Columns.spread(table, theme.appearanceProperty().get().textPercent()));
        HBox head = new HBox(
                Labels.of("Risk sheet", "t-section"),
                Labels.of("every order this plan can place", "t-secondary"),
                Labels.spring(),
                verdict);
        head.getStyleClass().addAll("pane-head", "tall");
        body.getStyleClass().add("sheet-body");
        ScrollPane scroll = new ScrollPane(new VBox(table, body));
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        tiles.getStyleClass().add("tiles");
        for (int i = 0; i < 4; i++) {
            ColumnConstraints quarter = new ColumnConstraints();
            quarter.setPercentWidth(25);
            tiles.getColumnConstraints().add(quarter);
        }
        getStyleClass().add("pane");
        getChildren().addAll(head, scroll, tiles);
        model.sheet.addListener((property, old, now) -> show(now));
        model.problem.addListener((property, old, now) -> show(model.sheet.get()));
        show(model.sheet.get());
    }

    private void show(Optional<RiskSheet> planned) {
        body.getChildren().clear();
        tiles.getChildren().clear();
        boolean blocked = !model.blockedBy.get().isEmpty() || planned.isEmpty() || planned.get().blocking() > 0;
        if (planned.isEmpty()) {
            table.getItems().clear();
            verdict.setText("No plan yet");
            Labels.tone(verdict, "is-sell");
            String why = model.problem.get().isEmpty() ? "A field of the form needs mending first." : model.problem.get();
            body.getChildren().add(Messages.trouble(true, "There is no plan to judge", why));
            fitRows(1);
            return;
        }
        RiskSheet sheet = planned.get();
        int blocking = sheet.blocking();
        verdict.setText(blocking == 0 ? "Ready to start" : blocking == 1 ? "1 line blocks" : blocking + " lines block");
        Labels.tone(verdict, blocked && blocking > 0 ? "is-sell" : "is-buy");
        List<SheetLine> lines = new ArrayList<>();
        sheet.lines().forEach(line -> lines.add(line(line)));
        lines.add(total(sheet));
        Columns.show(table, lines);
        fitRows(Math.min(MOST_ROWS, lines.size()));
        sheet.checks().stream()
                .filter(check -> check.level() == Level.BLOCK)
                .forEach(check -> body.getChildren().add(mendBox(check, sheet)));
        sheet.checks().forEach(check -> body.getChildren().addAll(checkLine(check), Labels.rule()));
        showTiles(sheet);
    }

    private void fitRows(int rows) {
        double em = theme.rootPixels() / Theme.ROOT_PIXELS;
        double height = (24 + 26 * rows + 2) * em;
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
    }

    private SheetLine line(Line line) {
        Level level = line.verdict().level();
        return new SheetLine(
                line.label(),
                Figures.fixed(-Math.abs(line.deviationPercent()), 4) + " %",
                Figures.fixed(line.price(), instrument.priceDecimals()),
                Figures.fixed(line.quantity(), instrument.quantityDecimals()),
                Figures.fixed(line.volume(), 2),
                Figures.fixed(line.average(), instrument.priceDecimals()),
                Figures.fixed(line.takeProfit(), instrument.priceDecimals()),
                Figures.fixed(line.bouncePercent(), 3) + " %",
                verdict(line.verdict()),
                tone(level),
                level == Level.BLOCK ? "blocks" : "");
    }

    private static String verdict(RiskSheet.Verdict verdict) {
        String rule = verdict.rule().isEmpty() ? verdict.message() : verdict.rule().toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (verdict.level()) {
            case PASS -> "✓ " + (verdict.message().isEmpty() ? "passes" : verdict.message());
            case LOOK -> "! " + rule;
            case BLOCK -> "✕ " + rule;
        };
    }

    private SheetLine total(RiskSheet sheet) {
        double size = 0;
        double volume = 0;
        for (Line line : sheet.lines()) {
            size += line.quantity();
            volume += line.volume();
        }
        int count = sheet.lines().size();
        return new SheetLine(
                "Total", "", "", Figures.fixed(size, instrument.quantityDecimals()), Figures.fixed(volume, 2), "", "",
                Figures.fixed(sheet.bouncePercent(), 3) + " %", count == 1 ? "1 order" : count + " orders", "is-secondary",
                "total");
    }

    private static String tone(Level level) {
        return switch (level) {
            case PASS -> "is-buy";
            case LOOK -> "is-warn";
            case BLOCK -> "is-sell";
        };
    }

    private VBox mendBox(Check check, RiskSheet sheet) {
        List<Node> mends = new ArrayList<>();
        if (!check.mends().isEmpty()) {
            mends.add(Labels.of("Mend it with one change:", "t-secondary"));
        }
        for (RiskSheet.Mend mend : check.mends()) {
            Button button = Buttons.of(mend.label(), () -> model.mend(mend), mends.size() == 1 ? "primary" : "default");
            button.getStyleClass().add("mend");
            mends.add(button);
        }
        VBox box = Messages.trouble(true, check.label() + ": " + check.figure(), check.detail(), mends.toArray(Node[]::new));
        long capital = model.capitalAtoms();
        if (sheet.capitalAtoms() > capital && check.label().toLowerCase(Locale.ROOT).contains("capital")) {
            box.getChildren().add(2, shortfall(capital, sheet.capitalAtoms()));
        }
        return box;
    }

    private static StackPane shortfall(long have, long need) {
        Region whole = new Region();
        whole.getStyleClass().addAll("bar", "short");
        Region part = new Region();
        part.getStyleClass().addAll("bar", "have");
        StackPane bar = new StackPane(whole, part);
        bar.getStyleClass().add("bar-pane");
        part.maxWidthProperty().bind(bar.widthProperty().multiply((double) have / need));
        return bar;
    }

    private static HBox checkLine(Check check) {
        Icon icon = switch (check.level()) {
            case PASS -> Icon.CHECK;
            case LOOK -> Icon.LOOK;
            case BLOCK -> Icon.BLOCK;
        };
        Label figure = Labels.of(check.figure(), "check-figure");
        if (check.level() != Level.PASS) {
            Labels.tone(figure, tone(check.level()));
        }
        HBox row = new HBox(
                new IconView(icon, tone(check.level())),
                Labels.of(check.label(), "t-medium", "check-label"),
                Labels.wrapped(check.detail(), "t-secondary"),
                Labels.spring(),
                figure);
        row.getStyleClass().add("check-line");
        return row;
    }

    private void showTiles(RiskSheet sheet) {
        Asset quote = instrument.quote();
        tiles.addRow(
                0,
                tile("Worst state", Figures.profit(quote, sheet.worstAtoms()), "is-sell", sheet.worstText()),
                tile("Break-even after fees", Figures.fixed(sheet.breakEven(), instrument.priceDecimals()), "",
                        "with every order filled"),
                tile("Bounce needed", Figures.fixed(sheet.bouncePercent(), 3) + " %", "",
                        "from the last order to the take profit"),
                tile("Fees, full deal", Figures.money(quote, sheet.feesAtoms()), "",
                        "profit after fees " + Figures.profit(quote, sheet.profitAtoms())));
    }

    private static VBox tile(String label, String value, String tone, String line) {
        Label figure = Labels.of(value, "t-metric");
        Labels.tone(figure, tone);
        Label note = Labels.wrapped(line, "t-secondary");
        VBox tile = new VBox(Labels.of(label, "t-label"), figure, note);
        tile.getStyleClass().add("tile");
        return tile;
    }

    private static final class StyledRow extends TableRow<SheetLine> {
        @Override
        protected void updateItem(SheetLine line, boolean empty) {
            super.updateItem(line, empty);
            getStyleClass().removeAll("blocks", "total");
            if (!empty && line != null && !line.style().isEmpty()) {
                getStyleClass().add(line.style());
            }
        }
    }
}
