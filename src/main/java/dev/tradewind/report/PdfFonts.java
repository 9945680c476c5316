package dev.tradewind.report;

import java.io.IOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The program's typeface inside a PDF: only the letters used are put in. */
final class PdfFonts {

    private static final char MISSING = '\uFFFD';
    private static final char INSTEAD = '?';
    private static final double EM = 1_000;

    private final PDFont regular;
    private final PDFont strong;

    PdfFonts(PDDocument document) throws IOException {
        regular = load(document, "IBMPlexSans-Regular");
        strong = load(document, "IBMPlexSans-SemiBold");
    }

    private static PDFont load(PDDocument document, String name) throws IOException {
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(Woff.font(Resource.font(name))));
        return PDType0Font.load(document, font, true);
    }

    PDFont font(boolean isStrong) {
        return isStrong ? strong : regular;
    }

    /** {@return the text as the typeface can show it; what it has no letter for is a question mark} */
    String shown(String text, boolean isStrong) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().map(PdfFonts::drawn).forEach(point -> shown.appendCodePoint(has(point, isStrong) ? point : INSTEAD));
        return shown.toString();
    }

    /** {@return the letter that stands for one the typeface lacks: its arrows for triangles} */
    private static int drawn(int point) {
        return switch (point) {
            case '▲' -> '↑';
            case '▼' -> '↓';
            default -> point;
        };
    }

    private boolean has(int point, boolean isStrong) {
        if (point < ' ' || point == MISSING) {
            return false;
        }
        try {
            font(isStrong).encode(Character.toString(point));
            return true;
        } catch (IllegalArgumentException | IOException noLetter) {
            return false;
        }
    }

    double width(String text, double size, boolean isStrong) {
        try {
            return font(isStrong).getStringWidth(shown(text, isStrong)) / EM * size;
        } catch (IOException e) {
            throw new IllegalStateException("a typeface in memory can be read", e);
        }
    }

    /** {@return the text cut to a width, with dots where something is missing} */
    String fitted(String text, double size, boolean isStrong, double width) {
        if (width(text, size, isStrong) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + "…", size, isStrong) > width) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
