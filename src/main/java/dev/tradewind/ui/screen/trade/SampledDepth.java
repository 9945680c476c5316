package dev.tradewind.ui.screen.trade;

import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.Market;
import dev.tradewind.engine.EngineSnapshot.TradeRow;
import dev.tradewind.marketdata.DepthView;
import dev.tradewind.marketdata.SyntheticDepth;

/** The book made up around recorded trades, for a ladder. */
final class SampledDepth implements DepthSource {

    private static final long SEED = 42;

    private final SyntheticDepth depth = new SyntheticDepth(SEED);

    @Override
    public void fill(EngineSnapshot snapshot, long groupTicks, DepthBook book) {
        Market market = snapshot.market();
        if (market.lastTicks() <= 0) {
            return;
        }
        DepthView view = depth.around(
                market.lastTicks(), market.lastAggressor(), snapshot.sequence(), meanLots(market), groupTicks,
                DEEPEST_ROWS);
        for (DepthView.Level level : view.bids()) {
            book.addBid(level.priceTicks(), level.lots());
        }
        for (DepthView.Level level : view.asks()) {
            book.addAsk(level.priceTicks(), level.lots());
        }
    }

    private static long meanLots(Market market) {
        long sum = 0;
        int count = 0;
        for (TradeRow trade : market.trades()) {
            sum += trade.quantityLots();
            count++;
        }
        return count == 0 ? 1 : Math.max(1, sum / count);
    }
}
