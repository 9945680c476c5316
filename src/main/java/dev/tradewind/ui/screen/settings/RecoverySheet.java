package dev.tradewind.ui.screen.settings;

import javafx.print.PrinterJob;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Window;

/** The recovery code on paper: black on white, in large groups, with what it is for. */
final class RecoverySheet {

    private static final double GAP = 18;

    private RecoverySheet() {}

    /** Asks for a printer and prints. {@return whether it was printed, or the person thought better of it} */
    static boolean print(FlowPane groups, Window owner) {
        PrinterJob job = PrinterJob.createPrinterJob();
        if (job == null) {
            return false;
        }
        if (!job.showPrintDialog(owner)) {
            job.cancelJob();
            return true;
        }
        VBox page = page(groups, job.getJobSettings().getPageLayout().getPrintableWidth());
        boolean printed = job.printPage(page) && job.endJob();
        page.getChildren().clear();
        return printed;
    }

    private static VBox page(FlowPane groups, double width) {
        FlowPane code = new FlowPane(GAP, GAP);
        code.setPrefWrapLength(width);
        for (Node group : groups.getChildren()) {
            code.getChildren().add(text(((Text) group).getText(), "IBM Plex Mono", 24));
        }
        VBox page = new VBox(GAP,
                text("Tradewind recovery code", "IBM Plex Sans SmBld", 18),
                text("Opens the vault in place of the passphrase. Keep it as you keep money.", "IBM Plex Sans", 11),
                code);
        page.setPrefWidth(width);
        return page;
    }

    private static Text text(String words, String family, double size) {
        Text text = new Text(words);
        text.setFont(Font.font(family, size));
        return text;
    }
}
