package dev.tradewind.ui.screen;

import dev.tradewind.ui.theme.Icon;
import java.util.function.Function;

/**
 * A screen as the rail lists it.
 *
 * @param id    stable, for instance {@code bots}
 * @param label what the rail says
 * @param icon  what the rail shows
 * @param make  builds it, once per session
 */
public record ScreenDescriptor(String id, String label, Icon icon, Function<ScreenContext, Screen> make) {}
