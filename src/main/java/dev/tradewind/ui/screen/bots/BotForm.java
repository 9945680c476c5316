package dev.tradewind.ui.screen.bots;

import dev.tradewind.domain.Instrument;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.ParamForm;
import dev.tradewind.ui.widget.UnitField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The fields of a bot's form, made from its parameters: two columns, sections by question, advanced ones folded away. */
final class BotForm extends VBox {

    private final BotFormModel model;
    private final Instrument instrument;

    BotForm(BotFormModel model, Instrument instrument) {
        this.model = model;
        this.instrument = instrument;
        getStyleClass().add("bot-form");
        getChildren().addAll(identity());
        ParamForm form = new ParamForm(model.type.params(), model, this::unit, false);
        form.sections().forEach(section -> getChildren().addAll(Labels.rule(), section));
        VBox folded = form.folded();
        if (folded != null) {
            getChildren().addAll(Labels.rule(), folded);
        }
    }

    private VBox identity() {
        UnitField name = new UnitField("", "");
        name.text().setId("bot-name");
        name.text().textProperty().bindBidirectional(model.name);
        name.setDisable(model.editing);
        UnitField capital = new UnitField("", instrument.quote().code());
        capital.text().setId("bot-capital");
        capital.text().textProperty().bindBidirectional(model.capital);
        capital.setDisable(model.editing);
        UnitField market = new UnitField(instrument.symbol(), instrument.venue());
        market.setDisable(true);
        GridPane grid = ParamForm.grid();
        grid.add(ParamForm.stack("Name", name, model.nameError, ""), 0, 0, 2, 1);
        grid.add(ParamForm.stack("Instrument", market, null, ""), 0, 1);
        grid.add(ParamForm.stack("Capital", capital, model.capitalError, "What the bot may use."), 1, 1);
        ParamForm.markInvalid(name, model.nameError);
        ParamForm.markInvalid(capital, model.capitalError);
        return ParamForm.titled("What it trades", grid);
    }

    private String unit(String unit) {
        return switch (unit) {
            case "quote" -> instrument.quote().code();
            case "base" -> instrument.base().code();
            default -> unit;
        };
    }
}
