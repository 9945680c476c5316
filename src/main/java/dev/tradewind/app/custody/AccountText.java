package dev.tradewind.app.custody;

import dev.tradewind.app.custody.AccountsDesk.Arming;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.venue.AccountKind;
import dev.tradewind.venue.AccountRow;
import dev.tradewind.venue.KeyReport;
import dev.tradewind.venue.KeyReport.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Accounts in words: for the audit trail, and for the user. */
final class AccountText {

    private static final int LONGEST_NAME = 40;

    private AccountText() {}

    static String subject(int account) {
        return "account " + account;
    }

    /** {@return an account as one line of the audit trail} */
    static String line(AccountRow row) {
        return "name=" + row.name() + " exchange=" + row.exchange() + " kind=" + row.kind() + " scheme=" + row.scheme()
                + " key=…" + row.keyHint() + " enabled=" + row.enabled() + " arming=" + arming(row)
                + row.report().map(report -> " report=" + report(report)).orElse("");
    }

    static String report(KeyReport report) {
        String rights = report.rights().stream().map(Enum::name).collect(Collectors.joining(","));
        return report.outcome() + (rights.isEmpty() ? "" : " " + rights) + (report.addressBound() ? " address-bound" : "");
    }

    static Arming arming(AccountRow row) {
        return row.armedByVault() ? Arming.WITH_THE_VAULT : Arming.EACH_START;
    }

    /**
     * {@return a name as it is kept}
     *
     * @throws RefusedException if it is none, or taken by another account at the exchange
     */
    static String name(String wanted, int account, String exchange, List<AccountRow> rows) {
        String name = wanted.strip();
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw new RefusedException("An account's name has 1 to " + LONGEST_NAME + " characters; this one has "
                    + name.codePointCount(0, name.length()) + ".");
        }
        if (name.codePoints().anyMatch(Character::isISOControl)) {
            throw new RefusedException("An account's name takes letters, digits and signs, no line breaks or tabs.");
        }
        for (AccountRow row : rows) {
            if (row.id() != account && row.exchange().equals(exchange)
                    && row.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
                throw new RefusedException("There is an account " + row.name() + " there already; choose another name.");
            }
        }
        return name;
    }

    /** {@return what the user should know before a key is sealed} */
    static List<String> warnings(AccountKind kind, String label, KeyReport report) {
        List<String> warnings = new ArrayList<>();
        switch (report.outcome()) {
            case UNREACHABLE -> warnings.add(label + " was not reached, so nobody knows what this key may do. It can be sealed,"
                    + " and trades once it has been tried with success. " + report.detail());
            case REFUSED -> warnings.add(label + " refused the key. " + report.detail());
            case ACCEPTED -> accepted(kind, report, warnings);
        }
        return warnings.stream().map(String::strip).toList();
    }

    private static void accepted(AccountKind kind, KeyReport report, List<String> warnings) {
        boolean trades = report.rights().contains(Right.TRADE_SPOT) || report.rights().contains(Right.TRADE_MARGIN)
                || report.rights().contains(Right.TRADE_FUTURES);
        if (!report.rights().contains(Right.READ)) {
            warnings.add("It may not read the account: balances and orders stay unknown.");
        }
        if (!trades) {
            warnings.add("It may not trade: orders of this account will be refused by the exchange.");
        }
        if (report.rights().contains(Right.TRANSFER)) {
            warnings.add("It may move money between your own accounts there, which nothing here needs.");
        }
        if (kind == AccountKind.LIVE && !report.addressBound()) {
            warnings.add("It works from any address. Bind it to this computer's address at the exchange: a stolen key is"
                    + " worth nothing then.");
        }
    }

    /** {@return why a key that can withdraw is not taken} */
    static String withdraws(String label) {
        return "This key may withdraw money, and no such key is taken here: whoever got hold of it could empty the account."
                + " Take the right to withdraw away at " + label + ", or make another key without it, and try again.";
    }
}
