package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilter;
import dev.tradewind.domain.OrderField;
import dev.tradewind.domain.Side;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import dev.tradewind.engine.MarginPreview;
import dev.tradewind.engine.OrderPreview;
import dev.tradewind.risk.Verdict;
import dev.tradewind.ui.screen.trade.TicketEntry.Field;
import dev.tradewind.ui.screen.trade.TicketEntry.SizeUnit;
import dev.tradewind.ui.screen.trade.TicketOutcome.Fix;
import dev.tradewind.ui.screen.trade.TicketOutcome.Level;
import dev.tradewind.ui.screen.trade.TicketOutcome.Line;
import dev.tradewind.ui.widget.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The engine's verdicts as the lines of the ticket's box: filters that pass count as one line. */
final class VerdictLines {

    private final EngineSnapshot snapshot;
    private final TicketEntry entry;
    private final Instrument instrument;
    private final Set<String> filters = new LinkedHashSet<>();
    private final List<Line> lines = new ArrayList<>();
    private String problem = "";
    private Field field = Field.NONE;
    private String valueId = "";

    VerdictLines(EngineSnapshot snapshot, TicketEntry entry) {
        this.snapshot = snapshot;
        this.entry = entry;
        this.instrument = snapshot.market().instrument();
        for (InstrumentFilter filter : instrument.filters().all()) {
            filters.add(filter.id());
        }
    }

    /** Adds the verdicts of an entry's orders; what two of them say alike is said once. */
    void add(List<OrderPreview> previews) {
        int asked = 0;
        int passed = 0;
        List<String> found = new ArrayList<>();
        List<Verdict> others = new ArrayList<>();
        Set<String> said = new LinkedHashSet<>();
        for (OrderPreview preview : previews) {
            for (Verdict verdict : preview.verdicts()) {
                boolean filter = filters.contains(verdict.rule());
                asked += filter ? 1 : 0;
                passed += filter && verdict.passes() ? 1 : 0;
                if (filter && verdict.passes()) {
                    found.add(label(verdict.rule()) + ": " + verdict.message());
                } else if (said.add(verdict.rule() + verdict.message())) {
                    others.add(verdict);
                }
            }
        }
        others.stream().filter(verdict -> !verdict.passes()).forEach(this::refusal);
        if (asked > 0) {
            lines.add(new Line(
                    passed == asked ? Level.PASS : Level.LOOK, "Exchange filters", passed + " of " + asked,
                    String.join("\n", found), List.of()));
        }
        for (Verdict verdict : others) {
            if (verdict.passes() && !verdict.rule().equals("TRADING_STATE")) {
                lines.add(new Line(
                        Level.PASS, label(verdict.rule()), verdict.message(), verdict.message(), List.of()));
            }
        }
    }

    private void refusal(Verdict verdict) {
        if (problem.isEmpty()) {
            problem = capital(verdict.message()) + ".";
            field = field(verdict.field());
            valueId = valueId(verdict.field());
        }
        List<Fix> fixes = new ArrayList<>(2);
        for (BigDecimal figure : verdict.nearest(instrument)) {
            String text = words(verdict.field(), figure);
            Field to = field(verdict.field());
            if (to != Field.NONE) {
                fixes.add(new Fix(to, valueId(verdict.field()), text));
            }
        }
        lines.add(new Line(
                Level.BLOCK, label(verdict.rule()), "", capital(verdict.message()) + ".", fixes));
    }

    private String words(OrderField figureOf, BigDecimal figure) {
        return switch (figureOf) {
            case PRICE, STOP -> Figures.fixed(figure, instrument.priceDecimals());
            case SIZE, WORTH, DISPLAY, TRAILING, NONE ->
                figure.signum() == 0 ? "0" : figure.stripTrailingZeros().toPlainString();
        };
    }

    /** Where a figure is typed in this ticket. */
    private Field field(OrderField figure) {
        boolean algo = entry.kind() instanceof TicketKind.Algo;
        return switch (figure) {
            case NONE, TRAILING -> Field.NONE;
            case SIZE -> Field.SIZE;
            case WORTH -> Field.WORTH;
            case PRICE -> algo ? Field.VALUE : Field.PRICE;
            case STOP -> algo ? Field.VALUE : Field.STOP;
            case DISPLAY -> Field.VALUE;
        };
    }

