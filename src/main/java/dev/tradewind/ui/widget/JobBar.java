package dev.tradewind.ui.widget;

import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** What a long job does, how far it is, the time left and a way to end it. Takes no room while nothing runs. */
public final class JobBar extends HBox {

    private final BooleanProperty running = new SimpleBooleanProperty();
    private final Label what = Labels.of("", "t-medium");
    private final Label left = Labels.of("", "t-label");
    private final ProgressBar bar = new ProgressBar(0);
    private final Button cancel = new Button("Cancel");
    private Runnable onCancel = () -> {};

    /** @param id the bar's id; its button's is that with {@code -cancel} */
    public JobBar(String id) {
        setId(id);
        getStyleClass().add("job-bar");
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        cancel.setId(id + "-cancel");
        cancel.getStyleClass().addAll("quiet", "small");
        cancel.setGraphic(new IconView(Icon.CROSS));
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(event -> {
            cancel.setDisable(true);
            left.setText("ending …");
            onCancel.run();
        });
        getChildren().addAll(what, bar, left, cancel);
        visibleProperty().bind(running);
        managedProperty().bind(running);
    }

    /** Shows a job that begins. */
    public void begin(String words, Runnable whenCancelled) {
        what.setText(words);
        left.setText("");
        bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        cancel.setDisable(false);
        onCancel = whenCancelled;
        running.set(true);
    }

    /** Shows how far it is: a share from 0 to 1, −1 while unknown, and the time left. */
    public void at(double share, Optional<Long> leftNanos) {
        bar.setProgress(share < 0 ? ProgressBar.INDETERMINATE_PROGRESS : share);
        if (!cancel.isDisable()) {
            left.setText(leftNanos.map(nanos -> Figures.duration(nanos) + " left").orElse(""));
        }
    }

    /** The job has ended. */
    public void end() {
        running.set(false);
        onCancel = () -> {};
    }
}
