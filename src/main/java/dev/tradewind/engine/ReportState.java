package dev.tradewind.engine;

import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.VenueReport;

/** A report that was kept, as part of a state. */
final class ReportState {

    private ReportState() {}

    static void save(StateWriter out, VenueReport report) {
        out.constant(report.kind())
                .constant(report.reason())
                .number(report.clientOrderId())
                .number(report.timeNanos())
                .number(report.fillId())
                .number(report.priceTicks())
                .number(report.quantityLots())
                .number(report.feeAtoms())
                .constant(report.feeAsset())
                .flag(report.maker())
                .constant(report.positionSide())
                .number(report.amountAtoms())
                .number(report.feeValueAtoms())
                .number(report.stopTicks());
    }

    static VenueReport load(StateReader in) {
        return new VenueReport()
                .setFill(
                        in.constant(VenueReport.Kind.class),
                        in.constant(VenueReport.Reason.class),
                        in.number(),
                        in.number(),
                        in.number(),
                        in.number(),
                        in.number(),
                        in.number(),
                        in.constant(VenueReport.FeeAsset.class),
                        in.flag())
                .with(in.constant(PositionSide.class), in.number(), in.number(), in.number());
    }
}
