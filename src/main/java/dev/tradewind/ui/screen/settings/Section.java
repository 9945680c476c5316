package dev.tradewind.ui.screen.settings;

import javafx.scene.Node;

/** One section of the screen. */
interface Section {

    /** {@return its scene graph, the same every time} */
    Node node();

    /** It is about to show. */
    void shown();

    /** The screen is narrow now, or no longer. */
    void narrow(boolean wanted);
}
