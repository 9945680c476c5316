package dev.tradewind.bot.type;

import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.BotDesk;
import dev.tradewind.bot.PlanTerms;
import dev.tradewind.domain.Exact;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.Params;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.portfolio.BotAccount;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** A grid that owns what it trades: it buys first what its upper levels sell. */
final class SpotGrid extends GridLife<GridCell> {

    private static final long ONE = 100_000_000L;

    final GridBook holdings;
    GridSettings settings;
    private int nearest;
    private long sellLots;
    private boolean feeInBase;

    SpotGrid(Params params) {
        this(params, new GridBook(new BotDesk()));
    }

    private SpotGrid(Params params, GridBook book) {
        super(book.desk, book);
        holdings = book;
        settings = new GridSettings(params);
    }

    @Override
    Params params() {
        return settings.params;
    }

    @Override
    void saveOwn(StateWriter out) {
        out.number(nearest).number(sellLots).flag(feeInBase);
    }

    @Override
    void loadOwn(StateReader in) {
        nearest = in.integer();
        sellLots = in.number();
        feeInBase = in.flag();
    }

    @Override
    boolean read(Params params) {
        GridSettings before = settings;
        settings = new GridSettings(params);
        boolean same = before.sameLevels(settings);
        if (same) {
            holdings.settings(settings);
        }
        return !same;
    }

    @Override
    GridRules rules() {
        return settings.rules;
    }

    @Override
    GridFrame frame() {
        return settings.frame;
    }

    @Override
    @Nullable GridRange<GridCell> lay(BotContext context, long last) {
        BotAccount account = context.account();
        GridPlan plan = new GridPlan(settings, new PlanTerms(
                context.instrument(), last, context.takerFee(), context.makerFee(), context.buyFeeAsset(),
                Math.max(0, Math.min(account.capitalAtoms(), account.equityAtoms(last))), 0));
        plan.refuseLosses();
        if (!sizesPass(plan)) {
            return null;
        }
        nearest = plan.nearest;
        feeInBase = plan.feeInBase;
        sellLots = context.instrument().toLots(plan.sellQuantity(), RoundingMode.CEILING);
        holdings.lay(plan, last);
        return range(context);
    }

    private static boolean sizesPass(GridPlan plan) {
        Instrument instrument = plan.instrument;
        for (int i = 0; i < plan.quantities.length; i++) {
            if (!BotDesk.tradeable(
                    instrument, instrument.toLots(plan.quantities[i], RoundingMode.DOWN), plan.levels.ticks(i, instrument))) {
                return false;
            }
        }
        return true;
    }

    @Override
    GridRange<GridCell> range(BotContext context) {
        return new GridRange<>(holdings, holdings, settings.rules, new GridLevels(settings.frame), context.instrument());
    }

    @Override
    long startLots(BotContext context, long last) {
        BotAccount account = context.account();
        long missing = sellLots - account.sellableLots();
        if (missing > 0 && feeInBase) {
            long fee = Math.max(context.takerFee().e8(), context.makerFee().e8());
            missing = Exact.mulDivCeil(missing, ONE, ONE - fee);
        }
        return missing > 0 ? Math.min(missing, GridBook.affordable(context, account.freeQuoteAtoms(), last)) : missing;
    }

    @Override
    void stock(BotContext context) {
        holdings.stock(context, nearest);
        if (settings.sizing == GridSettings.Sizing.CAPITAL) {
            holdings.scale(context);
        }
    }

    @Override
    long heldLots(BotContext context) {
        return context.account().sellableLots();
    }

    @Override
    String broken(BotContext context) {
        return "";
    }

    /** {@return what is neither grid profit nor capital: the price's move on what is held, in quote atoms} */
    long trendAtoms(BotContext context) {
        long last = context.lastTicks();
        return context.account().equityAtoms(last) - context.account().capitalAtoms() - gridAtoms(context);
    }

    /** {@return the completed pairs' profit, base profit at the last price, in quote atoms} */
    private long gridAtoms(BotContext context) {
        long base = book.tally.baseAtoms();
        long value = context.instrument().valueOfBaseAtoms(context.lastTicks(), Math.abs(base));
        return book.tally.quoteAtoms() + (base < 0 ? -value : value);
    }
}
