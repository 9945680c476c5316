package dev.tradewind.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PerpetualTerms;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.Recorder;
import dev.tradewind.engine.Session;
import dev.tradewind.engine.SessionConfig;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.kernel.Journal;
import dev.tradewind.kernel.Rng;
import dev.tradewind.kernel.VerifyingJournal;
import dev.tradewind.kernel.VirtualClock;
import dev.tradewind.persistence.FileJournal;
import dev.tradewind.persistence.JournalReader;
import dev.tradewind.persistence.Recording;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.sim.SimTerms;
import dev.tradewind.sim.SimVenue;
import dev.tradewind.venue.Capabilities;
import dev.tradewind.venue.Capabilities.Feature;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Algorithms survive the end of the process wherever it comes: the folder as it lies on disk in the middle of a run, nothing
 * closed, is enough to go on with each peak, each leg and each next slice, and the end is what it would have been.
 */
class AlgoRestartTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long USD = 10_000_000_000L;
    private static final int TRADES = 600;
    private static final int KILLS = 12;

    private static final Instrument INSTRUMENT = new Instrument(
            "BTCUSD", "test", Asset.of("BTC"), Asset.of("USD"), BigDecimal.ONE, new BigDecimal("0.001"),
            InstrumentFilters.NONE);

    /** Latency, so that kills fall between an order and its answer. */
    private static final SimTerms TERMS = new SimTerms(
            new FeeRate(100_000), new FeeRate(50_000), FeeAsset.QUOTE, 0, SECOND / 2);

    private static final Instrument PERPETUAL = INSTRUMENT.withPerpetual(PerpetualTerms.standard(INSTRUMENT.quote()));

    private static Capabilities offered(boolean nativ, Instrument instrument) {
        return nativ
                ? SimVenue.offers(instrument)
                : SimVenue.offers(instrument)
                        .without(Feature.values())
                        .without(OrderType.STOP_MARKET, OrderType.STOP_LIMIT)
                        .without(TimeInForce.GTD, TimeInForce.IOC);
    }

    private static Session wire(Journal journal, boolean nativ, boolean perpetual) {
        Instrument instrument = perpetual ? PERPETUAL : INSTRUMENT;
        MarginConfig margin =
                perpetual ? new MarginConfig(5, MarginMode.CROSS, PositionMode.HEDGE) : MarginConfig.NONE;
        SessionConfig config = new SessionConfig(
                1, instrument, 100_000 * USD, TERMS.takerFee(), TERMS.makerFee(), FeeAsset.QUOTE, RiskLimits.NONE, List.of(),
                List.of(), 0).withMargin(margin);
        return new Session(
                config,
                new VirtualClock(0),
                journal,
                clock -> {
                    SimVenue venue = new SimVenue(
                            instrument, TERMS, clock, 100_000 * USD, offered(nativ, instrument), margin);
                    return new Session.Exchange(venue, venue);
                },
                Recorder.NONE,
                true);
    }

    private static TradeEvent[] walk(long seed) {
        Rng rng = new Rng(seed);
        TradeEvent[] trades = new TradeEvent[TRADES];
        long price = 1_000;
        for (int i = 0; i < TRADES; i++) {
            price = Math.max(600, price + rng.nextInt(21) - 10);
            trades[i] = new TradeEvent();
            trades[i].set(0, (i + 1) * SECOND, price, 50 + rng.nextInt(400), null, i + 1);
        }
        return trades;
    }

    /** What a person asks for before trade number {@code at}. */
    private static void commands(Session session, int at) {
        long now = at * SECOND;
        switch (at) {
            case 2 -> session.loop().command(now, new Command.PlaceOrder(
                    0, Side.BUY, OrderType.MARKET, TimeInForce.GTC, 20_000, 0, 0));
            case 5 -> algo(session, now, "trailing-stop", Map.of("quantity", "3", "offset", "4"));
            case 6 -> algo(session, now, "oco", Map.of("quantity", "4", "limit", "1040", "stop", "960"));
            case 7 -> algo(session, now, "twap", Map.of(
                    "quantity", "5", "duration", "400", "slices", "20", "timeJitter", "50", "sizeJitter", "40", "style",
                    "maker", "catchUp", "aggressive"));
            case 8 -> algo(session, now, "bracket", Map.of(
                    "quantity", "3", "entryPrice", "990", "takeProfits", "1010:40,1030:60", "stop", "970"));
            case 9 -> algo(session, now, "iceberg", Map.of(
                    "quantity", "6", "display", "0.5", "variance", "40", "pricing", "pegged", "refreshSeconds", "15"));
            case 10 -> algo(session, now, "trailing-stop", Map.of(
                    "quantity", "2", "offsetKind", "atr", "offset", "3", "atrPeriod", "2", "confirm", "true"));
            case 11 -> session.loop().command(now, new Command.PlaceOrder(
                    0, Side.BUY, OrderType.LIMIT, TimeInForce.GTD, 700, 900, 0, OrderTerms.NONE.until(300 * SECOND)));
            case 400 -> session.loop().command(now, new Command.CancelAlgo(5));
            default -> {
                // nothing
            }
        }
    }

    /** As {@link #commands} on a perpetual: a long and a short position side by side, each with exits of several kinds. */
    private static void commandsOnPerpetual(Session session, int at) {
        long now = at * SECOND;
        switch (at) {
            case 2 -> session.loop().command(now, new Command.PlaceOrder(
                    0, Side.SELL, OrderType.MARKET, TimeInForce.GTC, 20_000, 0, 0, OrderTerms.NONE.on(PositionSide.SHORT)));
            case 5 -> algo(session, now, "trailing-stop", Map.of(
                    "side", "BUY", "quantity", "3", "offset", "4", "positionSide", "SHORT"));
            case 6 -> algo(session, now, "oco", Map.of(
                    "side", "BUY", "quantity", "4", "limit", "960", "stop", "1040", "positionSide", "SHORT"));
            case 7 -> algo(session, now, "twap", Map.of(
                    "quantity", "5", "duration", "400", "slices", "20", "timeJitter", "50", "positionSide", "LONG"));
            case 8 -> algo(session, now, "bracket", Map.of(
                    "side", "SELL", "quantity", "3", "entryPrice", "1005", "takeProfits", "970:60,990:40", "stop", "1030",
                    "positionSide", "SHORT"));
            case 9 -> algo(session, now, "bracket", Map.of(
                    "quantity", "3", "entryPrice", "995", "takeProfits", "1010:40,1030:60", "stop", "970", "positionSide",
                    "LONG"));
            case 10 -> algo(session, now, "otoco", Map.of(
                    "quantity", "2", "takeProfit", "1040", "stop", "940", "positionSide", "LONG"));
            case 400 -> session.loop().command(now, new Command.CancelAlgo(6));
            default -> {
                // nothing
            }
        }
    }

    private static void algo(Session session, long now, String type, Map<String, String> params) {
        session.loop().command(now, new Command.StartAlgo(0, type, params));
    }

    private static void play(Session session, TradeEvent[] trades, int from, int to) {
        for (int i = from; i < to; i++) {
            if (session.ledger().user().instrument().isPerpetual()) {
                commandsOnPerpetual(session, i);
            } else {
                commands(session, i);
            }
            session.loop().market(trades[i]);
        }
    }

    private static List<EngineSnapshot.AlgoRow> algos(Session session) {
        session.publish();
        return session.view().snapshot().algos();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, false", "true, true", "false, true"})
    void algorithmsGoOnWhereTheProcessEnded(boolean nativ, boolean perpetual, @TempDir Path folder) throws Exception {
        long seed = nativ ? 41 : 42;
        TradeEvent[] trades = walk(seed);
        Path undisturbed = folder.resolve("undisturbed");
        FileJournal journal = FileJournal.create(undisturbed, "test", 0, Map.of());
        Session session = wire(journal, nativ, perpetual);
        Rng rng = new Rng(seed);
        int played = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int at = 12 + kill * (TRADES - 12) / KILLS + rng.nextInt((TRADES - 12) / KILLS);
            play(session, trades, played, at);
            played = at;
            journal.flush();
            copy(undisturbed, folder.resolve("killed-" + kill));
        }
        play(session, trades, played, TRADES);
        List<EngineSnapshot.AlgoRow> end = algos(session);
        journal.close();
        assertEquals(6, end.size(), "six algorithms ran: " + end);
        assertTrue(
                end.stream().filter(row -> row.doneLots() > 0).count() >= 5, "too little happened to compare: " + end);

        Session again = wire(new HashJournal(), nativ, perpetual);
        int seen = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Path killed = folder.resolve("killed-" + kill);
            FileJournal target = FileJournal.resume(killed, "test");
            JournalReader rows = JournalReader.open(killed);
            VerifyingJournal verifying = new VerifyingJournal(rows::next, target, target.lastSequence());
            Session resumed = wire(verifying, nativ, perpetual);
            int events = (int) PaperRecovery.takeAgain(Recording.open(killed), resumed);
            play(again, trades, seen, events);
            seen = events;
            assertEquals(algos(again), algos(resumed), "seed " + seed + ", killed after trade " + events);
            play(resumed, trades, events, TRADES);
            assertEquals(end, algos(resumed), "seed " + seed + ", killed after trade " + events);
            target.close();
            assertEquals(
                    Long.toHexString(journal.runHash()), Long.toHexString(target.runHash()),
                    "seed " + seed + ", killed after trade " + events);
        }
    }
}
