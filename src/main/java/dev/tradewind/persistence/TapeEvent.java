package dev.tradewind.persistence;

import dev.tradewind.domain.MarketEvent;

/** A market event with its place in the session. */
record TapeEvent(long sequence, long timeNanos, MarketEvent event) {}
