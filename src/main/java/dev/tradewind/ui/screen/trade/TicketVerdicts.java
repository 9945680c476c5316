package dev.tradewind.ui.screen.trade;

import dev.tradewind.ui.screen.trade.TicketOutcome.Fix;
import dev.tradewind.ui.screen.trade.TicketOutcome.Line;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Labels;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The ticket's box of checks; what blocks says why and offers figures that would pass. */
final class TicketVerdicts extends VBox {

    private final Consumer<Fix> use;
    private @Nullable List<Line> shown;

    TicketVerdicts(Consumer<Fix> use) {
        this.use = use;
        setId("ticket-verdicts");
        getStyleClass().add("inset-box");
    }

    void show(List<Line> wanted) {
        if (wanted.equals(shown)) {
            return;
        }
        shown = wanted;
        getChildren().clear();
        setVisible(!wanted.isEmpty());
        setManaged(!wanted.isEmpty());
        for (Line line : wanted) {
            getChildren().add(head(line));
            switch (line.level()) {
                case PASS, LOOK -> { }
                case BLOCK -> getChildren().add(reason(line));
            }
        }
    }

    private static HBox head(Line line) {
        IconView icon = switch (line.level()) {
            case PASS -> new IconView(Icon.CHECK, "is-buy");
            case LOOK -> new IconView(Icon.LOOK, "is-warn");
            case BLOCK -> new IconView(Icon.BLOCK, "is-sell");
        };
        Label label = Labels.of(line.label());
        switch (line.level()) {
            case PASS -> { }
            case LOOK -> label.getStyleClass().add("is-warn");
            case BLOCK -> label.getStyleClass().add("is-sell");
        }
        Label detail = Labels.of(line.detail(), "t-faint");
        if (line.detail().length() > line.label().length()) {
            detail.setMinWidth(0);
        } else {
            label.setMinWidth(0);
        }
        HBox head = new HBox(icon, label, Labels.spring(), detail);
        head.getStyleClass().add("verdict-line");
        if (!line.more().isEmpty()) {
            Buttons.tip(label, line.more());
            Buttons.tip(detail, line.more());
        }
        return head;
    }

    private VBox reason(Line line) {
        VBox box = new VBox(Labels.wrapped(line.more(), "t-secondary"));
        box.getStyleClass().add("verdict-reason");
        if (!line.fixes().isEmpty()) {
            FlowPane ways = new FlowPane();
            ways.getStyleClass().add("verdict-fixes");
            for (Fix fix : line.fixes()) {
                Button button = Buttons.of("use " + fix.text(), () -> use.accept(fix), "small", "fix");
                ways.getChildren().add(button);
            }
            box.getChildren().add(ways);
        }
        return box;
    }
}
