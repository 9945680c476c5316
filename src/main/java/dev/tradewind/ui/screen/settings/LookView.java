package dev.tradewind.ui.screen.settings;

import dev.tradewind.ui.theme.Appearance;
import dev.tradewind.ui.theme.Appearance.Ground;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.ParamForm;
import dev.tradewind.ui.widget.Segments;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Ground, colours and text size, with a sample that changes as they do. What is chosen is kept at once. */
final class LookView extends VBox implements Section {

    private static final List<Integer> SIZES = List.of(100, 125, 150, 175, 200);

    private final TwoColumns columns = new TwoColumns(44);
    private final SimpleStringProperty headline = new SimpleStringProperty("");

    LookView(Theme theme) {
        Segments<Ground> ground =
                new Segments<>(List.of(Ground.values()), value -> value == Ground.DARK ? "Dark" : "Light", false);
        ground.setId("look-ground-choice");
        ground.onChoice(wanted -> theme.change(theme.appearanceProperty().get().on(wanted)));
        CheckBox colourBlind = new CheckBox("Blue and orange instead of green and red");
        colourBlind.setId("look-colours");
        colourBlind.setOnAction(event -> theme.change(theme.appearanceProperty().get()
                .withColourBlind(colourBlind.isSelected())));
        Segments<Integer> size = new Segments<>(SIZES, percent -> percent + " %", false);
        size.setId("look-text-size");
        size.onChoice(wanted -> theme.change(theme.appearanceProperty().get().withTextPercent(wanted)));
        SectionHead head = new SectionHead(headline,
                new SimpleStringProperty("What you choose shows at once and is kept for the next start."),
                new SimpleStringProperty(""), "look");
        VBox form = new VBox(
                ParamForm.stack("Ground  Ctrl+T", Panes.row(ground), null, ""),
                ParamForm.stack("Colours of gains and losses", colourBlind, null, ""),
                ParamForm.stack("Text size  Ctrl++  Ctrl+−", Panes.row(size), null, ""),
                Panes.words("Colour never carries meaning alone: sides have their triangle, states their word, and in"
                        + " blue and orange rising candles are hollow."));
        form.getStyleClass().add("settings-form");
        columns.left(Panes.pane("Look", "", form));
        columns.right(Panes.pane("How it looks", "", sample()));
        getStyleClass().add("spacing-4");
        getChildren().addAll(head, columns);
        theme.appearanceProperty().addListener((property, before, now) -> show(now, ground, colourBlind, size));
        show(theme.appearanceProperty().get(), ground, colourBlind, size);
    }

    private void show(Appearance look, Segments<Ground> ground, CheckBox colourBlind, Segments<Integer> size) {
        ground.select(look.ground());
        colourBlind.setSelected(look.colourBlind());
        size.select(look.textPercent());
        headline.set((look.ground() == Ground.DARK ? "Dark" : "Light") + ", " + look.textPercent() + " % text"
                + (look.colourBlind() ? ", blue and orange" : ""));
    }

    private static Node sample() {
        VBox rows = new VBox(
                row("Crash ladder", chip("Running", "is-buy", Icon.CHECK), "▲ Buy 0.14963 BTC", "is-buy", "+394.86",
                        "is-buy"),
                row("ETH range", chip("Paused", "is-warn", Icon.PAUSE), "▼ Sell 0.0450 ETH", "is-sell", "−148.62",
                        "is-sell"),
                row("Weekly core", chip("Armed", "is-accent", Icon.SHIELD), "Next buy Tue 09:00", "", "0.00",
                        "is-faint"));
        rows.getStyleClass().add("settings-facts");
        return rows;
    }

    private static Label chip(String word, String tone, Icon icon) {
        Label chip = Labels.of(word, "chip", tone);
        chip.setGraphic(new IconView(icon, tone, "settings-chip-icon"));
        return chip;
    }

    private static HBox row(String name, Label chip, String words, String tone, String figure, String figureTone) {
        Label does = Labels.of(words);
        Labels.tone(does, tone);
        Label gain = Labels.of(figure, "t-strong");
        Labels.tone(gain, figureTone);
        HBox row = new HBox(Labels.of(name, "t-strong"), chip, Labels.spring(), does, gain);
        row.getStyleClass().addAll("settings-fact", "settings-sample");
        return row;
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void shown() {
        // shows what the theme says, at all times
    }

    @Override
    public void narrow(boolean wanted) {
        columns.arrange(wanted);
    }
}
