package dev.tradewind.ui.shell;

import dev.tradewind.ui.screen.ScreenDescriptor;
import dev.tradewind.ui.screen.activity.ActivityScreen;
import dev.tradewind.ui.screen.bots.BotsScreen;
import dev.tradewind.ui.screen.data.DataScreen;
import dev.tradewind.ui.screen.lab.LabScreen;
import dev.tradewind.ui.screen.risk.RiskScreen;
import dev.tradewind.ui.screen.settings.SettingsScreen;
import dev.tradewind.ui.screen.trade.TradeScreen;
import java.util.List;

/** Every screen there is, in the rail's order. */
public final class ScreenCatalog {

    /** The screens; the first opens. */
    public static final List<ScreenDescriptor> SCREENS =
            List.of(TradeScreen.DESCRIPTOR, BotsScreen.DESCRIPTOR, LabScreen.DESCRIPTOR, RiskScreen.DESCRIPTOR,
                    DataScreen.DESCRIPTOR, ActivityScreen.DESCRIPTOR, SettingsScreen.DESCRIPTOR);

    private ScreenCatalog() {}
}
