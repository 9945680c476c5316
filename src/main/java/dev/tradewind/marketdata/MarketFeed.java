package dev.tradewind.marketdata;

import dev.tradewind.kernel.EventSource;

/** A market's events as the session receives them: from history, from a replay, or live. */
public interface MarketFeed extends EventSource {

    /** {@return how many events the feed has given so far} */
    long position();
}
