package dev.tradewind;

import dev.tradewind.cli.TradewindCommand;
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
        if (arguments.length == 0) {
            openTerminal();
        } else {
            System.exit(TradewindCommand.execute(arguments));
        }
    }

    private static void openTerminal() {
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
        System.out.println("Tradewind");
    }

    private static boolean hasDisplay() {
        boolean headlessAsked = "Headless".equals(System.getProperty("glass.platform"));
        boolean linux = System.getProperty("os.name").equals("Linux");
        boolean reachable = !linux || !System.getenv().getOrDefault("DISPLAY", "").isEmpty();
        return reachable && !headlessAsked;
    }
}
