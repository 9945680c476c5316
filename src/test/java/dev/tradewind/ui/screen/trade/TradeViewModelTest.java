package dev.tradewind.ui.screen.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.OrderTerms;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import dev.tradewind.engine.EngineSnapshot.OrderRow;
import dev.tradewind.ui.FakeSession;
import dev.tradewind.ui.Troubled;
import dev.tradewind.ui.chart.SampleMarket;
import dev.tradewind.ui.screen.trade.Positions.Position;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the blotter shows and what its lines send. */
class TradeViewModelTest {

    private static final EngineSnapshot DEAL = new SampleMarket(3_000).deal();

    private final List<String> said = new ArrayList<>();
    private final FakeSession session = new FakeSession(DEAL, List.of());

    private TradeViewModel model(EngineSnapshot snapshot) {
        session.snapshot = snapshot;
        return new TradeViewModel(
                snapshot, session.commands(), session.view()::preview, session.algoTypes(), new SampledDepth(), said::add);
    }

    @Test
    void algorithmsStandOverTheirOrders() {
        BlotterViewModel blotter = model(Troubled.of(DEAL)).blotter();
        assertThat(blotter.open().subList(0, 4)).extracting(OpenLine::type, OpenLine::state, OpenLine::filled)
                .containsExactly(
                        tuple("OCO", "● Working", "25 %"),
                        tuple("↳ Limit", "● Live", "25 %"),
                        tuple("↳ Stop", "○ Held here", "0 %"),
                        tuple("Trailing stop", "○ Armed", "0 %"));
        assertThat(blotter.open().get(2).note()).isEqualTo("waits here for its price");
        assertThat(blotter.open().get(3).note()).startsWith("trails 1 %");
        assertThat(blotter.summaryProperty().get()).startsWith("6 orders, 1 held here");
    }

    @Test
    void aBotThatNeedsAPersonKeepsItsLevelsOnTheChart() {
        BotRow bot = DEAL.bots().getFirst();
        BotRow failed = new BotRow(
                bot.id(), bot.type(), bot.name(), BotState.ERROR, "an order was refused", bot.phase(), bot.protection(), 0,
                bot.capitalAtoms(), bot.baseAtoms(), bot.costAtoms(), 0, 0, 0, 0, bot.deals(), bot.levels(), bot.params(),
                bot.equity(), null);
        EngineSnapshot halted = new EngineSnapshot(
                1, DEAL.timeNanos(), 1, DEAL.trading(), "", "", DEAL.market(), DEAL.account(), List.of(), List.of(),
                List.of(), List.of(failed), List.of(), List.of());
        assertThat(ChartOverlay.levels(halted)).hasSameSizeAs(bot.levels());
    }

    @Test
    void troubleIsListedNewestFirstWithWhatItMeans() {
        List<Trouble> troubles = model(Troubled.of(DEAL)).blotter().troubles();
        assertThat(troubles).extracting(Trouble::what).containsExactly(
                "Risk rule 3", "Impossible report", "Impossible report", "TWAP", "Risk rule 2");
        assertThat(troubles.get(1).now()).isEqualTo("The exchange is asked");
        assertThat(troubles.get(4).words()).isEqualTo("bot:* drawdown 8% over 1d stop-bots: 8.2 % of 8 %");
    }

    @Test
    void aLineIsAmendedInPlace() {
        TradeViewModel model = model(DEAL);
        OrderRow mine = DEAL.openOrders().getLast();
        model.reprice(mine, "812.34");
        model.resize(mine, "0.25");
        assertThat(session.sent).containsExactly(
                new Command.AmendOrder(mine.clientOrderId(), mine.quantityLots(), 81_234, 0),
                new Command.AmendOrder(mine.clientOrderId(), 25_000_000, mine.priceTicks(), 0));
        model.reprice(mine, "812.345");
        assertThat(said.getLast())
                .isEqualTo("Not changed. The price 812.345 is no multiple of the tick 0.01; 812.34 would pass.");
        assertThat(session.sent).hasSize(2);
    }

    @Test
    void aSpotPositionClosesByASale() {
        EngineSnapshot.Account from = DEAL.account();
        EngineSnapshot.Account more = new EngineSnapshot.Account(
                from.freeQuoteAtoms(), 0, from.baseAtoms() + 100_000_000L * DEAL.market().instrument().lotAtoms(),
                from.costAtoms() * 2, from.equityAtoms(), 0, 0, 0, 0, 0);
        EngineSnapshot holding = Troubled.with(
                DEAL, List.of(), List.of(), List.of(), DEAL.risk(), List.of(), more);
        TradeViewModel model = model(holding);
        Position mine = model.blotter().positions().getLast();
        assertThat(mine.owner()).isEqualTo("You");
        model.close(mine);
        assertThat(session.sent).containsExactly(new Command.PlaceOrder(
                0, Side.SELL, OrderType.MARKET, TimeInForce.IOC, 100_000_000, 0, 0));
    }

    @Test
    void aPositionOnMarginIsClosedReduceOnlyAndTakesMargin() {
        TradeViewModel model = model(Troubled.onMargin(DEAL));
        assertThat(model.blotter().positions()).extracting(Position::owner).containsExactly("Account", "You", "dca-07");
        Position mine = model.blotter().positions().get(1);
        model.close(mine);
        model.addMargin(mine, "1,250.50");
        model.addMargin(mine, "some");
        assertThat(session.sent).containsExactly(
                new Command.PlaceOrder(0, Side.SELL, OrderType.MARKET, TimeInForce.IOC, 150_000_000, 0, 0,
                        OrderTerms.REDUCE_ONLY.on(PositionSide.NET)),
                new Command.AdjustMargin(0, PositionSide.NET,
                        DEAL.market().instrument().quote().toAtoms(new BigDecimal("1250.50"))));
        assertThat(said.getLast()).isEqualTo("Not sent: 'some' is no amount, for instance 100.");
    }
}
