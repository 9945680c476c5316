package dev.tradewind.cli;

import dev.tradewind.domain.FeeRate;
import java.math.BigDecimal;

/** Reads a fee from the command line. */
final class Fees {

    private static final BigDecimal LARGEST = BigDecimal.valueOf(10_000);

    private Fees() {}

    static FeeRate ofBps(BigDecimal bps) {
        if (bps.signum() < 0 || bps.compareTo(LARGEST) >= 0) {
            throw new IllegalArgumentException(
                    "--fee-bps " + bps.toPlainString() + " must be from 0 to below " + LARGEST);
        }
        return FeeRate.ofBps(bps);
    }
}
