package dev.tradewind.report;

import dev.tradewind.report.Drawing.Area;
import dev.tradewind.report.Drawing.Box;
import dev.tradewind.report.Drawing.Dot;
import dev.tradewind.report.Drawing.Ink;
import dev.tradewind.report.Drawing.Line;
import dev.tradewind.report.Drawing.Mark;
import dev.tradewind.report.Drawing.Path;
import dev.tradewind.report.Drawing.Word;
import java.util.Locale;

/** A {@link Drawing} as SVG inside HTML; inks are classes {@code s-} for lines and {@code f-} for areas. */
final class Svg {

    private final StringBuilder out = new StringBuilder();

    private Svg() {}

    /** {@return the element} */
    static String of(Drawing drawing, String id) {
        Svg svg = new Svg();
        svg.out.append("<svg id=\"").append(id).append("\" viewBox=\"0 0 ").append(number(drawing.width())).append(' ')
                .append(number(drawing.height())).append("\" role=\"img\" aria-label=\"")
                .append(Html.escape(drawing.label())).append("\">\n");
        drawing.marks().forEach(svg::mark);
        return svg.out.append("</svg>\n").toString();
    }

    private void mark(Mark mark) {
        switch (mark) {
            case Line line -> out.append("<line x1=\"").append(number(line.x1())).append("\" y1=\"")
                    .append(number(line.y1())).append("\" x2=\"").append(number(line.x2())).append("\" y2=\"")
                    .append(number(line.y2())).append('"').append(line.dash() == 0 ? "" : " stroke-dasharray=\"3 3\"")
                    .append(stroke(line.ink(), line.width())).append("/>\n");
            case Path path -> {
                if (path.x().length > 0) {
                    out.append("<path d=\"").append(points(path.x(), path.y())).append("\" fill=\"none\"")
                            .append(stroke(path.ink(), path.width())).append("/>\n");
                }
            }
            case Area area -> out.append("<path d=\"").append(points(area.x(), area.y())).append("Z\"")
                    .append(fill(area.ink(), area.opacity())).append("/>\n");
            case Box box -> out.append("<rect x=\"").append(number(box.x())).append("\" y=\"").append(number(box.y()))
                    .append("\" width=\"").append(number(box.width())).append("\" height=\"")
                    .append(number(box.height())).append('"')
                    .append(box.radius() == 0 ? "" : " rx=\"" + number(box.radius()) + "\"")
                    .append(fill(box.ink(), box.opacity())).append("/>\n");
            case Dot dot -> out.append("<circle cx=\"").append(number(dot.x())).append("\" cy=\"")
                    .append(number(dot.y())).append("\" r=\"").append(number(dot.radius())).append('"')
                    .append(fill(dot.ink(), dot.opacity())).append("/>\n");
            case Word word -> word(word);
        }
    }

    private void word(Word word) {
        String anchor = switch (word.anchor()) {
            case START -> "";
            case MIDDLE -> " text-anchor=\"middle\"";
            case END -> " text-anchor=\"end\"";
        };
        out.append("<text x=\"").append(number(word.x())).append("\" y=\"").append(number(word.y())).append('"')
                .append(anchor).append(" font-size=\"").append(number(word.size())).append('"')
                .append(word.strong() ? " font-weight=\"600\"" : "").append(fill(word.ink(), 1)).append('>')
                .append(Html.escape(word.text())).append("</text>\n");
    }

    private static String stroke(Ink ink, double width) {
        return " class=\"s-" + name(ink) + "\"" + (width == 1 ? "" : " stroke-width=\"" + number(width) + "\"");
    }

    private static String fill(Ink ink, double opacity) {
        return " class=\"f-" + name(ink) + "\"" + (opacity == 1 ? "" : " fill-opacity=\"" + number(opacity) + "\"");
    }

    /** {@return what style sheets call an ink} */
    static String name(Ink ink) {
        return ink.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String points(double[] x, double[] y) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            points.append(i == 0 ? 'M' : 'L').append(number(x[i])).append(' ').append(number(y[i]));
        }
        return points.toString();
    }

    /** {@return a length to a twentieth of a pixel or finer, without needless digits} */
    static String number(double value) {
        double rounded = Math.rint(value * 100) / 100;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
