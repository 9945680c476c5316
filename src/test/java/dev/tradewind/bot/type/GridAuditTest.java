package dev.tradewind.bot.type;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.BotDesk;
import dev.tradewind.bot.PlanTerms;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.portfolio.BotAccount;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Orders that vanish without a report: five levels of one unit from 96 to 101, four of them buys. */
class GridAuditTest {

    private final Instrument instrument = Instruments.of("0.01", "0.0001");
    private final BotAccount account = BotAccount.of(instrument, 10_000_0000000000L);
    private final Map<Long, String> working = new TreeMap<>();
    private final List<String> decided = new ArrayList<>();
    private final BotContext context = (BotContext) Proxy.newProxyInstance(
            BotContext.class.getClassLoader(), new Class<?>[] {BotContext.class}, (proxy, method, given) ->
                    answer(method.getName(), given == null ? new Object[0] : given));
    private final GridBook book = new GridBook(new BotDesk());
    private long lastId;

    private Object answer(String method, Object[] given) {
        return switch (method) {
            case "instrument" -> instrument;
            case "account" -> account;
            case "takerFee", "makerFee" -> FeeRate.ZERO;
            case "buyFeeAsset" -> FeeAsset.QUOTE;
            case "nowNanos" -> 1L;
            case "workingOrders" -> working.size();
            case "isWorking" -> working.containsKey((Long) given[0]);
            case "submit" -> {
                working.put(++lastId, given[0] + " " + given[3] + " @ " + given[4]);
                yield lastId;
            }
            case "decide" -> decided.add(given[0] + " " + given[1]);
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private void lay() {
        GridSettings settings = new GridSettings(GridBot.TYPE.params(Map.of(
                "lower", "96", "upper", "101", "levels", "5", "sizing", "base", "levelSize", "1")));
        book.lay(new GridPlan(settings, new PlanTerms(
                instrument, 10_000, FeeRate.ZERO, FeeRate.ZERO, FeeAsset.QUOTE, 10_000_0000000000L, 0)), 10_000);
        account.fill(Side.BUY, 10_000, 10_000, 0, FeeAsset.QUOTE);
        book.stock(context, 4);
        book.sweep(context, true);
        assertEquals(
                List.of("BUY 10000 @ 9900", "SELL 10000 @ 10100", "BUY 10000 @ 9800", "BUY 10000 @ 9700", "BUY 10000 @ 9600"),
                List.copyOf(working.values()));
        assertEquals(5, book.accounted(context));
    }

    @Test
    void aVanishedOrderIsMissedJournalledAndPlacedAgain() {
        lay();
        working.remove(1L);
        assertEquals(4, book.accounted(context));
        book.audit(context);
        book.sweep(context, true);
        assertEquals(List.of("LEVEL_MISSING 9900"), decided);
        assertEquals("BUY 10000 @ 9900", working.get(6L));
        assertEquals(5, book.accounted(context));
    }

    @Test
    void whatTheAccountShowsFilledIsMirroredInsteadOfBoughtTwice() {
        lay();
        working.remove(1L);
        account.fill(Side.BUY, 9_900, 10_000, 0, FeeAsset.QUOTE);
        book.audit(context);
        book.sweep(context, true);
        assertEquals("SELL 10000 @ 10000", working.get(6L));
        working.remove(6L);
        account.fill(Side.SELL, 10_000, 10_000, 0, FeeAsset.QUOTE);
        book.audit(context);
        book.sweep(context, true);
        assertEquals(1, book.tally.pairs());
        assertEquals(1_0000000000L, book.tally.quoteAtoms());
        assertEquals("BUY 10000 @ 9900", working.get(7L));
        assertEquals(List.of("LEVEL_MISSING 9900", "PAIR_COMPLETED 10000", "LEVEL_MISSING 10000"), decided);
        assertEquals(5, book.accounted(context));
    }
}
