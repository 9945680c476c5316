package dev.tradewind.ui.screen.settings;

import dev.tradewind.ui.widget.Figures;

/** How much a file holds, in the unit a person reads. Pure. */
final class Sizes {

    private static final double STEP = 1024;

    private Sizes() {}

    /** {@return bytes in KB, MB or GB, with one decimal} */
    static String of(long bytes) {
        double size = bytes / STEP;
        if (size < STEP) {
            return Figures.fixed(size, 1) + " KB";
        }
        size /= STEP;
        return size < STEP ? Figures.fixed(size, 1) + " MB" : Figures.fixed(size / STEP, 1) + " GB";
    }
}
