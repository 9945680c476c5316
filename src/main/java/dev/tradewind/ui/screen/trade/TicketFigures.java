package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.Instrument;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Labels;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What the order costs and leaves, one figure a line. */
final class TicketFigures extends VBox {

    private final Label cost = Labels.of("");
    private final Label feeName = Labels.of("", "t-secondary");
    private final Label fee = Labels.of("");
    private final Label free = Labels.of("");
    private final Label position = Labels.of("");
    private final Label exits = Labels.of("");
    private final Label margin = Labels.of("");
    private final Label liquidation = Labels.of("", "is-warn");
    private final HBox exitLine = line(Labels.of("At stop / at target", "t-secondary"), exits);

    TicketFigures(Instrument instrument) {
        getStyleClass().add("ticket-sums");
        exitLine.managedProperty().bind(exitLine.visibleProperty());
        margin.setId("ticket-margin");
        liquidation.setId("ticket-liquidation");
        getChildren().add(line(Labels.of(instrument.isPerpetual() ? "Notional" : "Cost", "t-secondary"), cost));
        if (instrument.isPerpetual()) {
            Label where = Labels.of("Liquidation after", "t-secondary");
            Buttons.tip(where, "About where the exchange would close the position once this has filled: at this mark price");
            getChildren().addAll(
                    line(Labels.of("Margin needed", "t-secondary"), margin),
                    line(where, liquidation));
        }
        getChildren().addAll(
                line(feeName, fee),
                line(Labels.of("Free after", "t-secondary"), free),
                line(Labels.of(
                        instrument.base().code() + (instrument.isPerpetual() ? " after" : " after, average"),
                        "t-secondary"), position),
                exitLine);
    }

    private static HBox line(Label name, Label value) {
        name.setMinWidth(0);
        return new HBox(name, Labels.spring(), value);
    }

    private static String orNone(String figure) {
        return figure.isEmpty() ? Figures.NONE : figure;
    }

    void show(TicketOutcome outcome) {
        cost.setText(outcome.cost());
        feeName.setText(outcome.feeLabel());
        fee.setText(outcome.fee());
        free.setText(outcome.free());
        position.setText(outcome.position());
        margin.setText(orNone(outcome.margin()));
        liquidation.setText(orNone(outcome.liquidation()));
        exits.setText(outcome.exits());
        exitLine.setVisible(!outcome.exits().isEmpty());
    }
}
