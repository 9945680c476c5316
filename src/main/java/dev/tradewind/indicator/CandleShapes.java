package dev.tradewind.indicator;

import static dev.tradewind.indicator.CandleWindow.LONG_MEAN;
import static dev.tradewind.indicator.IndicatorType.Group.CANDLES;

import java.util.List;
import java.util.function.ToIntFunction;

/** The patterns of one and of two candles. */
final class CandleShapes {

    static final List<IndicatorType> TYPES = List.of(
            one("doji", "Doji", "Opens and closes at nearly one price.", c -> yes(c.doji(0))),
            one("dragonfly-doji", "Dragonfly doji", "A doji at its high.",
                    c -> yes(c.doji(0) && c.noUpper(0) && c.someLower(0))),
            one("gravestone-doji", "Gravestone doji", "A doji at its low.",
                    c -> yes(c.doji(0) && c.noLower(0) && c.someUpper(0))),
            one("long-legged-doji", "Long-legged doji", "A doji with a long shadow.",
                    c -> yes(c.doji(0) && (c.lowerOver(0, 1) || c.upperOver(0, 1)))),
            one("takuri", "Takuri", "A doji at its high with a very long lower shadow.",
                    c -> yes(c.doji(0) && c.noUpper(0) && c.lowerOver(0, 2))),
            one("spinning-top", "Spinning top", "A short body between shadows longer than it.",
                    c -> c.shortBody(0) && c.upperOver(0, 1) && c.lowerOver(0, 1) ? c.colour(0) : 0),
            one("high-wave", "High wave", "A short body between very long shadows.",
                    c -> c.shortBody(0) && c.upperOver(0, 2) && c.lowerOver(0, 2) ? c.colour(0) : 0),
            one("marubozu", "Marubozu", "A long body without shadows.", c -> c.marubozu(0) ? c.colour(0) : 0),
            one("closing-marubozu", "Closing marubozu", "A long body that closes at its extreme.",
                    c -> c.longBody(0) && (c.white(0) ? c.noUpper(0) : c.noLower(0)) ? c.colour(0) : 0),
            one("belt-hold", "Belt hold", "A long body that opens at its extreme.",
                    c -> c.longBody(0) && (c.white(0) ? c.noLower(0) : c.noUpper(0)) ? c.colour(0) : 0),
            one("long-line", "Long line", "A long body between short shadows.",
                    c -> c.longBody(0) && c.shortShadows(0) ? c.colour(0) : 0),
            one("short-line", "Short line", "A short body between short shadows.",
                    c -> c.shortBody(0) && c.shortShadows(0) ? c.colour(0) : 0),
            two("hammer", "Hammer", "A short body above a long shadow, low in the range.",
                    c -> yes(c.shortBody(0) && c.lowerOver(0, 1) && c.noUpper(0)
                            && c.bottom(0) <= c.low(1) + c.near(1))),
            two("hanging-man", "Hanging man", "A hammer high in the range.",
                    c -> no(c.shortBody(0) && c.lowerOver(0, 1) && c.noUpper(0)
                            && c.bottom(0) >= c.high(1) - c.near(1))),
            two("inverted-hammer", "Inverted hammer", "A short body below a long shadow, after a gap down.",
                    c -> yes(c.shortBody(0) && c.upperOver(0, 1) && c.noLower(0) && c.bodyGapsDown(0))),
            two("shooting-star", "Shooting star", "A short body below a long shadow, after a gap up.",
                    c -> no(c.shortBody(0) && c.upperOver(0, 1) && c.noLower(0) && c.bodyGapsUp(0))),
            two("doji-star", "Doji star", "A doji that gaps away from a long body.",
                    c -> c.longBody(1) && c.doji(0) && (c.white(1) ? c.bodyGapsUp(0) : c.bodyGapsDown(0))
                            ? -c.colour(1) : 0),
            type("engulfing", "Engulfing", "A body around the one before, of the other colour.", 2,
                    c -> c.engulfs(0) ? c.colour(0) : 0),
            two("harami", "Harami", "A small body inside a long one.",
                    c -> c.longBody(1) && c.smallBody(0) && c.inside(0) ? -c.colour(1) : 0),
            two("harami-cross", "Harami cross", "A doji inside a long body.",
                    c -> c.longBody(1) && c.doji(0) && c.inside(0) ? -c.colour(1) : 0),
            two("piercing", "Piercing line", "After a long fall, a long rise from below its low to above its middle.",
                    c -> yes(!c.white(1) && c.longBody(1) && c.white(0) && c.longBody(0) && c.open(0) < c.low(1)
                            && c.close(0) < c.open(1) && c.close(0) > c.close(1) + c.body(1) * 0.5)),
            two("dark-cloud-cover", "Dark cloud cover",
                    "After a long rise, a fall from above its high to below its middle.",
                    c -> no(c.white(1) && c.longBody(1) && !c.white(0) && c.open(0) > c.high(1)
                            && c.close(0) > c.open(1) && c.close(0) < c.close(1) - c.body(1) * 0.5)),
            type("matching-low", "Matching low", "Two falls to one close.", CandleWindow.SHORT_MEAN + 2,
                    c -> yes(!c.white(1) && !c.white(0) && c.close(0) <= c.close(1) + c.equal(1)
                            && c.close(0) >= c.close(1) - c.equal(1))),
            two("counterattack", "Counterattack", "A long body back to the close before.",
                    c -> c.colour(1) == -c.colour(0) && c.longBody(1) && c.longBody(0)
                            && c.close(0) <= c.close(1) + c.equal(1) && c.close(0) >= c.close(1) - c.equal(1)
                            ? c.colour(0) : 0),
            two("homing-pigeon", "Homing pigeon", "A small fall inside a long one.",
                    c -> yes(!c.white(1) && !c.white(0) && c.longBody(1) && c.smallBody(0)
                            && c.open(0) < c.open(1) && c.close(0) > c.close(1))));

    private CandleShapes() {}

    static int yes(boolean found) {
        return found ? 1 : 0;
    }

    static int no(boolean found) {
        return found ? -1 : 0;
    }

    static IndicatorType type(
            String id, String label, String description, int warmUp, ToIntFunction<CandleWindow> rule) {
        return IndicatorType.of(
                "candle-" + id, label, CANDLES, description, p -> warmUp, p -> new CandlePattern(warmUp, rule));
    }

    private static IndicatorType one(String id, String label, String description, ToIntFunction<CandleWindow> rule) {
        return type(id, label, description, LONG_MEAN + 1, rule);
    }

    private static IndicatorType two(String id, String label, String description, ToIntFunction<CandleWindow> rule) {
        return type(id, label, description, LONG_MEAN + 2, rule);
    }
}
