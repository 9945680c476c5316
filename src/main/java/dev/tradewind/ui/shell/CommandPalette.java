package dev.tradewind.ui.shell;

import dev.tradewind.ui.widget.Labels;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Ctrl+K: type a few letters of a screen, a bot or a command, Enter does it. */
final class CommandPalette {

    /** One thing that can be found. */
    record Entry(String words, String kind, Runnable action) {}

    private final StackPane host;
    private final Supplier<List<Entry>> entries;
    private final StackPane ground = new StackPane();
    private final TextField query = new TextField();
    private final ListView<Entry> list = new ListView<>();
    private List<Entry> all = List.of();

    CommandPalette(StackPane host, Supplier<List<Entry>> entries) {
        this.host = host;
        this.entries = entries;
        query.setPromptText("Screen, bot or command");
        query.setId("palette-query");
        list.setId("palette-list");
        list.setCellFactory(view -> new EntryCell());
        list.setFocusTraversable(false);
        VBox card = new VBox(query, list);
        card.getStyleClass().addAll("card", "palette");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        ground.getStyleClass().add("modal-ground");
        ground.getChildren().add(card);
        StackPane.setAlignment(card, Pos.TOP_CENTER);
        ground.setOnMousePressed(event -> close());
        card.setOnMousePressed(Event::consume);
        query.textProperty().addListener((property, old, now) -> filter(now));
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        list.setOnMouseClicked(event -> run());
    }

    void open() {
        if (host.getChildren().contains(ground)) {
            return;
        }
        all = entries.get();
        query.clear();
        filter("");
        host.getChildren().add(ground);
        query.requestFocus();
    }

    void close() {
        host.getChildren().remove(ground);
    }

    private void filter(String words) {
        String[] parts = words.strip().toLowerCase(Locale.ROOT).split("\\s+");
        list.getItems().setAll(all.stream().filter(entry -> matches(entry, parts)).toList());
        list.getSelectionModel().selectFirst();
    }

    private static boolean matches(Entry entry, String[] parts) {
        String text = (entry.words() + " " + entry.kind()).toLowerCase(Locale.ROOT);
        for (String part : parts) {
            if (!text.contains(part)) {
                return false;
            }
        }
        return true;
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
        } else if (event.getCode() == KeyCode.ENTER) {
            run();
        } else if (event.getCode() == KeyCode.DOWN) {
            list.getSelectionModel().selectNext();
        } else if (event.getCode() == KeyCode.UP) {
            list.getSelectionModel().selectPrevious();
        } else {
            return;
        }
        event.consume();
    }

    private void run() {
        Entry chosen = list.getSelectionModel().getSelectedItem();
        close();
        if (chosen != null) {
            chosen.action().run();
        }
    }

    private static final class EntryCell extends ListCell<Entry> {
        @Override
        protected void updateItem(Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            if (empty || entry == null) {
                setGraphic(null);
                return;
            }
            Label words = Labels.of(entry.words(), "t-medium");
            Label kind = Labels.of(entry.kind(), "t-label");
            HBox row = new HBox(words, Labels.spring(), kind);
            row.setAlignment(Pos.CENTER_LEFT);
            setGraphic(row);
        }
    }
}
