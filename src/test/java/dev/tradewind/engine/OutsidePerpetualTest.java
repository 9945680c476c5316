package dev.tradewind.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.domain.VenueReport.Kind;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.portfolio.Ledger;
import dev.tradewind.portfolio.PerpetualAccount;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A perpetual's positions and wallet against an outside venue's. */
class OutsidePerpetualTest {

    private static final long CASH = 1_000 * OutsideScene.USD;

    private final OutsideScene scene = new OutsideScene(OutsideScene.perpetual(), new HashJournal(), venue -> venue);
    private final Ledger ledger = scene.session.ledger();

    private VenueReport position(long lots, long price) {
        return new VenueReport()
                .setFill(Kind.STATEMENT_POSITION, VenueReport.Reason.NONE, 0, scene.now, 0, price, lots, 0, FeeAsset.QUOTE, false)
                .with(PositionSide.NET, 0, 0, 0);
    }

    private OutsideScene tell(long wallet, List<VenueReport> more) {
        return scene.tell(more, List.of(), wallet, 0);
    }

    private OutsideScene bought() {
        scene.open().trade(100);
        scene.send(new Command.PlaceOrder(0, Side.BUY, OrderType.MARKET, TimeInForce.GTC, 10, 0, 0)).filled(1, 1, 10, 100);
        scene.after(1).hear(Kind.LINE_LOST, 0).hear(Kind.LINE_BACK, 0);
        return scene;
    }

    private long netLots() {
        PerpetualAccount net = ledger.exchange();
        return net == null ? 0 : net.positionLots(PositionSide.NET);
    }

    @Test
    void positionsThatAgreeOpenTheLine() {
        bought();
        tell(CASH, List.of(position(10, 100)));
        assertEquals(List.of(), scene.rows());
        assertEquals(LineState.OPEN, scene.outside().line());
    }

    @Test
    void aPositionThatDiffersTwiceIsTakenOverAndThenTheWallet() {
        bought();
        for (int i = 0; i < 2; i++) {
            tell(CASH - 7, List.of(position(4, 100))).after(2);
        }
        assertEquals(4, netLots());
        assertEquals(
                List.of("AdjustPosition: position 0.004 BTC | 0.01 BTC | take the difference of -0.006 BTC into your own"
                        + " account"),
                scene.rows().stream().map(row -> row.replace("0.010", "0.01")).toList());
        tell(CASH - 7, List.of(position(4, 100))).after(5);
        tell(CASH - 7, List.of(position(4, 100))).after(5);
        assertEquals(CASH - 7, ledger.exchange() == null ? 0 : ledger.exchange().quoteAtoms());
        assertEquals(4, netLots());
    }

    @Test
    void aPositionTheVenueDoesNotTellOfIsFlat() {
        bought();
        for (int i = 0; i < 2; i++) {
            tell(CASH, List.of()).after(2);
        }
        assertEquals(0, netLots());
    }
}
