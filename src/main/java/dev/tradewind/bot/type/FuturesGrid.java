package dev.tradewind.bot.type;

import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.BotDesk;
import dev.tradewind.bot.PlanTerms;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.Params;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.portfolio.BotAccount;
import dev.tradewind.portfolio.PerpetualAccount;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A grid on a perpetual's one-way position. */
final class FuturesGrid extends GridLife<FuturesCell> {

    final FuturesGridBook positions;
    FuturesGridSettings settings;
    private int nearest;

    FuturesGrid(Params params) {
        this(params, new FuturesGridBook(new BotDesk()));
    }

    private FuturesGrid(Params params, FuturesGridBook book) {
        super(book.desk, book);
        positions = book;
        settings = FuturesGridSettings.of(params);
    }

    @Override
    Params params() {
        return settings.params();
    }

    @Override
    void saveOwn(StateWriter out) {
        out.number(nearest);
    }

    @Override
    void loadOwn(StateReader in) {
        nearest = in.integer();
    }

    @Override
    boolean read(Params params) {
        FuturesGridSettings before = settings;
        settings = FuturesGridSettings.of(params);
        book.most(settings.rules().liveLevels());
        return !before.sameLevels(settings);
    }

    @Override
    GridRules rules() {
        return settings.rules();
    }

    @Override
    GridFrame frame() {
        return settings.frame();
    }

    @Override
    @Nullable GridRange<FuturesCell> lay(BotContext context, long last) {
        requireMargin(context);
        BotAccount account = context.account();
        FuturesGridPlan plan = new FuturesGridPlan(settings, new PlanTerms(
                context.instrument(), last, context.takerFee(), context.makerFee(), context.buyFeeAsset(),
                Math.max(0, Math.min(account.capitalAtoms(), account.equityAtoms(last))), 0));
        plan.refuseRuin();
        if (!sizesPass(plan)) {
            return null;
        }
        nearest = plan.laid.nearest;
        positions.lay(plan, last);
        return range(context);
    }

    /** The plan's leverage and margin decide where it is liquidated, so they have to be the account's. */
    private void requireMargin(BotContext context) {
        if (!(context.account() instanceof PerpetualAccount account)) {
            throw new IllegalArgumentException(
                    "a futures grid needs a perpetual; " + context.instrument().symbol() + " is a spot pair");
        }
        MarginConfig margin = account.margin();
        if (margin.positions() != PositionMode.ONE_WAY) {
            throw new IllegalArgumentException("a futures grid needs one-way positions; this account holds long and short apart");
        }
        if (margin.leverage() != settings.leverage() || margin.mode() != settings.mode()) {
            throw new IllegalArgumentException("the account trades at " + text(margin) + ", the grid is planned at "
                    + text(new MarginConfig(settings.leverage(), settings.mode(), PositionMode.ONE_WAY))
                    + "; set the grid or the account to the other's");
        }
    }

    private static String text(MarginConfig margin) {
        return margin.leverage() + "× " + margin.mode().name().toLowerCase(Locale.ROOT);
    }

    private static boolean sizesPass(FuturesGridPlan plan) {
        Instrument instrument = plan.instrument;
        for (int i = 0; i < plan.quantities.length; i++) {
            long lots = instrument.toLots(plan.quantities[i], RoundingMode.DOWN);
            if (!BotDesk.tradeable(instrument, lots, plan.laid.levels.ticks(i, instrument))) {
                return false;
            }
        }
        return true;
    }

    @Override
    GridRange<FuturesCell> range(BotContext context) {
        return new GridRange<>(
                positions, positions, settings.rules(), new GridLevels(settings.frame()), context.instrument());
    }

    @Override
    long startLots(BotContext context, long last) {
        return positions.targetLots(nearest) - context.account().positionLots();
    }

    @Override
    void stock(BotContext context) {
        positions.stock(nearest, context.account().positionLots());
    }

    @Override
    long heldLots(BotContext context) {
        return context.account().positionLots();
    }

    @Override
    String broken(BotContext context) {
        return positions.unbookedLots(context) == 0
                ? ""
                : "its position was changed by others, or liquidated: its levels do not add up to it any more";
    }

    /** {@return what is neither grid profit nor capital: the price's move on the position, and funding, in quote atoms} */
    long trendAtoms(BotContext context) {
        BotAccount account = context.account();
        return account.equityAtoms(context.lastTicks()) - account.capitalAtoms() - book.tally.quoteAtoms()
                - account.fundingAtoms();
    }
}
