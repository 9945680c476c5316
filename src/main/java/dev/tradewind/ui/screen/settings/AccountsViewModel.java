package dev.tradewind.ui.screen.settings;

import dev.tradewind.app.custody.AccountsDesk;
import dev.tradewind.app.custody.AccountsDesk.Account;
import dev.tradewind.app.custody.AccountsDesk.Arming;
import dev.tradewind.app.custody.AccountsDesk.Standing;
import dev.tradewind.ui.fx.Hands;
import dev.tradewind.venue.AccountKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The accounts without their nodes. JavaFX thread only. */
final class AccountsViewModel {

    private static final String ORDERS = "Orders and stops at the exchange are as they were.";

    final ObjectProperty<List<Account>> accounts = new SimpleObjectProperty<>(List.of());
    final ObjectProperty<Optional<Account>> selected = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Ask>> ask = new SimpleObjectProperty<>(Optional.empty());
    final StringProperty askError = new SimpleStringProperty("");
    final BooleanProperty asking = new SimpleBooleanProperty();
    final ObjectProperty<Optional<NewAccountModel>> adding = new SimpleObjectProperty<>(Optional.empty());
    final StringProperty headline = new SimpleStringProperty("");
    final StringProperty meaning = new SimpleStringProperty("");
    final StringProperty brief = new SimpleStringProperty("");
    final StringProperty tone = new SimpleStringProperty("");
    final Outcome outcome = new Outcome();

    private final AccountsDesk desk;
    private final Hands hands;

    AccountsViewModel(AccountsDesk desk, Hands hands) {
        this.desk = desk;
        this.hands = hands;
        headline();
    }

    /** A question a person has to answer before something is done to an account. */
    record Ask(What what, Account account) {

        /** What is to be done. */
        enum What {
            RENAME,
            ARM,
            ARM_WITH_VAULT,
            DELETE
        }

        /** {@return whether it takes the passphrase} */
        boolean secret() {
            return what != What.RENAME;
        }
    }

    /** Reads the accounts anew. */
    void read() {
        hands.apart("accounts-read", desk::accounts, this::take,
                failure -> outcome.failed(Trouble.of("The accounts could not be read", failure, ORDERS)));
    }

    private void take(List<Account> now) {
        Optional<Integer> chosen = selected.get().map(Account::id);
        accounts.set(List.copyOf(now));
        selected.set(now.stream().filter(each -> chosen.isPresent() && each.id() == chosen.get()).findFirst()
                .or(() -> now.stream().filter(each -> each.scheme().isPresent()).findFirst())
                .or(() -> now.stream().findFirst()));
        headline();
    }

    private void headline() {
        List<Account> keyed = accounts.get().stream().filter(each -> each.scheme().isPresent()).toList();
        long trouble = count(keyed, Standing.KEY_TROUBLE);
        long unarmed = count(keyed, Standing.NOT_ARMED);
        long sealed = count(keyed, Standing.SEALED);
        tone.set(trouble > 0 ? "is-sell" : unarmed + sealed > 0 ? "is-warn" : keyed.isEmpty() ? "" : "is-buy");
        String keys = number(keyed.size(), "key", "keys");
        brief.set(keyed.isEmpty() ? "No keys yet" : keys + (trouble > 0 ? ", " + trouble + " in trouble"
                : sealed > 0 ? ", sealed" : unarmed > 0 ? ", " + unarmed + " not armed" : ", all ready"));
        if (keyed.isEmpty()) {
            say("No keys yet", "Paper trading needs none. A key lets Tradewind read and trade an account at an"
                    + " exchange, and never withdraw.");
        } else if (trouble > 0) {
            say(number(trouble, "key has", "keys have") + " trouble",
                    "Nothing is sent with it. Choose it below to see what the exchange says and what to do.");
        } else if (sealed > 0) {
            say("Keys are sealed", "Nothing is signed until the vault is open. Stops at the exchange stay in force.");
        } else if (unarmed > 0) {
            say(number(unarmed, "live account is", "live accounts are") + " not armed",
                    "Nothing trades there until you arm it. Stops at the exchange stay in force.");
        } else {
            say("Every account in use can trade", "Keys are sealed under your passphrase and never shown again.");
        }
    }

    private void say(String title, String line) {
        headline.set(title);
        meaning.set(line);
    }

    private static long count(List<Account> all, Standing standing) {
        return all.stream().filter(each -> each.standing() == standing).count();
    }

