package dev.tradewind.sim;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells the venue's books as a statement. */
final class Books {

    private final Instrument instrument;
    private final SimAccount account;
    private final @Nullable MarginAccount margin;
    private final FeeBooks fees;
    private final boolean third;
    private final RestingLine line;

    Books(
            Instrument instrument,
            SimAccount account,
            @Nullable MarginAccount margin,
            FeeBooks fees,
            boolean third,
            RestingLine line) {
        this.instrument = instrument;
        this.account = account;
        this.margin = margin;
        this.fees = fees;
        this.third = third;
        this.line = line;
    }

    void tell(long sinceNanos, long timeNanos, @Nullable FillTrail trail, Supplier<VenueReport> carriers) {
        say(carriers, VenueReport.Kind.STATEMENT_BEGAN, timeNanos, FeeAsset.QUOTE, sinceNanos);
        for (SimOrder order = line.first(); order != null; order = order.after) {
            carriers.get()
                    .setFill(
                            VenueReport.Kind.STATEMENT_ORDER,
                            VenueReport.Reason.NONE,
                            order.request.clientOrderId(),
                            timeNanos,
                            0,
                            order.request.priceTicks(),
                            order.isBuy() ? order.request.quantityLots() : -order.request.quantityLots(),
                            0,
                            FeeAsset.QUOTE,
                            false)
                    .with(order.request.terms().positionSide(), order.filledLots(), 0, order.request.stopTicks());
        }
        if (trail != null) {
            trail.tellSince(sinceNanos, carriers);
        }
        MarginAccount books = margin;
        say(
                carriers,
                VenueReport.Kind.STATEMENT_BALANCE,
                timeNanos,
                FeeAsset.QUOTE,
                books == null ? account.quoteAtoms() : books.walletAtoms());
        if (books == null) {
            say(carriers, VenueReport.Kind.STATEMENT_BALANCE, timeNanos, FeeAsset.BASE, account.baseAtoms());
        }
        if (third) {
            say(carriers, VenueReport.Kind.STATEMENT_BALANCE, timeNanos, FeeAsset.THIRD, fees.thirdAtoms());
        }
        for (PositionSide side : PositionSide.values()) {
            if (books != null && books.lots(side.ordinal()) != 0) {
                position(books, side, timeNanos, carriers.get());
            }
        }
        say(carriers, VenueReport.Kind.STATEMENT_ENDED, timeNanos, FeeAsset.QUOTE, 0);
    }

    private void position(MarginAccount books, PositionSide side, long timeNanos, VenueReport carrier) {
        long lots = books.lots(side.ordinal());
        long perTick = Math.multiplyExact(Math.abs(lots), instrument.tickLotAtoms());
        long ticks = (Math.abs(books.entryAtoms(side.ordinal())) + perTick / 2) / perTick;
        carrier.setFill(
                        VenueReport.Kind.STATEMENT_POSITION, VenueReport.Reason.NONE, 0, timeNanos, 0, ticks, lots, 0,
                        FeeAsset.QUOTE, false)
                .with(side, books.marginAtoms(side.ordinal()), 0, 0);
    }

    private static void say(
            Supplier<VenueReport> carriers, VenueReport.Kind kind, long timeNanos, FeeAsset asset, long amount) {
        carriers.get()
                .setFill(kind, VenueReport.Reason.NONE, 0, timeNanos, 0, 0, 0, 0, asset, false)
                .with(PositionSide.NET, amount, 0, 0);
    }
}
