package dev.tradewind.portfolio;

import dev.tradewind.domain.Asset;
import dev.tradewind.domain.PositionSide;
import org.jspecify.annotations.Nullable;

/** Why a ledger does not move money, in words that name what would pass. */
final class LedgerRefusals {

    private LedgerRefusals() {}

    /**
     * Checks that an owner has an amount free to give to another.
     *
     * @throws IllegalArgumentException if it has not
     */
    static void requireFree(BotAccount user, long atoms) {
        if (atoms <= 0 || atoms > user.freeQuoteAtoms()) {
            throw new IllegalArgumentException("capital " + text(user, atoms) + " is not between one atom and the free "
                    + text(user, Math.max(0, user.freeQuoteAtoms())));
        }
    }

    /** {@return why an owner's margin cannot be moved, in its sub-ledger or at the exchange; empty if it can} */
    static String margin(BotAccount account, @Nullable PerpetualAccount exchange, PositionSide side, long atoms) {
        if (!(account instanceof PerpetualAccount perpetual) || exchange == null) {
            return account.instrument().symbol() + " is a spot pair and has no margin";
        }
        if (atoms == 0) {
            return "margin of 0 moves nothing";
        }
        String own = perpetual.marginRefusal(side, atoms);
        if (!own.isEmpty()) {
            return own;
        }
        String net = exchange.marginRefusal(side, atoms);
        return net.isEmpty() ? "" : "at the exchange, where all positions are one: " + net;
    }

    /** {@return why so much cannot be transferred where the account as a whole has {@code quoteAtoms}; empty if it can} */
    static String transfer(BotAccount user, long quoteAtoms, long atoms) {
        long free = Math.max(0, user.freeQuoteAtoms());
        if (atoms == 0) {
            return "a transfer of 0 moves nothing";
        }
        if (atoms < 0 && -atoms > free) {
            return "withdrawing " + text(user, -atoms) + " is more than your free " + text(user, free)
                    + "; what bots were given and orders set aside stays";
        }
        return atoms > Long.MAX_VALUE / 4 - quoteAtoms ? "a deposit of " + text(user, atoms) + " cannot be counted" : "";
    }

    private static String text(BotAccount account, long atoms) {
        Asset quote = account.instrument().quote();
        return quote.toDecimal(atoms).stripTrailingZeros().toPlainString() + " " + quote.code();
    }
}
