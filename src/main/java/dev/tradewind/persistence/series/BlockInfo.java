package dev.tradewind.persistence.series;

/**
 * What the database says of a block beside its bytes.
 *
 * @param start      its place in the series: where its span of time begins for candles, its first row's time for trades
 * @param firstNanos time of the first row
 * @param lastNanos  time of the last row
 * @param rows       rows, at least one
 * @param gaps       places inside where candles are missing
 * @param missing    candles missing in all of them
 * @param bytes      bytes of the block
 * @param leastId    smallest id of its trades, 0 for candles
 * @param mostId     largest id of its trades
 */
record BlockInfo(
        long start,
        long firstNanos,
        long lastNanos,
        int rows,
        int gaps,
        long missing,
        long bytes,
        long leastId,
        long mostId) {}
