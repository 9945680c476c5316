package dev.tradewind.hostile;

import dev.tradewind.engine.Session;
import dev.tradewind.portfolio.BotAccount;
import dev.tradewind.portfolio.Ledger;
import dev.tradewind.portfolio.PerpetualAccount;

/**
 * Holds the ledger against the second bookkeeping after each step: the position is the sum of the fills, money is conserved
 * to the last atom, and the account is the sum of its owners. What is neither fill nor the exchange's word about the account
 * may not move either.
 */
final class Accounts {

    /** Coins, or the net position, are the sum of the fills booked. */
    static final String POSITION = "position is the sum of fills";

    /** Quote and fees are conserved. */
    static final String MONEY = "cash, coins and fees are conserved";

    /** The account is the sum of its owners. */
    static final String OWNERS = "the account is the sum of its owners";

    private final long capitalAtoms;
    private long otherBase;
    private long otherQuote;
    private long otherThird;

    Accounts(long capitalAtoms) {
        this.capitalAtoms = capitalAtoms;
    }

    /** Takes the present for right: a process has lived through its past again. */
    void begin(Session session, Books books) {
        otherBase = base(session, books);
        otherQuote = quote(session, books);
        otherThird = session.ledger().thirdAtoms() - books.thirdAtoms();
    }

    /** @param ofAccount whether the last input was the exchange's word about the account, which may adjust it */
    void check(Session session, Books books, boolean ofAccount) {
        long nowBase = base(session, books);
        long nowQuote = quote(session, books);
        long nowThird = session.ledger().thirdAtoms() - books.thirdAtoms();
        if (!ofAccount && nowBase != otherBase) {
            throw new Violation(POSITION, "base moved by " + (nowBase - otherBase) + " atoms without a fill");
        }
        if (!ofAccount && (nowQuote != otherQuote || nowThird != otherThird)) {
            throw new Violation(MONEY, "quote moved by " + (nowQuote - otherQuote) + " atoms and the third asset by "
                    + (nowThird - otherThird) + " without a fill");
        }
        otherBase = nowBase;
        otherQuote = nowQuote;
        otherThird = nowThird;
        owners(session.ledger());
    }

    private static long base(Session session, Books books) {
        PerpetualAccount exchange = session.ledger().exchange();
        return (exchange == null ? session.ledger().baseAtoms() : exchange.baseAtoms()) - books.baseAtoms();
    }

    private long quote(Session session, Books books) {
        Ledger ledger = session.ledger();
        PerpetualAccount exchange = ledger.exchange();
        long cash = exchange == null ? ledger.quoteAtoms() : exchange.quoteAtoms() - exchange.costAtoms();
        return cash - books.flowAtoms() - capitalAtoms;
    }

    private static void owners(Ledger ledger) {
        long quote = 0;
        long base = 0;
        long cost = 0;
        long reserved = 0;
        for (BotAccount account : ledger.accounts()) {
            quote += account.quoteAtoms();
            base += account.baseAtoms();
            cost += account.costAtoms();
            reserved += account.reservedAtoms();
            if (account.reservedAtoms() < 0) {
                throw new Violation(OWNERS, "an owner has " + account.reservedAtoms() + " atoms set aside");
            }
        }
        if (quote != ledger.quoteAtoms() || base != ledger.baseAtoms() || reserved != ledger.reservedAtoms()) {
            throw new Violation(OWNERS, "the account has " + ledger.quoteAtoms() + " quote, " + ledger.baseAtoms()
                    + " base, " + ledger.reservedAtoms() + " set aside, its owners " + quote + ", " + base + ", " + reserved);
        }
        PerpetualAccount exchange = ledger.exchange();
        if (exchange != null && exchange.quoteAtoms() - exchange.costAtoms() != quote - cost) {
            throw new Violation(OWNERS, "the exchange's side has " + (exchange.quoteAtoms() - exchange.costAtoms())
                    + " less entry notional, its owners " + (quote - cost));
        }
    }
}
