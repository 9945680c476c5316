/**
 * Orders: their life, their table and what may follow what.
 *
 * <p>Entry type: {@link dev.tradewind.oms.OrderTable}. Engine thread only. An order's state changes only through
 * {@link dev.tradewind.oms.OrderTransitions}; an impossible report is an error that halts the session.
 */
@NullMarked
package dev.tradewind.oms;

import org.jspecify.annotations.NullMarked;
