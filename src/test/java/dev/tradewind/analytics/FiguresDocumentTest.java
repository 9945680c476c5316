package dev.tradewind.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresDocumentTest {

    @Test
    void everyFigureIsExplained() throws IOException {
        String text = Files.readString(Path.of("docs", "figures.md"));
        List<String> missing = Arrays.stream(Metric.values())
                .map(Metric::id)
                .filter(id -> !text.contains("`" + id + "`"))
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void idsAreUnique() {
        assertEquals(Metric.values().length, Arrays.stream(Metric.values()).map(Metric::id).distinct().count());
    }
}
