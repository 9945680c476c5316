package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.AlgoType;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.ParamException;
import dev.tradewind.domain.ParamSpec;
import dev.tradewind.domain.Rounding;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.OrderPreview;
import dev.tradewind.risk.Verdict;
import dev.tradewind.ui.screen.trade.TicketEntry.Field;
import dev.tradewind.ui.screen.trade.TicketEntry.SizeUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The orders an entry stands for. Pure.
 *
 * @param probes      what the engine is asked about before: of an algorithm its first orders
 * @param command     what is sent
 * @param targetTicks take profit beside the order, 0 for none
 * @param stopTicks   stop beside the order, 0 for none
 */
record TicketDraft(List<Command.PlaceOrder> probes, Command command, long targetTicks, long stopTicks) {

    TicketDraft {
        probes = List.copyOf(probes);
    }

    /**
     * {@return the orders of an entry}
     *
     * @param preview what the engine says of an order
     * @throws TicketTrouble if the entry is no order yet
     */
    static TicketDraft of(
            EngineSnapshot snapshot, TicketEntry entry, Function<Command.PlaceOrder, OrderPreview> preview)
            throws TicketTrouble {
        try {
            return new Reader(snapshot, entry, preview).read();
        } catch (ArithmeticException e) {
            throw new TicketTrouble(Field.SIZE, "This order is too large to be counted.");
        }
    }

    /** Reads one entry. */
    private static final class Reader {

        private final EngineSnapshot snapshot;
        private final TicketEntry entry;
        private final Function<Command.PlaceOrder, OrderPreview> preview;
        private final Instrument instrument;
        private final TicketText text;
        private final long last;

        Reader(EngineSnapshot snapshot, TicketEntry entry, Function<Command.PlaceOrder, OrderPreview> preview) {
            this.snapshot = snapshot;
            this.entry = entry;
            this.preview = preview;
            this.instrument = snapshot.market().instrument();
            this.last = snapshot.market().lastTicks();
            this.text = new TicketText(instrument, entry.side(), last);
        }

        TicketDraft read() throws TicketTrouble {
            return switch (entry.kind()) {
                case TicketKind.Plain plain -> entry.hasExit() ? withExit(plain.type()) : plain(plain.type());
                case TicketKind.Algo algo -> algo(algo.type());
            };
        }

        private TicketDraft plain(OrderType type) throws TicketTrouble {
            long price = type.hasLimit() ? text.price(Field.PRICE, "price", entry.price()) : 0;
            long stop = type.hasTrigger() ? text.price(Field.STOP, "stop price", entry.stop()) : 0;
            TimeInForce force = type == OrderType.MARKET
                    ? TimeInForce.IOC
                    : type.hasLimit() ? entry.force() : TimeInForce.GTC;
            OrderTerms terms = new OrderTerms(
                    0, type == OrderType.LIMIT && entry.postOnly(), reduces(type), entry.positionSide(), 0, 0);
            if (force == TimeInForce.GTD) {
                terms = terms.until(Math.addExact(snapshot.timeNanos(), TicketText.duration(entry.ends())));
            }
            if (type == OrderType.MARKET && entry.unit() == SizeUnit.QUOTE) {
                terms = terms.worth(instrument.quote().toAtoms(text.size(entry.size())));
                return single(order(type, force, 0, 0, 0, terms));
            }
            return single(sized(order(type, force, 0, price, stop, terms)));
        }

        /** On spot a sale reduces by itself, and the ticket does not ask. */
        private boolean reduces(OrderType type) {
            return entry.reduceOnly() && (type.hasTrigger() || instrument.isPerpetual());
        }

        private static TicketDraft single(Command.PlaceOrder order) {
            return new TicketDraft(List.of(order), order, 0, 0);
        }

        private Command.PlaceOrder order(
                OrderType type, TimeInForce force, long lots, long price, long stop, OrderTerms terms) {
            return new Command.PlaceOrder(0, entry.side(), type, force, lots, price, stop, terms);
        }

        /** The same order with the size that is typed. */
        private Command.PlaceOrder sized(Command.PlaceOrder order) throws TicketTrouble {
            BigDecimal size = text.size(entry.size());
            long at = order.priceTicks() > 0 ? order.priceTicks() : order.stopTicks() > 0 ? order.stopTicks() : last;
            return switch (entry.unit()) {
                case BASE -> with(order, Rounding.lots(instrument, size));
                case QUOTE -> with(order, at <= 0 ? 0 : instrument.lotsFor(instrument.quote().toAtoms(size), at));
                case PERCENT -> share(order, size, at);
            };
        }

        /** The largest order there is balance for, as the engine counts it, times a percentage. */
        private Command.PlaceOrder share(Command.PlaceOrder order, BigDecimal percent, long at) throws TicketTrouble {
            if (percent.compareTo(BigDecimal.valueOf(100)) > 0) {
                throw new TicketTrouble(
                        Field.SIZE, percent.toPlainString() + " % is more than there is; at most 100 %.");
            }
            EngineSnapshot.Account account = snapshot.account();
            boolean margin = instrument.isPerpetual();
            long free = Math.max(0, account.freeQuoteAtoms());
            long most = margin || order.side() == Side.BUY
                    ? at <= 0 ? 0 : instrument.lotsFor(
                            margin ? Math.multiplyExact(free, account.more().margin().leverage()) : free, at)
                    : account.baseAtoms() / instrument.lotAtoms();
            if (most > 0) {
                for (Verdict verdict : preview.apply(with(order, most)).verdicts()) {
                    most = verdict.balance() ? Math.min(most, verdict.below()) : most;
                }
            }
            if (most <= 0) {
                throw new TicketTrouble(Field.SIZE, order.side() == Side.BUY || margin
                        ? "No " + instrument.quote().code() + " is free for this."
                        : "You hold no " + instrument.base().code() + " that is free to sell.");
            }
            return with(order, BigDecimal.valueOf(most).multiply(percent).movePointLeft(2).longValue());
        }

