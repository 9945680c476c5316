package dev.tradewind.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.ui.theme.Appearance.Ground;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The canvas colours are those of the style sheets. */
class PaletteTest {

    private static final Pattern COLOUR = Pattern.compile("(-tw-[a-z0-9-]+): (#[0-9A-F]{6});");

    @ParameterizedTest
    @CsvSource({"DARK,false", "LIGHT,false", "DARK,true", "LIGHT,true"})
    void agreesWithTheStyleSheets(Ground ground, boolean colourBlind) throws IOException {
        Map<String, Color> css = new LinkedHashMap<>();
        String name = ground == Ground.DARK ? "dark" : "light";
        read(name + ".css", css);
        if (colourBlind) {
            read("colour-blind-" + name + ".css", css);
        }
        Palette palette = Palette.of(new Appearance(ground, colourBlind, 100));
        Map<String, Color> drawn = new LinkedHashMap<>();
        drawn.put("-tw-bg0", palette.bg0());
        drawn.put("-tw-bg1", palette.bg1());
        drawn.put("-tw-bg2", palette.bg2());
        drawn.put("-tw-bg3", palette.bg3());
        drawn.put("-tw-inset", palette.inset());
        drawn.put("-tw-line", palette.line());
        drawn.put("-tw-line2", palette.line2());
        drawn.put("-tw-fg", palette.fg());
        drawn.put("-tw-fg2", palette.fg2());
        drawn.put("-tw-fg3", palette.fg3());
        family(drawn, "accent", palette.accent());
        family(drawn, "buy", palette.buy());
        family(drawn, "sell", palette.sell());
        family(drawn, "warn", palette.warn());
        drawn.remove("-tw-on-warn");
        drawn.put("-tw-depth-bid", palette.depthBid());
        drawn.put("-tw-depth-ask", palette.depthAsk());
        drawn.put("-tw-average", palette.average());
        assertThat(drawn).containsExactlyInAnyOrderEntriesOf(css);
    }

    private static void family(Map<String, Color> into, String name, Palette.Family family) {
        into.put("-tw-" + name, family.main());
        into.put("-tw-" + name + "-bg", family.ground());
        into.put("-tw-" + name + "-line", family.line());
        into.put("-tw-on-" + name, family.on());
    }

    private static void read(String sheet, Map<String, Color> into) throws IOException {
        try (InputStream stream = Theme.class.getResourceAsStream(sheet)) {
            Matcher matcher = COLOUR.matcher(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                into.put(matcher.group(1), Color.web(matcher.group(2)));
            }
        }
    }
}
