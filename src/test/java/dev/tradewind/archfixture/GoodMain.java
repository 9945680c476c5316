package dev.tradewind.archfixture;

import dev.tradewind.archfixture.ui.fx.GoodBridge;
import javafx.application.Application;

public final class GoodMain {

    private GoodMain() {
    }

    public static void touch() {
        GoodBridge.later(() -> Application.getUserAgentStylesheet());
    }
}