        private static Command.PlaceOrder with(Command.PlaceOrder order, long lots) {
            return new Command.PlaceOrder(
                    order.instrument(), order.side(), order.type(), order.timeInForce(), lots, order.priceTicks(),
                    order.stopTicks(), order.terms());
        }

        /** A limit or market order whose exits are placed once it fills. */
        private TicketDraft withExit(OrderType type) throws TicketTrouble {
            if (entry.postOnly() || entry.force() == TimeInForce.IOC || entry.force() == TimeInForce.FOK) {
                throw new TicketTrouble(Field.NONE, "With a take profit or stop loss the entry rests until it fills:"
                        + " choose GTC or GTD and leave post only off.");
            }
            long price = type == OrderType.LIMIT ? text.price(Field.PRICE, "price", entry.price()) : 0;
            Command.PlaceOrder probe = sized(order(
                    type, type == OrderType.MARKET ? TimeInForce.IOC : TimeInForce.GTC, 0, price, 0,
                    OrderTerms.NONE.on(entry.positionSide())));
            Map<String, String> values = new TreeMap<>();
            long target = 0;
            long stop = 0;
            if (!entry.takeProfit().isBlank()) {
                target = text.price(Field.TAKE_PROFIT, "take profit", entry.takeProfit());
                values.put("takeProfit", instrument.toPrice(target).toPlainString());
            }
            if (!entry.stopLoss().isBlank()) {
                stop = text.price(Field.STOP_LOSS, "stop loss", entry.stopLoss());
                values.put("stop", instrument.toPrice(stop).toPlainString());
            }
            sides(probe, price == 0 ? last : price, target, stop);
            if (price > 0) {
                values.put("entryPrice", instrument.toPrice(price).toPlainString());
                if (entry.force() == TimeInForce.GTD) {
                    values.put("entrySeconds", Long.toString(TicketText.duration(entry.ends()) / 1_000_000_000L));
                }
            }
            common(values, probe);
            String id = target > 0 && stop > 0 ? "otoco" : "oto";
            return new TicketDraft(List.of(probe), new Command.StartAlgo(0, id, values), target, stop);
        }

        private void sides(Command.PlaceOrder probe, long price, long target, long stop) throws TicketTrouble {
            boolean buy = probe.side() == Side.BUY;
            if (price > 0 && target > 0 && (buy ? target <= price : target >= price)) {
                throw new TicketTrouble(Field.TAKE_PROFIT, "The take profit of a " + (buy ? "buy" : "sale")
                        + " is " + (buy ? "above" : "below") + " its price.");
            }
            if (price > 0 && stop > 0 && (buy ? stop >= price : stop <= price)) {
                throw new TicketTrouble(Field.STOP_LOSS, "The stop loss of a " + (buy ? "buy" : "sale") + " is "
                        + (buy ? "below" : "above") + " its price.");
            }
        }

        private void common(Map<String, String> values, Command.PlaceOrder probe) {
            values.put("side", probe.side().name());
            values.put("quantity", instrument.toQuantity(probe.quantityLots()).toPlainString());
            values.put("positionSide", entry.positionSide().name());
        }

        private TicketDraft algo(AlgoType type) throws TicketTrouble {
            Map<String, String> values = new TreeMap<>();
            for (ParamSpec spec : type.params()) {
                String typed = entry.values().getOrDefault(spec.id(), "").strip();
                if (!typed.isEmpty()) {
                    values.put(spec.id(), spec.kind() == ParamSpec.Kind.LADDER ? typed : typed.replace(",", ""));
                }
            }
            long limit = ticks(values, "limit", "entryPrice");
            long stop = ticks(values, "entryStop");
            OrderType orderType = limit > 0
                    ? stop > 0 ? OrderType.STOP_LIMIT : OrderType.LIMIT
                    : stop > 0 ? OrderType.STOP_MARKET : OrderType.MARKET;
            boolean market = orderType == OrderType.MARKET;
            OrderTerms terms = new OrderTerms(0, false, false, entry.positionSide(), 0, 0);
            Command.PlaceOrder first = sized(
                    order(orderType, market ? TimeInForce.IOC : TimeInForce.GTC, 0, limit, stop, terms));
            common(values, first);
            try {
                type.params(values);
            } catch (ParamException e) {
                throw new TicketTrouble(Field.VALUE, e.parameter(), String.valueOf(e.getMessage()));
            }
            List<Command.PlaceOrder> probes = new ArrayList<>(List.of(first));
            long against = ticks(values, "stop");
            if (type.id().equals("oco") && against > 0) {
                probes.add(with(order(OrderType.STOP_MARKET, TimeInForce.GTC, 0, 0, against, terms),
                        first.quantityLots()));
            }
            return new TicketDraft(probes, new Command.StartAlgo(0, type.id(), values), 0, 0);
        }

        private long ticks(Map<String, String> values, String... ids) {
            for (String id : ids) {
                BigDecimal price = TicketText.number(values.getOrDefault(id, ""));
                if (price != null && price.signum() > 0) {
                    return instrument.toTicks(price, RoundingMode.HALF_UP);
                }
            }
            return 0;
        }
    }
}
