package dev.tradewind.ui.chart;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** How wide texts are, measured once each. Bounded; JavaFX thread only. */
public final class TextWidths {

    private static final int KEPT = 1024;

    private final Text probe = new Text();
    private final Map<Key, Double> widths = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Double> eldest) {
            return size() > KEPT;
        }
    };

    private record Key(Font font, String text) {}

    /** {@return the width of a text in logical pixels} */
    public double of(Font font, String text) {
        return widths.computeIfAbsent(new Key(font, text), this::measure);
    }

    private double measure(Key key) {
        probe.setFont(key.font());
        probe.setText(key.text());
        return probe.getLayoutBounds().getWidth();
    }
}
