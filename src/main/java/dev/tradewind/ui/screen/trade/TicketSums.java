package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Side;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.MarginPreview;
import dev.tradewind.engine.OrderPreview;
import dev.tradewind.ui.screen.trade.TicketEntry.Field;
import dev.tradewind.ui.screen.trade.TicketOutcome.Level;
import dev.tradewind.ui.screen.trade.TicketOutcome.Line;
import dev.tradewind.ui.widget.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** Puts into words what the engine says an entry would meet and do. Judges nothing itself. Pure. */
final class TicketSums {

    private final EngineSnapshot snapshot;
    private final TicketEntry entry;
    private final Instrument instrument;

    private TicketSums(EngineSnapshot snapshot, TicketEntry entry) {
        this.snapshot = snapshot;
        this.entry = entry;
        this.instrument = snapshot.market().instrument();
    }

    /**
     * {@return what the entry would do now}
     *
     * @param preview what the engine says of an order
     */
    static TicketOutcome of(
            EngineSnapshot snapshot, TicketEntry entry, Function<Command.PlaceOrder, OrderPreview> preview) {
        TicketSums sums = new TicketSums(snapshot, entry);
        if (snapshot.market().lastTicks() <= 0) {
            return sums.nothing(new TicketTrouble(Field.NONE, "The market has no price yet."));
        }
        try {
            TicketDraft draft = TicketDraft.of(snapshot, entry, preview);
            return sums.words(draft, draft.probes().stream().map(preview).toList());
        } catch (TicketTrouble trouble) {
            return sums.nothing(trouble);
        }
    }

    private TicketOutcome nothing(TicketTrouble trouble) {
        List<Line> lines = trouble.fixes().isEmpty()
                ? List.of()
                : List.of(new Line(Level.BLOCK, name(trouble.field()), "", trouble.words(), trouble.fixes()));
        return new TicketOutcome(
                Figures.NONE, Figures.NONE, "Fee", Figures.NONE, Figures.NONE, "", "", "", lines, verb(), trouble.words(),
                trouble.field(), trouble.valueId(), Optional.empty());
    }

    private static String name(Field field) {
        return switch (field) {
            case PRICE -> "Price";
            case STOP -> "Stop price";
            case SIZE, WORTH -> "Size";
            case ENDS -> "End";
            case TAKE_PROFIT -> "Take profit";
            case STOP_LOSS -> "Stop loss";
            case NONE, VALUE -> "What is typed";
        };
    }

    private TicketOutcome words(TicketDraft draft, List<OrderPreview> previews) {
        OrderPreview first = previews.getFirst();
        VerdictLines verdicts = new VerdictLines(snapshot, entry);
        verdicts.add(previews);
        boolean passes = previews.stream().allMatch(OrderPreview::passes);
        boolean counted = first.notionalAtoms() > 0;
        for (int i = 0; i < previews.size(); i++) {
            if (previews.get(i).notionalAtoms() > 0) {
                verdicts.timing(draft.probes().get(i), previews.get(i));
            }
        }
        verdicts.liquidation(first);
        verdicts.company();
        String problem = passes ? "" : verdicts.problem();
        return new TicketOutcome(
                counted ? money(first.notionalAtoms()) + " " + instrument.quote().code() : Figures.NONE,
                counted ? fee(first) : Figures.NONE,
                counted ? feeLabel(first) : "Fee",
                counted ? money(first.freeAfterAtoms()) : Figures.NONE,
                counted ? position(first) : Figures.NONE,
                counted ? exits(draft, first) : "",
                margin(first),
                liquidation(first),
                verdicts.lines(),
                button(draft, first),
                problem,
                passes ? Field.NONE : verdicts.field(),
                passes ? "" : verdicts.valueId(),
                passes ? Optional.of(draft.command()) : Optional.empty());
    }

    private String fee(OrderPreview preview) {
        return preview.feeInBase()
                ? Figures.fixed(instrument.base().toDecimal(preview.feeAtoms()), 8) + " " + instrument.base().code()
                : Figures.fixed(instrument.quote().toDecimal(preview.feeAtoms()), 2);
    }

    private String feeLabel(OrderPreview preview) {
        BigDecimal of = BigDecimal.valueOf(preview.feeInBase()
                ? Math.multiplyExact(preview.quantityLots(), instrument.lotAtoms())
                : preview.notionalAtoms());
        BigDecimal percent = BigDecimal.valueOf(preview.feeAtoms()).movePointRight(2).divide(of, 3, RoundingMode.HALF_UP);
        BigDecimal shown = percent.stripTrailingZeros();
        return "Fee, " + (preview.taker() ? "taker " : "maker ")
                + shown.setScale(Math.max(2, shown.scale()), RoundingMode.HALF_UP).toPlainString() + " %";
    }

