package dev.tradewind.app;

import dev.tradewind.analytics.Metric;
import dev.tradewind.optimise.SearchAxis;
import dev.tradewind.optimise.Trial;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Writes a search's trials to a CSV file as they come, one a line. The file is whole or untouched: it is written beside
 * its place and moved there when the search is done. One thread at a time.
 */
public final class TrialFile implements Consumer<Trial>, AutoCloseable {

    private final Path path;
    private final Path beside;
    private final BufferedWriter writer;
    private final Metric objective;
    private long written;

    private TrialFile(Path path, Path beside, BufferedWriter writer, Metric objective) {
        this.path = path;
        this.beside = beside;
        this.writer = writer;
        this.objective = objective;
    }

    /**
     * Begins a file.
     *
     * @throws IllegalArgumentException if its name does not end in {@code .csv}
     * @throws StartException           if it cannot be written there
     */
    public static TrialFile begin(Path path, List<SearchAxis> axes, Metric objective) throws StartException {
        if (!path.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            throw new IllegalArgumentException(path + " must end in .csv; trials are written as that");
        }
        if (Files.isDirectory(path)) {
            throw new StartException(path + " is a folder; name a file to write trials to");
        }
        Path beside = path.resolveSibling("." + path.getFileName() + ".part");
        try {
            BufferedWriter writer = Files.newBufferedWriter(beside);
            writer.write("trial");
            for (SearchAxis axis : axes) {
                writer.write("," + axis.param());
            }
            writer.write("," + objective.id() + ",hash,refusal\n");
            return new TrialFile(path, beside, writer, objective);
        } catch (IOException e) {
            throw new StartException(path + " cannot be written: " + e, e);
        }
    }

    @Override
    public void accept(Trial trial) {
        try {
            writer.write(Integer.toString(trial.number()));
            for (String value : trial.params().values()) {
                writer.write("," + quoted(value));
            }
            double value = trial.performance().value(objective);
            writer.write("," + (Double.isNaN(value) ? "" : Double.toString(value)) + "," + trial.journalHash() + ","
                    + quoted(trial.refusal()) + "\n");
            written++;
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be written", e);
        }
    }

    private static String quoted(String text) {
        return text.contains(",") || text.contains("\"") || text.contains("\n")
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    /**
     * Puts the file in its place, replacing one of that name.
     *
     * @return how many trials it has
     * @throws StartException if that fails; a file that was there is still as it was
     */
    public long finish() throws StartException {
        try {
            writer.close();
            Files.move(beside, path, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } catch (IOException e) {
            throw new StartException(path + " cannot be written: " + e, e);
        }
    }

    /** Leaves nothing of an unfinished file behind. */
    @Override
    public void close() {
        try {
            writer.close();
            Files.deleteIfExists(beside);
        } catch (IOException leftover) {
            throw new UncheckedIOException(beside + " cannot be removed", leftover);
        }
    }
}
