package dev.tradewind.cli;

import dev.tradewind.app.KeyHome;
import dev.tradewind.app.custody.AccountsDesk;
import dev.tradewind.app.custody.AccountsDesk.Account;
import dev.tradewind.app.custody.AccountsDesk.Arming;
import dev.tradewind.app.custody.AccountsDesk.KeyPairOffer;
import dev.tradewind.app.custody.AccountsDesk.NewKey;
import dev.tradewind.app.custody.AccountsDesk.TriedKey;
import dev.tradewind.app.custody.SecurityDesk;
import dev.tradewind.cli.VaultCommand.Guarded;
import dev.tradewind.cli.VaultCommand.Sub;
import dev.tradewind.venue.AccountKind;
import dev.tradewind.venue.KeyReport;
import dev.tradewind.venue.KeyScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code tradewind accounts}: accounts at exchanges and their keys. */
@Command(
        name = "accounts",
        synopsisSubcommandLabel = "list|add|rename|enable|disable|delete|try|arm-policy",
        description = {
            "Accounts at exchanges. A key is tried, described and sealed in the vault; it is never shown again.",
            "Passphrases and keys are asked for without being shown, or come from --stdin or --passphrase-file."
        })
final class AccountsCommand implements Runnable {

    @Mixin private CommonOptions common = new CommonOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    /** {@return it with its subcommands} */
    static CommandLine with(Output output) {
        return new CommandLine(new AccountsCommand())
                .addSubcommand(new ListAll(output))
                .addSubcommand(new Add(output))
                .addSubcommand(new Rename(output))
                .addSubcommand(new Enable(output))
                .addSubcommand(new Disable(output))
                .addSubcommand(new Delete(output))
                .addSubcommand(new TryAgain(output))
                .addSubcommand(new ArmPolicy(output));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "one of list, add, rename, enable, disable, delete, try and arm-policy is missing");
    }

    /** Reads how an account is armed. */
    static final class ArmingText implements ITypeConverter<Arming> {

        @Override
        public Arming convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "each-start" -> Arming.EACH_START;
                case "with-vault" -> Arming.WITH_THE_VAULT;
                default -> throw new TypeConversionException("'" + text + "' is neither each-start nor with-vault");
            };
        }

        static String show(Arming arming) {
            return switch (arming) {
                case EACH_START -> "each-start";
                case WITH_THE_VAULT -> "with-vault";
            };
        }
    }

    /** Reads how requests are signed. */
    static final class SchemeText implements ITypeConverter<KeyScheme> {

        @Override
        public KeyScheme convert(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "ed25519" -> KeyScheme.ED25519;
                case "hmac" -> KeyScheme.HMAC_SHA256;
                default -> throw new TypeConversionException("'" + text + "' is neither ed25519 nor hmac");
            };
        }
    }

    /** {@code list}. */
    @Command(name = "list", description = "List accounts; asks for nothing.")
    static final class ListAll extends Sub {

        ListAll(Output output) {
            super(output);
        }

        @Override
        public Integer call() {
            try (KeyHome home = KeyHome.open(folder.chosen())) {
                AccountsText.print(output, home.accounts().accounts(), common.json);
            }
            return TradewindCommand.DONE;
        }
    }

    /** {@code add}. */
    @Command(
            name = "add",
            description = {
                "Try a key at its exchange and seal it as a new account. One that can withdraw is refused.",
                "With ed25519 a key pair is made here: its public half is printed, to be given to the exchange, which shows the"
                        + " API key then.",
                "Lines: the passphrase, the API key, and with hmac the secret."
            })
    static final class Add extends Guarded {

        @Option(names = "--exchange", required = true, paramLabel = "ID", description = "The exchange, as in binance.")
        private String exchange = "";

        @Option(names = "--kind", required = true, paramLabel = "KIND", description = "live or testnet.")
        private AccountKind kind = AccountKind.TESTNET;

        @Option(names = "--scheme", defaultValue = "ed25519", paramLabel = "SCHEME", converter = SchemeText.class,
                description = "ed25519 (the default) or hmac.")
        private KeyScheme scheme = KeyScheme.ED25519;

        @Option(names = "--name", required = true, paramLabel = "NAME", description = "What you call the account.")
        private String name = "";

        @Option(names = "--arming", defaultValue = "each-start", paramLabel = "WHEN", converter = ArmingText.class,
                description = "each-start (the default): a live account asks for the passphrase after each start;"
                        + " with-vault: opening the vault is enough.")
        private Arming arming = Arming.EACH_START;

        Add(Output output) {
            super(output);
        }

        @Override
        void run(SecurityDesk desk, KeyHome home) {
            AccountsDesk accounts = home.accounts();
            desk.unlock(secrets.next("passphrase"), secrets.keyFile());
            Optional<KeyPairOffer> offer = Optional.empty();
            if (scheme == KeyScheme.ED25519) {
                offer = Optional.of(accounts.offerKeyPair(exchange, kind));
                showPair(offer.get());
            }
            char[] apiKey = secrets.next("API key");
            char[] secret = new char[0];
            try {
                secret = offer.isPresent() ? secret : secrets.next("secret");
                TriedKey tried = accounts.tryKey(new NewKey(exchange, kind, scheme, apiKey, secret, offer));
                tried.warnings().forEach(output::note);
                Account added = accounts.seal(tried, name, arming);
                AccountsText.print(output, List.of(added), common.json);
            } finally {
                Arrays.fill(apiKey, '\0');
                Arrays.fill(secret, '\0');
            }
        }

        private void showPair(KeyPairOffer offer) {
            if (common.json) {
                output.json(output.object().put("publicKey", offer.publicKey()));
            } else {
                output.line("Give the exchange this public key, and paste the API key it shows for it:");
                offer.publicKey().lines().forEach(output::line);
            }
        }
    }

    /** {@code rename}. */
    @Command(name = "rename", description = "Give an account another name.")
    static final class Rename extends Sub {

        @Parameters(index = "0", paramLabel = "N", description = "The account's number, as accounts list shows it.")
        private int account;

        @Parameters(index = "1", paramLabel = "NAME", description = "Its new name.")
        private String name = "";

        Rename(Output output) {
            super(output);
        }

        @Override
        public Integer call() {
            try (KeyHome home = KeyHome.open(folder.chosen())) {
                home.accounts().rename(account, name);
            }
            done("renamed", "renamed account " + account);
            return TradewindCommand.DONE;
        }
    }

    /** {@code enable} and {@code disable}. */
    abstract static class Enabling extends Sub {

        private final boolean enabled;

        @Parameters(paramLabel = "N", description = "The account's number, as accounts list shows it.")
        private int account;

        Enabling(Output output, boolean enabled) {
            super(output);
            this.enabled = enabled;
        }

        @Override
        public Integer call() {
            try (KeyHome home = KeyHome.open(folder.chosen())) {
                home.accounts().enable(account, enabled);
            }
            String action = enabled ? "enabled" : "disabled";
            done(action, action + " account " + account);
            return TradewindCommand.DONE;
        }
    }

    /** {@code enable}. */
    @Command(name = "enable", description = "Let an account be used again.")
    static final class Enable extends Enabling {

        Enable(Output output) {
            super(output, true);
        }
    }

    /** {@code disable}. */
    @Command(name = "disable", description = "Keep an account from being used; its key stays sealed.")
    static final class Disable extends Enabling {

        Disable(Output output) {
            super(output, false);
        }
    }

    /** {@code delete}. */
    @Command(
            name = "delete",
            description = {
                "Delete an account and its key: its bytes are overwritten here. Backups made before keep it.",
                "Lines: the passphrase."
            })
    static final class Delete extends Guarded {

        @Parameters(paramLabel = "N", description = "The account's number, as accounts list shows it.")
        private int account;

        Delete(Output output) {
            super(output);
        }

        @Override
        void run(SecurityDesk desk, KeyHome home) {
            home.accounts().delete(account, secrets.next("passphrase"), secrets.keyFile());
            done("deleted", "deleted account " + account + " and its key; backups made before keep it");
        }
    }

    /** {@code try}. */
    @Command(
            name = "try",
            description = {"Try an account's sealed key at its exchange again.", "Lines: the passphrase."})
    static final class TryAgain extends Guarded {

        @Parameters(paramLabel = "N", description = "The account's number, as accounts list shows it.")
        private int account;

        TryAgain(Output output) {
            super(output);
        }

        @Override
        void run(SecurityDesk desk, KeyHome home) {
            desk.unlock(secrets.next("passphrase"), secrets.keyFile());
            Account tried = home.accounts().tryAgain(account);
            tried.report().map(KeyReport::detail).filter(detail -> !detail.isEmpty()).ifPresent(output::note);
            AccountsText.print(output, List.of(tried), common.json);
        }
    }

    /** {@code arm-policy}. */
    @Command(
            name = "arm-policy",
            description = {
                "Say what it takes until a live account trades: each-start asks for the passphrase after each start, with-vault"
                        + " for nothing once the vault is open.",
                "Lines: the passphrase."
            })
    static final class ArmPolicy extends Guarded {

        @Parameters(index = "0", paramLabel = "N", description = "The account's number, as accounts list shows it.")
        private int account;

        @Parameters(index = "1", paramLabel = "WHEN", converter = ArmingText.class, description = "each-start or with-vault.")
        private Arming arming = Arming.EACH_START;

        ArmPolicy(Output output) {
            super(output);
        }

        @Override
        void run(SecurityDesk desk, KeyHome home) {
            home.accounts().arming(account, arming, secrets.next("passphrase"), secrets.keyFile());
            done("arm-policy", "account " + account + " is armed " + ArmingText.show(arming));
        }
    }
}
