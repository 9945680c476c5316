package dev.tradewind.ui.screen.trade;

import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.Popover;
import dev.tradewind.ui.widget.UnitField;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import org.controlsfx.control.PopOver.ArrowLocation;

/** Questions a position's buttons ask before anything that costs money is sent. */
final class CloseCard {

    private CloseCard() {}

    /** Asks whether to close at market. */
    static void askToClose(Theme theme, Node owner, String question, String meaning, Runnable close) {
        Button yes = Buttons.of("Close at market", () -> {}, "danger");
        yes.setId("close-position-yes");
        Button no = Buttons.of("Keep it", () -> {}, "quiet");
        HBox row = new HBox(yes, Labels.spring(), no);
        row.getStyleClass().add("spacing-8");
        Popover card = new Popover(
                theme, ArrowLocation.BOTTOM_RIGHT, Labels.of(question, "t-strong"),
                Labels.wrapped(meaning, "t-secondary"), row);
        yes.setOnAction(event -> {
            card.hide();
            close.run();
        });
        no.setOnAction(event -> card.hide());
        card.toggle(owner);
    }

    /** Asks how much margin to add. */
    static void askForMargin(Theme theme, Node owner, String unit, Consumer<String> add) {
        UnitField amount = new UnitField("", unit);
        amount.text().setId("margin-amount");
        Button send = Buttons.of("Add margin", () -> {}, "primary");
        send.setId("margin-send");
        Popover card = new Popover(
                theme, ArrowLocation.BOTTOM_RIGHT, Labels.of("Add margin", "t-strong"),
                Labels.wrapped("Taken from the free balance; it moves the liquidation price away. A minus takes it out.",
                        "t-secondary"),
                amount, new HBox(send));
        Runnable go = () -> {
            card.hide();
            add.accept(amount.text().getText());
        };
        send.setOnAction(event -> go.run());
        amount.text().setOnAction(event -> go.run());
        card.toggle(owner);
        amount.text().requestFocus();
    }
}
