package dev.tradewind.engine;

import dev.tradewind.bot.OrderUpdate;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.oms.Order;
import org.jspecify.annotations.Nullable;

/** What a bot is being told of one of its orders. One per bot, used again and again. */
final class ToldOrder implements OrderUpdate {

    private @Nullable Order updated;
    private @Nullable VenueReport report;

    ToldOrder set(Order order, VenueReport about) {
        updated = order;
        report = about;
        return this;
    }

    private Order updatedOrder() {
        Order order = updated;
        if (order == null) {
            throw new IllegalStateException("no order update is being told");
        }
        return order;
    }

    private VenueReport toldReport() {
        VenueReport told = report;
        if (told == null) {
            throw new IllegalStateException("no order update is being told");
        }
        return told;
    }

    @Override
    public VenueReport.Kind kind() {
        return toldReport().kind();
    }

    @Override
    public VenueReport.Reason reason() {
        return toldReport().reason();
    }

    @Override
    public long clientOrderId() {
        return updatedOrder().clientOrderId();
    }

    @Override
    public int tag() {
        return updatedOrder().request().tag();
    }

    @Override
    public Side side() {
        return updatedOrder().side();
    }

    @Override
    public OrderState state() {
        return updatedOrder().state();
    }

    @Override
    public long filledLots() {
        return toldReport().kind() == VenueReport.Kind.FILLED ? toldReport().quantityLots() : 0;
    }

    @Override
    public long priceTicks() {
        return toldReport().priceTicks();
    }

    @Override
    public long feeAtoms() {
        return toldReport().feeAtoms();
    }

    @Override
    public FeeAsset feeAsset() {
        return toldReport().feeAsset();
    }

    @Override
    public long totalFilledLots() {
        return updatedOrder().filledLots();
    }

    @Override
    public long orderedLots() {
        return updatedOrder().request().quantityLots();
    }
}
