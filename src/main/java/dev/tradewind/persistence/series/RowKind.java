package dev.tradewind.persistence.series;

/** What a row of a series is made of, and how rows are told as differences. Values of a row lie side by side. */
enum RowKind {
    /** Open time, open, high, low, close, volume, as in {@link dev.tradewind.marketdata.CandleColumns#adopt}. */
    CANDLES(6, 1) {
        @Override
        void differ(long[] cells, int at, int rows, long base, long step, long[][] columns) {
            long time = cells[at] - step;
            long before = base;
            int cell = at;
            for (int row = 0; row < rows; row++, cell += 6) {
                long open = cells[cell + 1];
                long close = cells[cell + 4];
                columns[0][row] = cells[cell] - time - step;
                columns[1][row] = open - before;
                columns[2][row] = cells[cell + 2] - Math.max(open, close);
                columns[3][row] = Math.min(open, close) - cells[cell + 3];
                columns[4][row] = close - open;
                columns[5][row] = cells[cell + 5];
                time = cells[cell];
                before = close;
            }
        }

        @Override
        void restore(long[][] columns, int rows, long first, long base, long step, long[] into, int at) {
            long[] times = columns[0];
            long[] opens = columns[1];
            long[] highs = columns[2];
            long[] lows = columns[3];
            long[] closes = columns[4];
            long[] volumes = columns[5];
            long time = first - step;
            long close = base;
            int cell = at;
            for (int row = 0; row < rows; row++, cell += 6) {
                time += times[row] + step;
                long open = close + opens[row];
                close = open + closes[row];
                into[cell] = time;
                into[cell + 1] = open;
                into[cell + 2] = Math.max(open, close) + highs[row];
                into[cell + 3] = Math.min(open, close) - lows[row];
                into[cell + 4] = close;
                into[cell + 5] = volumes[row];
            }
        }
    },
    /** Time, price, quantity, side, id. Their step is the id before the first one. */
    TRADES(5, 2) {
        @Override
        void differ(long[] cells, int at, int rows, long base, long step, long[][] columns) {
            long time = cells[at];
            long price = base;
            long id = step;
            int cell = at;
            for (int row = 0; row < rows; row++, cell += 5) {
                columns[0][row] = cells[cell] - time;
                columns[1][row] = cells[cell + 1] - price;
                columns[2][row] = cells[cell + 2];
                columns[3][row] = cells[cell + 3];
                columns[4][row] = cells[cell + 4] - id - 1;
                time = cells[cell];
                price = cells[cell + 1];
                id = cells[cell + 4];
            }
        }

        @Override
        void restore(long[][] columns, int rows, long first, long base, long step, long[] into, int at) {
            long time = first;
            long price = base;
            long id = step;
            int cell = at;
            for (int row = 0; row < rows; row++, cell += 5) {
                time += columns[0][row];
                price += columns[1][row];
                id += columns[4][row] + 1;
                into[cell] = time;
                into[cell + 1] = price;
                into[cell + 2] = columns[2][row];
                into[cell + 3] = columns[3][row];
                into[cell + 4] = id;
            }
        }
    };

    /** Where the first price of a row lies. */
    static final int PRICE = 1;

    /** Where a trade's id lies. */
    static final int ID = 4;

    private final int width;
    private final byte code;

    RowKind(int width, int code) {
        this.width = width;
        this.code = (byte) code;
    }

    /** {@return values in a row} */
    int width() {
        return width;
    }

    /** {@return its code in a block} */
    byte code() {
        return code;
    }

    /**
     * Tells {@code rows} rows from cell {@code at} on as differences, column by column.
     *
     * @param base price the first difference counts from
     * @param step what each row mostly is on from the one before: nanoseconds of candles
     */
    abstract void differ(long[] cells, int at, int rows, long base, long step, long[][] columns);

    /** Makes the rows again, into the cells from {@code at} on. */
    abstract void restore(long[][] columns, int rows, long first, long base, long step, long[] into, int at);
}
