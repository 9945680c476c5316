package dev.tradewind.domain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.tradewind.SavedStates;
import dev.tradewind.StateRules;
import dev.tradewind.kernel.Rng;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders, reports and market events that were written down are all there when they are read, in a used carrier too. */
class CarrierStateTest {

    private final Rng rng = new Rng(20_260_101);

    private long any() {
        return rng.nextLong() >> rng.nextInt(64);
    }

    private <E> E one(E[] of) {
        return of[rng.nextInt(of.length)];
    }

    private OrderRequest request() {
        OrderTerms terms = new OrderTerms(
                Math.abs(any() / 2), rng.nextInt(2) == 0, rng.nextInt(2) == 0, one(PositionSide.values()), Math.abs(any() / 2),
                Math.abs(any() / 2));
        return new OrderRequest().set(
                any(), (int) any(), (int) any(), one(Side.values()), one(OrderType.values()), one(TimeInForce.values()), any(),
                any(), any(), (int) any(), any())
                .with(terms, (int) any());
    }

    private VenueReport report() {
        return new VenueReport()
                .setFill(
                        one(VenueReport.Kind.values()), one(VenueReport.Reason.values()), any(), any(), any(), any(), any(), any(),
                        one(VenueReport.FeeAsset.values()), rng.nextInt(2) == 0)
                .with(one(PositionSide.values()), any(), any(), any());
    }

    private MarketEvent event(int kind) {
        return switch (kind) {
            case 0 -> {
                CandleEvent candle = new CandleEvent();
                candle.set((int) any(), any(), any(), any(), any(), any(), any(), any());
                yield candle;
            }
            case 1 -> {
                TradeEvent trade = new TradeEvent();
                trade.set((int) any(), any(), any(), any(), rng.nextInt(3) == 0 ? null : one(Side.values()), any());
                yield trade;
            }
            case 2 -> new MarkEvent().set((int) any(), any(), any());
            case 3 -> new FundingEvent().set((int) any(), any(), any(), any());
            default -> {
                BookEvent book = new BookEvent().begin((int) any(), any(), rng.nextInt(2) == 0, any(), any());
                for (int i = rng.nextInt(100); i > 0; i--) {
                    book.bid(any(), any());
                }
                for (int i = rng.nextInt(100); i > 0; i--) {
                    book.ask(any(), any());
                }
                yield book;
            }
        };
    }

    private void same(Object original, byte[] state, Object loaded, byte[] again, Consumer<StateReader> load) {
        assertArrayEquals(state, again, original + " | " + loaded);
        assertEquals(original.toString(), loaded.toString());
        StateRules.all().compare("of seed 20260101", original, loaded);
        SavedStates.refuseDamage(state, () -> load, rng, 20);
    }

    @Test
    void ordersAreAllThere() {
        for (int i = 0; i < 200; i++) {
            OrderRequest original = request();
            OrderRequest loaded = request();
            byte[] state = SavedStates.of(original::save);
            SavedStates.load(state, loaded::load);
            same(original, state, loaded, SavedStates.of(loaded::save), new OrderRequest()::load);
        }
    }

    @Test
    void reportsAreAllThere() {
        for (int i = 0; i < 200; i++) {
            VenueReport original = report();
            VenueReport loaded = report();
            byte[] state = SavedStates.of(original::save);
            SavedStates.load(state, loaded::load);
            same(original, state, loaded, SavedStates.of(loaded::save), new VenueReport()::load);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void eventsAreAllThere(int kind) {
        for (int i = 0; i < 100; i++) {
            MarketEvent original = event(kind);
            MarketEvent loaded = event(kind);
            byte[] state = SavedStates.of(original::save);
            SavedStates.load(state, loaded::load);
            same(original, state, loaded, SavedStates.of(loaded::save), event(kind)::load);
        }
    }

    /** Whether an order is plain decides what is hashed of it. */
    @Test
    void aPlainOrderStaysPlainAndOneThatOnlyLooksSoDoesNot() {
        OrderRequest plain = request().with(OrderTerms.NONE, 0);
        OrderRequest loaded = request();
        SavedStates.load(SavedStates.of(plain::save), loaded::load);
        assertSame(OrderTerms.NONE, loaded.terms());
        assertEquals(true, loaded.isPlain());
        OrderRequest alike = request().with(OrderTerms.REDUCE_ONLY.notReducing(), 0);
        SavedStates.load(SavedStates.of(alike::save), loaded::load);
        assertEquals(OrderTerms.NONE, loaded.terms());
        assertEquals(false, loaded.isPlain());
    }
}
