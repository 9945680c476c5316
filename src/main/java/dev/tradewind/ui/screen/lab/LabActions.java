package dev.tradewind.ui.screen.lab;

import javafx.scene.Node;

/** What a person can ask of the Lab from its panes. */
interface LabActions {

    /** Goes back to the set-up the shown run was made from. */
    void editSetup();

    /** Goes back to the set-up as it was left. */
    void newRun();

    /** Offers the formats the shown run can be written in. */
    void exportMenu(Node owner);
}
