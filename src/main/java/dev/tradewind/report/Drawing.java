package dev.tradewind.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A picture as a list of marks, from back to front: what HTML shows as SVG and what a PDF page is drawn with. Lengths are
 * CSS pixels, the origin is the upper left corner. Colours are names that each output and theme fills in.
 */
public final class Drawing {

    /** What a mark is coloured by. */
    public enum Ink {
        TEXT,
        MUTED,
        FAINT,
        GRID,
        RULE,
        ACCENT,
        ON_ACCENT,
        GAIN,
        LOSS
    }

    /** Which end of a word its place is. */
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** One mark. */
    public sealed interface Mark {}

    /** A straight line; {@code dash} is 0 for a solid one. */
    public record Line(double x1, double y1, double x2, double y2, Ink ink, double width, double dash) implements Mark {}

    /** A line through points. */
    public record Path(double[] x, double[] y, Ink ink, double width) implements Mark {}

    /** A filled polygon. */
    public record Area(double[] x, double[] y, Ink ink, double opacity) implements Mark {}

    /** A filled box. */
    public record Box(double x, double y, double width, double height, double radius, Ink ink, double opacity)
            implements Mark {}

    /** A filled circle. */
    public record Dot(double x, double y, double radius, Ink ink, double opacity) implements Mark {}

    /** Text on its base line. */
    public record Word(double x, double y, String text, double size, boolean strong, Anchor anchor, Ink ink)
            implements Mark {}

    private final double width;
    private final double height;
    private final String label;
    private final List<Mark> marks = new ArrayList<>();

    /**
     * An empty picture.
     *
     * @param label what it shows, for those who cannot see it
     */
    Drawing(double width, double height, String label) {
        this.width = width;
        this.height = height;
        this.label = label;
    }

    /** {@return its width} */
    public double width() {
        return width;
    }

    /** {@return its height} */
    public double height() {
        return height;
    }

    /** {@return what it shows, in words} */
    public String label() {
        return label;
    }

    /** {@return what to draw, from back to front} */
    public List<Mark> marks() {
        return List.copyOf(marks);
    }

    /** Adds a mark in front of the others; places that are no numbers are left out, and marks that have only such. */
    void add(Mark mark) {
        switch (mark) {
            case Line line -> addIf(mark, line.x1(), line.y1(), line.x2(), line.y2());
            case Path path -> {
                boolean[] keep = finite(path.x(), path.y());
                marks.add(new Path(kept(path.x(), keep), kept(path.y(), keep), path.ink(), path.width()));
            }
            case Area area -> {
                boolean[] keep = finite(area.x(), area.y());
                marks.add(new Area(kept(area.x(), keep), kept(area.y(), keep), area.ink(), area.opacity()));
            }
            case Box box -> addIf(mark, box.x(), box.y(), box.width(), box.height());
            case Dot dot -> addIf(mark, dot.x(), dot.y());
            case Word word -> addIf(mark, word.x(), word.y());
        }
    }

    private void addIf(Mark mark, double... places) {
        if (Arrays.stream(places).allMatch(Double::isFinite)) {
            marks.add(mark);
        }
    }

    private static boolean[] finite(double[] x, double[] y) {
        boolean[] finite = new boolean[x.length];
        for (int i = 0; i < x.length; i++) {
            finite[i] = Double.isFinite(x[i]) && Double.isFinite(y[i]);
        }
        return finite;
    }

    private static double[] kept(double[] values, boolean[] keep) {
        return IntStream.range(0, values.length).filter(i -> keep[i]).mapToDouble(i -> values[i]).toArray();
    }

    void line(double x1, double y1, double x2, double y2, Ink ink) {
        add(new Line(x1, y1, x2, y2, ink, 1, 0));
    }

    void dashed(double x1, double y1, double x2, double y2, Ink ink) {
        add(new Line(x1, y1, x2, y2, ink, 1, 3));
    }

    void word(double x, double y, String text, Anchor anchor, Ink ink) {
        add(new Word(x, y, text, 11, false, anchor, ink));
    }
}
