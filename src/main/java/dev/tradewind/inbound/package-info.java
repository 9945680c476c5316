/**
 * What listens: loopback only, off until somebody turns it on, guarded by a token. Entry type:
 * {@link dev.tradewind.inbound.MetricsEndpoint}. Threads of its own; nothing here can trade.
 */
@NullMarked
package dev.tradewind.inbound;

import org.jspecify.annotations.NullMarked;
