package dev.tradewind.marketdata;

import java.util.List;

/**
 * Which field of a line is what of a trade.
 *
 * @param side  who crossed the spread, in words; −1 where no field says so
 * @param maker whether the buyer's order was the one that lay in the book; −1 where no field says so
 * @param id    the venue's id; −1 where there is none
 * @param least fields a line has at least
 * @param most  fields a line has at most
 * @param told  the columns as told to the user
 */
record TradeLayout(
        int time, int price, int quantity, int side, int maker, int id, int least, int most, String told) {

    private static final int LEAST = 3;
    private static final int MOST = 5;
    private static final List<String> TIME = List.of("time", "timestamp", "date");
    private static final List<String> PRICE = List.of("price");
    private static final List<String> QUANTITY = List.of("quantity", "qty", "amount", "size", "volume");
    private static final List<String> SIDE = List.of("side", "aggressor");
    private static final List<String> ARCHIVE_TIME = List.of("time", "transacttime", "timestamp");
    private static final List<String> MAKER = List.of("isbuyermaker", "wasthebuyerthemaker");
    private static final List<String> ARCHIVE_ID = List.of("aggtradeid", "aggregatetradeid", "tradeid", "id");
    private static final List<String> ID = List.of("id", "tradeid");

    /**
     * {@return the layout that a file's first line tells, together with the file's form}
     *
     * @throws ImportException if it is none
     */
    static TradeLayout of(DataFormat format, DecimalCsv first, boolean header) {
        return switch (format) {
            case TRADES -> header ? named(first) : counted(first);
            case BINANCE_AGG_TRADES ->
                header ? archived(first) : new TradeLayout(5, 1, 2, -1, 6, 0, 7, 8,
                        "aggTradeId,price,quantity,firstTradeId,lastTradeId,time,isBuyerMaker[,isBestMatch]");
            case BINANCE_TRADES ->
                header ? archived(first) : new TradeLayout(4, 1, 2, -1, 5, 0, 6, 7,
                        "tradeId,price,quantity,quoteQuantity,time,isBuyerMaker[,isBestMatch]");
            case CANDLES, BINANCE_KLINES, FREQTRADE, TRADINGVIEW, KRAKEN ->
                throw new IllegalArgumentException(format.label() + " are no trades");
        };
    }

    private static TradeLayout ours(int side, int id) {
        return new TradeLayout(0, 1, 2, side, -1, id, LEAST, MOST, TradeCsv.COLUMNS);
    }

    /** Columns of an archive in the order its heading names them. */
    private static TradeLayout archived(DecimalCsv csv) {
        int time = CsvHeader.find(csv, ARCHIVE_TIME);
        int price = CsvHeader.find(csv, PRICE);
        int quantity = CsvHeader.find(csv, QUANTITY);
        int maker = CsvHeader.find(csv, MAKER);
        if (time < 0 || price < 0 || quantity < 0 || maker < 0) {
            throw csv.fail("names no column " + (time < 0 ? "time" : price < 0 ? "price" : quantity < 0 ? "qty"
                    : "isBuyerMaker") + "; time, price, qty and isBuyerMaker are needed");
        }
        return new TradeLayout(
                time, price, quantity, -1, maker, CsvHeader.find(csv, ARCHIVE_ID), csv.fields(), csv.fields(),
                "those of the first line");
    }

    private static TradeLayout named(DecimalCsv csv) {
        int side = -1;
        int id = -1;
        boolean known = CsvHeader.names(csv, 0, TIME) && CsvHeader.names(csv, 1, PRICE)
                && CsvHeader.names(csv, 2, QUANTITY);
        for (int field = LEAST; known && field < csv.fields(); field++) {
            side = CsvHeader.names(csv, field, SIDE) && side < 0 ? field : side;
            id = CsvHeader.names(csv, field, ID) && id < 0 ? field : id;
            known = side == field || id == field;
        }
        if (!known) {
            throw csv.fail("starts with '" + csv.text(0) + "'; the first line is either a trade or the header "
                    + TradeCsv.COLUMNS);
        }
        return ours(side, id);
    }

    private static TradeLayout counted(DecimalCsv csv) {
        TradeLayout bare = ours(-1, -1);
        bare.requireFields(csv);
        if (csv.fields() == MOST) {
            return ours(LEAST, LEAST + 1);
        }
        if (csv.fields() == LEAST) {
            return bare;
        }
        boolean number = !csv.isEmpty(LEAST) && Character.isDigit(csv.firstByte(LEAST));
        return number ? ours(-1, LEAST) : ours(LEAST, -1);
    }

    /** Refuses a line with another number of fields. */
    void requireFields(DecimalCsv csv) {
        if (csv.fields() < least || csv.fields() > most) {
            throw csv.fail("has " + csv.fields() + (csv.fields() == 1 ? " field" : " fields") + "; a trade has " + least
                    + " to " + most + ": " + told);
        }
    }

    /** {@return whether a line may tell who crossed the spread} */
    boolean sided() {
        return side >= 0 || maker >= 0;
    }
}
