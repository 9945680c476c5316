package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.ui.screen.trade.TicketEntry.Field;
import dev.tradewind.ui.screen.trade.TicketEntry.SizeUnit;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.LaterBox;
import dev.tradewind.ui.widget.ParamForm;
import dev.tradewind.ui.widget.Segments;
import dev.tradewind.ui.widget.UnitField;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The order ticket: type, side, price, size, exits, force, what it does, verdicts, button, always in that order. */
final class TicketPane extends VBox {

    private final TicketViewModel model;
    private final Instrument instrument;
    private final UnitField price;
    private final UnitField stop;
    private final UnitField size;
    private final UnitField ends = new UnitField("", "from now");
    private final UnitField takeProfit;
    private final UnitField stopLoss;
    private final VBox priceBox;
    private final VBox stopBox;
    private final Segments<Boolean> direction;
    private final Segments<Boolean> execution;
    private final VBox waiting;
    private final VBox exits;
    private final LaterBox forces;
    private final HBox forceRow;
    private final CheckBox postOnly = new CheckBox("Post only");
    private final CheckBox reduceOnly = new CheckBox("Reduce only");
    private final VBox algo = new VBox();
    private final Map<String, VBox> algoForms = new HashMap<>();
    private final TicketVerdicts verdicts;
    private final Button send;
    private final Label problem = Labels.wrapped("", "t-secondary");
    private final Label last = Labels.of("", "t-label");
    private final TicketFigures figures;
    private final LaterBox body;

