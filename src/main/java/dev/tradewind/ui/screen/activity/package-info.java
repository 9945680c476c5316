/**
 * The Activity screen: everything that was done, by whom, with before and after; filter, export, and the check that trail and
 * journals are as they were written.
 *
 * <p>Entry type: {@link dev.tradewind.ui.screen.activity.ActivityScreen}. JavaFX thread; the work is done by
 * {@link dev.tradewind.app.activity.ActivityDesk} on threads of its own.
 */
@NullMarked
package dev.tradewind.ui.screen.activity;

import org.jspecify.annotations.NullMarked;
