/**
 * The candle and trade store: columnar, compressed, checksummed blocks in the database of the data folder.
 *
 * <p>Entry type: {@link dev.tradewind.persistence.series.SqlCandleStore}, behind {@link
 * dev.tradewind.marketdata.CandleStore}. Whoever calls it does the work; it owns no thread. One call writes at a time,
 * readers do not wait for it. What a block looks like is said in {@link dev.tradewind.persistence.series.BlockCodec}
 * and in docs/store.md. Nothing here knows of journals, tapes or settings.
 */
@NullMarked
package dev.tradewind.persistence.series;

import org.jspecify.annotations.NullMarked;
