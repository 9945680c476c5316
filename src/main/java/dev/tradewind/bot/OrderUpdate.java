package dev.tradewind.bot;

import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.VenueReport;

/**
 * What just happened to an order of the bot. A reusable view: read it before returning.
 */
public interface OrderUpdate {

    /** {@return what happened} */
    VenueReport.Kind kind();

    /** {@return why, for refusals} */
    VenueReport.Reason reason();

    /** {@return the order} */
    long clientOrderId();

    /** {@return the bot's own name for it} */
    int tag();

    /** {@return buy or sell} */
    Side side();

    /** {@return the state after the report} */
    OrderState state();

    /** {@return lots filled by this report, 0 unless it is a fill} */
    long filledLots();

    /** {@return this fill's price in ticks, 0 unless it is a fill} */
    long priceTicks();

    /** {@return this fill's fee in atoms of its asset} */
    long feeAtoms();

    /** {@return the asset of the fee} */
    VenueReport.FeeAsset feeAsset();

    /** {@return lots filled in all} */
    long totalFilledLots();

    /** {@return lots asked for} */
    long orderedLots();
}
