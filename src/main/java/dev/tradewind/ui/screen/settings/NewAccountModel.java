package dev.tradewind.ui.screen.settings;

import dev.tradewind.app.custody.AccountsDesk;
import dev.tradewind.app.custody.AccountsDesk.Account;
import dev.tradewind.app.custody.AccountsDesk.Arming;
import dev.tradewind.app.custody.AccountsDesk.Exchange;
import dev.tradewind.app.custody.AccountsDesk.KeyPairOffer;
import dev.tradewind.app.custody.AccountsDesk.NewKey;
import dev.tradewind.app.custody.AccountsDesk.TriedKey;
import dev.tradewind.ui.fx.Hands;
import dev.tradewind.venue.AccountKind;
import dev.tradewind.venue.KeyReport.Outcome;
import dev.tradewind.venue.KeyScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Adding an account: where, with what kind of key, what the exchange says of it, its name, sealed. What was not sealed
 * in the end is wiped. JavaFX thread only.
 */
final class NewAccountModel {

    /** The longest name of an account. */
    static final int LONGEST_NAME = 40;

    final List<Exchange> exchanges;
    final ObjectProperty<Optional<Exchange>> exchange = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<AccountKind> kind = new SimpleObjectProperty<>(AccountKind.LIVE);
    final ObjectProperty<KeyScheme> scheme = new SimpleObjectProperty<>(KeyScheme.ED25519);
    final ObjectProperty<Optional<KeyPairOffer>> offer = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<TriedKey>> tried = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Verdict>> verdict = new SimpleObjectProperty<>(Optional.empty());
    final StringProperty name = new SimpleStringProperty("");
    final StringProperty nameError = new SimpleStringProperty("");
    final ObjectProperty<Arming> arming = new SimpleObjectProperty<>(Arming.EACH_START);
    final StringProperty working = new SimpleStringProperty("");
    final BooleanProperty busy = new SimpleBooleanProperty();

    private final AccountsDesk desk;
    private final Hands hands;
    private final Consumer<Optional<Account>> closed;

    /** @param closed takes the account that was made, empty if none was */
    NewAccountModel(AccountsDesk desk, Hands hands, Consumer<Optional<Account>> closed) {
        this.desk = desk;
        this.hands = hands;
        this.closed = closed;
        this.exchanges = List.copyOf(desk.exchanges());
        busy.bind(working.isNotEmpty());
        name.addListener((property, before, now) -> nameError.set(""));
        exchanges.stream().findFirst().ifPresent(this::exchange);
    }

    /** Chooses an exchange, with the first of its kinds and ways of signing unless it has those chosen. */
    void exchange(Exchange wanted) {
        reset();
        exchange.set(Optional.of(wanted));
        if (!wanted.kinds().contains(kind.get())) {
            kind.set(wanted.kinds().stream().sorted().findFirst().orElse(AccountKind.LIVE));
        }
        if (!wanted.schemes().contains(scheme.get())) {
            scheme.set(wanted.schemes().getFirst());
        }
        suggest();
    }

    void kind(AccountKind wanted) {
        reset();
        kind.set(wanted);
        suggest();
    }

    void scheme(KeyScheme wanted) {
        reset();
        scheme.set(wanted);
    }

    /** A name to begin with, as long as the person has not typed one. */
    private void suggest() {
        exchange.get().ifPresent(where -> name.set(
                where.label() + " " + AccountWords.kind(kind.get()).toLowerCase(Locale.ROOT)));
    }

    /** {@return the steps on the exchange's page} */
    List<String> guide() {
        return exchange.get().map(where -> KeyGuide.steps(where.id(), where.label(), kind.get(), scheme.get()))
                .orElse(List.of());
    }

    /** {@return whether the way of signing takes a pair made here} */
    boolean pairs() {
        return scheme.get() == KeyScheme.ED25519;
    }

    /** Makes a key pair whose public half goes to the exchange. */
    void makePair() {
        exchange.get().ifPresent(where -> {
            verdict.set(Optional.empty());
            begin("Making a key pair …", () -> desk.offerKeyPair(where.id(), kind.get()),
                    made -> offer.set(Optional.of(made)), failure -> verdict.set(Optional.of(Verdict.noPair(failure))));
        });
    }

    /** Tries a key at its exchange; both arrays are wiped. */
    void tryKey(char[] apiKey, char[] secret) {
        Optional<Exchange> where = exchange.get();
        if (where.isEmpty() || busy.get()) {
            Arrays.fill(apiKey, '\0');
            Arrays.fill(secret, '\0');
            return;
        }
        forget();
        verdict.set(Optional.empty());
        NewKey key = new NewKey(where.get().id(), kind.get(), scheme.get(), apiKey, secret, pairs() ? offer.get()
                : Optional.empty());
        begin("Asking " + where.get().label() + " what this key may do …", () -> desk.tryKey(key),
                made -> answered(made, where.get()),
                failure -> verdict.set(Optional.of(Verdict.of(failure))));
    }

    private void answered(TriedKey made, Exchange where) {
        tried.set(Optional.of(made));
        verdict.set(Optional.of(Verdict.of(made, where.label())));
        if (made.report().outcome() == Outcome.REFUSED || made.report().withdraws()) {
            forget();
        }
    }

    /** Seals the tried key under the name typed. */
    void seal() {
        String wanted = name.get().strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST_NAME) {
            nameError.set("A name has 1 to " + LONGEST_NAME + " characters; this one has " + wanted.length() + ".");
            return;
        }
        tried.get().ifPresent(key -> begin("Sealing the key …", () -> desk.seal(key, wanted, arming.get()), made -> {
            tried.set(Optional.empty());
            offer.set(Optional.empty());
            closed.accept(Optional.of(made));
        }, failure -> nameError.set(Trouble.sentence(failure) + " Nothing was sealed.")));
    }

    /** Wipes what was tried and goes back to entering a key. */
    void again() {
        forget();
        verdict.set(Optional.empty());
    }

    /** Leaves without an account; nothing that was typed or made stays. */
    void cancel() {
        reset();
        closed.accept(Optional.empty());
    }

    /** The vault was sealed, which wiped what waits: a pair made before is worth nothing any more. */
    void sealed() {
        tried.set(Optional.empty());
        offer.set(Optional.empty());
        verdict.set(Optional.empty());
    }

    private void reset() {
        forget();
        verdict.set(Optional.empty());
        offer.get().ifPresent(made -> quietly(() -> desk.withdraw(made)));
        offer.set(Optional.empty());
    }

    private void forget() {
        tried.get().ifPresent(made -> quietly(() -> desk.forget(made)));
        tried.set(Optional.empty());
    }

    private void quietly(Runnable work) {
        hands.apart("account-forget", () -> {
            work.run();
            return true;
        }, done -> { }, failure -> verdict.set(Optional.of(Verdict.of(failure))));
    }

    private <T> void begin(String words, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        working.set(words);
        hands.apart("account-new", work, made -> {
            working.set("");
            done.accept(made);
        }, failure -> {
            working.set("");
            failed.accept(failure);
        });
    }
}
