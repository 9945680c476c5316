package dev.tradewind;

/**
 * The entry point of the window and of the command line. It must not extend {@code javafx.application.Application}:
 * with JavaFX on the class path the launcher refuses to start such a class.
 */
public final class Main {

    private Main() {
    }

    /**
     * Starts Tradewind.
     *
     * @param arguments what was typed after the program's name
     */
    public static void main(String[] arguments) {
        ParentWatch.startIfAsked();
        System.out.println("Tradewind");
    }
}
