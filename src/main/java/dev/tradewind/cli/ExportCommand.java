package dev.tradewind.cli;

import dev.tradewind.app.BackupShelf;
import dev.tradewind.app.StartException;
import dev.tradewind.app.archive.BackupDesk.ExportReceipt;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tradewind export}. */
@Command(
        name = "export",
        description = {
            "Write everything in the data folder as CSV and JSON into a new folder: settings, accounts without keys,",
            "presets, runs, orders, fills and decisions of each session, the audit trail, stored series. No secrets."
        })
final class ExportCommand implements Callable<Integer> {

    private final Output output;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private DataFolderOptions folder = new DataFolderOptions();

    @Option(names = "--to", paramLabel = "DIR", required = true, description = "A folder that is new or empty.")
    private Path to = Path.of("");

    ExportCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws StartException, InterruptedException {
        try (BackupShelf shelf = BackupShelf.open(folder.chosen(), true)) {
            ExportReceipt receipt = LongWork.await(output, "export", shelf.desk().export(to));
            if (common.json) {
                output.json(output.object()
                        .put("folder", receipt.folder().toString())
                        .put("files", receipt.files())
                        .put("bytes", receipt.bytes()));
            } else {
                output.line("exported " + Numbers.count(receipt.files()) + " files, " + Numbers.count(receipt.bytes())
                        + " bytes, to " + receipt.folder());
            }
        }
        return TradewindCommand.DONE;
    }
}
