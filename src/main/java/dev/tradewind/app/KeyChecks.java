package dev.tradewind.app;

import dev.tradewind.connector.binance.BinanceKeyCheck;
import dev.tradewind.kernel.Clock;
import dev.tradewind.venue.KeyCheck;
import java.util.List;

/** The exchanges a key can be added for, in the order they are shown. */
final class KeyChecks {

    private KeyChecks() {}

    /** @param clock the wall clock, which requests are signed with */
    static List<KeyCheck> all(Clock clock) {
        return List.of(new BinanceKeyCheck(clock));
    }
}
