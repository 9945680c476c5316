package dev.tradewind.ui.screen;

import dev.tradewind.app.Desks;
import dev.tradewind.app.OpenSession;
import dev.tradewind.ui.fx.EngineFeed;
import dev.tradewind.ui.theme.Theme;
import java.util.function.Consumer;

/**
 * What a screen works with.
 *
 * @param session the session it shows
 * @param desks   what there is beside it
 * @param feed    snapshots, once per frame
 * @param theme   the look, for canvas code
 * @param say     puts a line into the status bar
 */
public record ScreenContext(OpenSession session, Desks desks, EngineFeed feed, Theme theme, Consumer<String> say) {}
