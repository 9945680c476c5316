package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.app.BackupShelf;
import dev.tradewind.app.StartException;
import dev.tradewind.app.archive.BackupDesk.BackupCheck;
import dev.tradewind.app.archive.BackupDesk.BackupPlan;
import dev.tradewind.app.archive.BackupDesk.BackupRow;
import dev.tradewind.app.archive.BackupDesk.Every;
import dev.tradewind.app.archive.BackupDesk.Rehearsal;
import dev.tradewind.app.archive.BackupDesk.RestoreReceipt;
import dev.tradewind.app.archive.BackupDesk.Unlock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** {@code tradewind backup}: copies of the data folder, also while a terminal trades on it. */
@Command(
        name = "backup",
        synopsisSubcommandLabel = "create|list|verify|restore|rehearse|plan",
        description = {
            "Make, check and restore backups of the data folder. A terminal may be trading on it meanwhile.",
            "Where there is a vault a backup is encrypted: its passphrase of then opens it."
        })
final class BackupCommand implements Runnable {

    @Mixin private CommonOptions common = new CommonOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    /** {@return it with its subcommands} */
    static CommandLine with(Output output) {
        return new CommandLine(new BackupCommand())
                .addSubcommand(new Create(output))
                .addSubcommand(new Listing(output))
                .addSubcommand(new Verify(output))
                .addSubcommand(new Restore(output))
                .addSubcommand(new Rehearse(output))
                .addSubcommand(new Plan(output));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "one of create, list, verify, restore, rehearse and plan is missing");
    }

    private static ObjectNode json(ObjectNode json, BackupRow row) {
        return json.put("file", row.file().toString())
                .put("made", row.made().toString())
                .put("bytes", row.bytes())
                .put("encrypted", row.encrypted())
                .put("readable", row.readable())
                .put("contents", row.words());
    }

    /** What each of them has. */
    private abstract static class Sub implements Callable<Integer> {

        final Output output;

        @Mixin final CommonOptions common = new CommonOptions();

        @Mixin final DataFolderOptions folder = new DataFolderOptions();

        Sub(Output output) {
            this.output = output;
        }
    }

    /** {@code create}. */
    @Command(name = "create", description = "Make a backup now, in the plan's folder.")
    private static final class Create extends Sub {

        Create(Output output) {
            super(output);
        }

        @Override
        public Integer call() throws StartException, InterruptedException {
            try (BackupShelf shelf = BackupShelf.open(folder.chosen(), true)) {
                BackupRow row = LongWork.await(output, "backup", shelf.desk().create());
                if (common.json) {
                    output.json(json(output.object(), row));
                } else {
                    output.line(row.file().toString());
                    output.line(row.words() + "; the file has " + Numbers.count(row.bytes()) + " bytes");
                }
            }
            return TradewindCommand.DONE;
        }
    }

    /** {@code list}. */
    @Command(name = "list", description = "List the backups in the plan's folder, the newest first.")
    private static final class Listing extends Sub {

        Listing(Output output) {
            super(output);
        }

        @Override
        public Integer call() throws StartException {
            try (BackupShelf shelf = BackupShelf.open(folder.chosen(), true)) {
                List<BackupRow> rows = shelf.desk().list();
                Path place = shelf.desk().plan().folder();
                if (common.json) {
                    ObjectNode json = output.object().put("folder", place.toString());
                    ArrayNode all = json.putArray("backups");
                    rows.forEach(row -> json(all.addObject(), row));
                    output.json(json);
                } else if (rows.isEmpty()) {
                    output.line("no backup in " + place + " yet");
                } else {
                    tell(rows);
                }
            }
            return TradewindCommand.DONE;
        }

        private void tell(List<BackupRow> rows) {
            List<List<String>> table = new ArrayList<>();
            table.add(List.of("Made", "Bytes", "Encrypted", "Contents", "File"));
            for (BackupRow row : rows) {
                String encrypted = !row.readable() ? "?" : row.encrypted() ? "yes" : "no";
                table.add(List.of(
                        row.made().toString(), Numbers.count(row.bytes()), encrypted, row.words(), row.file().toString()));
            }
            Table.words(table).forEach(output::line);
        }
    }

    /** What works on one backup has. */
    private abstract static class OfFile extends Sub {

        @Mixin final SecretInput secrets = new SecretInput();

        @Option(names = "--recovery-code", description = "What is given is the recovery code, not the passphrase.")
        boolean recoveryCode;

        OfFile(Output output) {
            super(output);
        }

        static BackupRow look(BackupShelf shelf, @Nullable Path file) throws StartException {
            if (file != null) {
                return shelf.look(file);
            }
            List<BackupRow> rows = shelf.desk().list();
            if (rows.isEmpty()) {
                throw new StartException(
                        "there is no backup in " + shelf.desk().plan().folder() + " yet; 'tradewind backup create' makes one");
            }
            return rows.getFirst();
        }

        Optional<Unlock> unlock(BackupRow row) {
            if (!row.encrypted()) {
                return Optional.empty();
            }
            char[] typed = secrets.next(recoveryCode ? "recovery code" : "passphrase of the backup");
            return Optional.of(new Unlock(typed, recoveryCode ? Optional.empty() : secrets.keyFile(), recoveryCode));
        }
    }

    /** {@code verify}. */
    @Command(
            name = "verify",
            description = {
                "Check every byte of a backup, and with --contents all that is in one that is encrypted; of one that is",
                "not, all that is in it is checked in any case."
            })
    private static final class Verify extends OfFile {

        @Parameters(paramLabel = "FILE", arity = "0..1", description = "The backup; without, the newest of the plan's folder.")
        private @Nullable Path file;

        @Option(names = "--contents", description = "Open it too, which takes the passphrase.")
        private boolean contents;

        Verify(Output output) {
            super(output);
        }

        @Override
        public Integer call() throws StartException, InterruptedException {
            try (secrets; BackupShelf shelf = BackupShelf.open(folder.chosen(), file == null)) {
                BackupRow row = look(shelf, file);
                Optional<Unlock> unlock = contents ? unlock(row) : Optional.empty();
                BackupCheck check = LongWork.await(output, "verify", shelf.desk().verify(row.file(), unlock));
                if (common.json) {
                    ObjectNode json =
                            output.object().put("file", check.file().toString()).put("sound", check.sound());
                    check.findings().forEach(json.putArray("findings")::add);
                    output.json(json);
                } else {
                    output.line(check.file() + ": " + (check.sound() ? "sound" : "NOT sound"));
                    check.findings().forEach(finding -> output.line("  " + finding));
                }
                return check.sound() ? TradewindCommand.DONE : TradewindCommand.FAILED;
            }
        }
    }

    /** {@code restore}. */
    @Command(name = "restore", description = "Restore a backup into a folder that is new or empty.")
    private static final class Restore extends OfFile {

        @Parameters(paramLabel = "FILE", description = "The backup.")
        private Path file = Path.of("");

        @Option(names = "--to", paramLabel = "DIR", required = true, description = "The folder; start it with --data-dir DIR.")
        private Path to = Path.of("");

        Restore(Output output) {
            super(output);
        }

        @Override
        public Integer call() throws StartException, InterruptedException {
            try (secrets; BackupShelf shelf = BackupShelf.open(folder.chosen(), false)) {
                BackupRow row = look(shelf, file);
                RestoreReceipt receipt =
                        LongWork.await(output, "restore", shelf.desk().restore(row.file(), to, unlock(row)));
                if (common.json) {
                    output.json(output.object()
                            .put("folder", receipt.folder().toString())
                            .put("files", receipt.files())
                            .put("bytes", receipt.bytes()));
                } else {
                    output.line("restored " + Numbers.count(receipt.files()) + " files, " + Numbers.count(receipt.bytes())
                            + " bytes, to " + receipt.folder());
                }
            }
            return TradewindCommand.DONE;
        }
    }

    /** {@code rehearse}. */
    @Command(
            name = "rehearse",
            description = "Restore a backup beside it, start from it without trading, say what came of it, and remove it again.")
    private static final class Rehearse extends OfFile {

        @Parameters(paramLabel = "FILE", arity = "0..1", description = "The backup; without, the newest of the plan's folder.")
        private @Nullable Path file;

        Rehearse(Output output) {
            super(output);
        }

        @Override
        public Integer call() throws StartException, InterruptedException {
            try (secrets; BackupShelf shelf = BackupShelf.open(folder.chosen(), file == null)) {
                BackupRow row = look(shelf, file);
                Rehearsal done = LongWork.await(output, "rehearse", shelf.desk().rehearse(row.file(), unlock(row)));
                if (common.json) {
                    ObjectNode json = output.object()
                            .put("file", row.file().toString())
                            .put("passed", done.passed())
                            .put("tookMillis", done.tookMillis());
                    done.steps().forEach(json.putArray("steps")::add);
                    output.json(json);
                } else {
                    output.line(row.file() + ": " + (done.passed() ? "a start from it succeeds" : "a start from it FAILS")
                            + " (" + Numbers.count(done.tookMillis()) + " ms)");
                    done.steps().forEach(step -> output.line("  " + step));
                }
                return done.passed() ? TradewindCommand.DONE : TradewindCommand.FAILED;
            }
        }
    }

    /** {@code plan}. */
    @Command(name = "plan", description = "Show or change where backups go, how often one is made and how many are kept.")
    private static final class Plan extends Sub {

        @Option(names = "--every", paramLabel = "never|hour|day|week", description = "How often, while the program runs.")
        private @Nullable Every every;

        @Option(names = "--keep", paramLabel = "N",
                description = "How many of the newest; beside them the newest of each of the last four weeks.")
        private @Nullable Integer keep;

        @Option(names = "--folder", paramLabel = "DIR", description = "Where they go; made if it is missing.")
        private @Nullable Path place;

        Plan(Output output) {
            super(output);
        }

        @Override
        public Integer call() throws StartException {
            try (BackupShelf shelf = BackupShelf.open(folder.chosen(), true)) {
                BackupPlan now = shelf.desk().plan();
                if (every != null || keep != null || place != null) {
                    shelf.desk().plan(new BackupPlan(
                            place == null ? now.folder() : place,
                            every == null ? now.every() : every,
                            keep == null ? now.keep() : keep));
                }
                show(shelf);
            }
            return TradewindCommand.DONE;
        }

        private void show(BackupShelf shelf) {
            BackupPlan plan = shelf.desk().plan();
            String often = plan.every().name().toLowerCase(Locale.ROOT);
            String due = shelf.desk().due().map(Object::toString).orElse("");
            if (common.json) {
                output.json(output.object()
                        .put("folder", plan.folder().toString())
                        .put("every", often)
                        .put("keep", plan.keep())
                        .put("due", due));
            } else {
                output.line("folder  " + plan.folder());
                output.line("every   " + often + (due.isEmpty() ? "" : ", next due " + due));
                output.line("keep    " + plan.keep() + ", and the newest of each of the last four weeks");
            }
        }
    }
}
