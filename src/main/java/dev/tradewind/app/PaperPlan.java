package dev.tradewind.app;

import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.FillTier;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.PerpetualTerms;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.engine.SessionConfig;
import dev.tradewind.kernel.JournalException;
import dev.tradewind.risk.Collar;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.risk.metric.RuleText;
import dev.tradewind.sim.FillModels;
import dev.tradewind.sim.SimTerms;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides what a paper session does, besides its commands: written as the first row of its journal and read
 * back to rebuild it.
 *
 * @param number     of the session in its data folder
 * @param source     where the market comes from, as {@link LoadedMarket#ofSource} takes it
 * @param checksum   of the series, so that other data under the same name is noticed
 * @param capital    quote units to start with
 * @param startNanos when the session's clock starts
 * @param perpetual  how the instrument is traded as a perpetual, its terms being the instrument's own; empty on spot
 * @param tier       how closely fills follow the market; null in sessions of versions that did not write it
 */
record PaperPlan(
        int number,
        String source,
        long checksum,
        Instrument instrument,
        BigDecimal capital,
        SimTerms terms,
        RiskLimits limits,
        List<Timeframe> timeframes,
        long startNanos,
        Optional<PerpetualChoice> perpetual,
        @Nullable FillTier tier) {

    private static final long BOT_CURVE_NANOS = 60L * 1_000_000_000L;

    private static final String BEHAVIOUR = "engine";

    /** A session on spot. */
    PaperPlan(
            int number,
            String source,
            long checksum,
            Instrument instrument,
            BigDecimal capital,
            SimTerms terms,
            RiskLimits limits,
            List<Timeframe> timeframes,
            long startNanos) {
        this(
                number, source, checksum, instrument, capital, terms, limits, timeframes, startNanos, Optional.empty(),
                null);
    }

    /** {@return what is behind a difference between a recorded session and this program, empty where both behave alike} */
    static String otherBehaviour(Map<String, String> values) {
        String recorded = values.getOrDefault(BEHAVIOUR, "1");
        return recorded.equals(Integer.toString(SessionConfig.BEHAVIOUR))
                ? ""
                : " It was recorded by a program whose engine has version " + recorded + ", this one's has "
                        + SessionConfig.BEHAVIOUR + ": go on with that program, or start a new session.";
    }

    /** {@return what the journal's header names the session by} */
    String identity() {
        return "paper/" + number;
    }

    SessionConfig config() {
        return new SessionConfig(
                number,
                instrument,
                instrument.quote().toAtoms(capital),
                terms.takerFee(),
                terms.makerFee(),
                terms.buyFeeAsset(),
                limits,
                BotCatalog.TYPES,
                timeframes,
                BOT_CURVE_NANOS)
                .withMargin(perpetual.map(PerpetualChoice::margin).orElse(MarginConfig.NONE))
                .withThird(terms.schedule().third())
                .withTier(tier);
    }

    /**
     * {@return the session's market, found again}
     *
     * @param dataFolder the session's own, where a stored series is looked for if the folder it came from has gone
     * @throws dev.tradewind.marketdata.ImportException if a file is missing, unreadable or malformed
     */
    LoadedMarket market(List<Path> roots, Path dataFolder) {
        LoadedMarket found = LoadedMarket.ofSource(source, roots, dataFolder);
        return perpetual.map(choice -> found.as(choice, instrument)).orElse(found);
    }

    Map<String, String> toProperties() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("number", Integer.toString(number));
        values.put(BEHAVIOUR, Integer.toString(SessionConfig.BEHAVIOUR));
        values.put("source", source);
        values.put("checksum", Long.toHexString(checksum));
        values.put("capital", capital.toPlainString());
        values.put("startNanos", Long.toString(startNanos));
        values.put("symbol", instrument.symbol());
        values.put("venue", instrument.venue());
        values.put("base", instrument.base().code());
        values.put("baseScale", Integer.toString(instrument.base().scale()));
        values.put("quote", instrument.quote().code());
        values.put("quoteScale", Integer.toString(instrument.quote().scale()));
        values.put("tick", instrument.tickSize().toPlainString());
        values.put("lot", instrument.lotSize().toPlainString());
        values.put("filters", FilterText.of(instrument.filters()));
        values.put("takerFeeE8", Long.toString(terms.takerFee().e8()));
        values.put("makerFeeE8", Long.toString(terms.makerFee().e8()));
        values.put("buyFeeAsset", terms.buyFeeAsset().name());
        values.put("slippageE8", Long.toString(terms.slippageE8()));
        values.put("latencyNanos", Long.toString(terms.latencyNanos()));
        values.put("fillModels", terms.models().text());
        FeeText.write(values, terms.schedule());
        if (tier != null) {
            values.put("tier", tier.name());
        }
        perpetual.ifPresent(choice -> PerpetualText.write(values, instrument.margins(), choice));
        values.put("maxOrderNotionalAtoms", Long.toString(limits.maxOrderNotionalAtoms()));
        values.put("maxPositionNotionalAtoms", Long.toString(limits.maxPositionNotionalAtoms()));
        values.put("maxDailyLossAtoms", Long.toString(limits.maxDailyLossAtoms()));
        Collar collar = limits.collar();
        values.put("collar", collar.crossE8() + " " + collar.awayE8() + " " + collar.timesUsualE2());
        values.put("riskRules", RuleText.print(limits.rules()));
        values.put("timeframes", String.join(",", timeframes.stream().map(Timeframe::label).toList()));
        return values;
    }

    /**
     * Reads a plan back.
     *
     * @throws JournalException if something is missing or malformed
     */
    static PaperPlan of(Map<String, String> values) {
        try {
            return read(new PlanReader(values));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new JournalException("the session's first row cannot be understood: " + e.getMessage()
                    + "; it was written by another version of this program", e);
        }
    }

    private static PaperPlan read(PlanReader from) {
        Instrument spot = new Instrument(
                from.text("symbol"),
                from.text("venue"),
                new Asset(from.text("base"), from.whole("baseScale")),
                new Asset(from.text("quote"), from.whole("quoteScale")),
                new BigDecimal(from.text("tick")),
                new BigDecimal(from.text("lot")),
                filters(from));
        PerpetualTerms perpetual = PerpetualText.terms(from);
        Instrument instrument = perpetual == null ? spot : spot.withPerpetual(perpetual);
        FeeRate taker = new FeeRate(from.number("takerFeeE8"));
        FeeRate maker = new FeeRate(from.number("makerFeeE8"));
        return new PaperPlan(
                from.whole("number"),
                from.text("source"),
                Long.parseUnsignedLong(from.text("checksum"), 16),
                instrument,
                new BigDecimal(from.text("capital")),
                new SimTerms(
                        taker,
                        maker,
                        FeeAsset.valueOf(from.text("buyFeeAsset")),
                        from.number("slippageE8"),
                        from.number("latencyNanos"),
                        from.has("fillModels") ? FillModels.read(from.text("fillModels")) : FillModels.DEFAULT,
                        FeeText.read(from, maker, taker)),
                new RiskLimits(
                        from.number("maxOrderNotionalAtoms"),
                        from.number("maxPositionNotionalAtoms"),
                        from.number("maxDailyLossAtoms"),
                        collar(from),
                        RuleText.parse(from.has("riskRules") ? from.text("riskRules") : "")),
                Arrays.stream(from.text("timeframes").split(","))
                        .map(Timeframe::ofLabel)
                        .toList(),
                from.number("startNanos"),
                PerpetualText.choice(from),
                from.has("tier") ? FillTier.valueOf(from.text("tier")) : null);
    }

    /** Sessions of the first versions keep the usual filters one by one. */
    private static InstrumentFilters filters(PlanReader from) {
        return from.has("filters")
                ? FilterText.read(from.text("filters"))
                : new InstrumentFilters(
                        from.number("minQuantityLots"),
                        from.number("maxQuantityLots"),
                        from.number("marketMaxQuantityLots"),
                        from.number("minNotionalAtoms"),
                        from.number("minPriceTicks"),
                        from.number("maxPriceTicks"),
                        from.whole("maxOpenOrders"));
    }

    private static Collar collar(PlanReader from) {
        if (!from.has("collar")) {
            return Collar.NONE;
        }
        long[] bounds = Arrays.stream(from.text("collar").split(" ")).mapToLong(Long::parseLong).toArray();
        if (bounds.length != 3) {
            throw new IllegalArgumentException("a collar has three bounds, not '" + from.text("collar") + "'");
        }
        return new Collar(bounds[0], bounds[1], bounds[2]);
    }
}
