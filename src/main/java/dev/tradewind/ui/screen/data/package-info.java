/**
 * The Data screen: what is stored, where it has gaps, importing with its errors, checking, retention.
 *
 * <p>Entry type: {@link dev.tradewind.ui.screen.data.DataScreen}. JavaFX thread; the work is done by
 * {@link dev.tradewind.app.DataDesk} on threads of its own.
 */
@NullMarked
package dev.tradewind.ui.screen.data;

import org.jspecify.annotations.NullMarked;
