/**
 * What has happened in a data folder: the audit trail and the sessions' journals read as one. Entry type:
 * {@link dev.tradewind.app.activity.ActivityDesk}. Any thread.
 */
@NullMarked
package dev.tradewind.app.activity;

import org.jspecify.annotations.NullMarked;
