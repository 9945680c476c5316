package dev.tradewind.ui.widget;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Columns of a table of records: text left, figures right, coloured by a tone; widths are given at 100 % text. */
public final class Columns {

    private static final List<String> TONES =
            List.of("is-buy", "is-sell", "is-warn", "is-accent", "is-faint", "is-secondary", "strong", "mono");

    /** Room a vertical scroll bar takes. */
    private static final double SCROLL_BAR = 10;

    private Columns() {}

    /** {@return a column of words} */
    public static <R> TableColumn<R, R> text(
            String title, double width, Function<R, String> words, Function<R, String> tone) {
        return column(title, width, words, tone, false);
    }

    /** {@return a column of figures, right-aligned} */
    public static <R> TableColumn<R, R> figure(
            String title, double width, Function<R, String> words, Function<R, String> tone) {
        return column(title, width, words, tone, true);
    }

    /** {@return a column of nodes made from rows} */
    public static <R> TableColumn<R, R> node(String title, double width, Function<R, Node> make) {
        TableColumn<R, R> column = base(title, width);
        column.setCellFactory(owner -> new TableCell<>() {
            @Override
            protected void updateItem(R row, boolean empty) {
                super.updateItem(row, empty);
                setGraphic(empty || row == null ? null : make.apply(row));
            }
        });
        return column;
    }

    private static <R> TableColumn<R, R> column(
            String title, double width, Function<R, String> words, Function<R, String> tone, boolean figure) {
        TableColumn<R, R> column = base(title, width);
        if (figure) {
            column.getStyleClass().add("figure");
        }
        column.setCellFactory(owner -> new TonedCell<>(words, tone, figure));
        return column;
    }

    private static <R> TableColumn<R, R> base(String title, double width) {
        TableColumn<R, R> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setUserData(width);
        column.setPrefWidth(width);
        column.setMinWidth(24);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    /**
     * Gives the columns their widths at a text size and lets one of them take the room that is left.
     *
     * @param percent text size, 100 to 200
     */
    public static <R> void fit(TableView<R> table, TableColumn<R, ?> flexible, int percent) {
        double others = 0;
        for (TableColumn<R, ?> column : table.getColumns()) {
            double width = (double) column.getUserData() * percent / 100;
            if (column != flexible) {
                column.setPrefWidth(width);
                others += width;
            }
        }
        double least = (double) flexible.getUserData() * percent / 100;
        flexible.setPrefWidth(Math.max(least, table.getWidth() - others - SCROLL_BAR));
    }

    /**
     * Gives the columns the table's whole width, in proportion to their widths, and never less than those at a text size.
     *
     * @param percent text size, 100 to 200
     */
    public static <R> void spread(TableView<R> table, int percent) {
        double wanted = 0;
        for (TableColumn<R, ?> column : table.getColumns()) {
            wanted += (double) column.getUserData();
        }
        double factor = Math.max(percent / 100.0, (table.getWidth() - SCROLL_BAR) / wanted);
        for (TableColumn<R, ?> column : table.getColumns()) {
            column.setPrefWidth(Math.floor((double) column.getUserData() * factor));
        }
    }

    /** Puts new rows into a table, touching only those that changed. */
    public static <R> void show(TableView<R> table, List<R> rows) {
        List<R> items = table.getItems();
        for (int i = 0; i < rows.size(); i++) {
            if (i >= items.size()) {
                items.add(rows.get(i));
            } else if (!items.get(i).equals(rows.get(i))) {
                items.set(i, rows.get(i));
            }
        }
        while (items.size() > rows.size()) {
            items.removeLast();
        }
    }

    private static final class TonedCell<R> extends TableCell<R, R> {

        private final Function<R, String> words;
        private final Function<R, String> tone;

        TonedCell(Function<R, String> words, Function<R, String> tone, boolean figure) {
            this.words = words;
            this.tone = tone;
            if (figure) {
                getStyleClass().add("figure");
            }
        }

        @Override
        protected void updateItem(R row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeAll(TONES);
            if (empty || row == null) {
                setText(null);
                return;
            }
            setText(words.apply(row));
            for (String name : tone.apply(row).split(" ")) {
                if (!name.isEmpty()) {
                    getStyleClass().add(name);
                }
            }
        }
    }
}
