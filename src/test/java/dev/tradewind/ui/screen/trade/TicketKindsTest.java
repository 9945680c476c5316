package dev.tradewind.ui.screen.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.ui.FakeSession;
import dev.tradewind.ui.Troubled;
import dev.tradewind.ui.chart.SampleMarket;
import dev.tradewind.ui.screen.trade.TicketEntry.Field;
import dev.tradewind.ui.screen.trade.TicketEntry.SizeUnit;
import dev.tradewind.ui.screen.trade.TicketOutcome.Fix;
import dev.tradewind.ui.screen.trade.TicketOutcome.Level;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every kind of order the ticket makes, from what is typed to the command. */
class TicketKindsTest {

    private static final SampleMarket MARKET = new SampleMarket(3_000);

    private final EngineSnapshot snapshot = holding(2);
    private final FakeSession session = new FakeSession(snapshot, List.of());
    private final List<String> said = new ArrayList<>();
    private final TicketViewModel ticket = new TicketViewModel(
            snapshot, session.commands(), session.view()::preview, session.algoTypes(), said::add);
    private final long last = snapshot.market().lastTicks();

    /** The deal of the sample, with whole coins of the user's own beside the bot's. */
    private static EngineSnapshot holding(int coins) {
        EngineSnapshot deal = MARKET.deal();
        EngineSnapshot.Account from = deal.account();
        long more = coins * 100_000_000L * deal.market().instrument().lotAtoms();
        EngineSnapshot.Account account = new EngineSnapshot.Account(
                from.freeQuoteAtoms(), from.reservedQuoteAtoms(), from.baseAtoms() + more, from.costAtoms() * 3,
                from.equityAtoms(), from.dayStartEquityAtoms(), from.startEquityAtoms(), 0, 0, 0);
        return Troubled.with(deal, deal.openOrders(), deal.quarantine(), deal.positions(), deal.risk(), deal.algos(), account);
    }

    private void choose(OrderType type) {
        ticket.choose(new TicketKind.Plain(type));
    }

    private void choose(String algo) {
        ticket.choose(new TicketKind.Algo(
                ticket.algos().stream().filter(type -> type.id().equals(algo)).findFirst().orElseThrow()));
    }

    private Command sent() {
        assertThat(ticket.outcomeProperty().get().problem()).isEmpty();
        assertThat(ticket.submit()).isTrue();
        return session.sent.getLast();
    }

    private String price(long ticks) {
        return snapshot.market().instrument().toPrice(ticks).toPlainString();
    }

    @Test
    void aStopTakesTheMarketOnceItsPriceIsThere() {
        choose(OrderType.STOP_MARKET);
        ticket.side.set(Side.SELL);
        ticket.stop.set(price(last - 500));
        ticket.size.set("0.5");
        assertThat(sent()).isEqualTo(new Command.PlaceOrder(
                0, Side.SELL, OrderType.STOP_MARKET, TimeInForce.GTC, 50_000_000, 0, last - 500));
    }

    @Test
    void aTakeProfitLimitEndsAfterTheTimeSaid() {
        choose(OrderType.TAKE_PROFIT_LIMIT);
        ticket.side.set(Side.SELL);
        ticket.stop.set(price(last + 500));
        ticket.price.set(price(last + 400));
        ticket.size.set("0.5");
        ticket.force.set(TimeInForce.GTD);
        ticket.ends.set("2h");
        assertThat(sent()).isEqualTo(new Command.PlaceOrder(
                0, Side.SELL, OrderType.TAKE_PROFIT_LIMIT, TimeInForce.GTD, 50_000_000, last + 400, last + 500,
                OrderTerms.NONE.until(snapshot.timeNanos() + 7_200_000_000_000L)));
        ticket.ends.set("soon");
        assertThat(ticket.outcomeProperty().get().problem())
                .isEqualTo("Say after how long the order ends: 90s, 30m, 4h or 2d, not 'soon'.");
        assertThat(ticket.wrong(Field.ENDS)).isTrue();
    }

