package dev.tradewind.cli;

import dev.tradewind.app.StartException;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.domain.CancelledException;
import dev.tradewind.marketdata.ImportException;
import dev.tradewind.marketdata.StoreException;
import dev.tradewind.monitor.AuditException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of Tradewind: routes to its commands and turns what goes wrong into one line and an exit code. */
@Command(
        name = "tradewind",
        synopsisSubcommandLabel = "COMMAND",
        description = "Crypto trading terminal. Without a command, or with --data-dir DIR or --profile NAME alone, it opens its window.",
        footer = {"", "Every command has --help and --json. Exit codes: 0 done, 1 failed, 2 called wrongly."})
public final class TradewindCommand implements Runnable {

    /** Done. */
    public static final int DONE = 0;

    /** The command was understood and failed. */
    public static final int FAILED = 1;

    /** The command was called wrongly. */
    public static final int USAGE = 2;

    private static final int WIDTH = 120;
    private static final String JSON = "--json";

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    private boolean version;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private TradewindCommand() {}

    /**
     * Runs a command on the process's own streams.
     *
     * @param arguments what was typed after the program's name
     * @return the exit code
     */
    public static int execute(String[] arguments) {
        return execute(
                arguments,
                new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                new PrintWriter(System.err, false, StandardCharsets.UTF_8));
    }

    /** Runs a command on the streams given. {@return the exit code} */
    public static int execute(String[] arguments, PrintWriter out, PrintWriter err) {
        Output output = new Output(out, err);
        CommandLine line = new CommandLine(new TradewindCommand());
        for (Object command : commands(output)) {
            line.addSubcommand(command);
        }
        boolean json = Arrays.asList(arguments).contains(JSON);
        line.getCommandSpec().version(version());
        configure(line, output, out, err, json);
        int exitCode = line.execute(arguments);
        out.flush();
        err.flush();
        return exitCode;
    }

    private static List<Object> commands(Output output) {
        CommandLine journal = new CommandLine(new JournalCommand())
                .addSubcommand(new JournalCommand.Verify(output))
                .addSubcommand(new ReplayCommand(output))
                .addSubcommand(new JournalCommand.Export(output));
        CommandLine runs = new CommandLine(new RunsCommand())
                .addSubcommand(new RunsListCommand(output))
                .addSubcommand(new RunsShowCommand(output))
                .addSubcommand(new RunsCompareCommand(output))
                .addSubcommand(new RunsRerunCommand(output))
                .addSubcommand(new RunsCommand.Export(output))
                .addSubcommand(new RunsCommand.Drop(output));
        CommandLine data = new CommandLine(new DataCommand())
                .addSubcommand(new DataImportCommand(output))
                .addSubcommand(new DataExportCommand(output))
                .addSubcommand(new DataListCommand(output))
                .addSubcommand(new DataVerifyCommand(output))
                .addSubcommand(new DataRetainCommand(output))
                .addSubcommand(new DataDropCommand(output));
        CommandLine audit = new CommandLine(new AuditCommand())
                .addSubcommand(new AuditCommand.ListRows(output))
                .addSubcommand(new AuditCommand.Verify(output))
                .addSubcommand(new AuditCommand.Export(output));
        return List.of(
                data,
                new BacktestCommand(output),
                new OptimiseCommand(output),
                new PaperCommand(output),
                new RiskSheetCommand(output),
                new AlgosCommand(output),
                new PresetsCommand(output),
                new IndicatorCommand(output),
                new CheckOrderCommand(output),
                runs,
                journal,
                audit,
                BackupCommand.with(output),
                new ExportCommand(output),
                new ProfilesCommand(output),
                VaultCommand.with(output),
                AccountsCommand.with(output),
                new SimulateCommand(output),
                DiagnosticsCommand.line(output),
                new BenchCommand(output));
    }

    private static String version() {
        String version = TradewindCommand.class.getPackage().getImplementationVersion();
        return "Tradewind" + (version == null ? " (run from its build)" : " " + version);
    }

    private static void configure(CommandLine line, Output output, PrintWriter out, PrintWriter err, boolean json) {
        line.setOut(out);
        line.setErr(err);
        line.setUsageHelpWidth(WIDTH);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOverwrittenOptionsAllowed(false);
        line.setParameterExceptionHandler((wrong, arguments) -> {
            CommandSpec command = wrong.getCommandLine().getCommandSpec();
            output.error(
                    command.qualifiedName(),
                    wrong.getMessage() + " (see " + command.qualifiedName() + " --help)", USAGE, json);
            return USAGE;
        });
        line.setExecutionExceptionHandler((failure, command, arguments) -> {
            int exitCode = failure instanceof IllegalArgumentException ? USAGE : FAILED;
            output.error(command.getCommandSpec().qualifiedName(), message(failure), exitCode, json);
            return exitCode;
        });
    }

    private static String message(Exception failure) {
        return switch (failure) {
            case StartException expected -> String.valueOf(expected.getMessage());
            case ImportException expected -> String.valueOf(expected.getMessage());
            case IllegalArgumentException expected -> String.valueOf(expected.getMessage());
            case RefusedException expected -> String.valueOf(expected.getMessage());
            case StoreException expected -> String.valueOf(expected.getMessage());
            case AuditException expected -> String.valueOf(expected.getMessage());
            case CancelledException expected -> String.valueOf(expected.getMessage());
            default -> "failed unexpectedly, which is a fault in Tradewind: " + failure;
        };
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
