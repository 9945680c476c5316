package dev.tradewind.app;

import dev.tradewind.app.LabDesk.Format;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.report.HtmlReport;
import dev.tradewind.report.RunCsv;
import dev.tradewind.report.RunJson;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes a run to files, each beside its place first and then moved there: it is whole or untouched. */
final class RunFiles {

    private RunFiles() {}

    /** Writes into a file. */
    @FunctionalInterface
    private interface Content {
        void write(Writer out) throws IOException;
    }

    /**
     * {@return the files written}
     *
     * @throws StartException if one cannot be written, naming it
     */
    static List<Path> write(RunReport report, Format format, Path file) throws StartException {
        return switch (format) {
            case JSON -> List.of(file(file, out -> RunJson.write(report, out)));
            case HTML -> List.of(file(file, out -> out.write(HtmlReport.of(report))));
            case CSV -> List.of(
                    file(beside(file, "trades"), out -> RunCsv.trades(report, out)),
                    file(beside(file, "equity"), out -> RunCsv.equity(report, out)));
        };
    }

    private static Path beside(Path file, String what) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        return file.resolveSibling(stem + "-" + what + (dot > 0 ? name.substring(dot) : ".csv"));
    }

    private static Path file(Path file, Content content) throws StartException {
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (Writer out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                content.write(out);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            return file;
        } catch (IOException e) {
            throw new StartException(file + " cannot be written: " + e, e);
        }
    }
}
