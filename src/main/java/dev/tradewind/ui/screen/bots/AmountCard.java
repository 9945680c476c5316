package dev.tradewind.ui.screen.bots;

import dev.tradewind.bot.BotType;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.Popover;
import dev.tradewind.ui.widget.UnitField;
import java.math.BigDecimal;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.controlsfx.control.PopOver.ArrowLocation;

/** Asks for the amount of a bot's own action, and sends nothing until it is one. */
final class AmountCard {

    private final UnitField field;
    private final Label error = Labels.wrapped("", "field-error");
    private final Button send;
    private final Consumer<String> chosen;
    private final Popover card;

    /**
     * @param unit   what the amount is counted in
     * @param chosen takes the amount as canonical text
     */
    AmountCard(Theme theme, BotType.Action action, String unit, Consumer<String> chosen) {
        this.chosen = chosen;
        field = new UnitField("", unit);
        field.text().setId("amount");
        send = Buttons.of(action.label(), this::send, "primary");
        send.setId("amount-send");
        HBox row = new HBox(send);
        card = new Popover(theme, ArrowLocation.TOP_CENTER, Labels.of(action.label(), "t-strong"), field, error, row);
        field.text().textProperty().addListener((property, old, now) -> judge());
        field.text().setOnAction(event -> send());
        judge();
    }

    void toggle(Node owner) {
        field.text().clear();
        card.toggle(owner);
        field.text().requestFocus();
    }

    /** {@return what is wrong with an amount; empty if it can be sent} */
    static String trouble(String text) {
        String wanted = "type an amount above 0, for instance 100";
        try {
            return number(text).signum() > 0 ? "" : "'" + text.strip() + "' does not work: " + wanted + ".";
        } catch (NumberFormatException e) {
            return "'" + text.strip() + "' is not a number: " + wanted + ".";
        }
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.strip().replace(",", ""));
    }

    private void judge() {
        String text = field.text().getText();
        String wrong = text.isBlank() ? "" : trouble(text);
        error.setText(wrong);
        error.setVisible(!wrong.isEmpty());
        error.setManaged(!wrong.isEmpty());
        field.invalid(!wrong.isEmpty());
        send.setDisable(text.isBlank() || !wrong.isEmpty());
    }

    private void send() {
        if (!send.isDisabled()) {
            card.hide();
            chosen.accept(number(field.text().getText()).toPlainString());
        }
    }
}
