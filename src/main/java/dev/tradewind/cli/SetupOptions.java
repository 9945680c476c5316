package dev.tradewind.cli;

import dev.tradewind.app.RunSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A backtest's whole setup from a file, or into one. */
final class SetupOptions {

    /** What may stand beside a setup: none of it changes what is played. */
    private static final Set<String> BESIDE = Set.of(
            "--setup", "--save-setup", "--check", "--json", "--out", "--report", "--keep", "--data-dir", "--profile",
            "--search", "--constraint", "--objective", "--random", "--workers", "--top");

    @Option(
            names = "--setup",
            paramLabel = "FILE",
            description = {
                "Play what this file says: any number of histories, each with its bots. JSON as --save-setup",
                "writes it; takes the place of every option that says what to play."
            })
    private @Nullable Path setup;

    @Option(names = "--save-setup", paramLabel = "FILE", description = "Write what is played as JSON, for --setup.")
    private @Nullable Path save;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** {@return whether the setup comes from a file} */
    boolean given() {
        return setup != null;
    }

    /**
     * {@return the file's setup}
     *
     * @throws IllegalArgumentException if it cannot be read, naming the place, the value and what would pass
     * @throws ParameterException       if options say what to play as well
     */
    RunSetup read() {
        Path from = Objects.requireNonNull(setup);
        Set<String> more = new TreeSet<>();
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            if (!BESIDE.contains(option.longestName())) {
                more.add(option.longestName());
            }
        }
        if (!more.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--setup says what to play; leave out " + String.join(", ", more));
        }
        try {
            return RunSetup.ofJson(Files.readString(from));
        } catch (IOException e) {
            throw new IllegalArgumentException("--setup " + from
                    + (Files.exists(from) ? " cannot be read as text: " + e.getClass().getSimpleName() : ": there is no such file"), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--setup " + from + ": " + e.getMessage(), e);
        }
    }

    /** Writes the setup where that was asked for. */
    void save(RunSetup played, Output output) {
        Path to = save;
        if (to == null) {
            return;
        }
        try {
            boolean replaced = Files.exists(to);
            Files.write(to, List.of(played.absolute().toJson()));
            output.note((replaced ? "replaced " : "wrote ") + to);
        } catch (IOException e) {
            throw new IllegalArgumentException("--save-setup " + to + " cannot be written: " + e.getMessage(), e);
        }
    }
}
