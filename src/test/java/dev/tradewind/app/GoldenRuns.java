package dev.tradewind.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Journal hashes that runs over recordings had, each with the cause of its last change. */
final class GoldenRuns {

    private static final String FILE = "/golden/real-runs.txt";
    private static final int SHORTEST_CAUSE = 20;

    /**
     * A row.
     *
     * @param told  hash, journal rows, fills and equity at the end
     * @param cause why it is not what it was before
     */
    record Row(String told, String cause) {}

    private final Map<String, Row> rows = new TreeMap<>();

    static GoldenRuns read() {
        GoldenRuns golden = new GoldenRuns();
        try (InputStream in = GoldenRuns.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new AssertionError(FILE + " is not among the test resources");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(golden::take);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return golden;
    }

    private void take(String line) {
        String[] parts = line.split(" \\| ", 3);
        if (parts.length < 3 || parts[2].strip().length() < SHORTEST_CAUSE) {
            throw new AssertionError(FILE + " has a row that does not say what changed the run and why: " + line);
        }
        if (rows.put(parts[0].strip(), new Row(parts[1].strip(), parts[2].strip())) != null) {
            throw new AssertionError(FILE + " tells " + parts[0] + " twice");
        }
    }

    Map<String, Row> rows() {
        return rows;
    }

    void check(String run, String told) {
        Row row = rows.get(run);
        if (row == null || !row.told.equals(told)) {
            String was = row == null ? "not told" : row.told;
            throw new AssertionError("the run " + run + " is not what it was:\n  was " + was + "\n  is  " + told
                    + "\nIf that is meant, put into src/test/resources" + FILE + " with the cause of the change:\n" + run + " | " + told + " | <cause>");
        }
    }
}