    /** What the user holds after the fill, at which average. */
    private String position(OrderPreview preview) {
        long held = preview.heldAfterLots();
        if (held == 0) {
            return "none";
        }
        String size = Figures.fixed(instrument.toQuantity(held), Math.min(5, instrument.quantityDecimals()));
        if (instrument.isPerpetual() || held < 0) {
            return size;
        }
        Optional<Positions.Position> mine = Positions.of(snapshot).stream().filter(
                position -> position.botId() == 0).findFirst();
        long base = mine.map(Positions.Position::baseAtoms).orElse(0L);
        long cost = mine.map(Positions.Position::costAtoms).orElse(0L);
        long over = base;
        if (entry.side() == Side.BUY) {
            cost += preview.notionalAtoms() + (preview.feeInBase() ? 0 : preview.feeAtoms());
            over = Math.multiplyExact(held, instrument.lotAtoms());
        }
        if (over <= 0 || cost <= 0) {
            return size;
        }
        BigDecimal average = instrument.quote().toDecimal(cost)
                .divide(instrument.base().toDecimal(over), instrument.priceDecimals(), RoundingMode.HALF_UP);
        return size + " at " + Figures.fixed(average, instrument.priceDecimals());
    }

    private String margin(OrderPreview preview) {
        MarginPreview margin = preview.margin();
        return margin == null
                ? ""
                : margin.requiredAtoms() == 0
                        ? "none, it closes"
                        : money(margin.requiredAtoms()) + " " + instrument.quote().code();
    }

    /** The price and how far it is from the last one. */
    private String liquidation(OrderPreview preview) {
        MarginPreview margin = preview.margin();
        if (margin == null) {
            return "";
        }
        if (margin.accountLots() == 0) {
            return "no position left";
        }
        long last = snapshot.market().lastTicks();
        return margin.liquidationTicks() == 0
                ? "none"
                : price(margin.liquidationTicks()) + "  " + Figures.change(margin.liquidationTicks() - last, last);
    }

    private String exits(TicketDraft draft, OrderPreview preview) {
        if (draft.stopTicks() == 0 && draft.targetTicks() == 0) {
            return "";
        }
        return result(draft.stopTicks(), preview) + " / " + result(draft.targetTicks(), preview);
    }

    private String result(long ticks, OrderPreview preview) {
        if (ticks == 0) {
            return Figures.NONE;
        }
        long gain = instrument.notionalAtoms(ticks, preview.quantityLots()) - preview.notionalAtoms();
        return Figures.profit(instrument.quote(), entry.side() == Side.BUY ? gain : -gain);
    }

    private String button(TicketDraft draft, OrderPreview preview) {
        Command.PlaceOrder order = draft.probes().getFirst();
        String size = preview.quantityLots() > 0
                ? " " + quantity(preview.quantityLots()) + " " + instrument.base().code()
                : order.quantityLots() > 0 ? " " + quantity(order.quantityLots()) + " " + instrument.base().code() : "";
        if (entry.kind() instanceof TicketKind.Algo algo) {
            return algo.type().label() + ": " + verb().toLowerCase(Locale.ROOT) + size;
        }
        String tail = !entry.hasExit()
                ? ""
                : draft.stopTicks() == 0 ? " with target" : draft.targetTicks() == 0 ? " with stop" : " with exits";
        return verb() + size + at(order, preview) + tail;
    }

    private String at(Command.PlaceOrder order, OrderPreview preview) {
        String price = price(order.priceTicks());
        String stop = price(order.stopTicks());
        return switch (order.type()) {
            case MARKET -> " at market, about " + price(preview.priceTicks());
            case LIMIT -> " at " + price;
            case STOP_MARKET, TAKE_PROFIT_MARKET -> " at market once " + stop;
            case STOP_LIMIT, TAKE_PROFIT_LIMIT -> " at " + price + " once " + stop;
        };
    }

    private String verb() {
        return entry.side() == Side.BUY ? "Buy" : "Sell";
    }

    private String price(long ticks) {
        return Figures.price(instrument, ticks);
    }

    private String money(long atoms) {
        return Figures.money(instrument.quote(), atoms);
    }

    private String quantity(long lots) {
        return VerdictLines.trimmed(Figures.quantity(instrument, lots));
    }
}
