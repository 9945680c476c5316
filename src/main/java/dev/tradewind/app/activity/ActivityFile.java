package dev.tradewind.app.activity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.app.activity.ActivityDesk.Row;
import dev.tradewind.app.job.RefusedException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Rows of the list as CSV or JSON lines, whole or not at all. */
final class ActivityFile {

    private static final List<String> COLUMNS = List.of(
            "time", "source", "number", "actor", "who", "topic", "action", "words", "before", "after");

    private final Path file;
    private final boolean json;
    private final ObjectMapper mapper = new ObjectMapper();

    private ActivityFile(Path file, boolean json) {
        this.file = file;
        this.json = json;
    }

    /**
     * {@return the file to be written}
     *
     * @throws RefusedException if its name does not end in {@code .csv} or {@code .jsonl}, or it cannot be written
     */
    static ActivityFile at(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean lines = name.endsWith(".jsonl") || name.endsWith(".json");
        if (!lines && !name.endsWith(".csv")) {
            throw new RefusedException("'" + file + "' says neither CSV nor JSON lines; name a file that ends in .csv or .jsonl");
        }
        if (Files.isDirectory(file)) {
            throw new RefusedException("'" + file + "' is a folder; name a file that ends in .csv or .jsonl");
        }
        return new ActivityFile(file, lines);
    }

    long write(Merge rows) {
        Path beside = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            try {
                long written = 0;
                try (BufferedWriter out = Files.newBufferedWriter(beside)) {
                    if (!json) {
                        out.write(String.join(",", COLUMNS) + "\n");
                    }
                    for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                        write(row.get(), out);
                        written++;
                    }
                }
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
                return written;
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new RefusedException("'" + file + "' cannot be written (" + e + "); nothing was. Name another file.", e);
        }
    }

    private void write(Row row, Writer out) throws IOException {
        out.write(json ? jsonLine(row) : csvLine(row));
        out.write('\n');
    }

    private String jsonLine(Row row) {
        ObjectNode node = mapper.createObjectNode();
        List<String> values = values(row);
        for (int i = 0; i < COLUMNS.size(); i++) {
            if (COLUMNS.get(i).equals("number")) {
                node.put("number", row.number());
            } else {
                node.put(COLUMNS.get(i), values.get(i));
            }
        }
        try {
            return mapper.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("a tree of plain values is always JSON", impossible);
        }
    }

    private static List<String> values(Row row) {
        return List.of(
                Instant.ofEpochSecond(0, row.timeNanos()).toString(), row.source(), Long.toString(row.number()),
                row.actor().name().toLowerCase(Locale.ROOT), row.who(), row.topic().name().toLowerCase(Locale.ROOT),
                row.action(), row.words(), row.before(), row.after());
    }

    /** {@return a row as RFC 4180 has it; a text that a spreadsheet would take for a formula is marked as text} */
    private static String csvLine(Row row) {
        StringBuilder line = new StringBuilder();
        for (String value : values(row)) {
            String safe = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
            boolean quoted = safe.chars().anyMatch(each -> each == ',' || each == '"' || each == '\n' || each == '\r');
            line.append(line.isEmpty() ? "" : ",").append(quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe);
        }
        return line.toString();
    }
}
