package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.engine.ReconciliationReport;
import java.util.ArrayList;
import java.util.List;

/** What comparing our books with the exchange's came to, in words and as JSON. */
final class ReconciliationText {

    private ReconciliationText() {}

    /** {@return the report for people} */
    static List<String> lines(ReconciliationReport report) {
        List<String> lines = new ArrayList<>();
        String told = "Compared with the exchange, " + count(report.orders(), "working order") + " and "
                + count(report.fills(), "fill") + " told: ";
        if (report.rows().isEmpty()) {
            lines.add(told + "its books agree with ours.");
            return lines;
        }
        lines.add(told + count(report.rows().size(), "difference") + ", " + report.changes() + " mended.");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "Exchange says", "We think", "We will do"));
        for (ReconciliationReport.Row row : report.rows()) {
            rows.add(List.of("", row.exchangeSays(), row.weThink(), row.weWillDo()));
        }
        lines.addAll(Table.words(rows));
        return lines;
    }

    private static String count(int count, String what) {
        return Numbers.count(count) + " " + what + (count == 1 ? "" : "s");
    }

    /** Fills in the report for machines. */
    static void json(ObjectNode json, ReconciliationReport report) {
        ObjectNode node = json.putObject("reconciliation")
                .put("time", Times.iso(report.timeNanos()))
                .put("orders", report.orders())
                .put("fills", report.fills())
                .put("changes", report.changes())
                .put("agrees", report.agrees());
        ArrayNode rows = node.putArray("rows");
        for (ReconciliationReport.Row row : report.rows()) {
            rows.addObject()
                    .put("action", row.action())
                    .put("exchangeSays", row.exchangeSays())
                    .put("weThink", row.weThink())
                    .put("weWillDo", row.weWillDo());
        }
    }
}
