package dev.tradewind.sim;

import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.VenueReport;
import java.util.function.Supplier;

/** The last few thousand fills, for whoever asks for an order's or for all. */
final class FillTrail {

    private static final int KEPT = 8192;

    private final VenueReport[] fills = new VenueReport[KEPT];
    private final boolean[] sells = new boolean[KEPT];
    private int next;
    private int size;

    void add(VenueReport fill, boolean sell) {
        VenueReport carrier = fills[next];
        if (carrier == null) {
            carrier = new VenueReport();
            fills[next] = carrier;
        }
        carrier.set(fill);
        sells[next] = sell;
        next = (next + 1) & (KEPT - 1);
        size = Math.min(KEPT, size + 1);
    }

    /** Tells every fill of an order as it was told before. */
    void tell(long clientOrderId, Supplier<VenueReport> carriers) {
        for (int back = size; back > 0; back--) {
            VenueReport fill = fills[(next - back) & (KEPT - 1)];
            if (fill.clientOrderId() == clientOrderId) {
                carriers.get().set(fill);
            }
        }
    }

    /** Tells every fill since a time, as part of a statement. */
    void tellSince(long sinceNanos, Supplier<VenueReport> carriers) {
        for (int back = size; back > 0; back--) {
            int at = (next - back) & (KEPT - 1);
            VenueReport fill = fills[at];
            if (fill.timeNanos() >= sinceNanos) {
                carriers.get()
                        .setFill(
                                VenueReport.Kind.STATEMENT_FILL,
                                VenueReport.Reason.NONE,
                                fill.clientOrderId(),
                                fill.timeNanos(),
                                fill.fillId(),
                                fill.priceTicks(),
                                sells[at] ? -fill.quantityLots() : fill.quantityLots(),
                                fill.feeAtoms(),
                                fill.feeAsset(),
                                fill.maker())
                        .with(fill.positionSide(), 0, fill.feeValueAtoms(), 0);
            }
        }
    }

    void save(StateWriter out) {
        out.section("FillTrail", 1).number(size);
        for (int back = size; back > 0; back--) {
            int at = (next - back) & (KEPT - 1);
            VenueReport fill = fills[at];
            out.number(fill.clientOrderId())
                    .number(fill.timeNanos())
                    .number(fill.fillId())
                    .number(fill.priceTicks())
                    .number(fill.quantityLots())
                    .number(fill.feeAtoms())
                    .constant(fill.feeAsset())
                    .flag(fill.maker())
                    .constant(fill.positionSide())
                    .number(fill.feeValueAtoms())
                    .flag(sells[at]);
        }
    }

    void load(StateReader in) {
        int count = in.section("FillTrail", 1).count();
        VenueReport fill = new VenueReport();
        for (int i = 0; i < count; i++) {
            fill.filled(
                            in.number(),
                            in.number(),
                            in.number(),
                            in.number(),
                            in.number(),
                            in.number(),
                            in.constant(VenueReport.FeeAsset.class),
                            in.flag())
                    .with(in.constant(PositionSide.class), 0, in.number(), 0);
            add(fill, in.flag());
        }
    }
}
