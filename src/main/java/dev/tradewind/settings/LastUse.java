package dev.tradewind.settings;

/**
 * What was chosen last, so that the next start can offer it again.
 *
 * @param data    where the market came from: a sample's id or a file's path; empty before the first start
 * @param capital paper money, canonical text; empty before the first start
 * @param speed   times real time, 0 before the first start
 * @param window  where the window stood
 */
public record LastUse(String data, String capital, int speed, Window window) {

    /** Before the first start. */
    public static final LastUse NONE = new LastUse("", "", 0, new Window(0, 0, 0, 0, false));

    /**
     * A window's place on the screen, in pixels; width 0 where none was saved.
     */
    public record Window(int x, int y, int width, int height, boolean maximised) {

        public Window {
            if (width < 0 || height < 0) {
                throw new IllegalArgumentException("window size " + width + " × " + height + " is negative");
            }
        }
    }

    public LastUse {
        if (speed < 0) {
            throw new IllegalArgumentException("replay speed " + speed + " is negative");
        }
    }
}
