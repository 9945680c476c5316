package dev.tradewind.ui.widget;

import dev.tradewind.domain.ParamSpec;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * Fields made from declared parameters: two columns, sections by question, advanced ones folded away. A field's id is
 * {@code param-} and the parameter's. JavaFX thread only.
 */
public final class ParamForm {

    private static final int MOST_SEGMENTS = 3;

    /** Characters of all choices together that fit side by side in half a form. */
    private static final int MOST_LETTERS = 18;

    private final Values values;
    private final UnaryOperator<String> units;
    private final List<ParamSpec> specs;
    private final boolean narrow;

    /** What a form shows and changes. */
    public interface Values {

        /** {@return a parameter's text} */
        StringProperty value(String id);

        /** {@return what is wrong with it, empty while nothing is} */
        StringProperty error(String id);
    }

    /**
     * @param units  what is written for a declared unit, for instance an asset's code for {@code quote}
     * @param narrow whether choices need both columns
     */
    public ParamForm(List<ParamSpec> specs, Values values, UnaryOperator<String> units, boolean narrow) {
        this.specs = List.copyOf(specs);
        this.values = values;
        this.units = units;
        this.narrow = narrow;
    }

    /** {@return a section each of what shows at first, in order} */
    public List<VBox> sections() {
        List<VBox> boxes = new ArrayList<>();
        bySection(false).forEach((title, inside) -> boxes.add(section(title, inside)));
        return boxes;
    }

    /** {@return the plain parameters without titles, as one grid} */
    public GridPane plain() {
        return fields(specs.stream().filter(spec -> !spec.advanced()).toList());
    }

    /** {@return what is folded away with the button that unfolds it; null where nothing is} */
    public @Nullable VBox folded() {
        Map<String, List<ParamSpec>> inside = bySection(true);
        if (inside.isEmpty()) {
            return null;
        }
        VBox content = new VBox();
        content.getStyleClass().add("bot-form-inner");
        inside.forEach((title, some) -> content.getChildren().add(section(title, some)));
        int count = inside.values().stream().mapToInt(List::size).sum();
        String words = count + (count == 1 ? " more setting: " : " more settings: ")
                + String.join(", ", inside.keySet()).toLowerCase(Locale.ROOT);
        return fold(words, "form-more", content);
    }

    /** {@return a button that shows and hides what follows it; hidden, and not in the scene, at first} */
    public static VBox fold(String words, String id, Node content) {
        content.setVisible(false);
        IconView arrow = new IconView(Icon.CHEVRON_RIGHT);
        Button toggle = Buttons.of(words, () -> content.setVisible(!content.isVisible()), "bare");
        toggle.setId(id);
        toggle.setGraphic(arrow);
        toggle.setMinWidth(0);
        LaterBox fold = new LaterBox(toggle, content);
        content.visibleProperty().addListener((property, before, open) -> {
            arrow.show(open ? Icon.CHEVRON_DOWN : Icon.CHEVRON_RIGHT);
            fold.show(content, open);
        });
        return fold;
    }

    private Map<String, List<ParamSpec>> bySection(boolean advanced) {
        Map<String, List<ParamSpec>> sections = new LinkedHashMap<>();
        for (ParamSpec spec : specs) {
            if (spec.advanced() == advanced) {
                sections.computeIfAbsent(spec.section(), title -> new ArrayList<>()).add(spec);
            }
        }
        return sections;
    }

    private VBox section(String title, List<ParamSpec> inside) {
        return titled(title, fields(inside));
    }

    private GridPane fields(List<ParamSpec> inside) {
        GridPane grid = grid();
        int cell = 0;
        for (ParamSpec spec : inside) {
            boolean wide = wide(spec);
            cell += wide && cell % 2 == 1 ? 1 : 0;
            grid.add(field(spec), cell % 2, cell / 2, wide ? 2 : 1, 1);
            cell += wide ? 2 : 1;
        }
        return grid;
    }

    private boolean wide(ParamSpec spec) {
        int letters = spec.choices().stream().mapToInt(String::length).sum();
        return spec.kind() == ParamSpec.Kind.LADDER
                || narrow && spec.kind() == ParamSpec.Kind.CHOICE && letters > MOST_LETTERS / 2
                        && spec.choices().size() <= MOST_SEGMENTS;
    }

    /** {@return a section: its title over its fields} */
    public static VBox titled(String title, GridPane grid) {
        VBox box = new VBox(Labels.of(title, "t-pane"), grid);
        box.getStyleClass().add("form-section");
        return box;
    }

    /** {@return an empty grid of two equal columns} */
    public static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("form-grid");
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        return grid;
    }

    private Node field(ParamSpec spec) {
        StringProperty value = values.value(spec.id());
        StringProperty error = values.error(spec.id());
        Node input = switch (spec.kind()) {
            case DECIMAL, INTEGER, LADDER -> number(spec, value, error);
            case SWITCH -> toggle(spec, value);
            case CHOICE -> spec.choices().size() <= MOST_SEGMENTS ? segments(spec, value) : list(spec, value);
        };
        return stack(spec.label(), input, error, spec.help());
    }

    private UnitField number(ParamSpec spec, StringProperty value, StringProperty error) {
        UnitField field = new UnitField("", units.apply(spec.unit()));
        field.text().setId(id(spec));
        field.text().textProperty().bindBidirectional(value);
        markInvalid(field, error);
        return field;
    }

    private static String id(ParamSpec spec) {
        return "param-" + spec.id();
    }

    /** Outlines a field while something is wrong with it. */
    public static void markInvalid(UnitField field, StringProperty error) {
        error.addListener((property, old, now) -> field.invalid(!now.isEmpty()));
        field.invalid(!error.get().isEmpty());
    }

    private static Node segments(ParamSpec spec, StringProperty value) {
        Segments<String> segments = new Segments<>(spec.choices(), ParamForm::capital, true);
        segments.setId(id(spec));
        segments.onChoice(value::set);
        value.addListener((property, old, now) -> segments.select(now));
        segments.select(value.get());
        return segments;
    }

    private static Node list(ParamSpec spec, StringProperty value) {
        ComboBox<String> list = new ComboBox<>();
        list.setId(id(spec));
        list.getItems().setAll(spec.choices());
        list.setMaxWidth(Double.MAX_VALUE);
        list.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String choice) {
                return choice == null ? "" : capital(choice);
            }

            @Override
            public String fromString(String words) {
                return words;
            }
        });
        list.valueProperty().bindBidirectional(value);
        return list;
    }

    private static String capital(String word) {
        boolean shouting = word.length() > 2 && word.equals(word.toUpperCase(Locale.ROOT))
                && Character.isLetter(word.charAt(0));
        String calm = shouting ? word.toLowerCase(Locale.ROOT) : word;
        return calm.substring(0, 1).toUpperCase(Locale.ROOT) + calm.substring(1);
    }

    private static Node toggle(ParamSpec spec, StringProperty value) {
        CheckBox box = new CheckBox("On");
        box.setId(id(spec));
        box.setSelected(Boolean.parseBoolean(value.get()));
        box.selectedProperty().addListener((property, old, now) -> value.set(Boolean.toString(now)));
        value.addListener((property, old, now) -> box.setSelected(Boolean.parseBoolean(now)));
        HBox row = new HBox(box);
        row.getStyleClass().add("toggle-row");
        return row;
    }

    /** {@return a field under its label, with room for what is wrong} */
    public static VBox stack(String label, Node input, @Nullable StringProperty error, String help) {
        Label title = Labels.of(label, "field-label");
        title.setMinWidth(0);
        if (!help.isEmpty()) {
            Buttons.tip(title, help);
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
