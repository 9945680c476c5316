package dev.tradewind.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.app.RunSetup.Entry;
import dev.tradewind.app.RunSetup.Lane;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a setup from JSON. Every refusal names the place, the value and what would pass; an unknown key is refused. */
final class SetupReader {

    /** The usual taker fee of a spot exchange, 0.1 %, in basis points. */
    private static final BigDecimal USUAL_FEE_BPS = BigDecimal.TEN;

    private SetupReader() {}

    static RunSetup read(String text) {
        JsonNode root;
        try {
            root = new ObjectMapper()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(text);
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new IllegalArgumentException("the setup is not JSON, line " + line + ": " + e.getOriginalMessage(), e);
        }
        SetupNode node = new SetupNode(root, "the setup");
        int format = node.whole("format", SetupJson.FORMAT);
        if (format != SetupJson.FORMAT) {
            throw new IllegalArgumentException("the setup has format " + format + "; this program reads format "
                    + SetupJson.FORMAT);
        }
        String title = node.text("title", "");
        BacktestRequest terms = terms(node);
        List<Lane> lanes = new ArrayList<>();
        for (SetupNode lane : node.list("lanes")) {
            lanes.add(lane(lane));
        }
        node.end();
        return new RunSetup(title, terms, lanes);
    }

    private static BacktestRequest terms(SetupNode node) {
        List<String> fees = node.texts("fees");
        return node.checked(() -> new BacktestRequest(
                node.number("capital", StartChoice.DEFAULT_CAPITAL),
                FeeRate.ofBps(node.number("feeBps", USUAL_FEE_BPS)),
                node.choice("buyFeeAsset", FeeAsset.class, FeeAsset.QUOTE),
                node.number("slippageBps", BigDecimal.ZERO),
                node.count("latencyNanos", 0),
                node.time("from", Long.MIN_VALUE),
                node.time("to", Long.MAX_VALUE),
                node.node("risk").map(SetupReader::risk).orElse(RiskRules.NONE),
                node.node("models").map(SetupReader::models).orElse(FillChoice.DEFAULT),
                fees.isEmpty() ? Optional.empty() : Optional.of(FeeTable.parse("the setup's fees", fees)),
                node.timeframe()));
    }

    private static FillChoice models(SetupNode node) {
        FillChoice usual = FillChoice.DEFAULT;
        FillChoice models = node.checked(() -> new FillChoice(
                node.text("path", usual.path()),
                node.text("latency", usual.latency()),
                node.text("slippage", usual.slippage()),
                node.text("queue", usual.queue()),
                node.text("cancels", usual.cancels()),
                node.count("seed", usual.seed())));
        node.end();
        return models;
    }

    private static RiskRules risk(SetupNode node) {
        RiskRules rules = node.checked(() -> new RiskRules(
                node.number("maxOrder", BigDecimal.ZERO),
                node.number("maxPosition", BigDecimal.ZERO),
                node.number("maxDailyLoss", BigDecimal.ZERO),
                String.join("\n", node.texts("rules")),
                new RiskRules.FatFinger(
                        node.number("collarCross", BigDecimal.ZERO),
                        node.number("collarAway", BigDecimal.ZERO),
                        node.number("collarSize", BigDecimal.ZERO))));
        node.end();
        return rules;
    }

    private static Lane lane(SetupNode node) {
        MarketChoice market = node.checked(() -> new MarketChoice(
                MarketSource.parse(node.text("data"), Optional.empty()),
                node.maybe("symbol"),
                node.maybeNumber("tick"),
                node.maybeNumber("lot"),
                node.maybe("rules")));
        Optional<PerpetualChoice> perpetual = node.node("perpetual").map(SetupReader::perpetual);
        List<Entry> bots = new ArrayList<>();
        for (SetupNode bot : node.list("bots")) {
            bots.add(entry(bot));
        }
        Lane lane = node.checked(() -> new Lane(market, perpetual, node.timeframe(), bots));
        node.end();
        return lane;
    }

    private static PerpetualChoice perpetual(SetupNode node) {
        PerpetualChoice choice = node.checked(() -> new PerpetualChoice(
                new MarginConfig(
                        node.whole("leverage", 1),
                        node.choice("margin", MarginMode.class, MarginMode.CROSS),
                        node.choice("positions", PositionMode.class, PositionMode.ONE_WAY)),
                node.maybe("funding").map(Path::of),
                node.maybe("mark").map(Path::of),
                node.maybe("brackets").map(Path::of)));
        node.end();
        return choice;
    }

    private static Entry entry(SetupNode node) {
        Map<String, String> params = new LinkedHashMap<>();
        node.node("params").ifPresent(values -> params.putAll(values.all()));
        Entry entry = node.checked(() -> new Entry(
                BotChoice.of(node.text("bot"), params), node.maybeNumber("capital"), node.timeframe()));
        node.end();
        return entry;
    }
}
