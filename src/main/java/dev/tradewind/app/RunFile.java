package dev.tradewind.app;

import dev.tradewind.backtest.Dealings;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.report.DealingsCsv;
import dev.tradewind.report.HtmlReport;
import dev.tradewind.report.PdfReport;
import dev.tradewind.report.RunCsv;
import dev.tradewind.report.RunJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A place for a run's report; the end of its name says what is written: {@code .html}, {@code .pdf} and {@code .json} are one
 * file,
 * {@code .csv} is one file for each list, {@code run.csv} for instance {@code run-orders.csv}, {@code run-fills.csv},
 * {@code run-trades.csv} and {@code run-equity.csv}.
 */
public final class RunFile {

    private static final String KNOWN = ".html, .pdf, .json or .csv";

    private final Path path;
    private final Kind kind;
    private final List<OutFile> files;

    private RunFile(Path path, Kind kind, List<OutFile> files) {
        this.path = path;
        this.kind = kind;
        this.files = files;
    }

    private enum Kind {
        HTML,
        PDF,
        JSON,
        CSV
    }

    /** Lists a run has as CSV. */
    private enum Table {
        ORDERS,
        FILLS,
        TRADES,
        EQUITY
    }

    /**
     * {@return a place to write to, checked before the work is done}
     *
     * @throws IllegalArgumentException if the end of its name says nothing
     * @throws StartException           if it is a folder, or its folder is missing or cannot be written to
     */
    public static RunFile at(Path path) throws StartException {
        Kind kind = kind(path);
        List<OutFile> files = new ArrayList<>();
        if (kind == Kind.CSV) {
            for (Table table : Table.values()) {
                files.add(OutFile.at(beside(path, table), "a report"));
            }
        } else {
            files.add(OutFile.at(path, "a report"));
        }
        return new RunFile(path, kind, List.copyOf(files));
    }

    private static Kind kind(Path path) {
        Path file = path.getFileName();
        String name = file == null ? "" : file.toString().toLowerCase(Locale.ROOT);
        for (Kind kind : Kind.values()) {
            if (name.endsWith("." + kind.name().toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        throw new IllegalArgumentException("'" + path + "' must end in " + KNOWN + ", which says what is written");
    }

    private static Path beside(Path path, Table table) {
        String name = path.getFileName().toString();
        String stem = name.substring(0, name.length() - ".csv".length());
        return path.resolveSibling(stem + "-" + table.name().toLowerCase(Locale.ROOT) + ".csv");
    }

    /** {@return where it is, as it was named} */
    public Path path() {
        return path;
    }

    /** {@return whether it lists orders and fills, which a report alone does not hold} */
    public boolean needsDealings() {
        return kind == Kind.CSV;
    }

    /**
     * Writes the report, replacing files of those names.
     *
     * @param dealings the run's orders and fills; where there are none to be had, their lists are left out
     * @return what was done, a line for each file
     * @throws StartException if a file cannot be written; one that was there is still as it was
     */
    public List<String> write(RunReport report, Optional<Dealings> dealings) throws StartException {
        List<String> done = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            OutFile file = files.get(i);
            Table table = Table.values()[i];
            if (kind == Kind.CSV && dealings.isEmpty() && (table == Table.ORDERS || table == Table.FILLS)) {
                continue;
            }
            boolean replaced = switch (kind) {
                case HTML -> file.write(out -> out.write(HtmlReport.of(report).getBytes(StandardCharsets.UTF_8)));
                case PDF -> file.write(out -> PdfReport.write(report, out));
                case JSON -> text(file, out -> {
                    RunJson.write(report, out);
                    out.write('\n');
                });
                case CSV -> text(file, out -> list(report, dealings, table, out));
            };
            done.add((replaced ? "replaced " : "wrote ") + file.path());
        }
        return done;
    }

    private interface TextWriting {
        void to(Writer out) throws IOException;
    }

    private static boolean text(OutFile file, TextWriting writing) throws StartException {
        return file.write(out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            writing.to(writer);
            writer.flush();
        });
    }

    private static void list(RunReport report, Optional<Dealings> dealings, Table table, Writer out)
            throws IOException {
        switch (table) {
            case ORDERS -> DealingsCsv.orders(dealings.orElseThrow(), out);
            case FILLS -> DealingsCsv.fills(dealings.orElseThrow(), out);
            case TRADES -> RunCsv.trades(report, out);
            case EQUITY -> RunCsv.equity(report, out);
        }
    }
}
