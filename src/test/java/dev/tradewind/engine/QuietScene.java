package dev.tradewind.engine;

import dev.tradewind.bot.BotType;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.kernel.VirtualClock;
import dev.tradewind.risk.RiskLimits;
import dev.tradewind.sim.SimTerms;
import dev.tradewind.sim.SimVenue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A session wired as a backtest wires it, on a zigzag of minutes that allocates nothing itself. */
final class QuietScene {

    private final HashJournal journal = new HashJournal();
    private final Session session;
    private final CandleEvent candle = new CandleEvent();
    private final BookEvent book = new BookEvent();
    private final TradeEvent trade = new TradeEvent();
    private int bar;

    QuietScene(SimTerms terms, RiskLimits limits, List<BotType> types) {
        this(terms, limits, types, 1);
    }

    /** With so many bots of the first type, which share the capital. */
    QuietScene(SimTerms terms, RiskLimits limits, List<BotType> types, int bots) {
        this(terms, limits, types, bots, InstrumentFilters.NONE);
    }

    /** On an instrument with these rules. */
    QuietScene(SimTerms terms, RiskLimits limits, List<BotType> types, int bots, InstrumentFilters filters) {
        Instrument instrument = new Instrument(
                "BTCUSD", "test", Asset.of("BTC"), Asset.of("USD"), BigDecimal.ONE, new BigDecimal("0.001"),
                filters);
        long capital = 1_000_000 * Scene.USD;
        SessionConfig config = new SessionConfig(
                1, instrument, capital, terms.takerFee(), terms.makerFee(), terms.buyFeeAsset(), limits, types, List.of(),
                0);
        session = new Session(
                config,
                new VirtualClock(0),
                journal,
                clock -> {
                    SimVenue venue = new SimVenue(instrument, terms, clock, capital);
                    return new Session.Exchange(venue, venue);
                },
                Recorder.NONE,
                false);
        for (int bot = 1; bot <= bots; bot++) {
            session.loop()
                    .command(0, new Command.StartBot(bot, types.getFirst().id(), "bot", 0, capital / bots, Map.of()));
        }
    }

    void play(int bars) {
        long minute = Timeframe.M1.nanos();
        for (int end = bar + bars; bar < end; bar++) {
            long open = 1_000 + bar % 7 * 10;
            long close = 1_000 + (bar + 1) % 7 * 10;
            candle.set(
                    0, bar * minute, (bar + 1) * minute, open, Math.max(open, close) + 5, Math.min(open, close) - 5, close,
                    100);
            session.loop().market(candle);
        }
    }

    /** As many changes of a book with a trade after each; the first one is the whole book. */
    void playBook(int changes) {
        long step = 100_000_000L;
        for (int end = bar + changes; bar < end; bar++) {
            long mid = 1_000 + bar % 7;
            book.begin(0, bar * step, bar % 5_000 == 0, bar + 1, bar + 1);
            for (int i = 0; i < 12; i++) {
                book.bid(mid - i, 5 + (bar + i) % 9);
                book.ask(mid + 1 + i, 5 + (bar * 3 + i) % 11);
                book.bid(mid + 1 + i, 0);
                book.ask(mid - i, 0);
            }
            session.loop().market(book);
            boolean sell = bar % 2 == 0;
            trade.set(0, bar * step + step / 2, sell ? mid : mid + 1, 4 + bar % 13, sell ? Side.SELL : Side.BUY, bar);
            session.loop().market(trade);
        }
    }

    long rows() {
        return journal.lastRow();
    }
}
