package dev.tradewind.ui.screen.lab;

import dev.tradewind.app.LabDesk.History;
import dev.tradewind.bot.BotType;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.ui.screen.lab.SetupModel.Term;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.ParamForm;
import dev.tradewind.ui.widget.PresetBar;
import dev.tradewind.ui.widget.Segments;
import dev.tradewind.ui.widget.UnitField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Setting up a run: the bot left; data, terms and the runs kept right. */
final class SetupView extends VBox {

    /** Below this width, in pixels at 100 % text, the right column goes under the left. */
    private static final double NARROW = 1120;


    private final LabViewModel model;
    private final VBox form = new VBox();
    private final VBox terms = new VBox();
    private final Label blocked = Labels.of("", "t-secondary");
    private final Button run;
    private final VBox left = new VBox();
    private final VBox right = new VBox();
    private final Theme theme;
    private boolean narrow;

    SetupView(LabViewModel model, Theme theme, Runnable addFile) {
        this.model = model;
        this.theme = theme;
        run = Buttons.of("Run", model::run, "primary");
        run.setId("lab-run");
        run.setGraphic(new IconView(Icon.PLAY));
        Buttons.tip(run, "Play this set-up  Ctrl+Enter");
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
                model.run();
                event.consume();
            }
        });
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        blocked.setMinWidth(0);
        HBox foot = new HBox(blocked, Labels.spring(), run);
        foot.getStyleClass().add("pane-foot");
        left.getChildren().setAll(scroll, foot);
        left.getStyleClass().addAll("pane", "lab-form-pane");
        right.getChildren().setAll(new DataPane(model, theme, addFile), termsPane(), new RunsPane(model, theme));
        right.getStyleClass().addAll("spacing-4", "lab-setup-right");
        VBox.setVgrow(right.getChildren().getLast(), Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        getStyleClass().addAll("spacing-4", "lab-setup");
        widthProperty().addListener((property, before, now) -> arrange());
        theme.appearanceProperty().addListener((property, before, now) -> arrange());
        arrange(false);
        model.setup.addListener((property, before, now) -> fill());
        fill();
    }

    private void arrange() {
        boolean wanted = getWidth() / (theme.rootPixels() / Theme.ROOT_PIXELS) < NARROW;
        if (getWidth() > 0 && wanted != narrow) {
            arrange(wanted);
        }
    }

    private void arrange(boolean wanted) {
        narrow = wanted;
        getChildren().clear();
        getStyleClass().remove("narrow");
        if (narrow) {
            getStyleClass().add("narrow");
            getChildren().addAll(right, left);
        } else {
            HBox columns = new HBox(left, right);
            columns.getStyleClass().add("spacing-4");
            VBox.setVgrow(columns, Priority.ALWAYS);
            getChildren().add(columns);
        }
    }

    /** Puts the set-up's bot and terms into fields anew: another kind of bot, or another run's set-up. */
    private void fill() {
        SetupModel setup = model.setup.get();
        run.disableProperty().bind(setup.blockedBy.isNotEmpty().or(
                Bindings.createBooleanBinding(() -> model.going.get().isPresent(), model.going)));
        blocked.textProperty().bind(Bindings.createStringBinding(
                () -> setup.blockedBy.get().isEmpty() ? "" : "Blocked by " + setup.blockedBy.get(), setup.blockedBy));
        Labels.tone(blocked, "is-sell");
        form.getStyleClass().setAll("lab-form");
        form.getChildren().setAll(kind(setup), problem(setup));
        VBox params = new VBox();
        params.getStyleClass().add("lab-params");
        form.getChildren().add(params);
        fillParams(params, setup);
        setup.history.addListener((property, before, now) -> {
            if (!units(before).equals(units(now))) {
                fillParams(params, setup);
            }
        });
        fillTerms(setup);
    }

    private static void fillParams(VBox params, SetupModel setup) {
        ParamForm fields = new ParamForm(setup.type.params(), setup, unit -> unit(unit, setup), false);
        params.getChildren().clear();
        fields.sections().forEach(section -> params.getChildren().addAll(Labels.rule(), section));
        VBox folded = fields.folded();
        if (folded != null) {
            params.getChildren().addAll(Labels.rule(), folded);
        }
    }

    private static String units(Optional<History> history) {
        return history.map(chosen -> chosen.base() + " " + chosen.quote()).orElse("");
    }

    private static String unit(String unit, SetupModel setup) {
        return switch (unit) {
            case "quote" -> setup.quote().isEmpty() ? "quote" : setup.quote();
            case "base" -> setup.base().isEmpty() ? "base" : setup.base();
            default -> unit;
        };
    }

    private VBox kind(SetupModel setup) {
        ComboBox<BotType> types = Choices.of(model.botTypes(), BotType::label);
        types.setId("lab-bot");
        types.setMaxWidth(Double.MAX_VALUE);
        types.setVisibleRowCount(14);
        types.setValue(setup.type);
        types.valueProperty().addListener((property, before, now) -> {
            if (now != null && !now.id().equals(model.setup.get().type.id())) {
                model.type(now);
            }
        });
        VBox box = new VBox(
                Labels.of("New backtest", "t-section"), ParamForm.stack("Bot", types, null, ""),
                Labels.wrapped(setup.type.description(), "t-secondary"));
        if (setup.type.presets().size() > 1) {
            Segments<BotType.Preset> presets = new Segments<>(setup.type.presets(), BotType.Preset::label, true);
            presets.setId("lab-preset");
            presets.onChoice(preset -> model.setup.get().fill(preset.values()));
            box.getChildren().add(presets);
        }
        box.getChildren().add(new PresetBar(model.presets()));
        box.getStyleClass().add("form-section");
        return box;
    }

    private static Label problem(SetupModel setup) {
        Label problem = Labels.wrapped("", "field-error");
        problem.textProperty().bind(setup.problem);
        problem.visibleProperty().bind(setup.problem.isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private VBox termsPane() {
        HBox head = new HBox(Labels.of("Terms", "t-pane"));
        head.getStyleClass().add("pane-head");
        VBox pane = new VBox(head, terms);
        pane.getStyleClass().addAll("pane", "lab-terms-pane");
        pane.setMinHeight(USE_PREF_SIZE);
        return pane;
    }

    private void fillTerms(SetupModel setup) {
        GridPane grid = new GridPane();
        grid.getStyleClass().addAll("form-grid", "lab-terms");
        for (int i = 0; i < 4; i++) {
            ColumnConstraints quarter = new ColumnConstraints();
            quarter.setPercentWidth(25);
            grid.getColumnConstraints().add(quarter);
        }
        UnitField capital = field(setup, Term.CAPITAL, setup.quote(), "");
        setup.history.addListener((property, before, now) -> capital.unit(setup.quote()));
        grid.add(stack("Capital", capital, setup, Term.CAPITAL, "What the bot starts with."), 0, 0);
        grid.add(stack("From", field(setup, Term.FROM, "UTC", "the beginning"), setup, Term.FROM,
                "The first day played."), 1, 0);
        grid.add(stack("Before", field(setup, Term.TO, "UTC", "the end"), setup, Term.TO,
                "The first day no longer played."), 2, 0);
        grid.add(ParamForm.stack("Bot's candles", timeframes(setup), null,
                "Coarser candles than the data's own let fills follow the finer ones inside."), 3, 0);
        grid.add(stack("Fee a fill", field(setup, Term.FEE, "%", ""), setup, Term.FEE, "Of a fill's worth."), 0, 1);
        grid.add(stack("Slippage", field(setup, Term.SLIPPAGE, "bp", ""), setup, Term.SLIPPAGE,
                "How much worse than the market a taker fills."), 1, 1);
        grid.add(stack("Latency", field(setup, Term.LATENCY, "ms", ""), setup, Term.LATENCY,
                "To the venue, and back."), 2, 1);
        grid.add(new TierCard(setup), 3, 1);
        CheckBox thorough = new CheckBox("Check for look-ahead and for where it begins; plays it thirty times more");
        thorough.setId("lab-thorough");
        thorough.selectedProperty().bindBidirectional(setup.thorough);
        HBox line = new HBox(thorough);
        line.getStyleClass().add("lab-kept");
        List<Node> inside = new ArrayList<>(List.of(grid, line));
        if (!setup.alsoInForce().isEmpty()) {
            Label kept = Labels.wrapped("Kept from the run: " + setup.alsoInForce() + ".", "t-secondary");
            kept.getStyleClass().add("lab-kept");
            inside.add(kept);
        }
        terms.getChildren().setAll(inside);
    }

    private static UnitField field(SetupModel setup, Term term, String unit, String prompt) {
        UnitField field = new UnitField("", unit);
        field.text().setId("lab-" + term.name().toLowerCase(Locale.ROOT));
        field.text().setPromptText(prompt);
        field.text().textProperty().bindBidirectional(setup.term(term));
        ParamForm.markInvalid(field, setup.termError(term));
        return field;
    }

    private static VBox stack(String label, UnitField field, SetupModel setup, Term term, String help) {
        return ParamForm.stack(label, field, setup.termError(term), help);
    }

    private static ComboBox<Optional<Timeframe>> timeframes(SetupModel setup) {
        ComboBox<Optional<Timeframe>> box = Choices.of(List.of(), choice ->
                choice.map(Timeframe::label).orElseGet(() -> setup.history.get().flatMap(History::timeframe)
                        .map(own -> "as the data, " + own.label()).orElse("as the bot says")));
        box.setId("lab-timeframe");
        box.setMaxWidth(Double.MAX_VALUE);
        Runnable fill = () -> {
            List<Optional<Timeframe>> choices = new ArrayList<>(List.of(Optional.empty()));
            Optional<Timeframe> own = setup.history.get().flatMap(History::timeframe);
            setup.timeframes().stream().map(Optional::of).filter(each -> !each.equals(own)).forEach(choices::add);
            Optional<Timeframe> chosen = setup.timeframe.get();
            box.getItems().setAll(choices);
            box.setValue(chosen);
        };
        fill.run();
        setup.history.addListener((property, before, now) -> fill.run());
        box.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                setup.timeframe.set(now);
            }
        });
        return box;
    }
}
