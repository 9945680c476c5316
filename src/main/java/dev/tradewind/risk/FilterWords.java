package dev.tradewind.risk;

import dev.tradewind.domain.FilterVerdict;
import dev.tradewind.domain.IcebergParts;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilter;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.LotSize;
import dev.tradewind.domain.MaxPosition;
import dev.tradewind.domain.OrderCount;
import dev.tradewind.domain.OrderField;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderWorth;
import dev.tradewind.domain.PercentPrice;
import dev.tradewind.domain.PriceBounds;
import dev.tradewind.domain.TrailingDelta;
import java.math.BigDecimal;

/** Turns what a filter found into words and the nearest figures that every filter passes. Pure. */
final class FilterWords {

    private final Instrument instrument;

    FilterWords(Instrument instrument) {
        this.instrument = instrument;
    }

    /** {@return the refusal in words; the nearest figures satisfy all filters, not only this one} */
    Verdict refusal(FilterVerdict found, InstrumentFilter filter, OrderRequest order, RiskView view) {
        OrderField field = found.field();
        long below = 0;
        long above = 0;
        if (field == OrderField.TRAILING) {
            below = found.below();
            above = found.above();
        } else if (field != OrderField.NONE) {
            InstrumentFilters filters = instrument.filters();
            below = filters.nearestDown(field, found.value(), order, view);
            above = filters.nearestUp(field, found.value(), order, view);
            if (field == OrderField.DISPLAY && above > order.quantityLots()) {
                above = 0;
            }
        }
        String words = switch (filter) {
            case PriceBounds bounds -> outside(
                    found, bounds.minTicks(), bounds.maxTicks(), bounds.stepTicks()) + nearest(field, below, above);
            case LotSize size -> outside(found, size.minLots(), size.maxLots(), size.stepLots())
                    + nearest(field, below, above);
            case PercentPrice percent -> beyond(found, percent, order, view) + nearest(field, below, above);
            case OrderWorth worth -> worth(found, below, above);
            case IcebergParts parts -> "in " + found.measured() + " parts, at most " + parts.most()
                    + nearest(field, below, above);
            case MaxPosition position -> "would bring what is held and bought to "
                    + instrument.toQuantity(found.measured()).toPlainString() + " " + instrument.base().code()
                    + ", at most " + instrument.toQuantity(position.maxLots()).toPlainString()
                    + nearest(field, below, above);
            case OrderCount count -> found.measured() + " " + count.kind().label() + " are open on "
                    + (count.exchange() ? "the account" : instrument.symbol()) + ", the limit"
                    + (found.measured() > count.most() ? " is " + count.most() : "") + "; cancel one first";
            case TrailingDelta delta -> "trailing distance " + found.value() + " is outside the bounds, in basis points"
                    + nearest(field, below, above);
        };
        return Verdict.refuse(filter.id(), words, field, found.value(), below, above);
    }

    private String outside(FilterVerdict found, long least, long most, long step) {
        OrderField field = found.field();
        String value = field.label() + " " + text(field, found.value());
        return found.limit() == 0
                ? value + " is no step of " + text(field, step)
                : value + " is outside " + text(field, least) + " to " + (most > 0 ? text(field, most) : "no limit");
    }

    private String beyond(FilterVerdict found, PercentPrice percent, OrderRequest order, RiskView view) {
        long least = percent.least(OrderField.PRICE, order, view);
        long most = percent.most(OrderField.PRICE, order, view);
        return "price " + text(OrderField.PRICE, found.value()) + " is outside " + text(OrderField.PRICE, least) + " to "
                + (most == InstrumentFilter.UNBOUNDED ? "no limit" : text(OrderField.PRICE, most)) + " around "
                + text(OrderField.PRICE, percent.referenceTicks(view));
    }

    private String worth(FilterVerdict found, long below, long above) {
        boolean small = found.measured() < found.limit();
        long pass = small ? above : below;
        return "worth " + money(found.measured()) + " " + instrument.quote().code() + (small ? ", minimum " : ", maximum ")
                + money(found.limit()) + "; "
                + (pass == 0
                        ? "no size passes at this price"
                        : (small ? "smallest" : "largest") + " here: " + text(found.field(), pass));
    }

    private String nearest(OrderField field, long below, long above) {
        if (below == 0 && above == 0) {
            return "; no " + field.label() + " would pass here";
        }
        return "; nearest " + (below > 0 ? text(field, below) : "") + (below > 0 && above > 0 ? " or " : "")
                + (above > 0 ? text(field, above) : "");
    }

    private String money(long atoms) {
        BigDecimal amount = instrument.quote().toDecimal(atoms).stripTrailingZeros();
        return amount.toPlainString();
    }

    private String text(OrderField field, long value) {
        return field.toDecimal(instrument, value).toPlainString();
    }

    /** {@return what a filter that passes looked at} */
    String allows(InstrumentFilter filter, OrderRequest order, RiskView view) {
        return switch (filter) {
            case PriceBounds bounds -> range(OrderField.PRICE, Math.max(1, bounds.minTicks()), bounds.maxTicks());
            case LotSize size -> range(OrderField.SIZE, Math.max(1, size.minLots()), size.maxLots());
            case PercentPrice percent -> {
                long most = percent.most(OrderField.PRICE, order, view);
                yield range(
                        OrderField.PRICE,
                        percent.least(OrderField.PRICE, order, view),
                        most == InstrumentFilter.UNBOUNDED ? 0 : most);
            }
            case OrderWorth worth -> "worth " + money(worth.worthAtoms(order, view)) + " " + instrument.quote().code()
                    + (worth.minAtoms() > 0 ? ", minimum " + money(worth.minAtoms()) : "")
                    + (worth.maxAtoms() > 0 ? ", maximum " + money(worth.maxAtoms()) : "");
            case IcebergParts parts -> "at most " + parts.most() + " parts";
            case MaxPosition position -> "at most " + instrument.toQuantity(position.maxLots()).toPlainString() + " "
                    + instrument.base().code();
            case OrderCount count -> count.open(view) + " of " + count.most() + " " + count.kind().label();
            case TrailingDelta delta -> "trails nothing";
        };
    }

    private String range(OrderField field, long least, long most) {
        return field.label() + " within " + text(field, least) + " to " + (most > 0 ? text(field, most) : "no limit");
    }
}
