package dev.tradewind.risk;

import dev.tradewind.domain.Decimals;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Reason;

/** Decisions of the journal in words. Pure; any thread. */
public final class ReasonText {

    private ReasonText() {}

    /** {@return a decision in words, its numbers written as the instrument writes them} */
    public static String of(Instrument instrument, Reason reason, long first, long second) {
        return reason.template()
                .replace("{p}", Decimals.price(instrument, first))
                .replace("{q}", Decimals.quantity(instrument, second))
                .replace("{a}", Decimals.whole(first))
                .replace("{b}", Decimals.whole(second))
                .replace("{m}", RiskUnit.MONEY.text(first, instrument))
                .replace("{n}", RiskUnit.MONEY.text(second, instrument))
                .replace("{x}", RiskUnit.PERCENT.text(first, instrument))
                .replace("{y}", RiskUnit.PERCENT.text(second, instrument))
                .replace("{e}", RiskUnit.TIMES.text(first, instrument))
                .replace("{f}", RiskUnit.TIMES.text(second, instrument))
                .replace("{t}", RiskUnit.DURATION.text(first, instrument))
                .replace("{u}", RiskUnit.DURATION.text(second, instrument));
    }
}
