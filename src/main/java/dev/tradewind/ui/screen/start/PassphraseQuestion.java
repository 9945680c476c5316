package dev.tradewind.ui.screen.start;

import dev.tradewind.app.custody.SecurityDesk;
import dev.tradewind.app.custody.SecurityDesk.SecurityState;
import dev.tradewind.app.custody.SecurityDesk.VaultState;
import dev.tradewind.ui.fx.Hands;
import dev.tradewind.ui.lock.NewPassphraseForm;
import dev.tradewind.ui.lock.NewPassphraseModel;
import dev.tradewind.ui.lock.SecurityFeed;
import dev.tradewind.ui.lock.UnlockForm;
import dev.tradewind.ui.lock.UnlockModel;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * The first question: no keys yet, or a passphrase now; where there is one already, whether to open the keys with it. Answered
 * either way without a key being typed. JavaFX thread only.
 */
final class PassphraseQuestion {

    private final SecurityDesk desk;
    private final SecurityFeed feed;
    private final Hands hands;
    private final Theme theme;
    private final VBox answers = new VBox();
    private final NewPassphraseModel fresh;
    private final NewPassphraseForm form;
    private final UnlockModel unlock;
    private final UnlockForm unlockForm;
    private Runnable then = () -> {};
    private Runnable failed = () -> {};
    private List<ChoiceCard> both = List.of();
    private Node below = new VBox();
    /** Whether the second card is chosen. */
    private boolean second;

    PassphraseQuestion(SecurityDesk desk, SecurityFeed feed, Hands hands, Theme theme) {
        this.desk = desk;
        this.feed = feed;
        this.hands = hands;
        this.theme = theme;
        fresh = new NewPassphraseModel(desk);
        form = new NewPassphraseForm(desk, hands, fresh, true);
        unlock = new UnlockModel(desk, feed, hands, desk::unlock, () -> then.run());
        unlock.onRefusal(() -> failed.run());
        unlockForm = new UnlockForm(desk, hands, unlock, "");
        unlockForm.field().emptyProperty().addListener((property, old, empty) -> {
            if (!empty && !second) {
                choose(true);
            }
        });
        answers.getStyleClass().add("start-answers");
        feed.state().addListener((property, old, now) -> {
            if (old.vault() != now.vault()) {
                fill();
            }
        });
        fill();
    }

    /** {@return the question's title} */
    String title() {
        return "Passphrase";
    }

    /** {@return the line below the title} */
    String line() {
        return feed.now().vault() == VaultState.NONE
                ? "It locks your exchange keys. Without keys there is nothing to lock."
                : "Your exchange keys are sealed with it.";
    }

    /** {@return the answers} */
    Node node() {
        return answers;
    }

    private void fill() {
        answers.getChildren().clear();
        SecurityState state = feed.now();
        if (!state.trouble().isEmpty()) {
            answers.getChildren().add(Messages.trouble(true, "The keys cannot be opened", state.trouble()));
            return;
        }
        switch (state.vault()) {
            case NONE -> cards(
                    card(Icon.KEY, "No keys yet", "Paper trading only. Add a passphrase with your first key.", "passphrase-none"),
                    card(Icon.LOCK, "Set a passphrase now", "It cannot be recovered, only replaced together with the keys.",
                            "passphrase-set"), form);
            case SEALED -> cards(
                    card(Icon.SHIELD, "Later", "Keys stay sealed. Paper trading works.", "passphrase-later"),
                    card(Icon.LOCK, "Unlock", "Live accounts are at hand. Type the passphrase below.", "passphrase-unlock"),
                    unlockForm);
            case OPEN -> answers.getChildren().add(open());
        }
    }

    private static Node open() {
        HBox row = new HBox(new IconView(Icon.CHECK, "is-buy"), Labels.of("Set; the keys are open.", "t-medium"));
        row.getStyleClass().add("spacing-8");
        return row;
    }

    private ChoiceCard card(Icon icon, String title, String line, String id) {
        ChoiceCard card = new ChoiceCard(new IconView(icon), title, Labels.wrapped(line, "choice-line"));
        card.setId(id);
        return card;
    }

    private void cards(ChoiceCard usual, ChoiceCard other, Node inside) {
        both = List.of(usual, other);
        below = inside;
        usual.onChosen(() -> choose(false));
        other.onChosen(() -> choose(true));
        answers.getChildren().setAll(new CardGrid(both, theme), inside);
        choose(false);
    }

    private void choose(boolean wanted) {
        second = wanted;
        both.getFirst().choose(!wanted);
        both.getLast().choose(wanted);
        boolean always = feed.now().vault() == VaultState.SEALED;
        below.setVisible(wanted || always);
        below.setManaged(wanted || always);
        if (wanted && below.getScene() != null) {
            below.requestFocus();
        }
    }

    /** Puts the caret where a passphrase may be typed at once. */
    void focus() {
        if (feed.now().vault() == VaultState.SEALED) {
            unlockForm.requestFocus();
        }
    }

    /**
     * Does what was answered, apart from the JavaFX thread where it takes long.
     *
     * @param next   goes on once that is done
     * @param stayed runs if it was refused; the question says why
     */
    void settle(Runnable next, Runnable stayed) {
        then = next;
        failed = stayed;
        if (!second || feed.now().vault() == VaultState.OPEN) {
            unlockForm.field().clear();
            next.run();
        } else if (feed.now().vault() == VaultState.SEALED) {
            if (unlock.mayTry()) {
                unlock.attempt(unlockForm.field().take());
            } else {
                stayed.run();
            }
        } else if (form.complete()) {
            create();
        } else {
            stayed.run();
        }
    }

    private void create() {
        char[] passphrase = form.take();
        hands.apart("make-vault", () -> {
            desk.create(passphrase, fresh.hint(), fresh.secondFactor());
            return true;
        }, made -> {
            feed.refresh();
            then.run();
        }, failure -> {
            fresh.refused(failure);
            failed.run();
        });
    }

    /** {@return what the page does meanwhile, in a word for its button} */
    String busyWord() {
        return !second ? "Opening…" : feed.now().vault() == VaultState.NONE ? "Making the vault…" : "Unlocking…";
    }
}
