package dev.tradewind.ui.theme;

import dev.tradewind.ui.theme.Appearance.Ground;
import javafx.scene.paint.Color;

/**
 * The theme's colours for code that draws on a canvas; equal to the style sheets' ({@code PaletteTest} compares them).
 *
 * @param bg0        gutter
 * @param bg1        pane and chart ground
 * @param bg2        price column, total row
 * @param bg3        buttons, active segment
 * @param inset      fields, own-order columns
 * @param line       row and pane rules
 * @param line2      field borders, rule above an indicator pane
 * @param fg         values
 * @param fg2        secondary text
 * @param fg3        labels
 * @param accent     focus, selection, bots' levels
 * @param buy        buy, up, gain
 * @param sell       sell, down, loss
 * @param warn       look here, alerts
 * @param depthBid   size bars of bids, and the flash of a rise
 * @param depthAsk   size bars of asks, and the flash of a fall
 * @param grid       chart grid
 * @param crosshair  chart crosshair
 * @param average    moving average line
 * @param hollowUp   whether rising candles are drawn hollow, so that colour does not carry it alone
 */
public record Palette(
        Color bg0,
        Color bg1,
        Color bg2,
        Color bg3,
        Color inset,
        Color line,
        Color line2,
        Color fg,
        Color fg2,
        Color fg3,
        Family accent,
        Family buy,
        Family sell,
        Family warn,
        Color depthBid,
        Color depthAsk,
        Color grid,
        Color crosshair,
        Color average,
        boolean hollowUp) {

    /**
     * A colour with what belongs to it.
     *
     * @param main   text, lines, filled ground
     * @param ground quiet ground under text in {@code main}
     * @param line   border of that ground
     * @param on     text on a ground of {@code main}
     */
    public record Family(Color main, Color ground, Color line, Color on) {}

    /** {@return the palette of an appearance} */
    public static Palette of(Appearance appearance) {
        Palette usual = appearance.ground() == Ground.DARK ? dark() : light();
        return appearance.colourBlind() ? usual.colourBlind(appearance.ground()) : usual;
    }

    private static Palette dark() {
        return new Palette(
                web("#080A0F"), web("#0F131A"), web("#151A23"), web("#1D2430"), web("#0B0E14"), web("#1C232E"),
                web("#2C3644"), web("#E6EAF1"), web("#A0ABBB"), web("#758194"),
                family("#8B9CFF", "#1C2138", "#3A4478", "#0B0E14"),
                family("#2EBD8B", "#10261F", "#1F5E49", "#04140E"),
                family("#F0636E", "#2B151A", "#74323A", "#1C0609"),
                family("#E5AE4A", "#292013", "#5F4A1F", "#14100A"),
                web("#17493A"), web("#56262D"), web("#161C25"), web("#8894A6"), web("#62B6E8"), false);
    }

    private static Palette light() {
        return new Palette(
                web("#E4E8EE"), web("#FFFFFF"), web("#F6F8FA"), web("#EBEFF4"), web("#F3F5F8"), web("#E3E8EE"),
                web("#C7CFDA"), web("#141B26"), web("#4A5668"), web("#687488"),
                family("#4453D6", "#ECEEFD", "#B7BEF5", "#FFFFFF"),
                family("#087A53", "#E2F4EC", "#9AD5BE", "#FFFFFF"),
                family("#CC2F3C", "#FCE9EA", "#EFB0B5", "#FFFFFF"),
                family("#946200", "#FBF1DC", "#E3C789", "#FFFFFF"),
                web("#BFE8D8"), web("#F7CDD0"), web("#EEF1F5"), web("#6A7688"), web("#1B7FB8"), false);
    }

    private Palette colourBlind(Ground ground) {
        boolean dark = ground == Ground.DARK;
        Family blue = dark
                ? family("#4AA8FF", "#10223A", "#1F4A78", "#04101C")
                : family("#0B63C4", "#E1EEFB", "#9CC4EF", "#FFFFFF");
        Family orange = dark
                ? family("#FF9E45", "#2E1F10", "#7A4E20", "#1C0F02")
                : family("#B85300", "#FBECDD", "#EBBE93", "#FFFFFF");
        return new Palette(
                bg0, bg1, bg2, bg3, inset, line, line2, fg, fg2, fg3, accent, blue, orange, warn,
                web(dark ? "#17395E" : "#BCD9F6"), web(dark ? "#5A3A1A" : "#F6D5B4"), grid, crosshair, average, true);
    }

    private static Family family(String main, String ground, String line, String on) {
        return new Family(web(main), web(ground), web(line), web(on));
    }

    private static Color web(String hex) {
        return Color.web(hex);
    }
}
