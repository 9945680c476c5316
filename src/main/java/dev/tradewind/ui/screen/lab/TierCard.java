package dev.tradewind.ui.screen.lab;

import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Labels;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How closely fills will follow the market; it follows from the data and cannot be chosen. */
final class TierCard extends HBox {

    private final Label badge = Labels.of("", "lab-tier", "small");
    private final Label name = Labels.of("", "t-medium");

    TierCard(SetupModel setup) {
        VBox words = new VBox(Labels.of("Fill tier, from the data", "field-label"), name);
        words.getStyleClass().add("lab-tier-words");
        getStyleClass().add("lab-tier-card");
        getChildren().addAll(badge, words);
        ChangeListener<Object> follow = (property, before, now) -> show(setup);
        setup.history.addListener(follow);
        setup.timeframe.addListener(follow);
        show(setup);
    }

    private void show(SetupModel setup) {
        badge.setText(setup.tier().map(Enum::name).orElse(Figures.NONE));
        name.setText(setup.tier().map(ReportModel::tierName).orElse("no data chosen"));
        Buttons.tip(badge, setup.tier().map(tier -> tier.belief()).orElse(""));
    }
}
