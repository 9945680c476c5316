package dev.tradewind.risk;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderField;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * What one rule, or the gate as a whole, says of an order.
 *
 * @param passes  whether it may leave
 * @param rule    the rule, for instance {@code MIN_NOTIONAL}; empty on the gate's own pass
 * @param message the value and what would pass, or what was found in order; empty on the gate's own pass
 * @param balance whether only free balance is missing
 * @param field   which figure of the order is at fault; {@link OrderField#NONE} where no other figure would help
 * @param value   that figure, in the field's unit
 * @param below   the nearest smaller figure that this rule and every filter pass, 0 where there is none
 * @param above   the nearest larger figure that this rule and every filter pass, 0 where there is none
 */
public record Verdict(
        boolean passes,
        String rule,
        String message,
        boolean balance,
        OrderField field,
        long value,
        long below,
        long above) {

    /** The order may leave. */
    public static final Verdict PASS = pass("", "");

    /** {@return a rule that has no objection, with what it looked at} */
    public static Verdict pass(String rule, String message) {
        return new Verdict(true, rule, message, false, OrderField.NONE, 0, 0, 0);
    }

    /** {@return a refusal that no other figure of the order would lift} */
    public static Verdict refuse(String rule, String message) {
        return new Verdict(false, rule, message, false, OrderField.NONE, 0, 0, 0);
    }

    /** {@return a refusal of one figure, with the nearest that would pass} */
    public static Verdict refuse(
            String rule, String message, OrderField field, long value, long below, long above) {
        return new Verdict(false, rule, message, false, field, value, below, above);
    }

    /** {@return a refusal for want of free balance, with the largest size there is balance for} */
    public static Verdict lacksBalance(String message, OrderField field, long value, long below) {
        return new Verdict(false, "BALANCE", message, true, field, value, below, 0);
    }

    /** Writes it down, as part of who remembers it. */
    public void save(StateWriter out) {
        out.flag(passes).text(rule).text(message).flag(balance).constant(field).number(value).number(below).number(above);
    }

    /** {@return what {@link #save} wrote} */
    public static Verdict load(StateReader in) {
        return new Verdict(
                in.flag(),
                in.text(),
                in.text(),
                in.flag(),
                in.constant(OrderField.class),
                in.number(),
                in.number(),
                in.number());
    }

    /** {@return the nearest figures that would pass, as people write them, the smaller first; empty where none would} */
    public List<BigDecimal> nearest(Instrument instrument) {
        List<BigDecimal> figures = new ArrayList<>(2);
        if (below > 0) {
            figures.add(field.toDecimal(instrument, below));
        }
        if (above > 0) {
            figures.add(field.toDecimal(instrument, above));
        }
        return figures;
    }
}
