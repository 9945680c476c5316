package dev.tradewind.ui.screen.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.ui.FakeSession;
import dev.tradewind.ui.chart.SampleMarket;
import dev.tradewind.ui.screen.trade.TicketEntry.SizeUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicketViewModelTest {

    private final SampleMarket market = new SampleMarket(3_000);
    private final EngineSnapshot snapshot = market.deal();
    private final FakeSession session = new FakeSession(snapshot, List.of());
    private final List<String> said = new ArrayList<>();
    private final TicketViewModel ticket = new TicketViewModel(
            snapshot, session.commands(), now -> session.planTerms(now, Long.MAX_VALUE), said::add);

    @Test
    void aLimitOrderLeavesExactlyAsTheButtonSays() {
        ticket.pickPrice(80_000);
        ticket.sizeProperty().set("0.03");
        assertThat(ticket.outcomeProperty().get().button()).isEqualTo("Buy 0.03 BTC at 800.00");
        assertThat(ticket.outcomeProperty().get().cost()).isEqualTo("24.00 USD");
        assertThat(ticket.submit()).isTrue();
        assertThat(session.sent)
                .containsExactly(new Command.PlaceOrder(
                        0, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 3_000_000, 80_000, 0));
    }

    @Test
    void aMarketSellOfAShareSellsThatShareOfWhatIsHeld() {
        ticket.typeProperty().set(OrderType.MARKET);
        ticket.sideProperty().set(Side.SELL);
        ticket.pickPercent(50);
        ticket.submit();
        assertThat(session.sent)
                .containsExactly(new Command.PlaceOrder(
                        0, Side.SELL, OrderType.MARKET, TimeInForce.IOC, 60_000_000, 0, 0));
        assertThat(ticket.outcomeProperty().get().button()).startsWith("Sell 0.60 BTC at market, about ");
    }

    @Test
    void aQuoteSizeBuysNoMoreThanItSays() {
        ticket.unitProperty().set(SizeUnit.QUOTE);
        ticket.pickPrice(80_000);
        ticket.sizeProperty().set("1,000");
        Command.PlaceOrder order = ticket.outcomeProperty().get().command().orElseThrow();
        assertThat(order.quantityLots()).isEqualTo(125_000_000);
    }

    @Test
    void allOfTheFreeBalanceLeavesRoomForTheFee() {
        ticket.pickPrice(80_000);
        ticket.pickPercent(100);
        assertThat(ticket.outcomeProperty().get().problem()).isEmpty();
        assertThat(ticket.outcomeProperty().get().command()).isPresent();
    }

    @Test
    void whatCannotBeSentSaysWhy() {
        assertThat(problem("", "1")).isEqualTo("Enter a price.");
        assertThat(problem("800", "")).isEqualTo("Enter a size.");
        assertThat(problem("800.005", "1"))
                .isEqualTo("The price 800.005 is no multiple of the tick 0.01; 800.00 would pass.");
        assertThat(problem("abc", "1")).startsWith("The price 'abc' is not a positive number");
        assertThat(problem("800", "-3")).isEqualTo("The size '-3' is not a positive number.");
        assertThat(problem("800", "1000")).startsWith("Not enough USD: ");
        assertThat(problem("800", "0.002")).contains("1.60 USD, at least 5.00");
        assertThat(ticket.submit()).isFalse();
        assertThat(session.sent).isEmpty();
    }

    private String problem(String price, String size) {
        ticket.priceProperty().set(price);
        ticket.sizeProperty().set(size);
        return ticket.outcomeProperty().get().problem();
    }

    @Test
    void beforeTheFirstPriceNothingCanBeSent() {
        EngineSnapshot empty = market.empty();
        TicketViewModel waiting = new TicketViewModel(
                empty, session.commands(), now -> session.planTerms(now, Long.MAX_VALUE), said::add);
        waiting.sizeProperty().set("1");
        assertThat(waiting.outcomeProperty().get().problem()).isEqualTo("The market has no price yet.");
        waiting.take(snapshot);
        assertThat(waiting.priceProperty().get()).isNotEmpty();
        assertThat(waiting.outcomeProperty().get().command()).isPresent();
    }
}
