package dev.tradewind.ui.shell;

import dev.tradewind.ui.screen.ScreenDescriptor;
import dev.tradewind.ui.screen.bots.BotsScreen;
import java.util.List;

/** Every screen there is, in the rail's order. */
public final class ScreenCatalog {

    /** The screens; the first opens. */
    public static final List<ScreenDescriptor> SCREENS = List.of(BotsScreen.DESCRIPTOR);

    private ScreenCatalog() {}
}
