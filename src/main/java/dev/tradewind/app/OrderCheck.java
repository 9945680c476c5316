package dev.tradewind.app;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderField;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Rounding;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.TradingState;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.engine.OrderPreview;
import dev.tradewind.risk.RiskFacts;
import dev.tradewind.risk.RiskGate;
import dev.tradewind.risk.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What every rule says of an order somebody has in mind, without a session and without sending it. Immutable.
 *
 * @param instrument what is traded
 * @param lines      a line for each rule that concerns the order
 * @param preview    what it would cost and change, its figures rounded as they would be sent
 * @param mended     the order nearest to it that passes, in words; empty where it passes as it is or nothing helps
 */
public record OrderCheck(Instrument instrument, List<Line> lines, OrderPreview preview, Optional<String> mended) {

    private static final long PLENTY = Long.MAX_VALUE / 4;

    /**
     * What one rule says.
     *
     * @param passes  whether it has no objection
     * @param rule    its name
     * @param message what it looked at, or what is wrong
     * @param field   the figure at fault, empty where no other figure would help
     * @param nearest figures that would pass, the smaller first
     */
    public record Line(boolean passes, String rule, String message, String field, List<BigDecimal> nearest) {}

    /**
     * The order in mind, in decimals; 0 where it has no such figure.
     *
     * @param size        in base
     * @param worth       in quote, of market orders, instead of a size
     * @param display     what an iceberg order shows
     * @param expireNanos when a GTD order ends
     * @param trailingBps how far it trails the market, in basis points
     */
    public record Order(
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            BigDecimal size,
            BigDecimal worth,
            BigDecimal price,
            BigDecimal stop,
            BigDecimal display,
            boolean postOnly,
            boolean reduceOnly,
            long expireNanos,
            long trailingBps) {}

    /**
     * What the order would meet.
     *
     * @param last       the last price
     * @param average    the average price filters refer to; 0 takes the last
     * @param mark       the mark price; 0 takes the last
     * @param openOrders orders open already
     * @param openStops  those of them with a stop price
     * @param free       quote to spend; empty for plenty
     * @param held       base to sell; empty for plenty
     * @param usual      usual size of orders, 0 for none
     * @param nowNanos   the clock
     */
    public record Place(
            BigDecimal last,
            BigDecimal average,
            BigDecimal mark,
            int openOrders,
            int openStops,
            Optional<BigDecimal> free,
            Optional<BigDecimal> held,
            BigDecimal usual,
            long nowNanos,
            FeeRate fee,
            FeeAsset buyFeeAsset) {}

    public OrderCheck {
        lines = List.copyOf(lines);
    }

    /** {@return whether every rule passes} */
    public boolean passes() {
        return lines.stream().allMatch(Line::passes);
    }

    /**
     * {@return what the rules say}
     *
     * @throws IllegalArgumentException if a figure is negative or too large to be counted
     */
    public static OrderCheck of(Instrument instrument, Order order, Place place, RiskRules rules) {
        try {
            return new Work(instrument, order, place, rules).check();
        } catch (ArithmeticException tooLarge) {
            throw new IllegalArgumentException("a figure of the order is too large to be counted", tooLarge);
        }
    }

    /** One check's way from decimals to lines. */
    private static final class Work {

        private final Instrument instrument;
        private final Order order;
        private final Place place;
        private final RiskGate gate;
        private final RiskFacts view;
        private final OrderPreview.Fees fees;

        Work(Instrument instrument, Order order, Place place, RiskRules rules) {
            this.instrument = instrument;
            this.order = order;
            this.place = place;
            gate = new RiskGate(instrument, rules.limits(instrument));
            fees = new OrderPreview.Fees(place.fee(), place.fee(), place.buyFeeAsset());
            view = facts();
        }

        private RiskFacts facts() {
            long last = ticks(place.last());
            long average = place.average().signum() == 0 ? last : ticks(place.average());
            long held = place.held().map(base -> Rounding.lots(instrument, base)).orElse(PLENTY / instrument.lotAtoms());
            return new RiskFacts(
                    instrument, TradingState.ACTIVE, place.nowNanos(), last,
                    place.mark().signum() == 0 ? last : ticks(place.mark()),
                    Collections.nCopies(instrument.filters().averageMinutes(), average),
                    place.openOrders(), place.openStops(), 0, 0,
                    place.free().map(quote -> instrument.quote().toAtoms(quote)).orElse(PLENTY),
                    held, 0, 0, false, Rounding.lots(instrument, place.usual()),
                    place.held().isPresent() ? held : 0, 0, fees.reserved());
        }

        private long ticks(BigDecimal price) {
            return instrument.toTicks(price, RoundingMode.HALF_UP);
        }

