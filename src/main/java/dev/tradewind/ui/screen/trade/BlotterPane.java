package dev.tradewind.ui.screen.trade;

import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.Messages;
import dev.tradewind.ui.widget.Segments;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Orders, positions, fills and bots of this instrument, one table at a time. */
final class BlotterPane extends VBox {

    /** The tables. */
    enum Tab {
        OPEN("Open orders"),
        POSITION("Positions"),
        FILLS("Fills"),
        HISTORY("Order history"),
        BOTS("Bots here"),
        TROUBLE("Trouble");

        private final String words;

        Tab(String words) {
            this.words = words;
        }
    }

    private final BlotterViewModel model;
    private final Segments<Tab> tabs = new Segments<>(List.of(Tab.values()), tab -> tab.words, false);
    private final StackPane body = new StackPane();
    private final Map<Tab, TableView<?>> tables = new EnumMap<>(Tab.class);
    private final Button cancelMine;
    private final BlotterTables made;

    BlotterPane(BlotterViewModel model, BlotterActions actions, Theme theme) {
        this.model = model;
        this.cancelMine = Buttons.of("Cancel all mine", actions::cancelMine, "quiet", "small");
        Buttons.tip(cancelMine, "Cancel all your working orders; bots' orders stay");
        getStyleClass().add("pane");
        made = new BlotterTables(model, actions, theme);
        add(Tab.OPEN, made.open(), model.open(), Icon.LIST, "No open orders",
                "Set a price with a click on the ladder, or start a bot.");
        add(Tab.POSITION, made.positions(), model.positions(), Icon.LAYERS, "No position",
                "What you and your bots buy shows here with its average and result.");
        add(Tab.FILLS, made.fills(), model.fills(), Icon.ACTIVITY, "No fills yet",
                "Every fill shows here with its fee and journal row.");
        add(Tab.HISTORY, made.history(), model.history(), Icon.HISTORY, "No finished orders",
                "Filled, cancelled and refused orders show here with the reason.");
        add(Tab.BOTS, made.bots(), model.bots(), Icon.BOT, "No bots on this instrument",
                "The Bots screen starts one in two clicks.");
        add(Tab.TROUBLE, made.troubles(), model.troubles(), Icon.SHIELD, "No trouble",
                "Reports that cannot be true, broken risk rules and failed algorithms show here.");
        tabs.getStyleClass().setAll("tabs");
        tabs.setId("blotter-tabs");
        tabs.onChoice(this::show);
        HBox head = new HBox(tabs);
        head.getStyleClass().add("tab-head");
        head.setMinHeight(USE_PREF_SIZE);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setMinHeight(0);
        Label summary = Labels.of("", "t-label");
        summary.textProperty().bind(model.summaryProperty());
        summary.setMinWidth(0);
        HBox foot = new HBox(summary, Labels.spring(), cancelMine);
        foot.getStyleClass().add("blotter-foot");
        foot.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(head, body, foot);
        show(Tab.OPEN);
    }

    private <T> void add(
            Tab tab, TableView<T> table, ObservableList<T> rows, Icon icon, String title, String line) {
        table.setItems(rows);
        table.setMinHeight(0);
        table.setPlaceholder(Messages.empty(icon, title, line));
        table.setId("blotter-" + tab.name().toLowerCase(Locale.ROOT));
        tables.put(tab, table);
        rows.addListener((ListChangeListener<T>) change -> count(tab, rows.size()));
        count(tab, rows.size());
    }

    private void count(Tab tab, int rows) {
        tabs.button(tab).setText(rows == 0 ? tab.words : tab.words + "  " + rows);
        cancelMine.setDisable(model.open().stream().noneMatch(open -> open.owner() == 0));
    }

    private void show(Tab tab) {
        tabs.select(tab);
        body.getChildren().setAll(tables.get(tab));
    }

    void rescale(double scale) {
        made.rescale(scale);
    }
}
