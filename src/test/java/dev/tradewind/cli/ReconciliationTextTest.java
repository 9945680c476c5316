package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.engine.ReconciliationReport;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconciliationTextTest {

    @Test
    void booksThatAgreeTakeOneLine() {
        assertThat(ReconciliationText.lines(new ReconciliationReport(0, 12, 1, 0, true, List.of()))).containsExactly(
                "Compared with the exchange, 12 working orders and 1 fill told: its books agree with ours.");
    }

    @Test
    void eachDifferenceIsARowOfThreeColumns() {
        ReconciliationReport report = new ReconciliationReport(0, 1, 2, 1, false, List.of(
                new ReconciliationReport.Row("BookFill", "order 7 sold 2 at 10", "0 of 2 filled", "book the fill")));
        assertThat(ReconciliationText.lines(report)).containsExactly(
                "Compared with the exchange, 1 working order and 2 fills told: 1 difference, 1 mended.",
                "  Exchange says         We think       We will do",
                "  order 7 sold 2 at 10  0 of 2 filled  book the fill");
    }
}
