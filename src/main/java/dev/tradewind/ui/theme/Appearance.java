package dev.tradewind.ui.theme;

/**
 * What a person chose about the look.
 *
 * @param ground      dark or light
 * @param colourBlind blue and orange in place of green and red
 * @param textPercent size of text and everything measured in it, 100 to 200
 */
public record Appearance(Ground ground, boolean colourBlind, int textPercent) {

    /** Dark, usual colours, 100 %. */
    public static final Appearance DEFAULT = new Appearance(Ground.DARK, false, 100);

    /** Dark on light or light on dark. */
    public enum Ground {
        DARK,
        LIGHT
    }

    public Appearance {
        if (textPercent < 100 || textPercent > 200) {
            throw new IllegalArgumentException("text size " + textPercent + " % is outside 100..200 %");
        }
    }

    /** {@return the same on the other ground} */
    public Appearance toggled() {
        return new Appearance(ground == Ground.DARK ? Ground.LIGHT : Ground.DARK, colourBlind, textPercent);
    }

    /** {@return the same on a given ground} */
    public Appearance on(Ground wanted) {
        return new Appearance(wanted, colourBlind, textPercent);
    }

    /** {@return the same in the usual colours or in those a colour-blind person can tell apart} */
    public Appearance withColourBlind(boolean wanted) {
        return new Appearance(ground, wanted, textPercent);
    }

    /** {@return the same with another text size} */
    public Appearance withTextPercent(int percent) {
        return new Appearance(ground, colourBlind, percent);
    }
}
