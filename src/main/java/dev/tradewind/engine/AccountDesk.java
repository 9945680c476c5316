package dev.tradewind.engine;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.FundingEvent;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.portfolio.Ledger;
import dev.tradewind.portfolio.Margin;
import dev.tradewind.portfolio.PerpetualAccount;
import dev.tradewind.portfolio.Position;
import dev.tradewind.venue.Venue;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the account rather than to an order: deposits and withdrawals, margin moved, funding, margin calls and
 * liquidations, and the end of an owner whose own margin is used up while others' keep the account alive. Engine thread only.
 */
final class AccountDesk implements Stateful {

    private static final int USER = 0;
    private static final PositionSide[] SIDES = PositionSide.values();

    private final Ledger ledger;
    private final Instrument instrument;
    private final MarketState market;
    private final OrderDesk desk;
    private final Fleet fleet;
    private final Owner user;
    private final Venue venue;
    private long withdrawingAtoms;
    private Command.@Nullable AdjustMargin adjusting;

    AccountDesk(
            Instrument instrument, Ledger ledger, MarketState market, OrderDesk desk, Fleet fleet, Owner user, Venue venue) {
        this.instrument = instrument;
        this.ledger = ledger;
        this.market = market;
        this.desk = desk;
        this.fleet = fleet;
        this.user = user;
        this.venue = venue;
    }

    @Override
    public void save(StateWriter out) {
        out.section("Account", 1).number(withdrawingAtoms).flag(adjusting != null);
        if (adjusting != null) {
            out.number(adjusting.botId()).constant(adjusting.positionSide()).number(adjusting.quoteAtoms());
        }
    }

    @Override
    public void load(StateReader in) {
        withdrawingAtoms = in.section("Account", 1).number();
        adjusting = in.flag()
                ? new Command.AdjustMargin(in.integer(), in.constant(PositionSide.class), in.number())
                : null;
    }

    /** {@return whether a report is about the account, not about an order} */
    static boolean concerns(VenueReport report) {
        return report.kind().isOfAccount()
                || report.kind() == VenueReport.Kind.REJECTED && report.clientOrderId() == 0;
    }

    void take(VenueReport report) {
        switch (report.kind()) {
            case TRANSFER -> {
                releaseWithdrawal(report.amountAtoms());
                ledger.transfer(report.amountAtoms());
                desk.decide(USER, Reason.TRANSFERRED, report.amountAtoms(), ledger.transfersAtoms());
            }
            case FUNDING -> ledger.funding(report.positionSide(), report.amountAtoms());
            case MARGIN_ADJUSTED -> adjusted(report);
            case MARGIN_CALL -> desk.decide(USER, Reason.MARGIN_CALL, report.priceTicks(), report.amountAtoms());
            case LIQUIDATED -> liquidated(report);
            case REJECTED -> rejected(report);
            case ACCEPTED, FILLED, CANCELED, CANCEL_REJECTED, EXPIRED, REPLACED, REPLACE_REJECTED, WORKING, DONE, UNKNOWN,
                    TIMED_OUT, LINE_LOST, LINE_BACK, STATEMENT_BEGAN, STATEMENT_ORDER, STATEMENT_FILL, STATEMENT_BALANCE,
                    STATEMENT_POSITION, STATEMENT_ENDED, STATEMENT_FAILED ->
                throw new IllegalStateException(report.kind() + " is about an order");
        }
    }

    private void rejected(VenueReport report) {
        if (report.reason() == VenueReport.Reason.WITHDRAWAL) {
            releaseWithdrawal(report.amountAtoms());
        } else if (report.reason() == VenueReport.Reason.MARGIN) {
            adjusting = null;
        }
        desk.decide(USER, Reason.TRANSFER_REFUSED, report.amountAtoms(), report.reason().ordinal());
    }

    /** Asks for a deposit or a withdrawal; what is to leave is set aside until the venue answers. */
    void transfer(long atoms) {
        String refusal = ledger.transferRefusal(atoms);
        if (!refusal.isEmpty()) {
            throw new IllegalArgumentException(refusal);
        }
        if (atoms < 0) {
            withdrawingAtoms = Math.subtractExact(withdrawingAtoms, atoms);
            ledger.reserve(user.ledger(), -atoms);
        }
        desk.durable();
        venue.transfer(atoms);
    }

    /** What was asked for and never answered is settled by the balances, which were compared. */
    void answersLost() {
        releaseWithdrawal(-withdrawingAtoms);
        adjusting = null;
    }

    private void releaseWithdrawal(long amount) {
        long released = amount < 0 ? Math.min(withdrawingAtoms, -amount) : 0;
        if (released > 0) {
            withdrawingAtoms -= released;
            ledger.reserve(user.ledger(), -released);
        }
    }

