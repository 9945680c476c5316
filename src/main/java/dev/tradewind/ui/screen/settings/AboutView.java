package dev.tradewind.ui.screen.settings;

import dev.tradewind.app.Installation;
import dev.tradewind.app.Profiles.Profile;
import dev.tradewind.ui.fx.Hands;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.widget.Labels;
import dev.tradewind.ui.widget.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Which program this is, which data folder it has open, what other profiles there are, and whose work is in it. */
final class AboutView extends VBox implements Section {

    private final TwoColumns columns = new TwoColumns(44);
    private final VBox profiles = new VBox();
    private final TextArea notice = new TextArea();
    private final Installation here;
    private final Supplier<List<Profile>> found;
    private final Hands hands;
    private final Outcome outcome = new Outcome();
    private final SimpleStringProperty folder = new SimpleStringProperty("");

    /** @param found lists the profiles; blocks */
    AboutView(Installation here, Supplier<List<Profile>> found, Hands hands) {
        this.here = here;
        this.found = found;
        this.hands = hands;
        folder.set(here.dataFolder().toString());
        SectionHead head = new SectionHead(new SimpleStringProperty("Tradewind " + here.version()),
                new SimpleStringProperty("Everything stays on this computer. No account, no telemetry."),
                        new SimpleStringProperty(""),
                "about");
        head.outcome(outcome, "about");
        VBox facts = new VBox(
                Panes.fact("Version", Labels.of(here.version(), "")),
                Panes.fact("Java", Panes.words(Runtime.version() + ", " + System.getProperty("java.vm.name"))),
                Panes.fact("JavaFX", Labels.of(System.getProperty("javafx.runtime.version", "–"), "")),
                Panes.fact("System", Panes.words(System.getProperty("os.name") + " " + System.getProperty("os.version")
                        + ", "
                        + System.getProperty("os.arch"))));
        facts.getStyleClass().add("settings-facts");
        VBox data = Panes.stack(Panes.copyable("about-folder", folder, "the data folder's path"),
                Panes.words("Passphrase, keys, sessions, market data and settings lie here, for its owner alone."));
        profiles.getStyleClass().add("settings-facts");
        columns.left(Panes.pane("This program", "", facts), Panes.pane("Data folder", "", data),
                Panes.pane("Profiles", "each a data folder of its own", profiles));
        columns.right(notices());
        getStyleClass().add("spacing-4");
        getChildren().addAll(head, columns);
    }

    private VBox notices() {
        notice.setId("about-notice");
        notice.setEditable(false);
        notice.setPrefRowCount(24);
        notice.getStyleClass().add("settings-notice");
        HBox buttons = Panes.row();
        for (Path file : here.notices()) {
            buttons.getChildren().add(
                    Panes.button("", file.getFileName().toString(), Icon.FILE, () -> show(file), "quiet", "small"));
        }
        if (here.notices().isEmpty()) {
            return Panes.pane("Licences", "", Messages.empty(Icon.FILE, "No notices beside the program",
                    "They lie in the folder it is installed in: this one runs from its classes."));
        }
        return Panes.pane("Licences", "whose work is in it", buttons, notice);
    }

    private void show(Path file) {
        hands.apart("notice", () -> Files.readString(file), notice::setText,
                failure -> outcome.failed(Trouble.of(file.getFileName() + " could not be read", failure, "")));
    }

    private void list(List<Profile> all) {
        profiles.getChildren().clear();
        for (Profile profile : all) {
            boolean mine = profile.folder().equals(here.dataFolder());
            Label state = Labels.of(mine ? "This one" : held(profile.holder()), "chip");
            Labels.tone(state, mine ? "is-accent" : profile.holder().isPresent() ? "is-buy" : "");
            Label where = Panes.words(profile.folder().toString());
            where.setMaxWidth(Double.MAX_VALUE);
            HBox row = Panes.fact(profile.name(), where);
            row.getChildren().add(state);
            profiles.getChildren().add(row);
        }
        profiles.getChildren().add(Panes.words(
                "Another profile has its own passphrase, accounts, sessions and settings: start the program with"
                        + " --profile and a name. Several may be open at once."));
    }

    private static String held(OptionalLong holder) {
        return holder.isPresent() ? "Open" : "Closed";
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public void shown() {
        hands.apart("profiles", found::get, this::list,
                failure -> outcome.failed(Trouble.of("The profiles could not be listed", failure, "")));
        if (notice.getText().isEmpty() && !here.notices().isEmpty()) {
            show(here.notices().getFirst());
        }
    }

    @Override
    public void narrow(boolean wanted) {
        columns.arrange(wanted);
    }
}
