package dev.tradewind.ui.screen.settings;

import dev.tradewind.ui.fx.Hands;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.widget.Labels;
import java.util.Arrays;
import javafx.beans.value.ObservableValue;
import javafx.print.Printer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/**
 * The recovery code: made once, shown once in groups large enough to copy by hand, printed where there is a printer,
 * gone.
 */
final class RecoveryPane extends VBox {

    private static final char SEPARATOR = '-';

    private final SecurityViewModel model;
    private final FlowPane groups = new FlowPane();
    private final Button print = Panes.button("recovery-print", "Print…", Icon.PRINTER, this::print, "quiet");
    private final Hands hands;

    RecoveryPane(SecurityViewModel model, Hands hands) {
        this.model = model;
        this.hands = hands;
        getStyleClass().addAll("pane", "settings-pane");
        setMinHeight(USE_PREF_SIZE);
        HBox head = new HBox(Labels.of("Recovery code", "t-pane"));
        head.getStyleClass().add("pane-head");
        VBox body = new VBox(Panes.shown(ask(), model.codeWaits.map(waits -> !waits)),
                Panes.shown(code(), model.codeWaits));
        body.getStyleClass().add("settings-body");
        getChildren().addAll(head, body);
        print.setVisible(false);
        print.setManaged(false);
        model.codeWaits.addListener((property, before, now) -> show(now));
        sceneProperty().addListener((property, before, now) -> {
            if (now == null) {
                show(false);
            } else if (model.codeWaits.get()) {
                show(true);
            }
        });
    }

    private Node ask() {
        ObservableValue<String> words = model.state.map(now -> now.recovery()
                ? "There is one. Making another ends it."
                : "Opens the vault in place of a forgotten passphrase, key file or not. It is shown once and kept"
                        + " nowhere: write it down and lay it where you keep what matters.");
        return Panes.stack(Panes.said(words, "recovery-state", "t-secondary"),
                new PassphraseAct(model, "recovery-make", "Make a recovery code", Icon.KEY, model::makeCode));
    }

    private Node code() {
        groups.setId("recovery-code");
        groups.getStyleClass().add("recovery-groups");
        Button written = Panes.button("recovery-written", "I have written it down", Icon.CHECK, model::forgetCode,
                "primary");
        return Panes.stack(
                Panes.words("Write this down now. Once you say so it is gone from here, and nobody can show it again."),
                groups, Panes.row(written, print));
    }

    /** Each group is a text of its own: no text of the whole code is ever made. */
    private void show(boolean waits) {
        for (Node each : groups.getChildren()) {
            ((Text) each).setText("");
        }
        groups.getChildren().clear();
        if (!waits) {
            return;
        }
        char[] code = model.code();
        int from = 0;
        for (int i = 0; i <= code.length; i++) {
            if (i == code.length || code[i] == SEPARATOR) {
                Text group = new Text(new String(code, from, i - from));
                group.getStyleClass().add("recovery-group");
                groups.getChildren().add(group);
                from = i + 1;
            }
        }
        Arrays.fill(code, '\0');
        hands.apart("printer", RecoveryPane::hasPrinter, found -> {
            print.setVisible(found);
            print.setManaged(found);
        }, failure -> { });
    }

    /** A system without printing, or a runtime without its classes, has no printer. */
    private static boolean hasPrinter() {
        try {
            return Printer.getDefaultPrinter() != null;
        } catch (LinkageError e) {
            return false;
        }
    }

    private void print() {
        if (!RecoverySheet.print(groups, getScene().getWindow())) {
            model.outcome.failed(new Trouble("The sheet was not printed",
                    "The printer did not take it. The code still shows below: write it down by hand. No order was"
                            + " touched."));
        }
    }
}
