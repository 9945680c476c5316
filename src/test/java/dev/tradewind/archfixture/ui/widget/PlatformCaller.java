package dev.tradewind.archfixture.ui.widget;

import java.util.concurrent.Executor;
import javafx.application.Platform;

final class PlatformCaller {

    Executor executor() {
        return Platform::runLater;
    }
}
