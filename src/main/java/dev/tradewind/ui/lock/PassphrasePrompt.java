package dev.tradewind.ui.lock;

import dev.tradewind.app.custody.SecurityDesk;
import dev.tradewind.ui.fx.Hands;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.Overlay;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** A card over the window that asks for the passphrase before something is done. JavaFX thread only. */
public final class PassphrasePrompt {

    private PassphrasePrompt() {}

    /**
     * What the card says.
     *
     * @param title  a few words
     * @param line   what it means
     * @param action what the button says
     */
    public record Words(String title, String line, String action) {}

    /**
     * Asks. The card closes once the check has passed; a refusal is told in it.
     *
     * @param owner where it is asked for, in a window whose root is a stack
     * @param body  stands between the words and the field; an empty box for nothing
     * @param check what the passphrase is for; runs off the JavaFX thread
     * @param done  runs after it has passed
     */
    public static void show(
            Node owner, SecurityDesk desk, SecurityFeed feed, Words words, VBox body, UnlockModel.Check check, Runnable done) {
        Overlay[] overlay = new Overlay[1];
        UnlockModel model = new UnlockModel(desk, feed, Hands.threads(), check, () -> {
            overlay[0].close();
            done.run();
        }).withoutRecovery();
        UnlockForm form = new UnlockForm(desk, Hands.threads(), model, words.action());
        form.add(Buttons.of("Cancel", () -> overlay[0].close(), "quiet"));
        overlay[0] = open(owner, words.title(), words.line(), body, form);
        form.requestFocus();
    }

    /** Asks for the first passphrase and makes the vault; {@code done} runs once there is one. */
    public static void setFirst(Node owner, SecurityDesk desk, Runnable done) {
        NewPassphraseModel model = new NewPassphraseModel(desk);
        NewPassphraseForm form = new NewPassphraseForm(desk, Hands.threads(), model, true);
        Button set = Buttons.of("Set the passphrase", () -> {}, "primary");
        set.setId("set-passphrase");
        Overlay[] overlay = new Overlay[1];
        Runnable go = () -> {
            if (!set.isDisabled() && form.complete()) {
                create(desk, model, form, set, () -> {
                    overlay[0].close();
                    done.run();
                });
            }
        };
        set.setOnAction(event -> go.run());
        form.onEnter(go);
        HBox foot = new HBox(set);
        foot.getStyleClass().add("prompt-foot");
        overlay[0] = open(owner, "Set a passphrase",
                "It guards your exchange keys and locks the screen. It cannot be recovered, only replaced together with the keys.",
                new VBox(), spaced(form, foot));
        Button cancel = Buttons.of("Not now", overlay[0]::close, "quiet");
        foot.getChildren().add(cancel);
        form.requestFocus();
    }

    private static VBox spaced(Node form, Node foot) {
        VBox box = new VBox(form, foot);
        box.getStyleClass().add("unlock");
        return box;
    }

    private static void create(
            SecurityDesk desk, NewPassphraseModel model, NewPassphraseForm form, Button set, Runnable done) {
        char[] passphrase = form.take();
        set.setDisable(true);
        set.setText("Making the vault…");
        Hands.threads().apart("make-vault", () -> {
            desk.create(passphrase, model.hint(), model.secondFactor());
            return true;
        }, made -> done.run(), failure -> {
            set.setDisable(false);
            set.setText("Set the passphrase");
            model.refused(failure);
            form.requestFocus();
        });
    }

    private static Overlay open(Node owner, String title, String line, VBox body, VBox form) {
        VBox card = new VBox(Labels.of(title, "t-section"));
        if (!line.isEmpty()) {
            card.getChildren().add(Labels.wrapped(line, "t-secondary"));
        }
        if (!body.getChildren().isEmpty()) {
            card.getChildren().add(body);
        }
        card.getChildren().add(form);
        card.setId("prompt");
        card.getStyleClass().addAll("card", "prompt-card");
        Overlay overlay = Overlay.open(owner, card);
        return overlay;
    }
}