    void adjustMargin(Command.AdjustMargin adjust) {
        if (adjusting != null) {
            throw new IllegalArgumentException("the exchange has not answered the last margin change yet; try again then");
        }
        String refusal = ledger.marginRefusal(owner(adjust.botId()).ledger(), adjust.positionSide(), adjust.quoteAtoms());
        if (!refusal.isEmpty()) {
            throw new IllegalArgumentException(refusal);
        }
        adjusting = adjust;
        desk.durable();
        venue.adjustMargin(adjust.positionSide(), adjust.quoteAtoms());
    }

    /** {@return whether the exchange has yet to answer a margin change} */
    boolean adjusting() {
        return adjusting != null;
    }

    private void adjusted(VenueReport report) {
        Command.AdjustMargin asked = adjusting;
        adjusting = null;
        int botId = asked == null ? USER : asked.botId();
        ledger.marginAdjusted(owner(botId).ledger(), report.positionSide(), report.amountAtoms());
        desk.decide(botId, Reason.MARGIN_ADJUSTED, report.amountAtoms(), 0);
    }

    private Owner owner(int botId) {
        return botId == USER ? user : fleet.require(botId);
    }

    private void liquidated(VenueReport report) {
        long[] before = positions(report.positionSide());
        ledger.liquidate(report.positionSide(), report.priceTicks(), report.quantityLots(), report.feeAtoms());
        desk.decide(USER, Reason.LIQUIDATED, report.priceTicks(), report.quantityLots());
        long[] after = positions(report.positionSide());
        String words = "the exchange closed its position by force at "
                + instrument.toPrice(report.priceTicks()).toPlainString() + "; margin was used up";
        for (int i = 0; i < fleet.slots().size(); i++) {
            if (before[i] != after[i]) {
                fleet.ruined(fleet.slots().get(i), words);
            }
        }
    }

    private long[] positions(PositionSide side) {
        long[] lots = new long[fleet.slots().size()];
        for (int i = 0; i < lots.length; i++) {
            lots[i] = fleet.slots().get(i).ledger().positionLots(side);
        }
        return lots;
    }

    /** Funding came due: where owners' positions cancel out at the exchange they still owe it to each other. */
    void funding(FundingEvent event) {
        long mark = event.markTicks() == 0 ? market.markTicks() : event.markTicks();
        for (PositionSide side : SIDES) {
            ledger.fundingWithin(side, mark, event.rateE8());
        }
    }

    /**
     * Closes the position of an owner whose own margin is used up at this mark while the account as a whole is not: at an
     * exchange of its own it would be liquidated, and going on it would lose what is others'.
     */
    void mark(long markTicks) {
        checkOwn(user, markTicks);
        for (int i = 0; i < fleet.slots().size(); i++) {
            checkOwn(fleet.slots().get(i), markTicks);
        }
    }

    private void checkOwn(Owner owner, long markTicks) {
        if (owner.ledger().costAtoms() == 0 || !(owner.ledger() instanceof PerpetualAccount account)) {
            return;
        }
        for (PositionSide side : SIDES) {
            Position position = account.position(side);
            long at = position.lots() == 0 ? 0 : Margin.liquidationTicks(account, side, markTicks);
            boolean reached = at != 0 && (position.lots() > 0 ? markTicks <= at : markTicks >= at);
            if (reached && !isClosing(owner)) {
                desk.decide(owner.id(), Reason.OWN_MARGIN_USED_UP, markTicks, Math.abs(position.lots()));
                if (owner instanceof BotSlot slot) {
                    fleet.ruined(slot, "its own margin was used up at "
                            + instrument.toPrice(markTicks).toPlainString() + "; its position is closed at market");
                }
                closeAtMarket(owner, side, position.lots());
            }
        }
    }

    private static boolean isClosing(Owner owner) {
        for (int i = 0; i < owner.workingOrders(); i++) {
            if (owner.working(i).type() == OrderType.MARKET) {
                return true;
            }
        }
        return false;
    }

    /** An order of the owner's that closes for it; at the exchange it may open, where others' positions oppose it. */
    private void closeAtMarket(Owner owner, PositionSide side, long lots) {
        for (int i = owner.workingOrders() - 1; i >= 0; i--) {
            desk.cancel(owner.working(i));
        }
        desk.submit(
                owner, lots > 0 ? Side.SELL : Side.BUY, OrderType.MARKET, TimeInForce.GTC, Math.abs(lots), 0, 0, 0, 0,
                OrderTerms.NONE.on(side));
    }
}
