package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.ui.screen.trade.TicketEntry.SizeUnit;
import dev.tradewind.ui.screen.trade.TicketOutcome.Verdict;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.Segments;
import dev.tradewind.ui.widget.UnitField;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The order ticket: type, side, price, size, what it does, verdicts, button, always in that order. */
final class TicketPane extends VBox {

    private final TicketViewModel model;
    private final Instrument instrument;
    private final UnitField price;
    private final UnitField size;
    private final VBox priceBox = new VBox();
    private final Slider slider = new Slider(0, 100, 0);
    private final VBox verdicts = new VBox();
    private final Button send;
    private final Label problem = Labels.wrapped("", "t-secondary");
    private final Label last = Labels.of("", "t-label");
    private final Label cost = Labels.of("");
    private final Label feeName = Labels.of("", "t-secondary");
    private final Label fee = Labels.of("");
    private final Label free = Labels.of("");
    private final Label position = Labels.of("");
    private @Nullable List<Verdict> shown;

    TicketPane(TicketViewModel model) {
        this.model = model;
        this.instrument = model.snapshot().market().instrument();
        this.price = new UnitField("", instrument.quote().code());
        this.size = new UnitField("", instrument.base().code());
        this.send = Buttons.of("", model::submit, "order");
        send.setId("ticket-send");
        price.text().setId("ticket-price");
        size.text().setId("ticket-size");
        send.setMaxWidth(Double.MAX_VALUE);
        send.setMinWidth(0);
        getStyleClass().addAll("pane", "ticket");
        VBox body = new VBox(sides(), priceRow(), sizeRow(), slider(), Labels.rule(), sums(), verdicts);
        body.getStyleClass().add("ticket-body");
        verdicts.getStyleClass().add("inset-box");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        VBox foot = new VBox(send, problem);
        foot.getStyleClass().add("ticket-foot");
        foot.setMinHeight(USE_PREF_SIZE);
        HBox tabs = tabs();
        tabs.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(tabs, scroll, foot);
        price.text().textProperty().bindBidirectional(model.priceProperty());
        size.text().textProperty().bindBidirectional(model.sizeProperty());
        model.outcomeProperty().addListener((property, before, now) -> show(now));
        model.typeProperty().addListener((property, before, now) -> showType());
        model.sideProperty().addListener((property, before, now) -> show(model.outcomeProperty().get()));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                model.submit();
                event.consume();
            }
        });
        showType();
        show(model.outcomeProperty().get());
    }

    private HBox tabs() {
        Segments<OrderType> tabs = new Segments<>(
                List.of(OrderType.LIMIT, OrderType.MARKET), type -> type == OrderType.LIMIT ? "Limit" : "Market",
                        false);
        tabs.getStyleClass().setAll("tabs");
        tabs.setId("ticket-type");
        tabs.select(model.typeProperty().get());
        tabs.onChoice(model.typeProperty()::set);
        model.typeProperty().addListener((property, before, now) -> tabs.select(now));
        HBox head = new HBox(tabs);
        head.getStyleClass().add("tab-head");
        return head;
    }

    private Segments<Side> sides() {
        Segments<Side> sides = new Segments<>(List.of(Side.BUY, Side.SELL), side -> side == Side.BUY ? "Buy" : "Sell",
                true);
        sides.getStyleClass().add("sides");
        sides.setId("ticket-side");
        sides.button(Side.BUY).getStyleClass().add("buy");
        sides.button(Side.SELL).getStyleClass().add("sell");
        sides.select(model.sideProperty().get());
        sides.onChoice(model.sideProperty()::set);
        model.sideProperty().addListener((property, before, now) -> sides.select(now));
        return sides;
    }

    private VBox priceRow() {
        HBox head = new HBox(Labels.of("Price", "t-label"), Labels.spring(), last);
        price.text().setOnScroll(event -> {
            model.stepPrice(event.getDeltaY() > 0 ? 1 : -1);
            event.consume();
        });
        price.text().setTooltip(Buttons.tip("The wheel steps by one tick; a click on the ladder sets it"));
        priceBox.getChildren().addAll(head, price);
        priceBox.getStyleClass().add("field-stack");
        return priceBox;
    }

    private VBox sizeRow() {
        HBox head = new HBox(Labels.of("Size", "t-label"), Labels.spring());
        for (SizeUnit unit : SizeUnit.values()) {
            ToggleButton button = new ToggleButton(words(unit));
            button.getStyleClass().add("unit-choice");
            button.setSelected(model.unitProperty().get() == unit);
            button.setOnAction(event -> {
                model.unitProperty().set(unit);
                button.setSelected(true);
            });
            model.unitProperty().addListener((property, before, now) -> button.setSelected(now == unit));
            head.getChildren().add(button);
        }
        model.unitProperty().addListener((property, before, now) -> size.unit(words(now)));
        VBox box = new VBox(head, size);
        box.getStyleClass().add("field-stack");
        return box;
    }

    private String words(SizeUnit unit) {
        return switch (unit) {
            case BASE -> instrument.base().code();
            case QUOTE -> instrument.quote().code();
            case PERCENT -> "%";
        };
    }

    private Slider slider() {
        slider.setMajorTickUnit(25);
        slider.setMinorTickCount(0);
        slider.setShowTickMarks(true);
        slider.setBlockIncrement(5);
        slider.setId("ticket-share");
        slider.setTooltip(Buttons.tip("Share of what is free (buying) or held (selling)"));
        slider.valueProperty().addListener((property, before, now) -> {
            if (slider.isValueChanging() || slider.isPressed() || slider.isFocused()) {
                model.pickPercent(Math.round(now.doubleValue()));
            }
        });
        return slider;
    }

    private VBox sums() {
        VBox box = new VBox(
                line(Labels.of("Cost", "t-secondary"), cost),
                line(feeName, fee),
                line(Labels.of("Free after", "t-secondary"), free),
                line(Labels.of(instrument.base().code() + " after, average", "t-secondary"), position));
        box.getStyleClass().add("ticket-sums");
        return box;
    }

    private static HBox line(Label name, Label value) {
        name.setMinWidth(0);
        return new HBox(name, Labels.spring(), value);
    }

    private void showType() {
        boolean limit = model.typeProperty().get() == OrderType.LIMIT;
        priceBox.setVisible(limit);
        priceBox.setManaged(limit);
    }

    private void show(TicketOutcome outcome) {
        long ticks = model.snapshot().market().lastTicks();
        last.setText(ticks > 0 ? "last " + Figures.price(instrument, ticks) : "");
        cost.setText(outcome.cost());
        feeName.setText(outcome.feeLabel());
        fee.setText(outcome.fee());
        free.setText(outcome.free());
        position.setText(outcome.position());
        showVerdicts(outcome.verdicts());
        boolean ready = outcome.command().isPresent();
        send.setText(outcome.button());
        send.setDisable(!ready);
        send.getStyleClass().removeAll("buy", "sell");
        send.getStyleClass().add(model.sideProperty().get() == Side.BUY ? "buy" : "sell");
        problem.setText(outcome.problem());
        problem.setVisible(!outcome.problem().isEmpty());
        price.invalid(outcome.problem().startsWith("The price"));
        size.invalid(outcome.problem().startsWith("The size"));
    }

    private void showVerdicts(List<Verdict> wanted) {
        if (wanted.equals(shown)) {
            return;
        }
        shown = wanted;
        verdicts.getChildren().clear();
        verdicts.setVisible(!wanted.isEmpty());
        verdicts.setManaged(!wanted.isEmpty());
        for (Verdict verdict : wanted) {
            IconView icon = switch (verdict.level()) {
                case PASS -> new IconView(Icon.CHECK, "is-buy");
                case LOOK -> new IconView(Icon.LOOK, "is-warn");
                case BLOCK -> new IconView(Icon.BLOCK, "is-sell");
            };
            Label label = Labels.of(verdict.label());
            switch (verdict.level()) {
                case PASS -> {}
                case LOOK -> label.getStyleClass().add("is-warn");
                case BLOCK -> label.getStyleClass().add("is-sell");
            }
            label.setMinWidth(0);
            Label detail = Labels.of(verdict.detail(), "t-faint");
            HBox line = new HBox(icon, label, Labels.spring(), detail);
            line.getStyleClass().add("verdict-line");
            verdicts.getChildren().add(line);
        }
    }
}
