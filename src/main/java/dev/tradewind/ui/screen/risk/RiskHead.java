package dev.tradewind.ui.screen.risk;

import dev.tradewind.domain.TradingState;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.HoldButton;
import dev.tradewind.ui.widget.Labels;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Whether the session trades, and the switches: each must be held, none acts on a click. */
final class RiskHead extends HBox {

    private final HoldButton reduce;
    private final HoldButton halt;
    private final HoldButton flatten;
    private final HoldButton leave;

    RiskHead(RiskViewModel model) {
        getStyleClass().addAll("pane", "risk-head");
        Label state = Labels.of("", "t-section");
        state.setId("risk-state");
        state.textProperty().bind(model.state);
        Label meaning = Labels.wrapped("", "t-secondary");
        meaning.textProperty().bind(model.meaning);
        VBox words = new VBox(state, meaning);
        words.getStyleClass().add("spacing-4");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        reduce = hold("risk-reduce", "Hold to reduce only", "No new entries; what shrinks a position passes",
                model::reduce);
        halt = hold("risk-halt", "Hold to halt", "Cancels entries and takes no new order; stops stay", model::halt);
        flatten = hold("risk-flatten", "Hold to flatten",
                "Halts, cancels everything and closes every position at market", model::flatten);
        leave = hold("risk-leave", "Hold to trade again", "Ends the halt; cancelled orders do not come back",
                model::leaveHalt);
        FlowPane switches = new FlowPane(leave, reduce, halt, flatten);
        switches.getStyleClass().add("risk-switches");
        getChildren().addAll(words, switches);
        model.trading.addListener((property, before, now) -> show(state, now));
        show(state, model.trading.get());
    }

    private static HoldButton hold(String id, String words, String tip, Runnable action) {
        HoldButton button = new HoldButton(words, new IconView(Icon.HALT), action);
        button.button().setId(id);
        Buttons.tip(button.button(), "Hold for 0.8 s: " + tip);
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private void show(Label state, TradingState now) {
        Labels.tone(state, switch (now) {
            case ACTIVE -> "is-buy";
            case REDUCING -> "is-warn";
            case HALTED -> "is-sell";
        });
        leave.setVisible(now != TradingState.ACTIVE);
        reduce.setVisible(now == TradingState.ACTIVE);
        halt.setVisible(now != TradingState.HALTED);
    }
}