    private String valueId(OrderField figure) {
        if (!(entry.kind() instanceof TicketKind.Algo algo)) {
            return "";
        }
        List<String> ids = switch (figure) {
            case PRICE -> List.of("limit", "entryPrice");
            case STOP -> List.of("stop", "entryStop");
            case DISPLAY -> List.of("display");
            case NONE, SIZE, WORTH, TRAILING -> List.of();
        };
        return algo.type().params().stream().map(spec -> spec.id()).filter(ids::contains).findFirst().orElse("");
    }

    /** Adds whether it fills, rests or waits: no verdict, but worth a look. */
    void timing(Command.PlaceOrder order, OrderPreview preview) {
        long last = snapshot.market().lastTicks();
        boolean buy = order.side() == Side.BUY;
        switch (order.type()) {
            case MARKET -> { }
            case LIMIT -> {
                boolean crosses = buy ? order.priceTicks() >= last : order.priceTicks() <= last;
                if (preview.taker()) {
                    look("Fills at once", "crosses the last price");
                } else if (crosses) {
                    look("May be turned away", "crosses, and is post only");
                } else {
                    pass(buy ? "Rests below the market" : "Rests above the market",
                            Figures.change(order.priceTicks() - last, last));
                }
            }
            case STOP_MARKET, STOP_LIMIT, TAKE_PROFIT_MARKET, TAKE_PROFIT_LIMIT -> {
                boolean rising = buy != order.type().takesProfit();
                boolean there = rising ? last >= order.stopTicks() : last <= order.stopTicks();
                if (there) {
                    look("Triggers at once", "the price is there");
                } else {
                    pass(rising ? "Waits for a rise" : "Waits for a fall",
                            Figures.change(order.stopTicks() - last, last));
                }
            }
        }
    }

    /** Adds that the exchange would close the position as soon as it is there. */
    void liquidation(OrderPreview preview) {
        MarginPreview margin = preview.margin();
        if (margin == null || margin.accountLots() == 0 || margin.liquidationTicks() == 0) {
            return;
        }
        long last = snapshot.market().lastTicks();
        boolean there = margin.accountLots() > 0
                ? last <= margin.liquidationTicks()
                : last >= margin.liquidationTicks();
        if (there) {
            look("Liquidated at once", "the price is there");
        }
    }

    /** Adds that a bot trades the same instrument, if one does. */
    void company() {
        for (BotRow bot : snapshot.bots()) {
            if (bot.state().isActive()) {
                look(bot.name() + " trades " + instrument.symbol() + " too", "kept apart");
                return;
            }
        }
    }

    private void look(String label, String detail) {
        lines.add(new Line(Level.LOOK, label, detail, "", List.of()));
    }

    private void pass(String label, String detail) {
        lines.add(new Line(Level.PASS, label, detail, "", List.of()));
    }

    /** {@return the lines so far} */
    List<Line> lines() {
        return lines;
    }

    /** {@return the first refusal in words} */
    String problem() {
        return problem;
    }

    /** {@return the field the first refusal is about} */
    Field field() {
        // a size typed in quote or percent is still the size's field
        return field == Field.WORTH && entry.unit() != SizeUnit.QUOTE ? Field.SIZE : field;
    }

    /** {@return the algorithm's value it is about} */
    String valueId() {
        return valueId;
    }

    private static String label(String rule) {
        return switch (rule) {
            case "BALANCE" -> "Balance";
            case "MIN_NOTIONAL", "NOTIONAL" -> "Order value";
            case "PRICE_FILTER" -> "Price range";
            case "LOT_SIZE", "MARKET_LOT_SIZE" -> "Size range";
            case "PRICE_COLLAR" -> "Price near the market";
            case "SIZE_COLLAR" -> "Size as usual";
            case "TRADING_STATE" -> "Trading state";
            default -> capital(rule.toLowerCase(Locale.ROOT).replace('_', ' '));
        };
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** {@return a figure without its last zeros, with two decimals at least} */
    static String trimmed(String text) {
        int end = text.length();
        int keep = text.indexOf('.') + 3;
        while (end > keep && keep > 2 && text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, end);
    }
}
