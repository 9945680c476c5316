package dev.tradewind.engine;

import dev.tradewind.domain.BotState;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.oms.EndedFills.Ended;
import dev.tradewind.oms.VenueStatement.SaidFill;
import dev.tradewind.portfolio.BotAccount;
import dev.tradewind.portfolio.Ledger;
import java.util.TreeSet;

/**
 * Books fills that belong to no working order: those of an order that has ended, for its owner, and those made elsewhere, for
 * the user. Engine thread only.
 */
final class LateFills implements Stateful {

    private static final int USER = 0;
    private static final int MOST_FOREIGN = 65_536;

    private final OrderDesk desk;
    private final Ledger ledger;
    private final Fleet fleet;
    private final Owner user;
    private final RiskDesk risk;
    private final Recorder recorder;
    private final OrderRequest foreign = new OrderRequest();
    private final VenueReport carrier = new VenueReport();

    /** Fills of others that are booked. */
    private final TreeSet<Long> foreignIds = new TreeSet<>();

    LateFills(OrderDesk desk, Ledger ledger, Fleet fleet, Owner user, RiskDesk risk, Recorder recorder) {
        this.desk = desk;
        this.ledger = ledger;
        this.fleet = fleet;
        this.user = user;
        this.risk = risk;
        this.recorder = recorder;
    }

    /** Books a fill that came after its order's end, once. The owner's protection is looked at again. */
    void book(Ended order, VenueReport fill) {
        if (order.knows(fill.fillId())) {
            return;
        }
        OrderRequest request = order.request();
        BotSlot slot = request.botId() == USER ? null : fleet.find(request.botId());
        Owner owner = slot == null || slot.botState() == BotState.STOPPED ? user : slot;
        if (!canSell(owner.ledger(), request.side(), fill)) {
            owner = user;
        }
        order.filled(fill.fillId(), fill.quantityLots());
        fill(owner, request, fill);
        desk.decide(request.botId(), Reason.FILL_MISSED, request.clientOrderId(), fill.quantityLots());
        risk.looked(owner);
    }

    private boolean canSell(BotAccount account, Side side, VenueReport fill) {
        return side == Side.BUY
                || account.instrument().isPerpetual()
                || fill.quantityLots() <= account.sellableLots();
    }

    private void fill(Owner owner, OrderRequest request, VenueReport fill) {
        ledger.fill(
                owner.ledger(),
                request.side(),
                request.terms().positionSide(),
                fill.priceTicks(),
                fill.quantityLots(),
                fill.feeAtoms(),
                fill.feeAsset(),
                fill.feeValueAtoms());
        recorder.filled(request, fill, desk.nowNanos(), desk.lastRow());
    }

    /** Books a trade made elsewhere for the user. {@return whether it was his to trade: what bots hold, he owes them} */
    boolean bookForeign(SaidFill said) {
        Side side = said.signedLots() > 0 ? Side.BUY : Side.SELL;
        VenueReport fill = said.toReport(carrier, said.id());
        foreignIds.add(said.fillId());
        if (foreignIds.size() > MOST_FOREIGN) {
            foreignIds.pollFirst();
        }
        boolean his = canSell(user.ledger(), side, fill);
        foreign.set(
                said.id(), USER, 0, side, OrderType.MARKET, TimeInForce.GTC,
                fill.quantityLots(), 0, 0, 0, 0);
        foreign.with(OrderTerms.NONE.on(said.side()), 0);
        fill(user, foreign, fill);
        desk.decide(USER, Reason.TRADE_FOREIGN, said.priceTicks(), fill.quantityLots());
        risk.looked(user);
        return his;
    }

    /** {@return the fills of others that are booked, the newest of them} */
    TreeSet<Long> foreignIds() {
        return foreignIds;
    }

    @Override
    public void save(StateWriter out) {
        long[] ids = foreignIds.stream().mapToLong(Long::longValue).toArray();
        out.section("LateFills", 1).numbers(ids, ids.length);
    }

    @Override
    public void load(StateReader in) {
        in.section("LateFills", 1);
        for (long id : in.numbers()) {
            foreignIds.add(id);
        }
    }
}
