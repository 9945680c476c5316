package dev.tradewind.ui.screen.bots;

import dev.tradewind.domain.BotState;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Columns;
import dev.tradewind.ui.widget.Labels;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The bots as a table, one row each. */
final class BotTable extends TableView<BotLine> {

    private final Theme theme;
    private final BotActions actions;
    private final BotsViewModel model;
    private boolean filling;

    BotTable(BotsViewModel model, Theme theme, BotActions actions) {
        this.model = model;
        this.theme = theme;
        this.actions = actions;
        setId("bot-table");
        getStyleClass().add("tall");
        TableColumn<BotLine, BotLine> last = Columns.text("Last action", 210, BotLine::action, BotLine::actionTone);
        getColumns().addAll(List.of(
                Columns.node("Bot", 178, this::nameCell),
                Columns.text("Type", 112, BotLine::type, line -> "is-secondary"),
                Columns.text("Instrument", 84, BotLine::instrument, line -> "strong"),
                Columns.node("State", 148, line -> BotStates.chip(line.state(), line.archived())),
                Columns.node("Profit", 82, line -> new Sparkline(line.spark(), theme)),
                Columns.figure("Net PnL", 82, BotLine::net, line -> line.netTone() + " strong"),
                Columns.figure("Realised", 82, BotLine::realised, line -> ""),
                Columns.figure("Unrealised", 82, BotLine::unrealised, BotLine::unrealisedTone),
                Columns.figure("Fees", 70, BotLine::fees, line -> "is-secondary"),
                Columns.figure("Deals", 60, BotLine::deals, line -> ""),
                Columns.figure("Capital", 82, BotLine::capital, line -> ""),
                Columns.text("Protection", 118, BotLine::protection, BotLine::protectionTone),
                last,
                Columns.node("", 100, this::actionCell)));
        widthProperty().addListener((property, old, now) -> fit(last));
        theme.appearanceProperty().addListener((property, old, now) -> {
            fit(last);
            refresh();
        });
        fit(last);
        model.lines.addListener((property, old, now) -> fill());
        model.selected.addListener((property, old, now) -> select());
        getSelectionModel().selectedItemProperty().addListener((property, old, now) -> {
            if (now != null && !filling) {
                model.selected.set(now.id());
            }
        });
    }

    private void fit(TableColumn<BotLine, BotLine> last) {
        Columns.fit(this, last, theme.appearanceProperty().get().textPercent());
    }

    private void fill() {
        filling = true;
        Columns.show(this, model.lines.get());
        filling = false;
        select();
    }

    private void select() {
        for (int i = 0; i < getItems().size(); i++) {
            if (getItems().get(i).id() == model.selected.get() && !getSelectionModel().isSelected(i)) {
                getSelectionModel().clearAndSelect(i);
            }
        }
    }

    private Node nameCell(BotLine line) {
        StackPane box = new StackPane(new IconView(icon(line.code()), "is-accent"));
        box.getStyleClass().add("bot-icon");
        VBox words = new VBox(Labels.of(line.name(), "t-strong"), Labels.of(line.code(), "t-id"));
        words.getStyleClass().add("bot-words");
        HBox row = new HBox(box, words);
        row.getStyleClass().add("bot-name");
        return row;
    }

    static Icon icon(String code) {
        return code.startsWith("dca") ? Icon.LAYERS : code.startsWith("sma") ? Icon.TREND : code.contains("grid") ? Icon.GRID : Icon.BOT;
    }

    private Node actionCell(BotLine line) {
        HBox row = new HBox();
        row.getStyleClass().add("row-actions");
        if (BotStates.mayPause(line.state())) {
            row.getChildren().add(button(Icon.PAUSE, "Pause " + line.name(),
                    () -> actions.pauseOrResume(line.id(), line.state())));
        } else if (BotStates.mayResume(line.state())) {
            row.getChildren().add(button(Icon.PLAY, "Resume " + line.name(),
                    () -> actions.pauseOrResume(line.id(), line.state())));
        }
        if (BotStates.mayStop(line.state())) {
            row.getChildren().add(button(Icon.SQUARE, "Stop " + line.name() + "…",
                    () -> actions.stop(line.id(), line.name())));
            row.getChildren().add(button(Icon.PENCIL, "Edit " + line.name(), () -> actions.edit(line.id())));
        } else if (line.state() == BotState.STOPPED) {
            row.getChildren().add(button(Icon.COPY, "Clone " + line.name(), () -> actions.copy(line.id())));
            row.getChildren().add(button(
                    line.archived() ? Icon.UNDO : Icon.INBOX, (line.archived() ? "Restore " : "Archive ") + line.name(),
                    () -> actions.archive(line.id(), !line.archived())));
        }
        return row;
    }

    private static Button button(Icon icon, String tip, Runnable action) {
        return Buttons.icon(icon, tip, action, "small");
    }
}
