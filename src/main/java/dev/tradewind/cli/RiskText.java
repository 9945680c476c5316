package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.RiskLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Risk rules, stops and what they did, in words and as JSON. */
final class RiskText {

    private static final int SHOWN = 10;

    private RiskText() {}

    static String count(long violations) {
        return Numbers.count(violations) + (violations == 1 ? " violation" : " violations");
    }

    /** {@return the newest rows, newest first, one line each} */
    static List<String> rows(List<RiskLog.Row> rows) {
        List<String> lines = new ArrayList<>();
        for (RiskLog.Row row : rows.subList(0, Math.min(SHOWN, rows.size()))) {
            lines.add("  " + Times.show(row.timeNanos()) + "  " + word(row.kind()) + "  " + row.text()
                    + (row.botId() == 0 ? "" : "  (bot " + row.botId() + ")") + ": " + row.value() + " against " + row.limit());
        }
        if (rows.size() > SHOWN) {
            lines.add("  and " + (rows.size() - SHOWN) + " earlier");
        }
        return lines;
    }

    private static String word(RiskLog.Kind kind) {
        return switch (kind) {
            case BROKEN -> "broken ";
            case REFUSED -> "refused";
            case CLEARED -> "kept   ";
        };
    }

    /** {@return a session's rules, stops and newest violations; nothing where there are none} */
    static List<String> lines(EngineSnapshot snapshot) {
        List<String> lines = new ArrayList<>();
        for (EngineSnapshot.RuleRow rule : snapshot.risk().rules()) {
            lines.add("rule " + rule.number() + " " + String.valueOf(rule.level()).toLowerCase(Locale.ROOT) + ": " + rule.text()
                    + " (now " + rule.value() + ", limit " + rule.limit() + ")"
                    + (rule.coolNanos() == 0 ? "" : ", cools off until " + Times.show(rule.coolNanos())));
        }
        for (EngineSnapshot.StopRow stop : snapshot.risk().stops()) {
            lines.add("stop of bot " + stop.botId() + " " + String.valueOf(stop.level()).toLowerCase(Locale.ROOT) + ": holds "
                    + quantity(snapshot, stop.netLots()) + ", at the exchange " + quantity(snapshot, stop.exchangeLots())
                    + ", watched here " + quantity(snapshot, stop.hereLots()) + ", uncovered "
                    + quantity(snapshot, stop.uncoveredLots()));
        }
        if (snapshot.risk().violations() > 0) {
            lines.add(count(snapshot.risk().violations()) + " of risk rules");
            lines.addAll(rows(snapshot.risk().log()));
        }
        return lines;
    }

    private static String quantity(EngineSnapshot snapshot, long lots) {
        return snapshot.market().instrument().toQuantity(lots).toPlainString();
    }

    static void json(ObjectNode json, EngineSnapshot.Risk risk) {
        ObjectNode into = json.putObject("risk");
        into.put("violations", risk.violations());
        ArrayNode rules = into.putArray("rules");
        for (EngineSnapshot.RuleRow rule : risk.rules()) {
            rules.addObject()
                    .put("rule", rule.number())
                    .put("text", rule.text())
                    .put("bot", rule.botId())
                    .put("value", rule.value())
                    .put("limit", rule.limit())
                    .put("usedPercent", rule.usedBps() / 100.0)
                    .put("level", String.valueOf(rule.level()));
        }
        ArrayNode stops = into.putArray("stops");
        for (EngineSnapshot.StopRow stop : risk.stops()) {
            stops.addObject()
                    .put("bot", stop.botId())
                    .put("policy", stop.policy().name())
                    .put("heldLots", stop.netLots())
                    .put("exchangeLots", stop.exchangeLots())
                    .put("hereLots", stop.hereLots())
                    .put("uncoveredLots", stop.uncoveredLots())
                    .put("level", String.valueOf(stop.level()));
        }
        json(into.putArray("log"), risk.log());
    }

    static void json(ArrayNode into, List<RiskLog.Row> rows) {
        for (RiskLog.Row row : rows) {
            into.addObject()
                    .put("time", Times.iso(row.timeNanos()))
                    .put("rule", row.rule())
                    .put("text", row.text())
                    .put("kind", row.kind().name())
                    .put("bot", row.botId())
                    .put("value", row.value())
                    .put("limit", row.limit());
        }
    }
}
