package dev.tradewind.ui.screen;

import javafx.scene.Parent;

/** One screen of the shell. JavaFX thread only. */
public interface Screen {

    /** {@return the screen's scene graph, the same every time} */
    Parent node();

    /** The screen is about to show: listen to the feed. */
    void shown();

    /** The screen no longer shows: stop listening. */
    void hidden();
}
