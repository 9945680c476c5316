package dev.tradewind.engine;

import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TradingState;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.oms.Order;
import dev.tradewind.oms.OrderTable;
import dev.tradewind.oms.SlotBroker;
import dev.tradewind.portfolio.Ledger;
import dev.tradewind.risk.RiskView;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What the gate may look at, of whoever places or asks: market, ledger and working orders as they are. Engine thread only. */
final class DeskView implements RiskView {

    private final SessionConfig config;
    private final Instrument instrument;
    private final boolean perpetual;
    private final Ledger ledger;
    private final MarketState market;
    private final OrderTable orders;
    private final SlotBroker slots;
    private final OrderCensus census;
    private final LongSupplier clock;
    private final FeeRate dearerFee;
    private TradingState trading = TradingState.ACTIVE;
    private @Nullable Owner asking;
    private @Nullable Order amending;

    DeskView(SessionConfig config, Ledger ledger, MarketState market, OrderTable orders, SlotBroker slots, LongSupplier clock) {
        this.slots = slots;
        this.config = config;
        this.ledger = ledger;
        this.market = market;
        this.orders = orders;
        this.clock = clock;
        instrument = config.instrument();
        perpetual = instrument.isPerpetual();
        census = new OrderCensus(orders);
        dearerFee = config.takerFee().e8() > config.makerFee().e8() ? config.takerFee() : config.makerFee();
    }

    /** Whose order is judged from here on. */
    DeskView asks(Owner owner) {
        asking = owner;
        return this;
    }

    /** Which working order the one judged would replace, null for none. */
    void amends(@Nullable Order order) {
        amending = order;
    }

    void trading(TradingState state) {
        trading = state;
    }

    @Override
    public long nowNanos() {
        return clock.getAsLong();
    }

    private Owner asking() {
        Owner owner = asking;
        if (owner == null) {
            throw new IllegalStateException("nobody asks");
        }
        return owner;
    }

    @Override
    public TradingState tradingState() {
        return trading;
    }

    @Override
    public long lastTicks() {
        return market.lastTicks();
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public long markTicks() {
        return market.markTicks();
    }

    @Override
    public long averageTicks(int minutes) {
        return market.averageTicks(minutes);
    }

    @Override
    public long freeQuoteAtoms() {
        return asking().ledger().freeQuoteAtoms();
    }

    @Override
    public long sellableLots() {
        return asking().ledger().sellableLots();
    }

    @Override
    public long usualLots() {
        return asking().usualLots();
    }

    @Override
    public int openStops() {
        return slots.stopsUsed();
    }

    @Override
    public int openIcebergs() {
        return census.icebergs();
    }

    @Override
    public int openLists() {
        return census.lists();
    }

    @Override
    public boolean listOpen(long linkId) {
        return census.linked(asking().id(), linkId);
    }

    @Override
    public long heldAndBoughtLots() {
        return ledger.baseAtoms() / instrument.lotAtoms() + census.buyLots();
    }

    @Override
    public long workingSellLots() {
        Order changed = amending;
        long lots = perpetual ? asking().liveLots(Side.SELL) : asking().workingSellLots();
        if (changed == null || changed.side() == Side.BUY) {
            return lots;
        }
        // what has filled is not sold again; of a link the largest counts anyway
        return lots - changed.filledLots() - (changed.request().linkId() == 0 ? changed.workingLots() : 0);
    }

    @Override
    public long linkedSellLots(long linkId) {
        return asking().linkedSellLots(linkId);
    }

    @Override
    public long workingBuyLots() {
        Order changed = amending;
        long lots = asking().liveLots(Side.BUY);
        return changed == null || changed.side() == Side.SELL ? lots : Math.max(0, lots - changed.workingLots());
    }

    @Override
    public long linkedBuyLots(long linkId) {
        return asking().linkedLots(Side.BUY, linkId);
    }

    @Override
    public long closingLots(OrderRequest order) {
        if (order.tag() == KillSwitch.TAG && !shared()) {
            // the engine closes at once; exits that wait shrink with the position at the exchange
            return 0;
        }
        long lots = asking().closingLots(order);
        Order changed = amending;
        if (changed == null) {
            return lots;
        }
        // what has filled closes nothing more; of a link none counts anyway
        return lots - changed.filledLots() - (order.linkId() == 0 ? changed.workingLots() : 0);
    }

    @Override
    public long enteringLots(OrderRequest order) {
        long opening = openingLots(order);
        boolean plain = amending == null && order.linkId() == 0 && order.terms().positionSide() == PositionSide.NET;
        if (opening == 0 || !perpetual || !plain) {
            return opening;
        }
        long held = order.side() == Side.BUY ? shortLots() : sellableLots();
        long unclaimed = Math.max(0, held - asking().closingLots(order.side()));
        return Math.min(opening, Math.max(0, order.quantityLots() - unclaimed));
    }

    @Override
    public boolean shared() {
        return perpetual && ledger.isShared(asking().ledger());
    }

    @Override
    public long shortLots() {
        return asking().ledger().closableLots(Side.BUY, hedged() ? PositionSide.SHORT : PositionSide.NET);
    }

    @Override
    public boolean hedged() {
        return perpetual && config.margin().positions() == PositionMode.HEDGE;
    }

    @Override
    public MarginConfig margin() {
        return config.margin();
    }

    @Override
    public long netAtoms() {
        return perpetual ? instrument.notionalAtoms(market.markTicks(), ledger.baseAtoms() / instrument.lotAtoms()) : 0;
    }

    @Override
    public int openOrders() {
        return slots.used() - (amending == null ? 0 : 1);
    }

    @Override
    public long exposureAtoms() {
        if (perpetual) {
            return Math.abs(netAtoms()) + Math.multiplyExact(ledger.reservedAtoms(), config.margin().leverage());
        }
        long held = ledger.baseAtoms() == 0 ? 0 : instrument.valueOfBaseAtoms(market.lastTicks(), ledger.baseAtoms());
        return held + ledger.reservedAtoms();
    }

    @Override
    public long reservationAtoms(long priceTicks, long lots) {
        long open = amending == null ? lots : Math.max(0, lots - amending.filledLots());
        long notional = instrument.notionalAtoms(priceTicks, open);
        if (perpetual) {
            return config.margin().initialMargin(notional) + dearerFee.feeOn(notional);
        }
        return config.buyFeeAsset() == FeeAsset.BASE
                ? notional
                : notional + dearerFee.feeOn(notional);
    }
}
