package dev.tradewind.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tradewind.domain.Timeframe;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes a setup as canonical JSON: keys in one order, what is as usual left out where leaving out says so. */
final class SetupJson {

    static final int FORMAT = 1;

    private final JsonGenerator json;

    private SetupJson(JsonGenerator json) {
        this.json = json;
    }

    static String write(RunSetup setup) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
            new SetupJson(json).setup(setup);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory does not fail", impossible);
        }
        return text.toString();
    }

    private void setup(RunSetup setup) throws IOException {
        json.writeStartObject();
        json.writeNumberField("format", FORMAT);
        if (!setup.title().isEmpty()) {
            json.writeStringField("title", setup.title());
        }
        terms(setup.terms());
        json.writeArrayFieldStart("lanes");
        for (RunSetup.Lane lane : setup.lanes()) {
            lane(lane);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void terms(BacktestRequest terms) throws IOException {
        number("capital", terms.capital());
        if (terms.fromNanos() != Long.MIN_VALUE) {
            json.writeStringField("from", Instant.ofEpochSecond(0, terms.fromNanos()).toString());
        }
        if (terms.toNanos() != Long.MAX_VALUE) {
            json.writeStringField("to", Instant.ofEpochSecond(0, terms.toNanos()).toString());
        }
        timeframe(terms.timeframe());
        number("feeBps", terms.fee().toBps());
        if (terms.fees().isPresent()) {
            json.writeArrayFieldStart("fees");
            for (String line : terms.fees().get().lines()) {
                json.writeString(line);
            }
            json.writeEndArray();
        }
        json.writeStringField("buyFeeAsset", terms.buyFeeAsset().name().toLowerCase(Locale.ROOT));
        number("slippageBps", terms.slippageBps());
        json.writeNumberField("latencyNanos", terms.latencyNanos());
        models(terms.models());
        risk(terms.rules());
    }

    private void models(FillChoice models) throws IOException {
        json.writeObjectFieldStart("models");
        json.writeStringField("path", models.path());
        json.writeStringField("latency", models.latency());
        json.writeStringField("slippage", models.slippage());
        json.writeStringField("queue", models.queue());
        json.writeStringField("cancels", models.cancels());
        json.writeNumberField("seed", models.seed());
        json.writeEndObject();
    }

    private void risk(RiskRules rules) throws IOException {
        if (rules.equals(RiskRules.NONE)) {
            return;
        }
        json.writeObjectFieldStart("risk");
        number("maxOrder", rules.maxOrder());
        number("maxPosition", rules.maxPosition());
        number("maxDailyLoss", rules.maxDailyLoss());
        number("collarCross", rules.fatFinger().cross());
        number("collarAway", rules.fatFinger().away());
        number("collarSize", rules.fatFinger().size());
        json.writeArrayFieldStart("rules");
        for (String line : rules.rules().lines().toList()) {
            json.writeString(line);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void lane(RunSetup.Lane lane) throws IOException {
        json.writeStartObject();
        MarketChoice market = lane.market();
        json.writeStringField("data", market.source().toString());
        text("symbol", market.symbol());
        if (market.tick().isPresent()) {
            number("tick", market.tick().get());
        }
        if (market.lot().isPresent()) {
            number("lot", market.lot().get());
        }
        text("rules", market.rules());
        if (lane.perpetual().isPresent()) {
            perpetual(lane.perpetual().get());
        }
        timeframe(lane.timeframe());
        json.writeArrayFieldStart("bots");
        for (RunSetup.Entry entry : lane.bots()) {
            entry(entry);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void perpetual(PerpetualChoice choice) throws IOException {
        json.writeObjectFieldStart("perpetual");
        json.writeNumberField("leverage", choice.margin().leverage());
        json.writeStringField("margin", choice.margin().mode().name().toLowerCase(Locale.ROOT));
        json.writeStringField("positions", choice.margin().positions().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        text("funding", choice.funding().map(Path::toString));
        text("mark", choice.mark().map(Path::toString));
        text("brackets", choice.brackets().map(Path::toString));
        json.writeEndObject();
    }

    private void entry(RunSetup.Entry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField("bot", entry.bot().type().id());
        if (entry.capital().isPresent()) {
            number("capital", entry.capital().get());
        }
        timeframe(entry.timeframe());
        json.writeObjectFieldStart("params");
        for (Map.Entry<String, String> param : entry.bot().params().asMap().entrySet()) {
            json.writeStringField(param.getKey(), param.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void timeframe(Optional<Timeframe> timeframe) throws IOException {
        text("timeframe", timeframe.map(Timeframe::label));
    }

    private void text(String key, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(key, value.get());
        }
    }

    private void number(String key, BigDecimal value) throws IOException {
        json.writeNumberField(key, value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros());
    }
}
