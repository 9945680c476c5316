package dev.tradewind.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** The pages of a PDF, filled from above; what does not fit begins the next. Lengths in points. */
final class PdfPages {

    static final double MARGIN = 34;
    static final double WIDTH = PDRectangle.A4.getWidth();
    static final double INNER = WIDTH - 2 * MARGIN;
    private static final double HEIGHT = PDRectangle.A4.getHeight();
    private static final double FOOT = 26;
    private static final double HEAD = 15;
    private static final double SMALL = 7;

    private final PDDocument document;
    private final PdfFonts fonts;
    private final List<PDPage> pages = new ArrayList<>();
    private PdfPen pen;
    private double y;

    PdfPages(PDDocument document) throws IOException {
        this.document = document;
        this.fonts = new PdfFonts(document);
        this.pen = open();
    }

    private PdfPen open() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages.add(page);
        y = MARGIN;
        return new PdfPen(new PDPageContentStream(document, page), fonts, HEIGHT);
    }

    PdfPen pen() {
        return pen;
    }

    PdfFonts fonts() {
        return fonts;
    }

    /** {@return where the next thing begins} */
    double y() {
        return y;
    }

    void down(double by) {
        y += by;
    }

    /** Begins a page if less than that is left. {@return whether it did} */
    boolean need(double height) throws IOException {
        if (y + height <= HEIGHT - MARGIN - FOOT) {
            return false;
        }
        pen.close();
        pen = open();
        return true;
    }

    /** A section's name with a rule below it; {@code rest} has to fit with it. */
    void head(String name, String about, double rest) throws IOException {
        need(HEAD + 8 + rest);
        y += 8;
        pen.text(MARGIN, y + 9, name, 9, true, PdfInk.TEXT);
        pen.text(MARGIN + fonts.width(name, 9, true) + 6, y + 9, about, SMALL + 0.5, false, PdfInk.FAINT);
        y += HEAD;
        pen.line(MARGIN, y, MARGIN + INNER, y, PdfInk.RULE, 0.6, 0);
        y += 3;
    }

    /** Ends the last page and writes the feet. */
    void end(String left) throws IOException {
        pen.close();
        for (int i = 0; i < pages.size(); i++) {
            PDPageContentStream stream = new PDPageContentStream(
                    document, pages.get(i), PDPageContentStream.AppendMode.APPEND, true, true);
            try (PdfPen foot = new PdfPen(stream, fonts, HEIGHT)) {
                double at = HEIGHT - MARGIN;
                foot.text(MARGIN, at, fonts.fitted(left, SMALL, false, INNER - 60), SMALL, false, PdfInk.FAINT);
                foot.right(
                        MARGIN + INNER, at, "Page " + (i + 1) + " of " + pages.size(), SMALL, false, PdfInk.FAINT);
            }
        }
    }
}
