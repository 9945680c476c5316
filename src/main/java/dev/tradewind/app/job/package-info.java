/**
 * Long work on a thread of its own, as screens and the command line watch it. Entry type:
 * {@link dev.tradewind.app.job.Job}. Any thread.
 */
@NullMarked
package dev.tradewind.app.job;

import org.jspecify.annotations.NullMarked;
