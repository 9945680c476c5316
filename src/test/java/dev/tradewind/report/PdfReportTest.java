package dev.tradewind.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.analytics.Metric;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.kernel.Rng;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfReportTest {

    private static byte[] pdf(RunReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfReport.write(report, out);
        return out.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        }
    }

    @Test
    void holdsEveryFigureAndWhatWasRun() throws IOException {
        RunReport report = Runs.ladder();
        byte[] pdf = pdf(report);
        String text = text(pdf);

        for (Metric metric : Metric.values()) {
            assertThat(text).contains(metric.label()).contains(FigureText.of(metric, report.performance()));
        }
        assertThat(text).contains(
                "Crash ladder", "BTCUSDT, ETHUSDT · 1 Jan 2023 to 30 Jun 2024", "Look at the warnings",
                "17 candles missing in 2 places", "Pessimistic +7.11 %, reported +12.11 %, optimistic +16.31 %",
                "4be0c5a1d2f39786 over 26,480 rows", "Grid <40 levels>", "Take profit percent", "Page 1 of ");
        assertThat(text.lines().filter(line -> line.matches("\\d+ [12] (BTC|ETH)USDT . Long .*"))).hasSize(214);
        assertThat(text).doesNotContain("?");
        assertThat(pdf.length).isLessThan(600_000);
    }

    @Test
    void isTheSameFileForTheSameReport() throws IOException {
        assertThat(Arrays.equals(pdf(Runs.ladder()), pdf(Runs.ladder()))).isTrue();
    }

    @Test
    void holdsWhateverAReportMayHold() throws IOException {
        assertThat(text(pdf(Runs.empty()))).contains("No equity was recorded", "No trade to draw");
        for (long seed = 1; seed <= 25; seed++) {
            RunReport report = Runs.random(new Rng(seed));
            assertThat(text(pdf(report))).as("seed %d", seed).contains("All figures");
        }
    }
}
