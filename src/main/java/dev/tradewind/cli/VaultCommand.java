package dev.tradewind.cli;

import dev.tradewind.app.KeyHome;
import dev.tradewind.app.custody.SecurityDesk;
import dev.tradewind.app.custody.SecurityDesk.LockPolicy;
import dev.tradewind.app.custody.SecurityDesk.Reaction;
import dev.tradewind.app.custody.SecurityDesk.SecurityState;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tradewind vault}: the passphrase and what it guards. */
@Command(
        name = "vault",
        synopsisSubcommandLabel = "status|create|unlock-check|change|rotate|recovery|recover|key-file",
        description = {
            "The passphrase that seals the keys to your accounts.",
            "Passphrases are asked for without being shown, or come from --stdin or --passphrase-file; never as arguments."
        })
final class VaultCommand implements Runnable {

    @Mixin private CommonOptions common = new CommonOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    /** {@return it with its subcommands} */
    static CommandLine with(Output output) {
        return new CommandLine(new VaultCommand())
                .addSubcommand(new Status(output))
                .addSubcommand(new Create(output))
                .addSubcommand(new UnlockCheck(output))
                .addSubcommand(new Change(output))
                .addSubcommand(new Rotate(output))
                .addSubcommand(new Recovery(output))
                .addSubcommand(new Recover(output))
                .addSubcommand(new KeyFile(output));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "one of status, create, unlock-check, change, rotate, recovery, recover and key-file is missing");
    }

    /** What each of them has. */
    abstract static class Sub implements Callable<Integer> {

        final Output output;

        @Mixin final CommonOptions common = new CommonOptions();

        @Mixin final DataFolderOptions folder = new DataFolderOptions();

        Sub(Output output) {
            this.output = output;
        }

        /** Says that something was done. */
        void done(String action, String words) {
            if (common.json) {
                output.json(output.object().put("done", action));
            } else {
                output.line(words);
            }
        }
    }

    /** What those that need the passphrase have. */
    abstract static class Guarded extends Sub {

        @Mixin final SecretInput secrets = new SecretInput();

        Guarded(Output output) {
            super(output);
        }

        abstract void run(SecurityDesk desk, KeyHome home);

        @Override
        public Integer call() {
            try (secrets; KeyHome home = KeyHome.open(folder.chosen())) {
                run(home.security(), home);
            }
            return TradewindCommand.DONE;
        }
    }

    /** {@code status}. */
    @Command(name = "status", description = "Show whether there is a vault and what opens it; asks for nothing.")
    static final class Status extends Sub {

        Status(Output output) {
            super(output);
        }

        @Override
        public Integer call() {
            if (!KeyHome.exists(folder.chosen())) {
                show(SecurityState.NONE);
            } else {
                try (KeyHome home = KeyHome.open(folder.chosen())) {
                    show(home.security().state());
                }
            }
            return TradewindCommand.DONE;
        }

        private void show(SecurityState state) {
            LockPolicy policy = state.policy();
            long wait = (state.untilNextTry().toMillis() + 999) / 1_000;
            if (common.json) {
                output.json(output.object()
                        .put("vault", state.vault().name())
                        .put("hint", state.hint())
                        .put("keyFile", state.keyFile())
                        .put("recoveryCode", state.recovery())
                        .put("waitSeconds", wait)
                        .put("idleMinutes", policy.idleMinutes())
                        .put("onIdle", policy.onIdle().name())
                        .put("onSleep", policy.onSleep().name())
                        .put("trouble", state.trouble()));
                return;
            }
            switch (state.vault()) {
                case NONE -> output.line("no vault yet; 'tradewind vault create' makes one");
                case SEALED, OPEN -> Table.words(List.of(
                                List.of("vault", "sealed; it opens in the window, or for the time of a command"),
                                List.of("hint", state.hint().isEmpty() ? "none" : state.hint()),
                                List.of("key file", state.keyFile() ? "needed beside the passphrase" : "none"),
                                List.of("recovery code", state.recovery() ? "there is one" : "none"),
                                List.of("next try", wait == 0 ? "now" : "in " + wait + " s"),
                                List.of("when idle", idle(policy)),
                                List.of("when it sleeps", words(policy.onSleep()))))
                        .forEach(output::line);
            }
            if (!state.trouble().isEmpty()) {
                output.note(state.trouble());
            }
        }

        private static String idle(LockPolicy policy) {
            return policy.idleMinutes() == 0
                    ? "nothing"
                    : words(policy.onIdle()) + " after " + policy.idleMinutes() + " min";
        }

        private static String words(Reaction reaction) {
            return switch (reaction) {
                case NOTHING -> "nothing";
                case LOCK -> "the screen is locked";
                case SEAL -> "the keys are sealed";
            };
        }
    }

    /** {@code create}. */
    @Command(
            name = "create",
            description = {"Make the vault with its first passphrase. Takes some seconds.", "Lines: the new passphrase."})
    static final class Create extends Guarded {

        @Option(names = "--hint", paramLabel = "TEXT", defaultValue = "",
                description = "Shown to anybody when the passphrase is asked for.")
        private String hint = "";

        Create(Output output) {
            super(output);
        }

        @Override
        void run(SecurityDesk desk, KeyHome home) {
            desk.create(secrets.nextNew("new passphrase"), hint, secrets.keyFile());
            done("created", "made the vault in " + home.path() + "; nothing but its passphrase opens it. Make a recovery code"
                    + " with 'tradewind vault recovery'");
        }
    }

    /** {@code unlock-check}. */
    @Command(
            name = "unlock-check",
            description = {"Check that a passphrase opens the vault; it stays sealed.", "Lines: the passphrase."})
    static final class UnlockCheck extends Guarded {

        UnlockCheck(Output output) {
            super(output);
        }

        @Override
        void run(SecurityDesk desk, KeyHome home) {
            desk.unlock(secrets.next("passphrase"), secrets.keyFile());
            done("opens", "it opens the vault");
        }
    }

    /** {@code change}. */
    @Command(
            name = "change",
            description = {
                "Give the vault another passphrase; the keys stay as they are, hint and key file too unless others are given.",
                "Lines: the passphrase, the new passphrase."
            })
    static final class Change extends Guarded {

        @Option(names = "--hint", paramLabel = "TEXT",
                description = "The new hint, shown to anybody when the passphrase is asked for.")
        private @Nullable String hint;

        @Option(names = "--new-key-file", paramLabel = "FILE", description = "The key file needed from now on.")
        private @Nullable Path newKeyFile;

        @Option(names = "--no-key-file", description = "The passphrase alone opens the vault from now on.")
        private boolean noKeyFile;

        Change(Output output) {
            super(output);
        }

        @Override
        void run(SecurityDesk desk, KeyHome home) {
            if (noKeyFile && newKeyFile != null) {
                throw new IllegalArgumentException("--new-key-file and --no-key-file exclude each other; give one of them");
            }
            Optional<Path> same = noKeyFile ? Optional.empty() : secrets.keyFile();
            String nextHint = hint == null ? desk.state().hint() : hint;
            char[] passphrase = secrets.next("passphrase");
            char[] next = new char[0];
            try {
                next = secrets.nextNew("new passphrase");
                desk.change(
                        passphrase, secrets.keyFile(), next, nextHint, Optional.ofNullable(newKeyFile).or(() -> same));
            } finally {
                Arrays.fill(passphrase, '\0');
                Arrays.fill(next, '\0');
            }
            done("changed", "changed the passphrase; backups made before open with the one of then");
        }
    }

    /** {@code rotate}. */
    @Command(
            name = "rotate",
            description = {"Encrypt every key anew under a new data key.", "Lines: the passphrase."})
    static final class Rotate extends Guarded {

        Rotate(Output output) {
            super(output);
        }

        @Override
        void run(SecurityDesk desk, KeyHome home) {
            desk.rotate(secrets.next("passphrase"), secrets.keyFile());
            done("rotated", "encrypted every key anew; passphrase, key file and recovery code stay");
        }
    }

    /** {@code recovery}. */
    @Command(
            name = "recovery",
            description = {
                "Make a recovery code, which opens the vault without passphrase and key file. It is shown this once; an earlier"
                        + " one ends.",
                "Lines: the passphrase."
            })
    static final class Recovery extends Guarded {

        Recovery(Output output) {
            super(output);
        }

        @Override
        void run(SecurityDesk desk, KeyHome home) {
            char[] code = desk.recoveryCode(secrets.next("passphrase"), secrets.keyFile());
            PrintWriter out = output.writer();
            try {
                // letters, digits and hyphens: nothing in it needs an escape
                out.write(common.json ? "{\"recoveryCode\":\"" : "");
                out.write(code);
                out.write(common.json ? "\"}" : "");
                out.println();
                out.flush();
            } finally {
                Arrays.fill(code, '\0');
            }
            if (!common.json) {
                output.note("Write it down and keep it where nobody else finds it; it is stored nowhere.");
            }
        }
    }

    /** {@code recover}. */
    @Command(
            name = "recover",
            description = {
                "Open the vault with its recovery code and give it a new passphrase without a key file; the code has ended then.",
                "Lines: the recovery code, the new passphrase."
            })
    static final class Recover extends Guarded {

        @Option(names = "--hint", paramLabel = "TEXT", defaultValue = "", description = "The new hint.")
        private String hint = "";

        Recover(Output output) {
            super(output);
        }

        @Override
        void run(SecurityDesk desk, KeyHome home) {
            char[] code = secrets.next("recovery code");
            char[] next = new char[0];
            try {
                next = secrets.nextNew("new passphrase");
                desk.recover(code, next, hint);
            } finally {
                Arrays.fill(code, '\0');
                Arrays.fill(next, '\0');
            }
            done("recovered", "the vault opens with the new passphrase; the recovery code has ended");
        }
    }

    /** {@code key-file}. */
    @Command(
            name = "key-file",
            description = "Write a new random key file, to be named at 'vault create' or 'vault change'; keep copies of it.")
    static final class KeyFile extends Sub {

        @Parameters(paramLabel = "FILE", description = "The file to make; an existing one is refused.")
        private Path file = Path.of("");

        KeyFile(Output output) {
            super(output);
        }

        @Override
        public Integer call() {
            try (KeyHome home = KeyHome.open(folder.chosen())) {
                home.security().makeKeyFile(file.toAbsolutePath());
            }
            done("key-file", "wrote " + file + "; a vault that needs it is lost with it");
            return TradewindCommand.DONE;
        }
    }
}
