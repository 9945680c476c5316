package dev.tradewind.report;

import dev.tradewind.report.Drawing.Ink;

/** The light theme's colours, on paper. */
enum PdfInk {
    TEXT(0x141B26),
    MUTED(0x4A5668),
    FAINT(0x687488),
    GRID(0xEEF1F5),
    RULE(0xC7CFDA),
    PANE(0xF6F8FA),
    TOTAL(0xEBEFF4),
    ACCENT(0x4453D6),
    ON_ACCENT(0xFFFFFF),
    GAIN(0x087A53),
    LOSS(0xCC2F3C),
    WARN(0x946200),
    TIER(0x1B7FB8);

    private static final float MOST = 255;

    private final int rgb;

    PdfInk(int rgb) {
        this.rgb = rgb;
    }

    float red() {
        return (rgb >> 16 & 0xFF) / MOST;
    }

    float green() {
        return (rgb >> 8 & 0xFF) / MOST;
    }

    float blue() {
        return (rgb & 0xFF) / MOST;
    }

    /** {@return the colour of a drawing's lines} */
    static PdfInk line(Ink ink) {
        return switch (ink) {
            case TEXT -> TEXT;
            case MUTED -> MUTED;
            case FAINT -> FAINT;
            case GRID -> GRID;
            case RULE -> RULE;
            case ACCENT -> ACCENT;
            case ON_ACCENT -> ON_ACCENT;
            case GAIN -> GAIN;
            case LOSS -> LOSS;
        };
    }

    /** {@return the colour of a drawing's areas; the grid's is a little stronger there, as in the window} */
    static PdfInk area(Ink ink) {
        return ink == Ink.GRID ? TOTAL : line(ink);
    }

    /** {@return the colour of a value} */
    static PdfInk of(Summary.Tone tone) {
        return switch (tone) {
            case PLAIN -> TEXT;
            case GAIN -> GAIN;
            case LOSS -> LOSS;
        };
    }
}
