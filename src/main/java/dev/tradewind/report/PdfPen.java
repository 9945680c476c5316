package dev.tradewind.report;

import dev.tradewind.report.Drawing.Area;
import dev.tradewind.report.Drawing.Box;
import dev.tradewind.report.Drawing.Dot;
import dev.tradewind.report.Drawing.Line;
import dev.tradewind.report.Drawing.Mark;
import dev.tradewind.report.Drawing.Path;
import dev.tradewind.report.Drawing.Word;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;

/** Draws on one page; lengths are points, the origin is the upper left corner. */
final class PdfPen implements AutoCloseable {

    private static final double CURVE = 0.5523;

    private final PDPageContentStream page;
    private final PdfFonts fonts;
    private final double height;

    PdfPen(PDPageContentStream page, PdfFonts fonts, double height) {
        this.page = page;
        this.fonts = fonts;
        this.height = height;
    }

    /** Draws a picture into a box of that width. {@return how high it came out} */
    double drawing(Drawing drawing, double x, double y, double width) throws IOException {
        double scale = width / drawing.width();
        for (Mark mark : drawing.marks()) {
            mark(mark, x, y, scale);
        }
        return drawing.height() * scale;
    }

    private void mark(Mark mark, double left, double top, double scale) throws IOException {
        switch (mark) {
            case Line line -> line(
                    left + line.x1() * scale, top + line.y1() * scale, left + line.x2() * scale, top + line.y2() * scale,
                    PdfInk.line(line.ink()), line.width() * scale, line.dash() * scale);
            case Path path -> {
                if (outline(path.x(), path.y(), left, top, scale)) {
                    stroke(PdfInk.line(path.ink()), path.width() * scale);
                }
            }
            case Area area -> {
                if (outline(area.x(), area.y(), left, top, scale)) {
                    page.closePath();
                    fill(PdfInk.area(area.ink()), area.opacity());
                }
            }
            case Box box -> box(
                    left + box.x() * scale, top + box.y() * scale, box.width() * scale, box.height() * scale,
                    PdfInk.area(box.ink()), box.opacity());
            case Dot dot -> dot(
                    left + dot.x() * scale, top + dot.y() * scale, dot.radius() * scale, PdfInk.area(dot.ink()),
                    dot.opacity());
            case Word word -> {
                double size = word.size() * scale;
                double wide = fonts.width(word.text(), size, word.strong());
                double x = left + word.x() * scale - switch (word.anchor()) {
                    case START -> 0;
                    case MIDDLE -> wide / 2;
                    case END -> wide;
                };
                text(x, top + word.y() * scale, word.text(), size, word.strong(), PdfInk.area(word.ink()));
            }
        }
    }

    private boolean outline(double[] x, double[] y, double left, double top, double scale) throws IOException {
        for (int i = 0; i < x.length; i++) {
            float px = (float) (left + x[i] * scale);
            float py = (float) (height - top - y[i] * scale);
            if (i == 0) {
                page.moveTo(px, py);
            } else {
                page.lineTo(px, py);
            }
        }
        return x.length > 1;
    }

    private void stroke(PdfInk ink, double width) throws IOException {
        page.setStrokingColor(ink.red(), ink.green(), ink.blue());
        page.setLineWidth((float) width);
        page.setLineJoinStyle(1);
        page.stroke();
    }

    private void fill(PdfInk ink, double opacity) throws IOException {
        page.setNonStrokingColor(ink.red(), ink.green(), ink.blue());
        if (opacity < 1) {
            opacity(opacity);
            page.fill();
            opacity(1);
        } else {
            page.fill();
        }
    }

    private void opacity(double opacity) throws IOException {
        PDExtendedGraphicsState state = new PDExtendedGraphicsState();
        state.setNonStrokingAlphaConstant((float) opacity);
        page.setGraphicsStateParameters(state);
    }

    void line(double x1, double y1, double x2, double y2, PdfInk ink, double width, double dash) throws IOException {
        if (dash > 0) {
            page.setLineDashPattern(new float[] {(float) dash, (float) dash}, 0);
        }
        page.moveTo((float) x1, (float) (height - y1));
        page.lineTo((float) x2, (float) (height - y2));
        stroke(ink, width);
        if (dash > 0) {
            page.setLineDashPattern(new float[0], 0);
        }
    }

    void box(double x, double y, double width, double tall, PdfInk ink, double opacity) throws IOException {
        page.addRect((float) x, (float) (height - y - tall), (float) width, (float) tall);
        fill(ink, opacity);
    }

    void frame(double x, double y, double width, double tall, PdfInk ink, double line) throws IOException {
        page.addRect((float) x, (float) (height - y - tall), (float) width, (float) tall);
        stroke(ink, line);
    }

    private void dot(double x, double y, double radius, PdfInk ink, double opacity) throws IOException {
        float cx = (float) x;
        float cy = (float) (height - y);
        float r = (float) radius;
        float k = (float) (radius * CURVE);
        page.moveTo(cx + r, cy);
        page.curveTo(cx + r, cy + k, cx + k, cy + r, cx, cy + r);
        page.curveTo(cx - k, cy + r, cx - r, cy + k, cx - r, cy);
        page.curveTo(cx - r, cy - k, cx - k, cy - r, cx, cy - r);
        page.curveTo(cx + k, cy - r, cx + r, cy - k, cx + r, cy);
        fill(ink, opacity);
    }

    void text(double x, double y, String text, double size, boolean strong, PdfInk ink) throws IOException {
        String shown = fonts.shown(text, strong);
        if (shown.isEmpty()) {
            return;
        }
        page.beginText();
        page.setFont(fonts.font(strong), (float) size);
        page.setNonStrokingColor(ink.red(), ink.green(), ink.blue());
        page.newLineAtOffset((float) x, (float) (height - y));
        page.showText(shown);
        page.endText();
    }

    void right(double x, double y, String text, double size, boolean strong, PdfInk ink) throws IOException {
        text(x - fonts.width(text, size, strong), y, text, size, strong, ink);
    }

    @Override
    public void close() throws IOException {
        page.close();
    }
}
