package dev.tradewind.ui.shell;

/** What the bars can ask of the shell. */
interface ShellActions {

    /** Dark to light and back. */
    void toggleTheme();

    /** Halts trading, or ends a halt. */
    void haltOrLeave();

    /** Ends a halt, if there is one. */
    void leaveHalt();

    /** Opens the palette that finds screens, bots and commands. */
    void palette();
}