    TicketPane(TicketViewModel model) {
        this.model = model;
        this.instrument = model.snapshot().market().instrument();
        String quote = instrument.quote().code();
        price = field("ticket-price", model.price, quote);
        stop = field("ticket-stop", model.stop, quote);
        size = field("ticket-size", model.size, instrument.base().code());
        takeProfit = field("ticket-take-profit", model.takeProfit, "");
        stopLoss = field("ticket-stop-loss", model.stopLoss, "");
        ends.text().setId("ticket-ends");
        ends.text().textProperty().bindBidirectional(model.ends);
        last.textProperty().bind(model.lastProperty());
        priceBox = priced("Price", price, model.price, last);
        stopBox = priced("Stop price", stop, model.stop, Labels.of("", "t-label"));
        direction = new Segments<>(List.of(false, true), takes -> takes ? "Take profit" : "Stop", true);
        execution = new Segments<>(List.of(false, true), limit -> limit ? "At a limit" : "At market", true);
        waiting = waiting();
        exits = exits();
        forceRow = new HBox(forceChoice(), postOnly);
        forces = forces();
        verdicts = new TicketVerdicts(model::use);
        figures = new TicketFigures(instrument);
        send = Buttons.of("", model::submit, "order");
        send.setId("ticket-send");
        send.setMaxWidth(Double.MAX_VALUE);
        send.setMinWidth(0);
        getStyleClass().addAll("pane", "ticket");
        body = body();
        build();
        model.outcomeProperty().addListener((property, before, now) -> show(now));
        model.kind.addListener((property, before, now) -> showKind());
        model.force.addListener((property, before, now) -> showKind());
        model.side.addListener((property, before, now) -> show(model.outcomeProperty().get()));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                model.submit();
                event.consume();
            }
        });
        showKind();
        show(model.outcomeProperty().get());
    }

    private LaterBox body() {
        algo.getStyleClass().add("ticket-algo");
        MarginLine margin = new MarginLine(model.snapshot().account().more().margin());
        margin.setVisible(instrument.isPerpetual());
        for (Node hidden : List.of(waiting, stopBox, priceBox, algo, exits)) {
            hidden.setVisible(false);
        }
        LaterBox parts = new LaterBox(
                margin, sides(), positions(), waiting, stopBox, priceBox, sizeRow(), slider(), algo, exits, forces, Labels.rule(),
                figures, verdicts);
        parts.getStyleClass().add("ticket-body");
        return parts;
    }

    private void build() {
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        // what wraps has its height only once it has a width
        body.heightProperty().addListener((property, before, now) -> scroll.setPrefHeight(now.doubleValue() + 4));
        VBox foot = new VBox(send, problem);
        foot.getStyleClass().add("ticket-foot");
        foot.setMinHeight(USE_PREF_SIZE);
        problem.setId("ticket-problem");
        problem.managedProperty().bind(problem.visibleProperty());
        getChildren().addAll(new TicketTabs(model), scroll, foot);
    }

    private static UnitField field(String id, StringProperty text, String unit) {
        UnitField field = new UnitField("", unit);
        field.text().setId(id);
        field.text().textProperty().bindBidirectional(text);
        return field;
    }

    private <T> Segments<T> choice(String id, ObjectProperty<T> value, List<T> values, Function<T, String> words) {
        Segments<T> choice = new Segments<>(values, words, true);
        choice.setId(id);
        choice.select(value.get());
        choice.onChoice(value::set);
        value.addListener((property, before, now) -> choice.select(now));
        return choice;
    }

    private Segments<Side> sides() {
        Segments<Side> sides = choice(
                "ticket-side", model.side, List.of(Side.BUY, Side.SELL), side -> side == Side.BUY ? "Buy" : "Sell");
        sides.getStyleClass().add("sides");
        sides.button(Side.BUY).getStyleClass().add("buy");
        sides.button(Side.SELL).getStyleClass().add("sell");
        return sides;
    }

    /** In hedge mode an order says which position it is about. */
    private Segments<PositionSide> positions() {
        Segments<PositionSide> positions = choice(
                "ticket-position", model.positionSide, List.of(PositionSide.LONG, PositionSide.SHORT),
                side -> side == PositionSide.LONG ? "Long position" : "Short position");
        positions.setVisible(model.positionSide.get() != PositionSide.NET);
        return positions;
    }

    private VBox waiting() {
        direction.setId("ticket-direction");
        execution.setId("ticket-execution");
        direction.onChoice(takes -> chooseWaiting());
        execution.onChoice(limit -> chooseWaiting());
        VBox box = new VBox(direction, execution);
        box.getStyleClass().add("spacing-4");
        return box;
    }

    private void chooseWaiting() {
        boolean takes = Boolean.TRUE.equals(direction.chosen());
        boolean limit = Boolean.TRUE.equals(execution.chosen());
        model.choose(new TicketKind.Plain(
                takes
                        ? limit ? OrderType.TAKE_PROFIT_LIMIT : OrderType.TAKE_PROFIT_MARKET
                        : limit ? OrderType.STOP_LIMIT : OrderType.STOP_MARKET));
    }

    private VBox priced(String name, UnitField field, StringProperty value, Label beside) {
        HBox head = new HBox(Labels.of(name, "t-label"), Labels.spring(), beside);
        field.text().setOnScroll(event -> {
            model.step(value, event.getDeltaY() > 0 ? 1 : -1);
            event.consume();
        });
        Buttons.tip(field.text(), "The wheel steps by one tick; a click on the ladder sets it");
        VBox box = new VBox(head, field);
        box.getStyleClass().add("field-stack");
        return box;
    }

    private VBox sizeRow() {
        HBox head = new HBox(Labels.of("Size", "t-label"), Labels.spring());
        for (SizeUnit unit : SizeUnit.values()) {
            ToggleButton button = new ToggleButton(words(unit));
            button.getStyleClass().add("unit-choice");
            button.setSelected(model.unit.get() == unit);
            button.setOnAction(event -> {
                model.unit.set(unit);
                button.setSelected(true);
            });
            model.unit.addListener((property, before, now) -> button.setSelected(now == unit));
            head.getChildren().add(button);
        }
        model.unit.addListener((property, before, now) -> size.unit(words(now)));
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
        Slider slider = new Slider(0, 100, 0);
        slider.setMajorTickUnit(25);
        slider.setMinorTickCount(0);
        slider.setShowTickMarks(true);
        slider.setBlockIncrement(5);
        slider.setId("ticket-share");
        Buttons.tip(slider, "Share of the largest order there is balance for");
        slider.valueProperty().addListener((property, before, now) -> {
            if (slider.isValueChanging() || slider.isPressed() || slider.isFocused()) {
                model.pickPercent(Math.round(now.doubleValue()));
            }
        });
        return slider;
    }

    private VBox exits() {
        VBox target = ParamForm.stack("Take profit", takeProfit, null, "Placed once the order fills; empty for none.");
        VBox guard = ParamForm.stack("Stop loss", stopLoss, null, "Placed once the order fills; empty for none.");
        HBox.setHgrow(target, Priority.ALWAYS);
        HBox.setHgrow(guard, Priority.ALWAYS);
        HBox row = new HBox(target, guard);
        row.getStyleClass().add("spacing-8");
        VBox fold = ParamForm.fold("Take profit and stop loss", "ticket-exits", row);
        for (StringProperty text : List.of(model.takeProfit, model.stopLoss)) {
            text.addListener((property, before, now) -> row.setVisible(row.isVisible() || !now.isBlank()));
        }
        return fold;
    }

    private Segments<TimeInForce> forceChoice() {
        Segments<TimeInForce> choice = choice(
                "ticket-force", model.force, List.of(TimeInForce.values()), TimeInForce::name);
        choice.getStyleClass().add("compact");
        Buttons.tip(choice.button(TimeInForce.GTC), "Good till cancelled");
        Buttons.tip(choice.button(TimeInForce.IOC), "Immediate or cancel: what does not fill at once goes");
        Buttons.tip(choice.button(TimeInForce.FOK), "Fill or kill: all at once or nothing");
        Buttons.tip(choice.button(TimeInForce.GTD), "Good till a date: it ends after the time you say");
        HBox.setHgrow(choice, Priority.ALWAYS);
        return choice;
    }

    private LaterBox forces() {
        postOnly.setId("ticket-post-only");
        postOnly.selectedProperty().bindBidirectional(model.postOnly);
        Buttons.tip(postOnly, "Turned away rather than filled at once");
        postOnly.setMinWidth(USE_PREF_SIZE);
        postOnly.managedProperty().bind(postOnly.visibleProperty());
        reduceOnly.setId("ticket-reduce-only");
        reduceOnly.selectedProperty().bindBidirectional(model.reduceOnly);
        Buttons.tip(reduceOnly, "Never opens or enlarges a position");
        forceRow.getStyleClass().addAll("spacing-8", "verdict-line");
        for (Node hidden : List.of(forceRow, ends, reduceOnly)) {
            hidden.setVisible(false);
        }
        LaterBox box = new LaterBox(forceRow, ends, reduceOnly);
        box.getStyleClass().add("spacing-8");
        return box;
    }

    private VBox algoForm(TicketKind.Algo kind) {
        return algoForms.computeIfAbsent(kind.type().id(), id -> {
            AlgoValues.Fields fields = model.fields(kind.type());
            ParamForm form = new ParamForm(fields.specs(), fields, this::unit, true);
            VBox box = new VBox(Labels.wrapped(kind.type().description(), "t-secondary"), form.plain());
            box.getStyleClass().add("spacing-8");
            VBox folded = form.folded();
            if (folded != null) {
                box.getChildren().add(folded);
            }
            return box;
        });
    }

    private String unit(String unit) {
        return switch (unit) {
            case "quote" -> instrument.quote().code();
            case "base" -> instrument.base().code();
            default -> unit;
        };
    }

    private void showKind() {
        switch (model.kind.get()) {
            case TicketKind.Plain plain -> {
                OrderType type = plain.type();
                direction.select(type.takesProfit());
                execution.select(type.hasTrigger() && type.hasLimit());
                body.show(priceBox, type.hasLimit());
                body.show(stopBox, type.hasTrigger());
                body.show(waiting, type.hasTrigger());
                body.show(exits, !type.hasTrigger() && model.takesExits());
                body.show(forces, true);
                forces.show(forceRow, type.hasLimit());
                postOnly.setVisible(type == OrderType.LIMIT);
                forces.show(ends, type.hasLimit() && model.force.get() == TimeInForce.GTD);
                forces.show(reduceOnly, type.hasTrigger() || instrument.isPerpetual());
                body.show(algo, false);
            }
            case TicketKind.Algo kind -> {
                for (Node node : List.of(priceBox, stopBox, waiting, exits, forces)) {
                    body.show(node, false);
                }
                algo.getChildren().setAll(Labels.of(kind.type().label(), "t-pane"), algoForm(kind));
                body.show(algo, true);
            }
        }
    }

    private void show(TicketOutcome outcome) {
        figures.show(outcome);
        verdicts.show(outcome.verdicts());
        boolean ready = outcome.command().isPresent();
        send.setText(outcome.button());
        send.setDisable(!ready);
        send.getStyleClass().removeAll("buy", "sell");
        send.getStyleClass().add(model.side.get() == Side.BUY ? "buy" : "sell");
        problem.setText(shortProblem(outcome));
        problem.setVisible(!problem.getText().isEmpty());
        price.invalid(model.wrong(Field.PRICE));
        stop.invalid(model.wrong(Field.STOP));
        size.invalid(model.wrong(Field.SIZE));
        ends.invalid(model.wrong(Field.ENDS));
        takeProfit.invalid(model.wrong(Field.TAKE_PROFIT));
        stopLoss.invalid(model.wrong(Field.STOP_LOSS));
    }

    /** The box above says why at length; the foot names it, or says it where the box does not. */
    private static String shortProblem(TicketOutcome outcome) {
        for (TicketOutcome.Line line : outcome.verdicts()) {
            switch (line.level()) {
                case PASS, LOOK -> { }
                case BLOCK -> {
                    return "Blocked by " + line.label().toLowerCase(Locale.ROOT) + ", see above.";
                }
            }
        }
        return outcome.problem();
    }
}
