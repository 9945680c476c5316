package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.app.JournalInspection;
import dev.tradewind.app.JournalInspection.Found;
import dev.tradewind.app.StartException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tradewind journal}: looks at a session's journal without changing it. */
@Command(
        name = "journal",
        synopsisSubcommandLabel = "verify|replay|export",
        description = "Check, replay or export a session's journal; nothing in it is changed.")
final class JournalCommand implements Runnable {

    @Mixin private CommonOptions common = new CommonOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "one of verify, replay and export is missing");
    }

    /** {@code verify}. */
    @Command(
            name = "verify",
            description = {
                "Check every row and the tape. Fails on damage and names the row; a torn last write is no damage."
            })
    static final class Verify implements Callable<Integer> {

        private final Output output;

        @Mixin private CommonOptions common = new CommonOptions();

        @Mixin private SessionFolder folder = new SessionFolder();

        Verify(Output output) {
            this.output = output;
        }

        @Override
        public Integer call() throws StartException {
            JournalInspection inspection = folder.inspection();
            Found found = inspection.verify();
            if (common.json) {
                ObjectNode json = output.object()
                        .put("session", inspection.session().toString())
                        .put("outcome", found.outcome())
                        .put("usable", found.usable())
                        .put("rows", found.rows())
                        .put("inputs", found.inputs())
                        .put("hash", found.hash())
                        .put("badRow", found.badRow())
                        .put("replayableFrom", found.replayableFrom())
                        .put("message", found.message());
                output.json(json);
            } else if (found.usable()) {
                output.line(found.message());
            } else {
                output.error("tradewind journal verify", found.message(), TradewindCommand.FAILED, false);
            }
            return found.usable() ? TradewindCommand.DONE : TradewindCommand.FAILED;
        }
    }

    /** {@code export}. */
    @Command(name = "export", description = "Write every row as a line of JSON, to --out or to standard output.")
    static final class Export implements Callable<Integer> {

        private final Output output;

        @Mixin private CommonOptions common = new CommonOptions();

        @Mixin private SessionFolder folder = new SessionFolder();

        @Option(names = "--out", paramLabel = "FILE", description = "Write to this file, replacing it.")
        private @Nullable Path out;

        Export(Output output) {
            this.output = output;
        }

        @Override
        public Integer call() throws StartException {
            JournalInspection inspection = folder.inspection();
            Path file = out;
            try {
                if (file == null) {
                    inspection.export(output.writer());
                } else {
                    long rows = write(inspection, file);
                    report(file, rows);
                }
            } catch (IOException e) {
                String place = file == null ? "standard output" : file.toString();
                throw new StartException(place + " cannot be written: " + e.getMessage(), e);
            }
            return TradewindCommand.DONE;
        }

        private void report(Path file, long rows) {
            if (common.json) {
                output.json(output.object().put("out", file.toString()).put("rows", rows));
            } else {
                output.line("wrote " + Numbers.count(rows) + " rows to " + file);
            }
        }

        private static long write(JournalInspection inspection, Path file) throws StartException, IOException {
            if (Files.isDirectory(file)) {
                throw new StartException(file + " is a folder; name a file to write rows to");
            }
            Path beside = file.resolveSibling("." + file.getFileName() + ".part");
            try {
                long rows;
                try (BufferedWriter writer = Files.newBufferedWriter(beside)) {
                    rows = inspection.export(writer);
                }
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
                return rows;
            } finally {
                Files.deleteIfExists(beside);
            }
        }
    }
}
