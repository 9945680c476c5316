package dev.tradewind;

import dev.tradewind.app.Profiles;
import dev.tradewind.cli.TradewindCommand;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The entry point of the window and of the command line. It must not extend {@code javafx.application.Application}:
 * with JavaFX on the class path the launcher refuses to start such a class.
 */
public final class Main {

    private static final int STATUS_FAILED = 1;

    private Main() {
    }

    /**
     * Starts Tradewind.
     *
     * @param arguments what was typed after the program's name; nothing opens the window
     */
    public static void main(String[] arguments) {
        ParentWatch.startIfAsked();
        Optional<Path> dataDir;
        try {
            dataDir = dataDirAlone(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("tradewind: " + e.getMessage());
            System.exit(TradewindCommand.USAGE);
            return;
        }
        if (arguments.length == 0 || dataDir.isPresent()) {
            openTerminal(dataDir);
        } else {
            // without a buffer, in which a passphrase that is piped in would stay
            System.setIn(new FileInputStream(FileDescriptor.in));
            System.exit(TradewindCommand.execute(arguments));
        }
    }

    /**
     * {@return the data folder, if {@code --data-dir DIR} or {@code --profile NAME} is all that was typed}
     *
     * @throws IllegalArgumentException if the profile's name is none
     */
    private static Optional<Path> dataDirAlone(String[] arguments) {
        return alone(arguments, "--data-dir").map(Path::of).or(() -> alone(arguments, "--profile").map(Profiles::folder));
    }

    private static Optional<String> alone(String[] arguments, String option) {
        if (arguments.length == 1 && arguments[0].startsWith(option + "=")) {
            return Optional.of(arguments[0].substring(option.length() + 1));
        }
        return arguments.length == 2 && arguments[0].equals(option) ? Optional.of(arguments[1]) : Optional.empty();
    }

    private static void openTerminal(Optional<Path> dataDir) {
        boolean window = hasDisplay();
        Optional<String> complaint = NativeLibraries.complaint(window);
        if (complaint.isPresent()) {
            System.err.println(complaint.get());
            System.exit(STATUS_FAILED);
        }
        if (!window) {
            // Before any class of JavaFX: it reads these once.
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
        }
        System.exit(TerminalStart.run(window, dataDir));
    }

    private static boolean hasDisplay() {
        boolean headlessAsked = "Headless".equals(System.getProperty("glass.platform"));
        boolean linux = System.getProperty("os.name").equals("Linux");
        boolean reachable = !linux || !System.getenv().getOrDefault("DISPLAY", "").isEmpty();
        return reachable && !headlessAsked;
    }
}