    @Test
    void aMarketOrderInQuoteIsSizedByTheExchange() {
        ticket.choose(TicketKind.MARKET);
        ticket.unit.set(SizeUnit.QUOTE);
        ticket.size.set("250");
        assertThat(sent()).isEqualTo(new Command.PlaceOrder(
                0, Side.BUY, OrderType.MARKET, TimeInForce.IOC, 0, 0, 0,
                OrderTerms.NONE.worth(snapshot.market().instrument().quote().toAtoms(new BigDecimal("250")))));
    }

    @Test
    void aShareIsOfTheLargestOrderThereIsBalanceFor() {
        ticket.choose(TicketKind.MARKET);
        ticket.side.set(Side.SELL);
        ticket.pickPercent(50);
        assertThat(sent()).isEqualTo(new Command.PlaceOrder(
                0, Side.SELL, OrderType.MARKET, TimeInForce.IOC, 100_000_000, 0, 0));
    }

    @Test
    void aPostOnlyLimitCarriesItsTerms() {
        ticket.pickPrice(last - 1_000);
        ticket.size.set("0.5");
        ticket.postOnly.set(true);
        assertThat(((Command.PlaceOrder) sent()).terms()).isEqualTo(OrderTerms.POST_ONLY);
    }

    @Test
    void whatFailsOffersAFigureThatPasses() {
        ticket.pickPrice(80_000);
        ticket.size.set("0.002");
        List<Fix> fixes = ticket.outcomeProperty().get().verdicts().stream()
                .filter(line -> line.level() == Level.BLOCK)
                .flatMap(line -> line.fixes().stream())
                .toList();
        assertThat(fixes).containsExactly(new Fix(Field.SIZE, "", "0.00625"));
        assertThat(ticket.submit()).isFalse();
        ticket.use(fixes.getFirst());
        assertThat(((Command.PlaceOrder) sent()).quantityLots()).isEqualTo(625_000);
    }

    @Test
    void anOcoSellsBetweenItsTwoPrices() {
        choose("oco");
        assertThat(ticket.side.get()).isEqualTo(Side.SELL);
        ticket.size.set("0.5");
        Command.StartAlgo start = (Command.StartAlgo) sent();
        assertThat(start.type()).isEqualTo("oco");
        assertThat(start.params()).containsEntry("side", "SELL").containsEntry("quantity", "0.50000000")
                .containsKeys("limit", "stop");
        assertThat(new BigDecimal(start.params().get("limit"))).isGreaterThan(new BigDecimal(price(last)));
    }

    @Test
    void exitsBesideALimitMakeTheEntryOfABracket() {
        ticket.pickPrice(80_000);
        ticket.size.set("0.5");
        ticket.takeProfit.set("820");
        ticket.stopLoss.set("790");
        assertThat(ticket.outcomeProperty().get().exits()).isEqualTo("−5.00 / +10.00");
        assertThat(sent()).isEqualTo(new Command.StartAlgo(0, "otoco", Map.of(
                "side", "BUY", "quantity", "0.50000000", "entryPrice", "800.00", "takeProfit", "820.00", "stop", "790.00",
                "positionSide", "NET")));
        ticket.stopLoss.set("810");
        assertThat(ticket.outcomeProperty().get().problem()).isEqualTo("The stop loss of a buy is below its price.");
        ticket.stopLoss.set("790");
        ticket.postOnly.set(true);
        assertThat(ticket.outcomeProperty().get().problem()).startsWith("With a take profit or stop loss the entry rests");
    }

    @Test
    void anAlgorithmsOwnValuesAreChecked() {
        choose("twap");
        ticket.size.set("0.5");
        TicketKind.Algo twap = (TicketKind.Algo) ticket.kind.get();
        ticket.fields(twap.type()).value("slices").set("many");
        assertThat(ticket.fields(twap.type()).error("slices").get())
                .isEqualTo("parameter slices: 'many' is not allowed; it takes a whole number from 0 to 100000");
        ticket.fields(twap.type()).value("slices").set("6");
        assertThat(ticket.fields(twap.type()).error("slices").get()).isEmpty();
        assertThat(((Command.StartAlgo) sent()).params()).containsEntry("slices", "6").containsEntry("quantity", "0.50000000");
    }
}