        OrderCheck check() {
            OrderRequest request = request();
            List<Line> lines = new ArrayList<>();
            List<String> offGrid = offGrid(request, lines);
            OrderPreview preview = OrderPreview.of(command(request), gate, view, fees);
            for (Verdict verdict : preview.verdicts()) {
                if (!(verdict.passes() && offGrid.contains(verdict.rule())) && told(verdict)) {
                    lines.add(line(verdict));
                }
            }
            if (order.trailingBps() > 0) {
                Verdict trailing = gate.checkTrailing(request, order.trailingBps(), view);
                if (!trailing.rule().isEmpty()) {
                    lines.add(line(trailing));
                }
            }
            boolean passes = lines.stream().allMatch(Line::passes);
            return new OrderCheck(
                    instrument, lines, preview, passes ? Optional.empty() : gate.mend(request, view).map(this::words));
        }

        /** Balances nobody told of are not judged. */
        private boolean told(Verdict verdict) {
            return !verdict.rule().equals("BALANCE")
                    || (order.side() == Side.BUY ? place.free() : place.held()).isPresent();
        }

        private OrderRequest request() {
            boolean protects = order.side() == Side.SELL || order.reduceOnly();
            OrderTerms terms = new OrderTerms(
                    instrument.quote().toAtoms(order.worth()), order.postOnly(), order.reduceOnly(), PositionSide.NET,
                    order.expireNanos(), Rounding.lots(instrument, order.display()));
            return new OrderRequest()
                    .set(0, 0, 0, order.side(), order.type(), order.timeInForce(),
                            Rounding.lots(instrument, order.size()),
                            Rounding.limitTicks(instrument, order.side(), order.price()),
                            Rounding.triggerTicks(instrument, order.type(), order.side(), protects, order.stop()), 0, 0)
                    .with(terms, 0);
        }

        private static Command.PlaceOrder command(OrderRequest request) {
            return new Command.PlaceOrder(
                    0, request.side(), request.type(), request.timeInForce(), request.quantityLots(),
                    request.priceTicks(), request.stopTicks(), request.terms());
        }

        /** Figures between two steps of the instrument: no filter in whole ticks and lots would see them. */
        private List<String> offGrid(OrderRequest request, List<Line> lines) {
            List<String> rules = new ArrayList<>();
            offGrid("PRICE_FILTER", OrderField.PRICE, order.price(), instrument.tickSize(), request, lines, rules);
            offGrid("PRICE_FILTER", OrderField.STOP, order.stop(), instrument.tickSize(), request, lines, rules);
            offGrid("LOT_SIZE", OrderField.SIZE, order.size(), instrument.lotSize(), request, lines, rules);
            offGrid("LOT_SIZE", OrderField.DISPLAY, order.display(), instrument.lotSize(), request, lines, rules);
            return rules;
        }

        private void offGrid(
                String rule, OrderField field, BigDecimal figure, BigDecimal step, OrderRequest request, List<Line> lines,
                List<String> rules) {
            if (figure.remainder(step).signum() == 0) {
                return;
            }
            long floor = figure.divide(step, 0, RoundingMode.FLOOR).longValueExact();
            List<BigDecimal> nearest = new ArrayList<>();
            long below = instrument.filters().nearestDown(field, floor, request, view);
            long above = instrument.filters().nearestUp(field, floor + 1, request, view);
            if (below > 0) {
                nearest.add(field.toDecimal(instrument, below));
            }
            if (above > 0) {
                nearest.add(field.toDecimal(instrument, above));
            }
            rules.add(rule);
            lines.add(new Line(
                    false, rule,
                    field.label() + " " + figure.toPlainString() + " is no multiple of " + step.toPlainString()
                            + (nearest.isEmpty() ? "" : "; nearest " + join(nearest)),
                    field.label(), nearest));
        }

        private static String join(List<BigDecimal> figures) {
            return String.join(" or ", figures.stream().map(BigDecimal::toPlainString).toList());
        }

        private Line line(Verdict verdict) {
            return new Line(
                    verdict.passes(), verdict.rule(), verdict.message(),
                    verdict.field() == OrderField.NONE ? "" : verdict.field().label(), verdict.nearest(instrument));
        }

        private String words(OrderRequest request) {
            StringBuilder words = new StringBuilder(request.side() + " " + request.type());
            words.append(' ').append(
                    request.terms().quoteAtoms() > 0
                            ? OrderField.WORTH.toDecimal(instrument, request.terms().quoteAtoms()).toPlainString() + " "
                                    + instrument.quote().code()
                            : instrument.toQuantity(request.quantityLots()).toPlainString() + " "
                                    + instrument.base().code());
            if (request.type().hasLimit()) {
                words.append(" at ").append(instrument.toPrice(request.priceTicks()).toPlainString());
            }
            if (request.type().hasTrigger()) {
                words.append(" stop ").append(instrument.toPrice(request.stopTicks()).toPlainString());
            }
            if (request.terms().displayLots() > 0) {
                words.append(" showing ").append(instrument.toQuantity(request.terms().displayLots()).toPlainString());
            }
            return words.toString();
        }
    }
}
