package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.app.custody.AccountsDesk.Account;
import dev.tradewind.app.custody.AccountsDesk.Standing;
import dev.tradewind.venue.AccountKind;
import dev.tradewind.venue.KeyReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Accounts as a table or as JSON. */
final class AccountsText {

    private AccountsText() {}

    static void print(Output output, List<Account> accounts, boolean json) {
        if (json) {
            ObjectNode object = output.object();
            ArrayNode rows = object.putArray("accounts");
            accounts.forEach(account -> fill(rows.addObject(), account));
            output.json(object);
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("N", "name", "exchange", "kind", "key", "standing", "arming", "the exchange says"));
        for (Account account : accounts) {
            rows.add(List.of(
                    Integer.toString(account.id()), account.name(), account.label(), lower(account.kind()), key(account),
                    words(account.standing()),
                    account.kind() == AccountKind.LIVE ? AccountsCommand.ArmingText.show(account.arming()) : "",
                    account.report().map(AccountsText::words).orElse("")));
        }
        Table.words(rows).forEach(output::line);
    }

    private static String key(Account account) {
        return account.scheme()
                .map(scheme -> switch (scheme) {
                    case HMAC_SHA256 -> "hmac";
                    case ED25519 -> "ed25519";
                })
                .map(scheme -> account.keyHint().isEmpty() ? scheme : scheme + " …" + account.keyHint())
                .orElse("");
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** A command sees the vault sealed: what arming and opening would change is none of its business. */
    private static String words(Standing standing) {
        return switch (standing) {
            case READY -> "ready";
            case NOT_ARMED -> "not armed";
            case SEALED -> "sealed";
            case DISABLED -> "disabled";
            case KEY_TROUBLE -> "key trouble";
        };
    }

    private static String words(KeyReport report) {
        String rights = report.rights().stream().map(AccountsText::lower).collect(Collectors.joining(", "));
        return switch (report.outcome()) {
            case ACCEPTED -> (rights.isEmpty() ? "no rights" : rights)
                    + (report.addressBound() ? "; from listed addresses" : "; from any address");
            case REFUSED -> "refused";
            case UNREACHABLE -> "not reached yet";
        };
    }

    private static void fill(ObjectNode row, Account account) {
        row.put("id", account.id())
                .put("name", account.name())
                .put("exchange", account.exchange())
                .put("kind", account.kind().name())
                .put("scheme", account.scheme().map(Enum::name).orElse(""))
                .put("keyHint", account.keyHint())
                .put("publicKey", account.publicKey())
                .put("standing", account.standing().name())
                .put("arming", account.arming().name())
                .put("added", account.added().toString());
        account.triedAt().ifPresent(at -> row.put("triedAt", at.toString()));
        account.report().ifPresent(report -> {
            ObjectNode said = row.putObject("report");
            said.put("outcome", report.outcome().name());
            ArrayNode rights = said.putArray("rights");
            report.rights().forEach(right -> rights.add(right.name()));
            said.put("addressBound", report.addressBound()).put("detail", report.detail());
        });
    }
}
