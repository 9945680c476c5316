package dev.tradewind.archfixture.domain;

import java.time.Instant;
import java.util.Date;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

public final class WallClockReader {

    long byCall() {
        return System.currentTimeMillis();
    }

    LongSupplier byMethodReference() {
        return System::nanoTime;
    }

    Supplier<Instant> byLambda() {
        return () -> Instant.now();
    }

    Supplier<Date> byConstructorReference() {
        return Date::new;
    }
}
