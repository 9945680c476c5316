package dev.tradewind.ui.screen.bots;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.ParamSpec;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.Segments;
import dev.tradewind.ui.widget.UnitField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The fields of a bot's form, made from its parameters: two columns, sections by question, advanced ones folded away. */
final class BotForm extends VBox {

    private static final int MOST_SEGMENTS = 3;

    private final BotFormModel model;
    private final Instrument instrument;

    BotForm(BotFormModel model, Instrument instrument) {
        this.model = model;
        this.instrument = instrument;
        getStyleClass().add("bot-form");
        getChildren().addAll(identity());
        sections(false).forEach((title, specs) -> getChildren().addAll(Labels.rule(), section(title, specs)));
        Map<String, List<ParamSpec>> folded = sections(true);
        if (!folded.isEmpty()) {
            getChildren().addAll(Labels.rule(), fold(folded));
        }
    }

    private Map<String, List<ParamSpec>> sections(boolean advanced) {
        Map<String, List<ParamSpec>> sections = new LinkedHashMap<>();
        for (ParamSpec spec : model.type.params()) {
            if (spec.advanced() == advanced) {
                sections.computeIfAbsent(spec.section(), title -> new ArrayList<>()).add(spec);
            }
        }
        return sections;
    }

    private VBox identity() {
        UnitField name = new UnitField("", "");
        name.text().setId("bot-name");
        name.text().textProperty().bindBidirectional(model.name);
        name.setDisable(model.editing);
        UnitField capital = new UnitField("", instrument.quote().code());
        capital.text().setId("bot-capital");
        capital.text().textProperty().bindBidirectional(model.capital);
        capital.setDisable(model.editing);
        UnitField market = new UnitField(instrument.symbol(), instrument.venue());
        market.setDisable(true);
        GridPane grid = grid();
        grid.add(stack("Name", name, model.nameError, ""), 0, 0, 2, 1);
        grid.add(stack("Instrument", market, null, ""), 0, 1);
        grid.add(stack("Capital", capital, model.capitalError, "What the bot may use."), 1, 1);
        markInvalid(name, model.nameError);
        markInvalid(capital, model.capitalError);
        return sectionBox("What it trades", grid);
    }

    private VBox section(String title, List<ParamSpec> specs) {
        GridPane grid = grid();
        int cell = 0;
        for (ParamSpec spec : specs) {
            boolean wide = spec.kind() == ParamSpec.Kind.LADDER;
            cell += wide && cell % 2 == 1 ? 1 : 0;
            grid.add(field(spec), cell % 2, cell / 2, wide ? 2 : 1, 1);
            cell += wide ? 2 : 1;
        }
        return sectionBox(title, grid);
    }

    private static VBox sectionBox(String title, GridPane grid) {
        VBox box = new VBox(Labels.of(title, "t-pane"), grid);
        box.getStyleClass().add("form-section");
        return box;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("form-grid");
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        return grid;
    }

    private VBox fold(Map<String, List<ParamSpec>> folded) {
        VBox content = new VBox();
        content.getStyleClass().add("bot-form-inner");
        folded.forEach((title, specs) -> content.getChildren().add(section(title, specs)));
        content.setVisible(false);
        content.setManaged(false);
        int count = folded.values().stream().mapToInt(List::size).sum();
        IconView arrow = new IconView(Icon.CHEVRON_RIGHT);
        Button toggle = Buttons.of(count + " more settings: " + String.join(", ", folded.keySet())
                .toLowerCase(Locale.ROOT), () -> {
            boolean open = !content.isVisible();
            content.setVisible(open);
            content.setManaged(open);
            arrow.show(open ? Icon.CHEVRON_DOWN : Icon.CHEVRON_RIGHT);
        }, "bare");
        toggle.setId("form-more");
        toggle.setGraphic(arrow);
        toggle.setMinWidth(0);
        return new VBox(toggle, content);
    }

    private Node field(ParamSpec spec) {
        StringProperty value = model.value(spec.id());
        StringProperty error = model.error(spec.id());
        Node input = switch (spec.kind()) {
            case DECIMAL, INTEGER, LADDER -> number(spec, value, error);
            case SWITCH -> toggle(spec, value);
            case CHOICE -> spec.choices().size() <= MOST_SEGMENTS ? segments(spec, value) : number(spec, value, error);
        };
        return stack(spec.label(), input, error, spec.help());
    }

    private Node number(ParamSpec spec, StringProperty value, StringProperty error) {
        UnitField field = new UnitField("", unit(spec.unit()));
        field.text().setId("param-" + spec.id());
        field.text().textProperty().bindBidirectional(value);
        markInvalid(field, error);
        return field;
    }

    private static void markInvalid(UnitField field, StringProperty error) {
        error.addListener((property, old, now) -> field.invalid(!now.isEmpty()));
        field.invalid(!error.get().isEmpty());
    }

    private String unit(String unit) {
        return switch (unit) {
            case "quote" -> instrument.quote().code();
            case "base" -> instrument.base().code();
            default -> unit;
        };
    }

    private static Node segments(ParamSpec spec, StringProperty value) {
        Segments<String> segments = new Segments<>(spec.choices(), BotForm::capital, true);
        segments.setId("param-" + spec.id());
        segments.onChoice(value::set);
        value.addListener((property, old, now) -> segments.select(now));
        segments.select(value.get());
        return segments;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static Node toggle(ParamSpec spec, StringProperty value) {
        CheckBox box = new CheckBox("On");
        box.setId("param-" + spec.id());
        box.setSelected(Boolean.parseBoolean(value.get()));
        box.selectedProperty().addListener((property, old, now) -> value.set(Boolean.toString(now)));
        value.addListener((property, old, now) -> box.setSelected(Boolean.parseBoolean(now)));
        HBox row = new HBox(box);
        row.getStyleClass().add("toggle-row");
        return row;
    }

    private static VBox stack(String label, Node input, @Nullable StringProperty error, String help) {
        Label title = Labels.of(label, "field-label");
        if (!help.isEmpty()) {
            title.setTooltip(Buttons.tip(help));
        }
        VBox stack = new VBox(title, input);
        stack.getStyleClass().add("field-stack");
        if (error != null) {
            Label trouble = Labels.wrapped("", "field-error");
            trouble.textProperty().bind(error);
            trouble.visibleProperty().bind(error.isNotEmpty());
            trouble.managedProperty().bind(trouble.visibleProperty());
            stack.getChildren().add(trouble);
        }
        return stack;
    }
}
