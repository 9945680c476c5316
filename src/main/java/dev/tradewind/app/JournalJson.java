package dev.tradewind.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.kernel.JournalEntry;
import java.time.Instant;

/** Journal rows as JSON: prices in ticks, quantities in lots, money in atoms, as they are recorded. */
final class JournalJson {

    private final ObjectMapper mapper = new ObjectMapper();

    /** {@return a row as one line} */
    String line(JournalEntry entry) {
        ObjectNode json = mapper.createObjectNode()
                .put("row", entry.row())
                .put("sequence", entry.sequence())
                .put("time", Instant.ofEpochSecond(0, entry.timeNanos()).toString());
        switch (entry) {
            case JournalEntry.SessionStarted row -> {
                ObjectNode properties = json.put("kind", "session").putObject("properties");
                row.properties().forEach(properties::put);
            }
            case JournalEntry.CommandTaken row -> command(json.put("kind", "command"), row.command());
            case JournalEntry.TimerFired row -> json.put("kind", "timer").put("timer", row.timerId());
            case JournalEntry.ReportReceived row -> report(json.put("kind", "report"), row.report());
            case JournalEntry.AmendIntended row -> submit(json.put("kind", "amend"), row.request());
            case JournalEntry.SubmitIntended row -> submit(json.put("kind", "submit"), row.request());
            case JournalEntry.CancelIntended row -> json.put("kind", "cancel").put("order", row.clientOrderId());
            case JournalEntry.Decided row -> json.put("kind", "decision")
                    .put("bot", row.bot())
                    .put("reason", row.reason().name())
                    .put("first", row.first())
                    .put("second", row.second());
            case JournalEntry.TapeBlockClosed row -> json.put("kind", "tape")
                    .put("block", row.block())
                    .put("crc32c", String.format("%08x", row.checksum()))
                    .put("firstSequence", row.firstSequence())
                    .put("lastSequence", row.lastSequence())
                    .put("events", row.events());
        }
        try {
            return mapper.writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values is always JSON", impossible);
        }
    }

    private static void command(ObjectNode json, Command command) {
        switch (command) {
            case Command.StartBot start -> {
                json.put("command", "StartBot")
                        .put("bot", start.botId())
                        .put("type", start.type())
                        .put("name", start.name())
                        .put("instrument", start.instrument())
                        .put("capitalAtoms", start.capitalAtoms());
                ObjectNode params = json.putObject("params");
                start.params().forEach(params::put);
            }
            case Command.PauseBot pause -> json.put("command", "PauseBot").put("bot", pause.botId());
            case Command.ResumeBot resume -> json.put("command", "ResumeBot").put("bot", resume.botId());
            case Command.StopBot stop ->
                json.put("command", "StopBot").put("bot", stop.botId()).put("mode", stop.mode().name());
            case Command.EditBot edit -> {
                json.put("command", "EditBot").put("bot", edit.botId()).put("scope", edit.scope().name());
                ObjectNode changes = json.putObject("changes");
                edit.changes().forEach(changes::put);
            }
            case Command.ActOnBot act -> json.put("command", "ActOnBot")
                    .put("bot", act.botId())
                    .put("action", act.action())
                    .put("amount", act.amount());
            case Command.PlaceOrder place -> json.put("command", "PlaceOrder")
                    .put("instrument", place.instrument())
                    .put("side", place.side().name())
                    .put("type", place.type().name())
                    .put("timeInForce", place.timeInForce().name())
                    .put("quantityLots", place.quantityLots())
                    .put("priceTicks", place.priceTicks())
                    .put("stopTicks", place.stopTicks())
                    .set("terms", terms(json, place.terms()));
            case Command.CancelOrder cancel -> json.put("command", "CancelOrder").put("order", cancel.clientOrderId());
            case Command.CancelMine mine -> json.put("command", "CancelMine");
            case Command.Halt halt -> json.put("command", "Halt").put("reason", halt.reason());
            case Command.LeaveHalt leave -> json.put("command", "LeaveHalt");
            case Command.AmendOrder amend -> json.put("command", "AmendOrder")
                    .put("order", amend.clientOrderId())
                    .put("quantityLots", amend.quantityLots())
                    .put("priceTicks", amend.priceTicks())
                    .put("stopTicks", amend.stopTicks());
            case Command.StartAlgo algo -> {
                json.put("command", "StartAlgo").put("instrument", algo.instrument()).put("type", algo.type());
                ObjectNode params = json.putObject("params");
                algo.params().forEach(params::put);
            }
            case Command.CancelAlgo cancel -> json.put("command", "CancelAlgo").put("algo", cancel.algoId());
            case Command.Transfer transfer -> json.put("command", "Transfer").put("quoteAtoms", transfer.quoteAtoms());
            case Command.AdjustMargin adjust -> json.put("command", "AdjustMargin")
                    .put("bot", adjust.botId())
                    .put("positionSide", adjust.positionSide().name())
                    .put("quoteAtoms", adjust.quoteAtoms());
            case Command.Reduce reduce -> json.put("command", "Reduce").put("reason", reduce.reason());
            case Command.Flatten flatten -> json.put("command", "Flatten").put("reason", flatten.reason());
            case Command.SetRiskRules set -> json.put("command", "SetRiskRules").put("rules", set.rules());
            case Command.ArchiveBot archive -> json.put("command", "ArchiveBot").put("bot", archive.botId());
            case Command.RestoreBot restore -> json.put("command", "RestoreBot").put("bot", restore.botId());
        }
    }

    private static ObjectNode terms(ObjectNode json, OrderTerms terms) {
        return json.objectNode()
                .put("quoteAtoms", terms.quoteAtoms())
                .put("postOnly", terms.postOnly())
                .put("reduceOnly", terms.reduceOnly())
                .put("positionSide", terms.positionSide().name())
                .put("expireNanos", terms.expireNanos())
                .put("displayLots", terms.displayLots());
    }

    private static void report(ObjectNode json, VenueReport report) {
        json.put("report", report.kind().name())
                .put("order", report.clientOrderId())
                .put("reason", report.reason().name())
                .put("venueTime", Instant.ofEpochSecond(0, report.timeNanos()).toString());
        if (report.kind() == VenueReport.Kind.FILLED || report.kind() == VenueReport.Kind.LIQUIDATED) {
            json.put("fill", report.fillId())
                    .put("priceTicks", report.priceTicks())
                    .put("quantityLots", report.quantityLots())
                    .put("feeAtoms", report.feeAtoms())
                    .put("feeAsset", report.feeAsset().name())
                    .put("maker", report.maker());
        }
        if (!report.isPlain()) {
            json.put("positionSide", report.positionSide().name())
                    .put("amountAtoms", report.amountAtoms())
                    .put("feeValueAtoms", report.feeValueAtoms())
                    .put("stopTicks", report.stopTicks());
        }
    }

    private static void submit(ObjectNode json, OrderRequest request) {
        json.put("order", request.clientOrderId())
                .put("bot", request.botId())
                .put("instrument", request.instrument())
                .put("side", request.side().name())
                .put("type", request.type().name())
                .put("timeInForce", request.timeInForce().name())
                .put("quantityLots", request.quantityLots())
                .put("priceTicks", request.priceTicks())
                .put("stopTicks", request.stopTicks())
                .put("tag", request.tag())
                .put("link", request.linkId());
        if (!request.isPlain()) {
            json.put("algo", request.algoId()).set("terms", terms(json, request.terms()));
        }
    }
}
