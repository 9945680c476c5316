package dev.tradewind.ui.shell;

import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.FlashLabel;
import dev.tradewind.ui.widget.FlowBar;
import dev.tradewind.ui.widget.HoldButton;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.ModeBadge;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Badge, instrument and price left; equity, today, feed, clock, Halt and Lock right, in that order always. */
final class TopBar extends VBox {

    private final ShellViewModel model;
    private final Theme theme;

    TopBar(ShellViewModel model, Theme theme, ReplayLevers levers, LockTools locks, ShellActions actions) {
        this.model = model;
        this.theme = theme;
        HBox mark = group("", new Brand("icon-22"));
        mark.getStyleClass().add("mark");
        FlowBar bar = new FlowBar(5, 10,
                mark,
                badge(),
                instrument(),
                Labels.ruleVertical(),
                levers,
                account(),
                Labels.ruleVertical(),
                feedAndClock(),
                Labels.ruleVertical(),
                tools(locks, actions));
        bar.getStyleClass().add("top-bar-flow");
        getStyleClass().addAll("top-bar", "mode-" + model.badge.get().toLowerCase(Locale.ROOT));
        getChildren().add(bar);
    }

    private ModeBadge badge() {
        ModeBadge badge = new ModeBadge(model.account.get());
        model.badge.addListener((property, old, now) -> badge.show(now));
        badge.show(model.badge.get());
        return badge;
    }

    private HBox instrument() {
        Label symbol = Labels.of("", "t-pane");
        symbol.textProperty().bind(model.symbol);
        Label source = Labels.of("", "t-secondary");
        source.textProperty().bind(model.source);
        FlashLabel price = new FlashLabel("t-price");
        price.setId("last-price");
        toned(price, model.changeTone);
        price.show(model.price.get(), theme.palette().depthBid());
        model.price.addListener((property, old, now) -> price.show(
                now, model.rising.get() ? theme.palette().depthBid() : theme.palette().depthAsk()));
        Label change = Labels.of("", "t-medium");
        change.textProperty().bind(model.change);
        toned(change, model.changeTone);
        return group("spacing-8", symbol, source, price, change, Labels.of("24 h", "t-faint"));
    }

    private HBox account() {
        Label equity = Labels.of("", "t-strong");
        equity.setId("equity");
        equity.textProperty().bind(model.equity);
        Label today = Labels.of("", "t-strong");
        today.textProperty().bind(model.today);
        toned(today, model.todayTone);
        Label percent = Labels.of("", "t-secondary");
        percent.textProperty().bind(model.todayPercent);
        HBox figures = new HBox(today, percent);
        figures.getStyleClass().add("spacing-4");
        figures.getStyleClass().add("right");
        return group("spacing-16", stack("Equity", equity, true), stack("Today", figures, true));
    }

    private HBox feedAndClock() {
        Region light = new Region();
        light.getStyleClass().add("light");
        toned(light, model.feedTone);
        Label feed = Labels.of("", "t-strong");
        feed.setId("feed");
        feed.textProperty().bind(model.feed);
        VBox feedStack = stack("Feed", feed, false);
        feedStack.getStyleClass().add("feed-stack");
        Label clock = Labels.of("", "t-strong");
        clock.setId("engine-clock");
        clock.textProperty().bind(model.clock);
        VBox clockStack = stack("Engine clock UTC", clock, false);
        clockStack.getStyleClass().add("clock-stack");
        HBox feedGroup = group("spacing-8", light, feedStack);
        return group("spacing-12", feedGroup, clockStack);
    }

    private HBox tools(LockTools locks, ShellActions actions) {
        HBox inside = new HBox(
                new IconView(Icon.SEARCH, "is-faint"), Labels.of("Ctrl K", "key"));
        inside.getStyleClass().add("find-inside");
        Button find = Buttons.of("", actions::palette, "quiet", "find");
        find.setGraphic(inside);
        find.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        find.setAccessibleText("Find anything");
        Buttons.tip(find, "Find a screen, a bot or a command  Ctrl+K");
        find.setId("find");
        HoldButton halt = new HoldButton("Hold to halt", new IconView(Icon.HALT), actions::haltOrLeave);
        halt.button().setId("halt");
        Buttons.tip(halt.button(), "Hold for 0.8 s: cancels entries and takes no new orders");
        model.halted.addListener((property, old, now) -> halt.text(now ? "Hold to end the halt" : "Hold to halt"));
        halt.text(model.halted.get() ? "Hold to end the halt" : "Hold to halt");
        return group("spacing-8", find, halt, locks.button());
    }

    private static HBox group(String spacing, Node... nodes) {
        HBox box = new HBox(nodes);
        box.getStyleClass().add("bar-group");
        if (!spacing.isEmpty()) {
            box.getStyleClass().add(spacing);
        }
        return box;
    }

    private static VBox stack(String label, Node value, boolean right) {
        VBox box = new VBox(Labels.of(label, "t-label"), value);
        box.getStyleClass().add("bar-stack");
        if (right) {
            box.getStyleClass().add("right");
        }
        return box;
    }

    private static void toned(Region node, ObservableValue<String> tone) {
        tone.addListener((property, old, now) -> Labels.tone(node, now));
        Labels.tone(node, tone.getValue());
    }
}
