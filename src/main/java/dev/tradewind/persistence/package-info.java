/**
 * What outlives the process: the journal and its tape, the database that mirrors them, the settings, the data folder.
 *
 * <p>Entry types: {@link dev.tradewind.persistence.DataFolder}, {@link dev.tradewind.persistence.FileJournal} to write,
 * {@link dev.tradewind.persistence.JournalReader} to read. The journal is written on the engine thread, the database by one
 * thread of its own that never makes the engine wait. The journal is the truth; everything in the database except the
 * settings can be made again from it.
 *
 * <p>A session's folder:
 *
 * <pre>
 * journal/00000001.twj …  rows, hash-chained, append-only
 * tape/00000001.twt …     closed blocks of market events, compressed
 * tape/open.twp           the block still being filled, in uncompressed pieces
 * </pre>
 *
 * <p>Every input of a session has a number without holes, kept either in the journal or on the tape. An intent's row
 * reaches the journal only after every market event before it is durable on the tape, so a hole in the numbers after which
 * no order was intended is a torn tail and may be cut; any other hole is damage.
 */
@NullMarked
package dev.tradewind.persistence;

import org.jspecify.annotations.NullMarked;
