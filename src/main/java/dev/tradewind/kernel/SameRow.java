package dev.tradewind.kernel;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.VenueReport;

/** Holds what two journal rows say against each other, field by field; their places are for the caller to compare. */
final class SameRow {

    private SameRow() {}

    /** {@return whether both say the same} */
    static boolean same(JournalEntry one, JournalEntry other) {
        return switch (one) {
            case JournalEntry.CommandTaken row ->
                other instanceof JournalEntry.CommandTaken that && row.command().equals(that.command());
            case JournalEntry.TimerFired row ->
                other instanceof JournalEntry.TimerFired that && row.timerId() == that.timerId();
            case JournalEntry.ReportReceived row ->
                other instanceof JournalEntry.ReportReceived that && same(row.report(), that.report());
            case JournalEntry.SubmitIntended row ->
                other instanceof JournalEntry.SubmitIntended that && same(row.request(), that.request());
            case JournalEntry.AmendIntended row ->
                other instanceof JournalEntry.AmendIntended that && same(row.request(), that.request());
            case JournalEntry.CancelIntended row ->
                other instanceof JournalEntry.CancelIntended that && row.clientOrderId() == that.clientOrderId();
            case JournalEntry.Decided row ->
                other instanceof JournalEntry.Decided that
                        && row.bot() == that.bot()
                        && row.reason() == that.reason()
                        && row.first() == that.first()
                        && row.second() == that.second();
            case JournalEntry.SessionStarted row -> other instanceof JournalEntry.SessionStarted;
            case JournalEntry.TapeBlockClosed row -> other instanceof JournalEntry.TapeBlockClosed;
        };
    }

    private static boolean same(VenueReport one, VenueReport other) {
        return one.kind() == other.kind()
                && one.reason() == other.reason()
                && one.clientOrderId() == other.clientOrderId()
                && one.timeNanos() == other.timeNanos()
                && one.fillId() == other.fillId()
                && one.priceTicks() == other.priceTicks()
                && one.quantityLots() == other.quantityLots()
                && one.feeAtoms() == other.feeAtoms()
                && one.feeAsset() == other.feeAsset()
                && one.maker() == other.maker()
                && one.positionSide() == other.positionSide()
                && one.amountAtoms() == other.amountAtoms()
                && one.feeValueAtoms() == other.feeValueAtoms()
                && one.stopTicks() == other.stopTicks();
    }

    private static boolean same(OrderRequest one, OrderRequest other) {
        return one.clientOrderId() == other.clientOrderId()
                && one.botId() == other.botId()
                && one.instrument() == other.instrument()
                && one.side() == other.side()
                && one.type() == other.type()
                && one.timeInForce() == other.timeInForce()
                && one.quantityLots() == other.quantityLots()
                && one.priceTicks() == other.priceTicks()
                && one.stopTicks() == other.stopTicks()
                && one.tag() == other.tag()
                && one.linkId() == other.linkId()
                && one.algoId() == other.algoId()
                && one.terms().equals(other.terms());
    }
}
