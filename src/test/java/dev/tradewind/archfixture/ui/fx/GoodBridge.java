package dev.tradewind.archfixture.ui.fx;

import javafx.application.Platform;

public final class GoodBridge {

    private GoodBridge() {
    }

    public static void later(Runnable task) {
        Platform.runLater(task);
    }
}
