package dev.tradewind.backtest;

import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.TradingState;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.engine.SessionConfig;
import dev.tradewind.portfolio.BotAccount;
import dev.tradewind.risk.RiskView;

/** What the gate may look at where nobody but one bot trades and no order is under way. Owned by one thread. */
final class SignalDesk implements RiskView {

    private final SessionConfig config;
    private final Instrument instrument;
    private final long capitalAtoms;
    private final FeeRate dearerFee;
    private BotAccount account;
    private long nowNanos;
    private long lastTicks;

    /** @param capitalAtoms the bot's part of the account */
    SignalDesk(SessionConfig config, long capitalAtoms) {
        this.config = config;
        this.capitalAtoms = capitalAtoms;
        instrument = config.instrument();
        dearerFee = config.takerFee().e8() > config.makerFee().e8() ? config.takerFee() : config.makerFee();
        account = open();
    }

    /** Starts over with its capital. {@return the bot's account} */
    BotAccount open() {
        account = BotAccount.of(instrument, capitalAtoms);
        return account;
    }

    /** A candle closed. */
    void at(long timeNanos, long closeTicks) {
        nowNanos = timeNanos;
        lastTicks = closeTicks;
    }

    @Override
    public Instrument instrument() {
        return instrument;
    }

    @Override
    public long lastTicks() {
        return lastTicks;
    }

    @Override
    public int openOrders() {
        return 0;
    }

    @Override
    public long heldAndBoughtLots() {
        return account.sellableLots();
    }

    @Override
    public TradingState tradingState() {
        return TradingState.ACTIVE;
    }

    @Override
    public long nowNanos() {
        return nowNanos;
    }

    @Override
    public long freeQuoteAtoms() {
        return account.freeQuoteAtoms();
    }

    @Override
    public long sellableLots() {
        return account.sellableLots();
    }

    @Override
    public long workingSellLots() {
        return 0;
    }

    @Override
    public long linkedSellLots(long linkId) {
        return 0;
    }

    @Override
    public long exposureAtoms() {
        return account.baseAtoms() == 0 ? 0 : instrument.valueOfBaseAtoms(lastTicks, account.baseAtoms());
    }

    @Override
    public long reservationAtoms(long priceTicks, long quantityLots) {
        long notional = instrument.notionalAtoms(priceTicks, quantityLots);
        return config.buyFeeAsset() == FeeAsset.BASE ? notional : notional + dearerFee.feeOn(notional);
    }
}
