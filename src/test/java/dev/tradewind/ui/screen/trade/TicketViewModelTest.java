package dev.tradewind.ui.screen.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.ui.FakeSession;
import dev.tradewind.ui.Fixtures;
import dev.tradewind.ui.Troubled;
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
            snapshot, session.commands(), session.view()::preview, session.algoTypes(), said::add);

    @Test
    void aLimitOrderLeavesExactlyAsTheButtonSays() {
        ticket.pickPrice(80_000);
        ticket.size.set("0.03");
        assertThat(ticket.outcomeProperty().get().button()).isEqualTo("Buy 0.03 BTC at 800.00");
        assertThat(ticket.outcomeProperty().get().cost()).isEqualTo("24.00 USD");
        assertThat(ticket.submit()).isTrue();
        assertThat(session.sent)
                .containsExactly(new Command.PlaceOrder(
                        0, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 3_000_000, 80_000, 0));
    }

    @Test
    void aBotsCoinsAreNotTheUsersToSell() {
        ticket.choose(TicketKind.MARKET);
        ticket.side.set(Side.SELL);
        ticket.pickPercent(50);
        assertThat(ticket.outcomeProperty().get().problem()).isEqualTo("You hold no BTC that is free to sell.");
        assertThat(ticket.submit()).isFalse();
    }

    @Test
    void aQuoteSizeBuysNoMoreThanItSays() {
        ticket.unit.set(SizeUnit.QUOTE);
        ticket.pickPrice(80_000);
        ticket.size.set("1,000");
        Command.PlaceOrder order = (Command.PlaceOrder) ticket.outcomeProperty().get().command().orElseThrow();
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
        assertThat(problem("800", "-3")).isEqualTo("The size '-3' is not a positive number, for instance 0.01.");
        assertThat(problem("800", "1000")).startsWith("Needs 800800.00 USD, free ");
        assertThat(problem("800", "0.002")).isEqualTo("Worth 1.6 USD, minimum 5; smallest here: 0.00625000.");
        assertThat(ticket.submit()).isFalse();
        assertThat(session.sent).isEmpty();
    }

    @Test
    void anEmptyTicketIsNotCalledWrong() {
        ticket.size.set("");
        assertThat(ticket.outcomeProperty().get().problem()).isEqualTo("Enter a size.");
        assertThat(ticket.wrong(TicketEntry.Field.SIZE)).isFalse();
        assertThat(ticket.lastProperty().get()).startsWith("last ");
    }

    private String problem(String price, String size) {
        ticket.price.set(price);
        ticket.size.set(size);
        return ticket.outcomeProperty().get().problem();
    }

    /** 1.2 entered at 1,206.69 and 0.5 more at 1,200: (204.8028 − 2,048.028) / (1.7 × 0.004 − 1.7) = 1,088.6045, up. */
    @Test
    void onAPerpetualItTellsTheMarginAndWhereTheExchangeWouldCloseIt() {
        EngineSnapshot margined = Troubled.onMargin(Fixtures.running());
        FakeSession perpetual = new FakeSession(margined, List.of());
        TicketViewModel ticket = new TicketViewModel(
                margined, perpetual.commands(), perpetual.view()::preview, perpetual.algoTypes(), said::add);
        ticket.price.set("1200");
        ticket.size.set("0.5");
        assertThat(ticket.outcomeProperty().get())
                .extracting(TicketOutcome::cost, TicketOutcome::margin, TicketOutcome::liquidation)
                .containsExactly("600.00 USD", "60.00 USD", "1,088.61  −11.59 %");

        ticket.side.set(Side.SELL);
        ticket.size.set("1.5");
        assertThat(ticket.outcomeProperty().get().margin()).isEqualTo("none, it closes");
        ticket.size.set("1.2");
        assertThat(ticket.outcomeProperty().get().liquidation()).isEqualTo("no position left");
    }

    @Test
    void onSpotThereIsNoMargin() {
        ticket.size.set("0.03");
        assertThat(ticket.outcomeProperty().get().margin()).isEmpty();
        assertThat(ticket.outcomeProperty().get().liquidation()).isEmpty();
    }

    @Test
    void theMarginLineNamesModeAndLeverage() {
        assertThat(MarginLine.words(new MarginConfig(2, MarginMode.ISOLATED, PositionMode.ONE_WAY))).isEqualTo("Isolated 2x");
        assertThat(MarginLine.words(new MarginConfig(20, MarginMode.CROSS, PositionMode.HEDGE))).isEqualTo("Cross 20x, hedge");
    }

    @Test
    void beforeTheFirstPriceNothingCanBeSent() {
        EngineSnapshot empty = market.empty();
        TicketViewModel waiting = new TicketViewModel(
                empty, session.commands(), session.view()::preview, session.algoTypes(), said::add);
        waiting.size.set("1");
        assertThat(waiting.outcomeProperty().get().problem()).isEqualTo("The market has no price yet.");
        waiting.take(snapshot);
        assertThat(waiting.price.get()).isNotEmpty();
        assertThat(waiting.outcomeProperty().get().command()).isPresent();
    }
}
