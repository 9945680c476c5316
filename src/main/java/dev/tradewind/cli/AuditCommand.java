package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.app.ActivityFolder;
import dev.tradewind.app.StartException;
import dev.tradewind.app.activity.ActivityDesk.ExportReceipt;
import dev.tradewind.app.activity.ActivityDesk.Finding;
import dev.tradewind.app.activity.ActivityDesk.Page;
import dev.tradewind.app.activity.ActivityDesk.Row;
import dev.tradewind.app.activity.ActivityDesk.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tradewind audit}: what was done in a data folder. Reads only; a terminal may be running on the folder. */
@Command(
        name = "audit",
        synopsisSubcommandLabel = "list|verify|export",
        description = {
            "List, check or export what was done in a data folder: settings, keys, sessions, commands, orders, decisions.",
            "Nothing in it is changed; a terminal may be running on it."
        })
final class AuditCommand implements Runnable {

    @Mixin private CommonOptions common = new CommonOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "one of list, verify and export is missing");
    }

    /** {@code list}. */
    @Command(name = "list", description = "List what was done, the newest first. Times are UTC; of a replay, the market's.")
    static final class ListRows implements Callable<Integer> {

        private static final int MOST = 50;

        private final Output output;

        @Mixin private CommonOptions common = new CommonOptions();

        @Mixin private DataFolderOptions folder = new DataFolderOptions();

        @Mixin private AuditFilterOptions filter = new AuditFilterOptions();

        @Option(names = "--most", paramLabel = "N", description = "List at most so many; default " + MOST + ".")
        private int most = MOST;

        ListRows(Output output) {
            this.output = output;
        }

        @Override
        public Integer call() throws StartException, InterruptedException {
            Page page = LongWork.await(output, "audit", ActivityFolder.look(folder.chosen()).read(filter.filter(most)));
            page.troubles().forEach(output::note);
            if (common.json) {
                json(page);
            } else if (page.rows().isEmpty()) {
                output.line("nothing that was done passes the filter");
            } else {
                Table.words(table(page.rows())).forEach(output::line);
                if (page.more()) {
                    output.line("and more; --most lists more, audit export all of them");
                }
            }
            return TradewindCommand.DONE;
        }

        private static List<List<String>> table(List<Row> rows) {
            List<List<String>> table = new ArrayList<>();
            table.add(List.of("Time", "Row", "Who", "What"));
            for (Row row : rows) {
                String change = row.before().isEmpty() && row.after().isEmpty()
                        ? ""
                        : " [" + (row.before().isEmpty() ? "–" : row.before()) + " -> "
                                + (row.after().isEmpty() ? "–" : row.after()) + "]";
                table.add(List.of(
                        Times.show(row.timeNanos()), row.source() + " #" + row.number(), row.who(), row.words() + change));
            }
            return table;
        }

        private void json(Page page) {
            ObjectNode json = output.object();
            ArrayNode rows = json.putArray("rows");
            for (Row row : page.rows()) {
                rows.addObject()
                        .put("time", Times.iso(row.timeNanos()))
                        .put("source", row.source())
                        .put("number", row.number())
                        .put("actor", row.actor().name().toLowerCase(Locale.ROOT))
                        .put("who", row.who())
                        .put("topic", row.topic().name().toLowerCase(Locale.ROOT))
                        .put("action", row.action())
                        .put("words", row.words())
                        .put("before", row.before())
                        .put("after", row.after());
            }
            ArrayNode troubles = json.put("more", page.more()).putArray("troubles");
            page.troubles().forEach(troubles::add);
            output.json(json);
        }
    }

    /** {@code verify}. */
    @Command(
            name = "verify",
            description = {
                "Check every row of the audit trail and of all journals, and that each journal is the one the trail was tied",
                "to. Fails where anything is not as it was written, and says what."
            })
    static final class Verify implements Callable<Integer> {

        private final Output output;

        @Mixin private CommonOptions common = new CommonOptions();

        @Mixin private DataFolderOptions folder = new DataFolderOptions();

        Verify(Output output) {
            this.output = output;
        }

        @Override
        public Integer call() throws StartException, InterruptedException {
            Verdict verdict = LongWork.await(output, "audit", ActivityFolder.look(folder.chosen()).verify());
            if (common.json) {
                ObjectNode json = output.object().put("sound", verdict.sound()).put("rows", verdict.rows());
                ArrayNode findings = json.putArray("findings");
                for (Finding finding : verdict.findings()) {
                    findings.addObject().put("sound", finding.sound()).put("words", finding.words());
                }
                output.json(json);
            } else {
                for (Finding finding : verdict.findings()) {
                    output.line((finding.sound() ? "ok     " : "WRONG  ") + finding.words());
                }
                long wrong = verdict.findings().stream().filter(finding -> !finding.sound()).count();
                output.line(Numbers.count(verdict.rows()) + " rows checked, "
                        + (wrong == 0 ? "nothing is wrong" : wrong + (wrong == 1 ? " thing is" : " things are") + " wrong"));
            }
            return verdict.sound() ? TradewindCommand.DONE : TradewindCommand.FAILED;
        }
    }

    /** {@code export}. */
    @Command(
            name = "export",
            description = "Write what was done to a file, the newest first: CSV (.csv) or a line of JSON for each row (.jsonl).")
    static final class Export implements Callable<Integer> {

        private final Output output;

        @Mixin private CommonOptions common = new CommonOptions();

        @Mixin private DataFolderOptions folder = new DataFolderOptions();

        @Mixin private AuditFilterOptions filter = new AuditFilterOptions();

        @Parameters(paramLabel = "FILE", description = "Where to; replaced if it is there.")
        private Path file = Path.of("");

        Export(Output output) {
            this.output = output;
        }

        @Override
        public Integer call() throws StartException, InterruptedException {
            ExportReceipt done =
                    LongWork.await(output, "audit", ActivityFolder.look(folder.chosen()).export(filter.filter(1), file));
            if (common.json) {
                output.json(output.object().put("out", done.file().toString()).put("rows", done.rows()));
            } else {
                output.line("wrote " + Numbers.count(done.rows()) + " rows to " + done.file());
            }
            return TradewindCommand.DONE;
        }
    }
}
