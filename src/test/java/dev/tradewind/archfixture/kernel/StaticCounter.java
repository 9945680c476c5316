package dev.tradewind.archfixture.kernel;

import java.util.HashMap;
import java.util.concurrent.atomic.AtomicLong;

final class StaticCounter {

    static final AtomicLong SEEN = new AtomicLong();
    static final HashMap<String, String> CACHE = new HashMap<>();
    static final long[] OPEN_TO_ALL = {1};
    static long count;

    private StaticCounter() {
    }
}
