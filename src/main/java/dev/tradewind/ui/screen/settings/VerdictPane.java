package dev.tradewind.ui.screen.settings;

import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.widget.Labels;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What the exchange said of a key: the verdict first, then warnings or what to do. */
final class VerdictPane extends VBox {

    private final VBox body = new VBox();

    VerdictPane(ObservableValue<Optional<Verdict>> verdict) {
        setId("verdict");
        body.getStyleClass().add("settings-form");
        getStyleClass().addAll("pane", "settings-verdict");
        getChildren().add(body);
        Panes.shown(this, verdict.map(Optional::isPresent));
        verdict.addListener((property, before, now) -> show(now));
        show(verdict.getValue());
    }

    private void show(Optional<Verdict> now) {
        body.getChildren().clear();
        getStyleClass().removeAll("passes", "look", "blocks");
        now.ifPresent(this::show);
    }

    private void show(Verdict verdict) {
        Label title = Labels.wrapped(verdict.title(), "t-section");
        title.setId("verdict-title");
        Icon icon = switch (verdict.sign()) {
            case PASSES -> Icon.CHECK;
            case LOOK -> Icon.LOOK;
            case BLOCKS -> Icon.BLOCK;
        };
        String tone = switch (verdict.sign()) {
            case PASSES -> "is-buy";
            case LOOK -> "is-warn";
            case BLOCKS -> "is-sell";
        };
        getStyleClass().add(switch (verdict.sign()) {
            case PASSES -> "passes";
            case LOOK -> "look";
            case BLOCKS -> "blocks";
        });
        Label line = Labels.wrapped(verdict.line(), "t-point");
        line.setId("verdict-line");
        body.getChildren().addAll(Panes.row(new IconView(icon, "icon-20", tone), title), line);
        boolean ordered = verdict.sign() == Verdict.Sign.BLOCKS;
        for (int i = 0; i < verdict.points().size(); i++) {
            HBox row = Panes.row(
                    ordered ? Labels.of(i + 1 + "", "start-number", "settings-number")
                            : new IconView(Icon.LOOK, "is-warn"),
                    Panes.words(verdict.points().get(i)));
            row.getStyleClass().add("settings-step");
            body.getChildren().add(row);
        }
    }
}
