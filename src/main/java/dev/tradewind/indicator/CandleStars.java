package dev.tradewind.indicator;

import static dev.tradewind.indicator.CandleShapes.no;
import static dev.tradewind.indicator.CandleShapes.yes;
import static dev.tradewind.indicator.CandleWindow.LONG_MEAN;

import java.util.List;
import java.util.function.ToIntFunction;

/** The patterns of three and of four candles. */
final class CandleStars {

    private static final double DEPTH = 0.3;

    static final List<IndicatorType> TYPES = List.of(
            three("morning-star", "Morning star", "A long fall, a small body below a gap, a rise into the fall.",
                    c -> yes(c.smallBody(1) && morning(c))),
            three("evening-star", "Evening star", "A long rise, a small body above a gap, a fall into the rise.",
                    c -> no(c.smallBody(1) && evening(c))),
            three("morning-doji-star", "Morning doji star", "A morning star around a doji.",
                    c -> yes(c.doji(1) && morning(c))),
            three("evening-doji-star", "Evening doji star", "An evening star around a doji.",
                    c -> no(c.doji(1) && evening(c))),
            three("three-inside", "Three inside", "A harami and a candle that confirms it.",
                    c -> c.longBody(2) && c.smallBody(1) && c.inside(1) && leaves(c) ? -c.colour(2) : 0),
            CandleShapes.type("three-outside", "Three outside", "An engulfing body and a candle that confirms it.", 3,
                    c -> c.engulfs(1)
                            && (c.white(1) ? c.close(0) > c.close(1) : c.close(0) < c.close(1)) ? c.colour(1) : 0),
            three("three-white-soldiers", "Three white soldiers", "Three solid rises, each from within the one before.",
                    c -> yes(soldiers(c))),
            CandleShapes.type("three-black-crows", "Three black crows",
                    "Three solid falls, each from within the one before.",
                    LONG_MEAN + 4, c -> no(crows(c))));

    private CandleStars() {}

    private static IndicatorType three(
            String id, String label, String description, ToIntFunction<CandleWindow> rule) {
        return CandleShapes.type(id, label, description, LONG_MEAN + 3, rule);
    }

    private static boolean morning(CandleWindow c) {
        return c.longBody(2) && !c.white(2) && c.bodyGapsDown(1) && !c.smallBody(0) && c.white(0)
                && c.close(0) > c.close(2) + c.body(2) * DEPTH;
    }

    private static boolean evening(CandleWindow c) {
        return c.longBody(2) && c.white(2) && c.bodyGapsUp(1) && !c.smallBody(0) && !c.white(0)
                && c.close(0) < c.close(2) - c.body(2) * DEPTH;
    }

    private static boolean leaves(CandleWindow c) {
        return c.white(2) ? !c.white(0) && c.close(0) < c.open(2) : c.white(0) && c.close(0) > c.open(2);
    }

    private static boolean soldiers(CandleWindow c) {
        return c.white(2) && c.white(1) && c.white(0) && c.noUpper(2) && c.noUpper(1) && c.noUpper(0)
                && follows(c, 1) && follows(c, 0) && !c.smallBody(0);
    }

    /** A white candle from within the body before to a higher close, not far shorter than it. */
    private static boolean follows(CandleWindow c, int back) {
        return c.close(back) > c.close(back + 1) && c.open(back) > c.open(back + 1)
                && c.open(back) <= c.close(back + 1) + c.near(back + 1)
                && c.body(back) > c.body(back + 1) - c.far(back + 1);
    }

    private static boolean crows(CandleWindow c) {
        return c.white(3) && !c.white(2) && !c.white(1) && !c.white(0) && c.noLower(2) && c.noLower(1) && c.noLower(0)
                && c.open(1) < c.open(2) && c.open(1) > c.close(2) && c.open(0) < c.open(1) && c.open(0) > c.close(1)
                && c.high(3) > c.close(2) && c.close(2) > c.close(1) && c.close(1) > c.close(0);
    }
}
