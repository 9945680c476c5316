package dev.tradewind.settings;

/**
 * What a person chose about the terminal's look.
 *
 * @param light       light ground instead of dark
 * @param colourBlind blue and orange instead of green and red
 * @param textPercent text size, 100 to 200
 */
public record Preferences(boolean light, boolean colourBlind, int textPercent) {

    /** Dark, usual colours, 100 %. */
    public static final Preferences DEFAULT = new Preferences(false, false, 100);

    public Preferences {
        if (textPercent < 100 || textPercent > 200) {
            throw new IllegalArgumentException("text size " + textPercent + " % is outside 100..200 %");
        }
    }
}
