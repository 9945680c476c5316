package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.AlgoType;
import dev.tradewind.domain.OrderType;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.Segments;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Side;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What the ticket makes: the usual kinds as tabs, the others in a menu. */
final class TicketTabs extends HBox {

    /** One tab. */
    enum Tab {
        LIMIT("Limit"),
        MARKET("Market"),
        STOP("Stop"),
        OCO("OCO"),
        MORE("More");

        private final String words;

        Tab(String words) {
            this.words = words;
        }
    }

    private static final List<OrderType> WAITING = List.of(
            OrderType.STOP_MARKET, OrderType.STOP_LIMIT, OrderType.TAKE_PROFIT_MARKET, OrderType.TAKE_PROFIT_LIMIT);

    private final TicketViewModel model;
    private final Segments<Tab> tabs;

    TicketTabs(TicketViewModel model) {
        this.model = model;
        List<Tab> offered = oco().isPresent()
                ? List.of(Tab.values())
                : List.of(Tab.LIMIT, Tab.MARKET, Tab.STOP, Tab.MORE);
        tabs = new Segments<>(offered, tab -> tab.words, false);
        tabs.getStyleClass().setAll("tabs", "tight");
        tabs.setId("ticket-type");
        tabs.onChoice(this::choose);
        ToggleButton more = tabs.button(Tab.MORE);
        more.setGraphic(new IconView(Icon.CHEVRON_DOWN));
        more.setContentDisplay(ContentDisplay.RIGHT);
        more.setId("ticket-more");
        Buttons.tip(more, "Stops, take profits and orders that manage themselves");
        getStyleClass().add("tab-head");
        setMinHeight(USE_PREF_SIZE);
        getChildren().add(tabs);
        model.kind.addListener((property, before, now) -> tabs.select(tabOf(now)));
        tabs.select(tabOf(model.kind.get()));
    }

    private Optional<AlgoType> oco() {
        return model.algos().stream().filter(type -> type.id().equals("oco")).findFirst();
    }

    private static Tab tabOf(TicketKind kind) {
        return switch (kind) {
            case TicketKind.Plain plain -> switch (plain.type()) {
                case LIMIT -> Tab.LIMIT;
                case MARKET -> Tab.MARKET;
                case STOP_MARKET, STOP_LIMIT, TAKE_PROFIT_MARKET, TAKE_PROFIT_LIMIT -> Tab.STOP;
            };
            case TicketKind.Algo algo -> algo.type().id().equals("oco") ? Tab.OCO : Tab.MORE;
        };
    }

    private void choose(Tab tab) {
        switch (tab) {
            case LIMIT -> model.choose(TicketKind.LIMIT);
            case MARKET -> model.choose(TicketKind.MARKET);
            case STOP -> model.choose(new TicketKind.Plain(OrderType.STOP_MARKET));
            case OCO -> oco().ifPresent(type -> model.choose(new TicketKind.Algo(type)));
            case MORE -> {
                tabs.select(tabOf(model.kind.get()));
                menu().show(tabs.button(Tab.MORE), Side.BOTTOM, 0, 0);
            }
        }
    }

    private ContextMenu menu() {
        ContextMenu menu = new ContextMenu();
        menu.setId("ticket-kinds");
        for (OrderType type : WAITING) {
            menu.getItems().add(item(new TicketKind.Plain(type), ""));
        }
        if (!model.algos().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        for (AlgoType type : model.algos()) {
            menu.getItems().add(item(new TicketKind.Algo(type), type.description()));
        }
        return menu;
    }

    private MenuItem item(TicketKind kind, String description) {
        Label name = Labels.of(kind.words(), "t-medium");
        VBox box = new VBox(name);
        if (!description.isEmpty()) {
            box.getChildren().add(Labels.of(description, "t-label"));
        }
        CustomMenuItem item = new CustomMenuItem(box);
        item.setOnAction(event -> model.choose(kind));
        return item;
    }
}
