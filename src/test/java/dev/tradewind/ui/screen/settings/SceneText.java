package dev.tradewind.ui.screen.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

/** Everything a scene could show or say of itself, hidden parts included. */
final class SceneText {

    private SceneText() {}

    /** {@return every text, prompt, tooltip and accessible text below a node, joined} */
    static String of(Node root) {
        List<String> found = new ArrayList<>();
        walk(root, found);
        return String.join("\n", found);
    }

    private static void walk(Node node, List<String> found) {
        found.add(node.getAccessibleText());
        found.add(node.getAccessibleHelp());
        found.add(String.valueOf(node.getUserData()));
        found.add(String.valueOf(node.getProperties()));
        if (node instanceof Labeled labeled) {
            found.add(labeled.getText());
        }
        if (node instanceof TextInputControl input) {
            found.add(input.getText());
            found.add(input.getPromptText());
        }
        if (node instanceof Text text) {
            found.add(text.getText());
        }
        if (node instanceof Control control && control.getTooltip() != null) {
            found.add(control.getTooltip().getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, found));
        }
    }
}
