package dev.tradewind.ui.shell;

import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.Popover;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.controlsfx.control.PopOver.ArrowLocation;

/** While trading is halted or only reduces: why, what that means, and the way out, which asks once more. */
final class HaltBanner extends HBox {

    private final Popover question;

    HaltBanner(ShellViewModel model, Theme theme, ShellActions actions) {
        setId("halt-banner");
        getStyleClass().add("halt-banner");
        Label words = Labels.wrapped("", "t-medium");
        words.textProperty().bind(model.limit);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        Button yes = Buttons.of("Take orders again", () -> {}, "primary");
        yes.setId("leave-halt-yes");
        Button no = Buttons.of("Stay as it is", () -> {}, "quiet");
        no.setId("leave-halt-no");
        HBox row = new HBox(yes, Labels.spring(), no);
        row.getStyleClass().add("spacing-8");
        question = new Popover(
                theme,
                ArrowLocation.TOP_RIGHT,
                Labels.of("Take orders again?", "t-strong"),
                Labels.wrapped(
                        "Bots that run may place entries from the next price on. Orders the halt cancelled do not come back.",
                        "t-secondary"),
                row);
        yes.setOnAction(event -> {
            question.hide();
            actions.leaveHalt();
        });
        no.setOnAction(event -> question.hide());
        Button leave = Buttons.of("", () -> {}, "small");
        leave.setId("leave-halt");
        leave.setOnAction(event -> question.toggle(leave));
        getChildren().addAll(new IconView(Icon.HALT, "is-warn"), words, leave);
        visibleProperty().bind(model.limited);
        managedProperty().bind(visibleProperty());
        leave.textProperty().bind(model.halted.map(halted -> halted ? "Leave halt…" : "Trade fully…"));
        model.limited.addListener((property, old, limited) -> {
            if (!limited) {
                question.hide();
            }
        });
    }
}
