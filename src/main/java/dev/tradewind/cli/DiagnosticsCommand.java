package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.app.KeptDiagnostics;
import dev.tradewind.app.StartException;
import dev.tradewind.app.upkeep.Diagnostics;
import dev.tradewind.app.upkeep.DiagnosticsDesk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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

/** {@code tradewind diagnostics}: log, metrics, bundle. */
@Command(
        name = "diagnostics",
        synopsisSubcommandLabel = "show|bundle|metrics|log-level",
        description = {
            "Show and choose what the log takes, tell metrics, gather what helps to find a fault.",
            "Works on a data folder no other process uses; one that runs has all of this in its settings."
        })
final class DiagnosticsCommand implements Runnable {

    private static final String RUNS = "while the terminal or 'tradewind paper' runs";

    @Mixin private CommonOptions common = new CommonOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    /** {@return the command with all of its own} */
    static CommandLine line(Output output) {
        return new CommandLine(new DiagnosticsCommand())
                .addSubcommand(new Show(output))
                .addSubcommand(new Gather(output))
                .addSubcommand(new Metrics(output))
                .addSubcommand(new LogLevel(output));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "one of show, bundle, metrics and log-level is missing");
    }

    private static String metrics(Diagnostics desk) {
        OptionalInt port = desk.metricsPort();
        if (port.isEmpty()) {
            return "off";
        }
        return (port.getAsInt() == 0 ? "on any free port of 127.0.0.1" : "on port " + port.getAsInt() + " of 127.0.0.1") + " "
                + RUNS;
    }

    /** {@code show}. */
    @Command(name = "show", description = "Show where the log is, what it takes, and whether metrics are told.")
    static final class Show implements Callable<Integer> {

        private final Output output;

        @Mixin private CommonOptions common = new CommonOptions();

        @Mixin private DataFolderOptions folder = new DataFolderOptions();

        Show(Output output) {
            this.output = output;
        }

        @Override
        public Integer call() throws StartException {
            try (KeptDiagnostics kept = KeptDiagnostics.open(folder.chosen())) {
                DiagnosticsDesk.State state = kept.desk().state();
                if (common.json) {
                    ObjectNode json = output.object()
                            .put("logFile", state.logFile().toString())
                            .put("logLevel", state.level().name())
                            .put("metricsOn", kept.desk().metricsPort().isPresent())
                            .put("crash", state.crash());
                    kept.desk().metricsPort().ifPresent(port -> json.put("metricsPort", port));
                    output.json(json);
                } else {
                    output.line("log      " + state.logFile() + ", from " + state.level() + " on");
                    output.line("metrics  " + metrics(kept.desk()));
                    output.line("crash    " + (state.crash().isEmpty() ? "none since the last start" : state.crash()));
                }
            }
            return TradewindCommand.DONE;
        }
    }

    /** {@code bundle}. */
    @Command(
            name = "bundle",
            description = {
                "Gather what helps to find a fault into a zip, or tell what that would hold.",
                "Log, versions, settings, names and sizes of files, the audit trail's newest rows, error records.",
                "Secrets are taken out; look at it before you hand it on."
            })
    static final class Gather implements Callable<Integer> {

        private final Output output;

        @Mixin private CommonOptions common = new CommonOptions();

        @Mixin private DataFolderOptions folder = new DataFolderOptions();

        @Option(names = "--out", paramLabel = "FILE", description = "The zip to write; without it only what it would hold is told.")
        private @Nullable Path out;

        Gather(Output output) {
            this.output = output;
        }

        @Override
        public Integer call() throws StartException, InterruptedException {
            Path zip = out;
            try (KeptDiagnostics kept = KeptDiagnostics.open(folder.chosen())) {
                List<String> contents = kept.desk().bundleContents();
                if (zip != null) {
                    LongWork.await(output, "bundle", kept.desk().bundle(zip));
                }
                if (common.json) {
                    ObjectNode json = output.object();
                    var lines = json.putArray("contents");
                    contents.forEach(lines::add);
                    if (zip != null) {
                        json.put("bundle", zip.toString());
                    }
                    output.json(json);
                } else {
                    contents.forEach(output::line);
                    output.line(zip == null ? "nothing was written; --out FILE writes it" : "written to " + zip);
                }
            }
            return TradewindCommand.DONE;
        }
    }

    /** {@code metrics}. */
    @Command(
            name = "metrics",
            description = {
                "Turn the metrics endpoint on or off: Prometheus text on 127.0.0.1, for whoever has the token.",
                "Turning it on makes a new token, told this once; the one before ends."
            })
    static final class Metrics implements Callable<Integer> {

        private static final int USUAL_PORT = 9_464;

        /** What is asked for. */
        enum Switch {
            ON,
            OFF
        }

        private final Output output;

        @Mixin private CommonOptions common = new CommonOptions();

        @Mixin private DataFolderOptions folder = new DataFolderOptions();

        @Parameters(paramLabel = "on|off", description = "on or off.")
        private Switch asked = Switch.OFF;

        @Option(names = "--port", paramLabel = "N", description = "1024 to 65535, or 0 for any free one; default 9464.")
        private @Nullable Integer port;

        Metrics(Output output) {
            this.output = output;
        }

        @Override
        public Integer call() throws StartException {
            boolean on = asked == Switch.ON;
            if (!on && port != null) {
                throw new IllegalArgumentException("--port means nothing with off; leave it out");
            }
            int chosen = port == null ? USUAL_PORT : port;
            try (KeptDiagnostics kept = KeptDiagnostics.open(folder.chosen())) {
                Optional<String> token = kept.desk().metrics(on, chosen);
                if (common.json) {
                    ObjectNode json = output.object().put("on", on);
                    token.ifPresent(text -> json.put("port", chosen).put("token", text));
                    output.json(json);
                } else {
                    output.line("metrics  " + metrics(kept.desk()));
                    token.ifPresent(text -> {
                        output.line("token    " + text);
                        output.line("It is told this once. Ask with: curl -H \"Authorization: Bearer TOKEN\""
                                + " http://127.0.0.1:" + (chosen == 0 ? "PORT" : chosen) + "/metrics");
                    });
                }
            }
            return TradewindCommand.DONE;
        }
    }

    /** {@code log-level}. */
    @Command(name = "log-level", description = "Choose from which severity on the log file takes lines; it is kept.")
    static final class LogLevel implements Callable<Integer> {

        private final Output output;

        @Mixin private CommonOptions common = new CommonOptions();

        @Mixin private DataFolderOptions folder = new DataFolderOptions();

        @Parameters(paramLabel = "LEVEL", description = "One of ${COMPLETION-CANDIDATES}.")
        private DiagnosticsDesk.Level level = DiagnosticsDesk.Level.INFO;

        LogLevel(Output output) {
            this.output = output;
        }

        @Override
        public Integer call() throws StartException {
            try (KeptDiagnostics kept = KeptDiagnostics.open(folder.chosen())) {
                kept.desk().logLevel(level);
                if (common.json) {
                    output.json(output.object().put("logLevel", level.name()));
                } else {
                    output.line("the log takes lines from " + level + " on");
                }
            }
            return TradewindCommand.DONE;
        }
    }
}
