/**
 * Backups of the data folder and what is given out of it as a whole: made, kept, checked, restored, rehearsed. Entry type:
 * {@link dev.tradewind.app.archive.BackupDesk}. Any thread.
 */
@NullMarked
package dev.tradewind.app.archive;

import org.jspecify.annotations.NullMarked;
