package dev.tradewind.hostile;

import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.venue.Capabilities;
import dev.tradewind.venue.LinePace;
import dev.tradewind.venue.Venue;

/** A connector that passes everything on; bad ones override what they get wrong. */
class PassingVenue implements Venue {

    final Venue target;

    PassingVenue(Venue target) {
        this.target = target;
    }

    @Override
    public Capabilities capabilities() {
        return target.capabilities();
    }

    @Override
    public LinePace pace() {
        return target.pace();
    }

    @Override
    public void submit(OrderRequest request) {
        target.submit(request);
    }

    @Override
    public void query(long clientOrderId) {
        target.query(clientOrderId);
    }

    @Override
    public void statement(long fillsSinceNanos) {
        target.statement(fillsSinceNanos);
    }

    @Override
    public void transfer(long quoteAtoms) {
        target.transfer(quoteAtoms);
    }

    @Override
    public void adjustMargin(PositionSide side, long quoteAtoms) {
        target.adjustMargin(side, quoteAtoms);
    }

    @Override
    public void replace(OrderRequest request) {
        target.replace(request);
    }

    @Override
    public void cancel(long clientOrderId) {
        target.cancel(clientOrderId);
    }
}