    private static String number(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** Opens the flow that adds an account. */
    void add() {
        adding.set(Optional.of(new NewAccountModel(desk, hands, this::added)));
    }

    private void added(Optional<Account> made) {
        adding.set(Optional.empty());
        made.ifPresent(account -> {
            selected.set(made);
            outcome.done(account.name() + " is sealed. Its key is not shown again.");
        });
        read();
    }

    /** {@return whether the account's key can be tried, renamed and so on: paper has none} */
    static boolean keyed(Account account) {
        return account.scheme().isPresent();
    }

    static boolean mayArm(Account account) {
        return account.kind() == AccountKind.LIVE && account.standing() == Standing.NOT_ARMED;
    }

    static boolean mayDisarm(Account account) {
        return account.kind() == AccountKind.LIVE && account.standing() == Standing.READY;
    }

    /** Asks the exchange about the account's key again. */
    void tryAgain(Account account) {
        act("Asking " + account.label() + " about the key of " + account.name() + " …",
                account.name() + " could not be tried", () -> desk.tryAgain(account.id()),
                said -> account.name() + ": " + said.report().map(AccountWords::rights).orElse("no answer yet"));
    }

    /** Takes an account out of use, or back into it. */
    void enable(Account account, boolean enabled) {
        act((enabled ? "Enabling " : "Disabling ") + account.name() + " …",
                account.name() + (enabled ? " was not enabled" : " was not disabled"), () -> {
                    desk.enable(account.id(), enabled);
                    return account;
                }, done -> account.name() + (enabled
                        ? " is in use again."
                        : " no longer trades. Stops at the exchange stay in force."));
    }

    /** Takes the arming back. */
    void disarm(Account account) {
        act("Disarming " + account.name() + " …", account.name() + " was not disarmed", () -> {
            desk.disarm(account.id());
            return account;
        }, done -> account.name() + " is disarmed: its bots stop entering, protective orders stay.");
    }

    /** Keeps that an account asks for the passphrase after each start; that needs none now. */
    void askEachStart(Account account) {
        act("Keeping how " + account.name() + " is armed …", "How it is armed was not changed", () -> {
            desk.arming(account.id(), Arming.EACH_START, new char[0], Optional.empty());
            return account;
        }, done -> account.name() + " asks for the passphrase after each start.");
    }

    private <T> void act(String working, String trouble, Callable<T> work, Function<T, String> note) {
        outcome.begin(working);
        Consumer<T> done = made -> {
            outcome.done(note.apply(made));
            read();
        };
        hands.apart("account", work, done, failure -> {
            outcome.failed(Trouble.of(trouble, failure, ORDERS));
            read();
        });
    }

    /** Asks a question about an account. */
    void ask(Ask.What what, Account account) {
        askError.set("");
        ask.set(Optional.of(new Ask(what, account)));
    }

    /** Leaves the question unanswered: nothing is done. */
    void leave() {
        askError.set("");
        ask.set(Optional.empty());
    }

    /** Renames what is asked about. */
    void rename(String name) {
        ask.get().ifPresent(asked -> answer(asked, () -> desk.rename(asked.account().id(), name.strip()),
                asked.account().name() + " is called " + name.strip() + " now."));
    }

    /** Does what is asked about, with the passphrase, which is wiped. */
    void confirm(char[] passphrase, Optional<Path> keyFile) {
        ask.get().ifPresent(asked -> {
            Account account = asked.account();
            switch (asked.what()) {
                case RENAME -> { }
                case ARM -> answer(asked, () -> desk.arm(account.id(), passphrase, keyFile),
                        account.name() + " is armed: it trades with real money until the program ends or the keys are"
                                + " sealed.");
                case ARM_WITH_VAULT -> answer(asked,
                        () -> desk.arming(account.id(), Arming.WITH_THE_VAULT, passphrase, keyFile),
                        account.name() + " is armed whenever the vault is open.");
                case DELETE -> answer(asked, () -> desk.delete(account.id(), passphrase, keyFile),
                        account.name() + " and its key are deleted here. End the key at " + account.label()
                                + " too: backups made before still hold it.");
            }
        });
    }

    private void answer(Ask asked, Runnable work, String note) {
        askError.set("");
        asking.set(true);
        hands.apart("account-" + asked.what(), () -> {
            work.run();
            return asked;
        }, done -> {
            asking.set(false);
            ask.set(Optional.empty());
            outcome.done(note);
            read();
        }, failure -> {
            asking.set(false);
            askError.set(Trouble.sentence(failure) + " Nothing was changed.");
        });
    }
}
