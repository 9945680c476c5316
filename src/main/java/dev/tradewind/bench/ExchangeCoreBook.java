package dev.tradewind.bench;

import exchange.core2.collections.objpool.ObjectsPool;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.L2MarketData;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.cmd.OrderCommandType;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.orderbook.OrderBookEventsHelper;
import java.util.Map;

/**
 * exchange-core's fastest book, called as its own matching engine calls it: one command carrier, filled again and
 * again.
 */
final class ExchangeCoreBook {

    /** What it is called. */
    static final String NAME = "exchange-core 0.5.3 Direct";

    private static final int POOLED = 65_536;

    private final OrderBookDirectImpl book = new OrderBookDirectImpl(
            CoreSymbolSpecification.builder()
                    .symbolId(1)
                    .type(SymbolType.CURRENCY_EXCHANGE_PAIR)
                    .baseCurrency(1)
                    .quoteCurrency(2)
                    .baseScaleK(1)
                    .quoteScaleK(1)
                    .build(),
            new ObjectsPool(Map.of(
                    ObjectsPool.DIRECT_ORDER, POOLED,
                    ObjectsPool.DIRECT_BUCKET, POOLED,
                    ObjectsPool.ART_NODE_4, POOLED,
                    ObjectsPool.ART_NODE_16, POOLED,
                    ObjectsPool.ART_NODE_48, POOLED,
                    ObjectsPool.ART_NODE_256, POOLED)),
            OrderBookEventsHelper.NON_POOLED_EVENTS_HELPER,
            LoggingConfiguration.DEFAULT);
    private final OrderCommand command = new OrderCommand();
    private final BookWork work;

    ExchangeCoreBook(BookWork work) {
        this.work = work;
    }

    void play(OrderTape tape) {
        for (int at = 0; at < tape.size(); at++) {
            command.orderId = tape.id(at);
            command.uid = tape.id(at);
            command.matcherEvent = null;
            if (tape.isCancel(at)) {
                command.command = OrderCommandType.CANCEL_ORDER;
                command.resultCode = book.cancelOrder(command);
            } else {
                place(tape, at);
            }
        }
    }

    private void place(OrderTape tape, int at) {
        command.command = OrderCommandType.PLACE_ORDER;
        command.orderType = tape.isIoc(at) ? OrderType.IOC : OrderType.GTC;
        command.action = tape.isSell(at) ? OrderAction.ASK : OrderAction.BID;
        command.price = tape.ticks(at);
        command.reserveBidPrice = tape.ticks(at);
        command.size = tape.lots(at);
        book.newOrder(command);
        command.resultCode = CommandResultCode.SUCCESS;
        for (MatcherTradeEvent event = command.matcherEvent; event != null; event = event.nextEvent) {
            if (event.eventType == MatcherEventType.TRADE) {
                work.trade(command.orderId, event.matchedOrderId, event.price, event.size);
            }
        }
    }

    void showLevels() {
        L2MarketData levels = book.getL2MarketDataSnapshot(Integer.MAX_VALUE);
        for (int i = 0; i < levels.bidSize; i++) {
            work.level(levels.bidPrices[i], levels.bidVolumes[i]);
        }
        for (int i = 0; i < levels.askSize; i++) {
            work.level(levels.askPrices[i], levels.askVolumes[i]);
        }
    }

    /** Cancels all that rests, so that the tape can be played again. */
    void clear(OrderTape tape) {
        for (int at = 0; at < tape.size(); at++) {
            command.orderId = tape.id(at);
            command.uid = tape.id(at);
            command.matcherEvent = null;
            book.cancelOrder(command);
        }
    }
}
