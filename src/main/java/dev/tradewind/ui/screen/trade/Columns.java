package dev.tradewind.ui.screen.trade;

import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Builds a table column by column: texts left, figures right, tones as style classes. Widths are pixels at 100 %. */
final class Columns<T> {

    private static final List<String> TONES = List.of("is-buy", "is-sell", "is-warn", "is-faint", "is-secondary",
            "mono");

    /** What the cell's padding takes beside a chip. */
    private static final double CHIP_MARGIN = 14;

    /** A column just this wide counts as one nobody gave a width: its table measures its cells before it first shows. */
    private static final double UNSET_WIDTH = 80;

    private final TableView<T> table = new TableView<>();
    private final List<Double> widths = new ArrayList<>();
    private double scale = 1;

    /** A left-aligned column. */
    void text(String head, double width, Function<T, String> words, Function<T, String> tone) {
        column(head, width, words, tone);
    }

    /** A left-aligned column of words that may be longer than it is wide: the pointer shows them all. */
    void told(String head, double width, Function<T, String> words, Function<T, String> tone) {
        column(head, width, words, tone, true);
    }

    /** A right-aligned column of figures. */
    void figure(String head, double width, Function<T, String> words, Function<T, String> tone) {
        column(head, width, words, tone).getStyleClass().add("figure");
    }

    private TableColumn<T, T> column(String head, double width, Function<T, String> words, Function<T, String> tone) {
        return column(head, width, words, tone, false);
    }

    private TableColumn<T, T> column(
            String head, double width, Function<T, String> words, Function<T, String> tone, boolean told) {
        TableColumn<T, T> column = bare(head, width);
        column.setCellFactory(ignored -> new TableCell<>() {
            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                getStyleClass().removeAll(TONES);
                if (empty || item == null) {
                    setText("");
                    Buttons.tip(this, "");
                    return;
                }
                setText(words.apply(item));
                if (told && !getText().isEmpty()) {
                    Buttons.tip(this, getText());
                }
                String style = tone.apply(item);
                if (!style.isEmpty()) {
                    getStyleClass().add(style);
                }
            }
        });
        return column;
    }

    /** A right-aligned column whose words change while the row stays. */
    void live(String head, double width, Function<T, ReadOnlyStringProperty> words) {
        TableColumn<T, String> column = new TableColumn<>(head);
        size(column, width);
        column.setCellValueFactory(row -> words.apply(row.getValue()));
        column.getStyleClass().add("figure");
        table.getColumns().add(column);
    }

    /** A column of small chips; {@code accented} ones are the bots'. */
    void chip(String head, double width, Function<T, String> words, Predicate<T> accented) {
        TableColumn<T, T> column = bare(head, width);
        column.setCellFactory(ignored -> new TableCell<>() {
            private final Label chip = Labels.of("", "chip", "is-accent");

            {
                chip.setMinWidth(0);
            }

            private void fitChip() {
                chip.setMaxWidth(Math.max(0, Math.min(chip.prefWidth(-1), getWidth() - CHIP_MARGIN)));
            }

            @Override
            protected void layoutChildren() {
                fitChip();
                super.layoutChildren();
            }

            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                setGraphic(null);
                setText("");
                if (!empty && item != null) {
                    if (accented.test(item)) {
                        chip.setText(words.apply(item));
                        Buttons.tip(chip, chip.getText());
                        setGraphic(chip);
                    } else {
                        setText(words.apply(item));
                    }
                }
            }
        });
    }

    /** A right-aligned column whose words a person may change: a double click or F2 opens them, Enter sends them. */
    void editable(
            String head,
            double width,
            Function<T, String> words,
            Predicate<T> may,
            String tip,
            BiConsumer<T, String> changed) {
        TableColumn<T, T> column = bare(head, width);
        column.getStyleClass().add("figure");
        table.setEditable(true);
        column.setEditable(true);
        column.setCellFactory(ignored -> new EditCell<>(words, may, tip, changed));
    }

    /** A column with one ✕ a row. */
    void action(double width, String tip, Consumer<T> action) {
        action(width, Icon.CROSS, tip, item -> true, (item, button) -> action.accept(item));
    }

    /** A column with a button in the rows that have it; the action is told the button, to point at. */
    void action(double width, Icon icon, String tip, Predicate<T> has, BiConsumer<T, Node> action) {
        TableColumn<T, T> column = bare("", width);
        column.setCellFactory(ignored -> new TableCell<>() {
            private final Button button = Buttons.icon(icon, tip, this::run, "small", "row-action");

            private void run() {
                T item = getItem();
                if (item != null) {
                    action.accept(item, button);
                }
            }

            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                setGraphic(empty || item == null || !has.test(item) ? null : button);
            }
        });
        column.getStyleClass().add("action");
    }

    private TableColumn<T, T> bare(String head, double width) {
        TableColumn<T, T> column = new TableColumn<>(head);
        size(column, width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        table.getColumns().add(column);
        return column;
    }

    private void size(TableColumn<?, ?> column, double width) {
        widths.add(width);
        column.setPrefWidth(given(width));
        column.setMinWidth(Math.min(width, 28));
        column.setSortable(false);
        column.setReorderable(false);
    }

    private static double given(double width) {
        return width == UNSET_WIDTH ? width + 1 : width;
    }

    /** Makes columns fit another text size; 1 is the usual. */
    void rescale(double wanted) {
        scale = wanted;
        fit();
    }

    /** {@return the table} */
    TableView<T> table() {
        table.widthProperty().addListener((property, before, now) -> fit());
        return table;
    }

    /** Columns share a wide table; in a narrow one they keep their widths and the table scrolls sideways. */
    private void fit() {
        double wanted = 0;
        for (int i = 0; i < widths.size(); i++) {
            table.getColumns().get(i).setPrefWidth(given(widths.get(i) * scale));
            wanted += widths.get(i) * scale;
        }
        boolean share = wanted <= table.getWidth();
        table.setColumnResizePolicy(
                share
                        ? TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS
                        : TableView.UNCONSTRAINED_RESIZE_POLICY);
    }
}
