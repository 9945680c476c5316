package dev.tradewind.ui.shell;

import dev.tradewind.app.ReplayControl;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.engine.EngineView;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Segments;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;

/** Pause, step, jump and speed of a replayed market. */
final class ReplayLevers extends HBox {

    private static final List<Double> SPEEDS = List.of(1.0, 60.0, 600.0, 10_000.0);

    private final ReplayControl replay;
    private final EngineView view;
    private final ShellViewModel model;

    ReplayLevers(ReplayControl replay, EngineView view, ShellViewModel model) {
        this.replay = replay;
        this.view = view;
        this.model = model;
        getStyleClass().addAll("levers");
        getChildren().addAll(pauseButton(), stepButton(), jumpButton(), speeds());
    }

    private Button pauseButton() {
        Button button = Buttons.icon(Icon.PAUSE, "Pause or resume the market  Ctrl+Space", this::togglePause, "small");
        button.setId("replay-pause");
        IconView icon = (IconView) button.getGraphic();
        model.paused.addListener((property, old, paused) -> icon.show(paused ? Icon.PLAY : Icon.PAUSE));
        icon.show(model.paused.get() ? Icon.PLAY : Icon.PAUSE);
        button.disableProperty().bind(model.ended);
        return button;
    }

    private Button stepButton() {
        Button button = Buttons.icon(Icon.STEP, "Play one event and pause  Ctrl+.", this::step, "small");
        button.setId("replay-step");
        button.disableProperty().bind(model.ended);
        return button;
    }

    private Button jumpButton() {
        Button button = Buttons.icon(Icon.JUMP, "Jump ahead", () -> {}, "small");
        button.setId("replay-jump");
        ContextMenu menu = new ContextMenu(
                jump("Ahead 5 minutes", Timeframe.M5),
                jump("Ahead 1 hour", Timeframe.H1),
                jump("Ahead 6 hours", Timeframe.H6),
                jump("Ahead 1 day", Timeframe.D1));
        button.setOnAction(event -> menu.show(button, Side.BOTTOM, 0, 4));
        button.disableProperty().bind(model.ended);
        return button;
    }

    private MenuItem jump(String words, Timeframe ahead) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(event -> jumpAhead(ahead.nanos()));
        return item;
    }

    private Segments<Double> speeds() {
        Segments<Double> speeds = new Segments<>(SPEEDS, ShellViewModel::times, false);
        speeds.setId("replay-speed");
        speeds.onChoice(replay::speed);
        model.speed.addListener((property, old, now) -> speeds.select(now.doubleValue()));
        speeds.select(model.speed.get());
        return speeds;
    }

    void togglePause() {
        if (replay.position().paused()) {
            replay.resume();
        } else {
            replay.pause();
        }
    }

    void step() {
        replay.step();
    }

    void jumpAhead(long nanos) {
        ReplayControl.Position position = replay.position();
        long now = Math.max(view.snapshot().timeNanos(), position.fromNanos());
        replay.jump(Math.min(now + nanos, position.toNanos()));
    }
}
