package dev.tradewind.ui.screen.settings;

import dev.tradewind.app.custody.AccountsDesk.Account;
import dev.tradewind.app.custody.AccountsDesk.Arming;
import dev.tradewind.app.custody.AccountsDesk.Standing;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.venue.AccountKind;
import dev.tradewind.venue.KeyReport;
import dev.tradewind.venue.KeyReport.Right;
import dev.tradewind.venue.KeyScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How an account is described. Pure. */
final class AccountWords {

    private AccountWords() {}

    /** {@return the word on the badge} */
    static String badge(AccountKind kind) {
        return kind.name();
    }

    /** {@return the badge's style class} */
    static String badgeClass(AccountKind kind) {
        return switch (kind) {
            case LIVE -> "live";
            case TESTNET -> "testnet";
            case PRACTICE -> "practice";
            case PAPER -> "paper";
        };
    }

    /** {@return what is at stake, in a line} */
    static String stake(AccountKind kind) {
        return switch (kind) {
            case LIVE -> "Real money.";
            case TESTNET -> "The exchange's own test network: no money, its own keys.";
            case PRACTICE -> "The practice exchange on this computer.";
            case PAPER -> "Play money, filled by the simulated exchange.";
        };
    }

    static String kind(AccountKind kind) {
        return switch (kind) {
            case LIVE -> "Live";
            case TESTNET -> "Testnet";
            case PRACTICE -> "Practice";
            case PAPER -> "Paper";
        };
    }

    static String scheme(KeyScheme scheme) {
        return switch (scheme) {
            case ED25519 -> "Ed25519";
            case HMAC_SHA256 -> "HMAC";
        };
    }

    /** {@return what a key may do, for instance {@code Reads, trades spot and futures}} */
    static String rights(KeyReport report) {
        return switch (report.outcome()) {
            case ACCEPTED -> rightsOf(report);
            case REFUSED -> "Refused";
            case UNREACHABLE -> "Not reached";
        };
    }

    private static String rightsOf(KeyReport report) {
        List<String> trades = new ArrayList<>();
        for (Right right : report.rights()) {
            switch (right) {
                case TRADE_SPOT -> trades.add("spot");
                case TRADE_MARGIN -> trades.add("margin");
                case TRADE_FUTURES -> trades.add("futures");
                case READ, TRANSFER, WITHDRAW -> { }
            }
        }
        List<String> does = new ArrayList<>();
        if (report.rights().contains(Right.READ)) {
            does.add("reads");
        }
        if (!trades.isEmpty()) {
            does.add("trades " + list(trades));
        }
        if (report.rights().contains(Right.TRANSFER)) {
            does.add("moves money between own accounts");
        }
        if (report.withdraws()) {
            does.add("withdraws");
        }
        String all = does.isEmpty() ? "may do nothing" : String.join(", ", does);
        return all.substring(0, 1).toUpperCase(Locale.ROOT) + all.substring(1);
    }

    private static String list(List<String> words) {
        return words.size() == 1
                ? words.getFirst()
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    /** {@return whether the key works from listed addresses only, with its sign} */
    static String addresses(Account account) {
        return account.report().filter(said -> said.outcome() == KeyReport.Outcome.ACCEPTED)
                .map(said -> said.addressBound() ? "✓ Yes" : "! Any address")
                .orElse(Figures.NONE);
    }

    static String addressTone(Account account) {
        return account.report().filter(said -> said.outcome() == KeyReport.Outcome.ACCEPTED)
                .map(said -> said.addressBound() ? "is-buy" : "is-warn")
                .orElse("is-faint");
    }

    static String standing(Standing standing) {
        return switch (standing) {
            case READY -> "Ready";
            case NOT_ARMED -> "Not armed";
            case SEALED -> "Sealed";
            case DISABLED -> "Disabled";
            case KEY_TROUBLE -> "Key trouble";
        };
    }

    static String tone(Standing standing) {
        return switch (standing) {
            case READY -> "is-buy";
            case NOT_ARMED -> "is-warn";
            case SEALED -> "is-accent";
            case DISABLED -> "";
            case KEY_TROUBLE -> "is-sell";
        };
    }

    static Icon icon(Standing standing) {
        return switch (standing) {
            case READY -> Icon.CHECK;
            case NOT_ARMED -> Icon.SHIELD;
            case SEALED -> Icon.LOCK;
            case DISABLED -> Icon.PAUSE;
            case KEY_TROUBLE -> Icon.LOOK;
        };
    }

    /** {@return what a standing means for trading, and the next step} */
    static String meaning(Account account) {
        return switch (account.standing()) {
            case READY -> "It can trade.";
            case NOT_ARMED -> "Nothing trades on it until you arm it. Stops that rest at the exchange stay in force.";
            case SEALED -> "The keys are sealed: nothing can be signed. Stops that rest at the exchange stay in force."
                    + " Open the vault to go on.";
            case DISABLED -> "You took it out of use. Its key stays sealed here; stops at the exchange stay in force.";
            case KEY_TROUBLE -> trouble(account);
        };
    }

    private static String trouble(Account account) {
        String said = account.report().map(KeyReport::detail).filter(words -> !words.isEmpty())
                .map(words -> account.label() + " says: " + words + ". ")
                .orElse("");
        boolean refused = account.report().map(KeyReport::outcome).filter(KeyReport.Outcome.REFUSED::equals)
                .isPresent();
        return said + (refused
                ? "Nothing is sent with this key. Look at it on the exchange's page, then try again or add a new one."
                : "It has not been tried with success yet, so it does not trade. Try again.");
    }

    /** {@return whether it trades since the start, for a live account} */
    static String armed(Account account) {
        if (account.kind() != AccountKind.LIVE) {
            return "Not needed";
        }
        return switch (account.standing()) {
            case READY -> account.arming() == Arming.EACH_START ? "Until the end" : "With the vault";
            case NOT_ARMED -> "No";
            case SEALED, DISABLED, KEY_TROUBLE -> Figures.NONE;
        };
    }

    static String arming(Arming arming) {
        return switch (arming) {
            case EACH_START -> "Ask for the passphrase after each start";
            case WITH_THE_VAULT -> "Armed as soon as the vault is open";
        };
    }

    static String tried(Account account) {
        return account.triedAt().map(at -> Figures.minute(Panes.nanos(at)))
                .orElse(account.scheme().isEmpty() ? Figures.NONE : "Never");
    }

    static String key(Account account) {
        return account.keyHint().isEmpty() ? Figures.NONE : "…" + account.keyHint();
    }
}
