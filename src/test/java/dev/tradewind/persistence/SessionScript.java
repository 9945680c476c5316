package dev.tradewind.persistence;

import dev.tradewind.domain.BookEvent;
import dev.tradewind.domain.CandleEvent;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.FundingEvent;
import dev.tradewind.domain.MarkEvent;
import dev.tradewind.domain.MarketEvent;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.TradeEvent;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.kernel.Input;
import dev.tradewind.kernel.Journal;
import dev.tradewind.kernel.JournalEntry;
import dev.tradewind.kernel.RecordedInput;
import dev.tradewind.kernel.Rng;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A seeded session: writes to a journal what an engine would, and remembers every row and input as text. */
final class SessionScript {

    static final String IDENTITY = "paper account / session 1";
    static final Map<String, String> PROPERTIES = properties();

    private final Rng rng;
    private long time = 1_385_337_600_000_000_000L;
    private long price = 80_000;
    long sequence;
    long orders;
    final List<String> inputs = new ArrayList<>();
    final List<String> rows = new ArrayList<>();

    SessionScript(long seed) {
        this.rng = new Rng(seed);
    }

    private static Map<String, String> properties() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("instrument", "BTC/USD");
        map.put("capital", "10000");
        map.put("note", "Zürich → ₿ \uD83D\uDE80");
        return map;
    }

    /** One random step; true if it wrote an intent. */
    boolean step(Journal journal) {
        time += rng.nextInt(2_000_000_000);
        int kind = rng.nextInt(100);
        if (kind < 60) {
            market(journal);
            return false;
        }
        sequence++;
        if (kind < 65) {
            take(journal, randomCommand());
        } else if (kind < 75) {
            long id = rng.nextLong();
            journal.timer(sequence, time, id);
            input("timer " + id);
            row("timer " + id);
        } else if (kind < 85) {
            report(journal);
        } else {
            timerWithIntent(journal);
            return true;
        }
        return false;
    }

    void take(Journal journal, Command command) {
        journal.command(sequence, time, command);
        input(command.toString());
        row(command.toString());
    }

    private void timerWithIntent(Journal journal) {
        journal.timer(sequence, time, 7);
        input("timer 7");
        row("timer 7");
        if (rng.nextInt(4) == 0) {
            journal.cancelIntent(sequence, time, orders);
            row("cancel " + orders);
        } else if (rng.nextInt(4) == 0) {
            OrderRequest amended = request();
            journal.amendIntent(sequence, time, amended);
            row("amend " + amended);
        } else {
            OrderRequest request = request();
            journal.submitIntent(sequence, time, request);
            row(request.toString() + request.timeInForce() + request.instrument());
        }
        long first = rng.nextLong() >> rng.nextInt(64);
        journal.decision(sequence, time, rng.nextInt(5), Reason.values()[rng.nextInt(Reason.values().length)], first, 2);
        row("decision " + first);
    }

    OrderRequest request() {
        orders++;
        return new OrderRequest()
                .set(
                        orders << 20 | 3,
                        rng.nextInt(3),
                        0,
                        Side.values()[rng.nextInt(2)],
                        OrderType.values()[rng.nextInt(OrderType.values().length)],
                        TimeInForce.values()[rng.nextInt(TimeInForce.values().length)],
                        1 + rng.nextInt(100_000),
                        price,
                        rng.nextInt(2) * price,
                        rng.nextInt(10) - 1,
                        rng.nextInt(3))
                .with(terms(), rng.nextInt(2) * rng.nextInt(1000));
    }

    private OrderTerms terms() {
        return rng.nextInt(2) == 0
                ? OrderTerms.NONE
                : new OrderTerms(
                        rng.nextLong() >>> 20,
                        rng.nextInt(2) == 0,
                        rng.nextInt(2) == 0,
                        PositionSide.values()[rng.nextInt(3)],
                        rng.nextLong() >>> 3,
                        rng.nextInt(9));
    }

    private void report(Journal journal) {
        VenueReport report = new VenueReport()
                .setFill(
                        VenueReport.Kind.values()[rng.nextInt(VenueReport.Kind.values().length)],
                        VenueReport.Reason.values()[rng.nextInt(VenueReport.Reason.values().length)],
                        orders,
                        time - rng.nextInt(1000),
                        rng.nextLong() >>> 20,
                        price,
                        rng.nextInt(1000),
                        rng.nextInt(1_000_000),
                        VenueReport.FeeAsset.values()[rng.nextInt(3)],
                        rng.nextInt(2) == 0);
        if (rng.nextInt(2) == 0) {
            report.with(
                    PositionSide.values()[rng.nextInt(3)], rng.nextLong() >> 20, rng.nextInt(1 << 20), rng.nextInt(1 << 20));
        }
        journal.report(sequence, time, report);
        input(text(report));
        row(text(report));
    }

    private Command randomCommand() {
        Map<String, String> params = new LinkedHashMap<>();
        params.put("takeProfit", "1.5");
        params.put("baseOrder", Integer.toString(rng.nextInt(500)));
        int bot = 1 + rng.nextInt(9);
        return switch (rng.nextInt(22)) {
            case 0 -> new Command.StartBot(bot, "dca", "my bot «" + bot + "»", 0, rng.nextLong() >>> 10, params);
            case 1 -> new Command.PauseBot(bot);
            case 2 -> new Command.ResumeBot(bot);
            case 3 -> new Command.StopBot(bot, Command.StopMode.values()[rng.nextInt(2)]);
            case 4 -> new Command.EditBot(bot, params, Command.EditScope.values()[rng.nextInt(3)]);
            case 5 -> new Command.ActOnBot(bot, "addFunds", "12.50");
            case 6 ->
                new Command.PlaceOrder(
                        0, Side.SELL, OrderType.STOP_LIMIT, TimeInForce.FOK, rng.nextInt(1000), price, price - 1);
            case 7 -> new Command.CancelOrder(rng.nextLong());
            case 8 -> new Command.CancelMine();
            case 9 -> new Command.Halt("");
            case 10 -> new Command.LeaveHalt();
            case 11 -> new Command.AmendOrder(rng.nextLong() >>> 1, rng.nextInt(1000), price, price + 1);
            case 12 -> new Command.StartAlgo(0, "trailing-stop", params);
            case 13 -> new Command.CancelAlgo(bot);
            case 14 -> new Command.Transfer(rng.nextLong() >> 10);
            case 15 -> new Command.AdjustMargin(bot, PositionSide.values()[rng.nextInt(3)], rng.nextLong() >> 10);
            case 16 -> new Command.Reduce("by hand");
            case 17 -> new Command.Flatten("enough");
            case 18 -> new Command.SetRiskRules("account daily-loss 100 halt\n");
            case 19 -> new Command.ArchiveBot(bot);
            case 20 -> new Command.RestoreBot(bot);
            default ->
                new Command.PlaceOrder(
                        0, Side.BUY, OrderType.LIMIT, TimeInForce.GTD, rng.nextInt(1000), price, 0, terms());
        };
    }

    void market(Journal journal) {
        sequence++;
        price = Math.max(1, price + rng.nextInt(201) - 100);
        MarketEvent event;
        long happened = rng.nextInt(4) == 0 ? time - rng.nextInt(1_000_000) : time;
        if (rng.nextInt(4) == 0) {
            event = other(happened);
        } else if (rng.nextInt(3) == 0) {
            CandleEvent candle = new CandleEvent();
            long open = happened - 60_000_000_000L + rng.nextInt(2);
            candle.set(rng.nextInt(2), open, happened, price, price + 9, price - 9, price + 1, rng.nextInt(1 << 30));
            event = candle;
        } else {
            TradeEvent trade = new TradeEvent();
            int side = rng.nextInt(3);
            trade.set(
                    rng.nextInt(2),
                    happened,
                    price,
                    1 + rng.nextInt(1 << 30),
                    side == 0 ? null : side == 1 ? Side.BUY : Side.SELL,
                    rng.nextInt(2) * (rng.nextLong() >>> 30));
            event = trade;
        }
        journal.market(sequence, time, event);
        input(text(event));
    }

    private MarketEvent other(long happened) {
        return switch (rng.nextInt(3)) {
            case 0 -> new MarkEvent().set(rng.nextInt(2), happened, price + rng.nextInt(9));
            case 1 -> new FundingEvent().set(rng.nextInt(2), happened, rng.nextInt(100_000) - 50_000, rng.nextInt(2) * price);
            default -> {
                BookEvent book =
                        new BookEvent().begin(0, happened, rng.nextInt(5) == 0, sequence * 3, sequence * 3 + rng.nextInt(3));
                for (int i = rng.nextInt(40); i > 0; i--) {
                    book.bid(price - i, rng.nextInt(1000)).ask(price + i, rng.nextInt(1000));
                }
                yield book;
            }
        };
    }

    private void input(String text) {
        inputs.add(sequence + " " + time + " " + text);
    }

    private void row(String text) {
        rows.add(sequence + " " + time + " " + text);
    }

    static String text(MarketEvent event) {
        return switch (event) {
            case TradeEvent t -> t + " " + t.instrument() + " " + t.aggressor() + " " + t.tradeId();
            case CandleEvent c -> c + " " + c.instrument() + " " + c.timeNanos();
            case MarkEvent m -> m + " " + m.instrument();
            case FundingEvent f -> f + " " + f.instrument();
            case BookEvent b -> text(b);
        };
    }

    private static String text(BookEvent book) {
        StringBuilder text = new StringBuilder(book.toString());
        for (int i = 0; i < book.bids(); i++) {
            text.append(' ').append(book.bidTicks(i)).append('x').append(book.bidLots(i));
        }
        for (int i = 0; i < book.asks(); i++) {
            text.append(' ').append(book.askTicks(i)).append('x').append(book.askLots(i));
        }
        return text.toString();
    }

    static String text(VenueReport report) {
        return report + " " + report.timeNanos() + " " + report.maker();
    }

    static String text(RecordedInput recorded) {
        String content =
                switch (recorded.input()) {
                    case Input.MarketInput(MarketEvent event) -> text(event);
                    case Input.ReportInput(VenueReport report) -> text(report);
                    case Input.CommandInput(Command command) -> command.toString();
                    case Input.TimerInput(long id) -> "timer " + id;
                };
        return recorded.sequence() + " " + recorded.timeNanos() + " " + content;
    }

    /** {@return the row as the script remembers it; empty for rows the journal adds by itself} */
    static String text(JournalEntry entry) {
        String content =
                switch (entry) {
                    case JournalEntry.SessionStarted started -> "";
                    case JournalEntry.TapeBlockClosed closed -> "";
                    case JournalEntry.CommandTaken taken -> taken.command().toString();
                    case JournalEntry.TimerFired fired -> "timer " + fired.timerId();
                    case JournalEntry.ReportReceived received -> text(received.report());
                    case JournalEntry.SubmitIntended submit ->
                        submit.request().toString()
                                + submit.request().timeInForce()
                                + submit.request().instrument();
                    case JournalEntry.AmendIntended amend -> "amend " + amend.request();
                    case JournalEntry.CancelIntended cancel -> "cancel " + cancel.clientOrderId();
                    case JournalEntry.Decided decided -> "decision " + decided.first();
                };
        return content.isEmpty() ? "" : entry.sequence() + " " + entry.timeNanos() + " " + content;
    }

    static List<String> inputsOf(Path session) {
        List<String> found = new ArrayList<>();
        Recording.open(session).forEachRemaining(input -> found.add(text(input)));
        return found;
    }

    static List<String> rowsOf(Path session) {
        List<String> found = new ArrayList<>();
        JournalReader reader = JournalReader.open(session);
        for (JournalEntry entry = reader.next(); entry != null; entry = reader.next()) {
            String text = text(entry);
            if (!text.isEmpty()) {
                found.add(text);
            }
        }
        return found;
    }
}
