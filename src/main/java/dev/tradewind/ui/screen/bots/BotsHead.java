package dev.tradewind.ui.screen.bots;

import dev.tradewind.ui.screen.bots.BotsViewModel.Filter;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.FlowBar;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.Segments;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.TextFields;

/** The list's head: title, sums, search, filter, New bot. */
final class BotsHead extends VBox {

    BotsHead(BotsViewModel model, BotActions actions) {
        Label running = Labels.of("", "t-strong");
        running.textProperty().bind(model.running);
        Label net = Labels.of("", "t-strong");
        net.textProperty().bind(model.net);
        model.netTone.addListener((property, old, now) -> Labels.tone(net, now));
        Labels.tone(net, model.netTone.get());
        Label capital = Labels.of("", "t-strong");
        capital.textProperty().bind(model.capital);
        Label needYou = Labels.of("", "t-strong");
        needYou.textProperty().bind(model.needYou.asString());
        model.needYou.addListener((property, old, now) -> Labels.tone(needYou, now.intValue() > 0 ? "is-sell" : "is-faint"));
        HBox sums = new HBox(
                Labels.of("Bots", "t-title"),
                stack("Running", running),
                stack("Net since start", net),
                stack("Capital assigned", capital),
                stack("Need you", needYou));
        sums.getStyleClass().addAll("bots-sums");
        Segments<Filter> filter = new Segments<>(List.of(Filter.values()), BotsHead::words, false);
        filter.setId("bot-filter");
        filter.select(model.filter.get());
        filter.onChoice(model.filter::set);
        Button add = Buttons.of("New bot", actions::newBot, "primary");
        add.setGraphic(new IconView(Icon.PLUS));
        add.setId("new-bot");
        HBox tools = new HBox(search(model), filter, archived(model), add);
        tools.getStyleClass().add("bots-tools");
        FlowBar bar = new FlowBar(1, 16, sums, tools);
        bar.getStyleClass().add("bots-head");
        getStyleClass().add("bots-head-frame");
        getChildren().add(bar);
    }

    /** There once something is in the archive. */
    private static Button archived(BotsViewModel model) {
        Button button = Buttons.of("", () -> model.showArchived.set(!model.showArchived.get()), "quiet");
        button.setId("show-archived");
        button.textProperty().bind(Bindings.createStringBinding(
                () -> (model.showArchived.get() ? "Hide" : "Show") + " archived (" + model.archived.get() + ")",
                model.showArchived, model.archived));
        button.visibleProperty().bind(model.archived.greaterThan(0));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private static HBox search(BotsViewModel model) {
        TextField field = TextFields.createClearableTextField();
        field.setPromptText("Name or type");
        field.setId("bot-search");
        field.setPrefColumnCount(12);
        model.search.bind(field.textProperty());
        HBox box = new HBox(new IconView(Icon.SEARCH, "is-faint"), field);
        box.getStyleClass().addAll("field", "search-field");
        return box;
    }

    private static String words(Filter filter) {
        return switch (filter) {
            case ALL -> "All";
            case ACTIVE -> "Active";
            case ATTENTION -> "Attention";
        };
    }

    private static VBox stack(String label, Label value) {
        VBox box = new VBox(Labels.of(label, "t-label"), value);
        box.getStyleClass().add("bar-stack");
        return box;
    }
}
