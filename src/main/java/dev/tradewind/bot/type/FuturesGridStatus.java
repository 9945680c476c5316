package dev.tradewind.bot.type;

import dev.tradewind.bot.BotContext;
import dev.tradewind.bot.BotStatus;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.portfolio.PerpetualAccount;

/** What screens see of a futures grid. */
final class FuturesGridStatus {

    private FuturesGridStatus() {}

    static BotStatus of(FuturesGrid grid, BotContext context) {
        return new BotStatus(
                GridStatus.phase(grid, context, "Opening its first position", figures(grid, context)),
                GridStatus.levels(grid, context), grid.book.tally.newest(), grid.book.tally.pairs(), protection(grid, context));
    }

    private static String figures(FuturesGrid grid, BotContext context) {
        Instrument instrument = context.instrument();
        return grid.book.tally.pairs() + " pairs: grid profit " + GridStatus.money(instrument, grid.book.tally.quoteAtoms())
                + ", trend " + GridStatus.money(instrument, grid.trendAtoms(context)) + ", funding "
                + GridStatus.money(instrument, context.account().fundingAtoms()) + "; " + GridStatus.accounted(grid, context);
    }

    private static String protection(FuturesGrid grid, BotContext context) {
        if (!(context.account() instanceof PerpetualAccount account) || account.positionLots() == 0) {
            return "No position";
        }
        long liquidation = account.liquidationTicks(PositionSide.NET);
        String at = liquidation == 0 ? "" : ", liquidation " + context.instrument().toPrice(liquidation).toPlainString();
        boolean isLong = account.positionLots() > 0;
        GridRules rules = grid.rules();
        boolean stopped = (isLong ? rules.stopBelow() : rules.stopAbove()).signum() > 0;
        return stopped
                ? "Stop " + (isLong ? rules.stopBelow() : rules.stopAbove()).toPlainString() + " watched here"
                        + ((isLong ? rules.sellBelow() : rules.sellAbove()) ? "" : ", keeps the position") + at
                : "No stop set" + at;
    }
}
