package dev.tradewind.report;

import dev.tradewind.backtest.Dealings;
import dev.tradewind.backtest.FillLog;
import dev.tradewind.backtest.OrderLog;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.VenueReport;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A run's orders and fills as CSV, in the form {@link RunCsv} has; every number is exact. What happened in several markets is in
 * the order of time, what happened at once in the order of the markets.
 */
public final class DealingsCsv {

    private DealingsCsv() {}

    private record Place(long nanos, Dealings.Market market, int row) {}

    /**
     * Writes every order that reached the exchange, by the time it was placed; one that has not ended has no end.
     *
     * @throws IOException if the target does
     */
    public static void orders(Dealings dealings, Appendable out) throws IOException {
        out.append("order,placed,ended,symbol,bot,side,type,timeInForce,quantity,price,stop,filled,filledValue,state,reason,"
                + "tag\n");
        List<Place> places = new ArrayList<>();
        for (Dealings.Market market : dealings.markets()) {
            for (int row = 0; row < market.orders().size(); row++) {
                places.add(new Place(market.orders().placedNanos(row), market, row));
            }
        }
        places.sort(Comparator.comparingLong(Place::nanos));
        for (Place place : places) {
            order(place.market().instrument(), place.market().orders(), place.row(), out);
        }
    }

    private static void order(Instrument instrument, OrderLog orders, int row, Appendable out) throws IOException {
        long ended = orders.endedNanos(row);
        VenueReport.Reason reason = orders.reason(row);
        RunCsv.line(
                out, Long.toString(orders.clientOrderId(row)), RunCsv.time(orders.placedNanos(row)),
                ended == OrderLog.OPEN ? "" : RunCsv.time(ended), RunCsv.text(instrument.symbol()),
                Integer.toString(orders.bot(row)), small(orders.side(row)), small(orders.type(row)),
                small(orders.timeInForce(row)), plain(instrument.toQuantity(orders.lots(row))),
                price(instrument, orders.priceTicks(row)), price(instrument, orders.stopTicks(row)),
                plain(instrument.toQuantity(orders.filledLots(row))),
                plain(instrument.quote().toDecimal(orders.filledNotionalAtoms(row))), small(orders.state(row)),
                reason == VenueReport.Reason.NONE ? "" : small(reason), Integer.toString(orders.tag(row)));
    }

    /**
     * Writes every fill by its time.
     *
     * @throws IOException if the target does
     */
    public static void fills(Dealings dealings, Appendable out) throws IOException {
        out.append("time,symbol,bot,side,price,quantity,fee,feeAsset,liquidity,order,tag\n");
        List<Place> places = new ArrayList<>();
        for (Dealings.Market market : dealings.markets()) {
            for (int row = 0; row < market.fills().size(); row++) {
                places.add(new Place(market.fills().timeNanos(row), market, row));
            }
        }
        places.sort(Comparator.comparingLong(Place::nanos));
        for (Place place : places) {
            fill(place.market(), place.row(), out);
        }
    }

    private static void fill(Dealings.Market market, int row, Appendable out) throws IOException {
        Instrument instrument = market.instrument();
        FillLog fills = market.fills();
        Asset paid = switch (fills.feeAsset(row)) {
            case QUOTE -> instrument.quote();
            case BASE -> instrument.base();
            case THIRD -> market.third().orElseThrow().asset();
        };
        RunCsv.line(
                out, RunCsv.time(fills.timeNanos(row)), RunCsv.text(instrument.symbol()), Integer.toString(fills.bot(row)),
                small(fills.side(row)), plain(instrument.toPrice(fills.priceTicks(row))),
                plain(instrument.toQuantity(fills.lots(row))), plain(paid.toDecimal(fills.feeAtoms(row))),
                RunCsv.text(paid.code()), fills.maker(row) ? "maker" : "taker", Long.toString(fills.clientOrderId(row)),
                Integer.toString(fills.tag(row)));
    }

    private static String price(Instrument instrument, long ticks) {
        return ticks == 0 ? "" : plain(instrument.toPrice(ticks));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String small(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
