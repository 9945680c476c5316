package dev.tradewind.engine;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.oms.Order;
import dev.tradewind.portfolio.Ledger;
import dev.tradewind.portfolio.PerpetualAccount;
import dev.tradewind.risk.RiskMetric;
import dev.tradewind.risk.RiskScope;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;

/**
 * Whom one rule watches: the whole session, one bot, or the bots with a tag taken together. A group's equity is what its
 * bots were given and what they earned; what a stopped bot handed over counts as yours. Engine thread only.
 */
final class RiskSubject {

    private final RiskScope scope;
    private final Ledger ledger;
    private final Owner user;
    private final MarketState market;
    private final List<BotSlot> members = new ArrayList<>();
    private final BitSet places = new BitSet();
    private final boolean whole;
    private final boolean account;
    private final Supplier<AccountBeyond> beyond;

    /** @param beyond what an account has elsewhere, for scopes of the whole account */
    RiskSubject(RiskScope scope, Ledger ledger, Owner user, MarketState market, Supplier<AccountBeyond> beyond) {
        this.beyond = beyond;
        account = scope.kind() == RiskScope.Kind.ACCOUNT;
        this.scope = scope;
        this.ledger = ledger;
        this.user = user;
        this.market = market;
        whole = scope.wholeSession();
    }

    RiskScope scope() {
        return scope;
    }

    void add(BotSlot slot) {
        members.add(slot);
        places.set(slot.place());
    }

    /** {@return the bots in it} */
    List<BotSlot> members() {
        return members;
    }

    boolean covers(Owner owner) {
        return whole || owner instanceof BotSlot slot && places.get(slot.place());
    }

    /** {@return the bot a decision is about, 0 where it is about more than one} */
    int botId() {
        return !whole && members.size() == 1 ? members.getFirst().id() : 0;
    }

    /** {@return whether there is anything to measure} */
    boolean present() {
        return whole || !members.isEmpty();
    }

    private AccountBeyond beyond() {
        return account ? beyond.get() : AccountBeyond.NOTHING;
    }

    long equityAtoms() {
        if (whole) {
            return ledger.equityAtoms() + beyond().equityAtoms();
        }
        long sum = 0;
        for (int i = 0; i < members.size(); i++) {
            sum += members.get(i).startCapitalAtoms() + profitAtoms(members.get(i));
        }
        return sum;
    }

    /** {@return deposits less withdrawals so far: they are no profit and no loss} */
    long transfersAtoms() {
        return whole ? ledger.transfersAtoms() : 0;
    }

    long capitalAtoms() {
        if (whole) {
            return ledger.startEquityAtoms();
        }
        long sum = 0;
        for (int i = 0; i < members.size(); i++) {
            sum += members.get(i).startCapitalAtoms();
        }
        return sum;
    }

    long profitAtoms(BotSlot slot) {
        long last = Holdings.markTicks(user.ledger().instrument(), market);
        return slot.ledger().realisedAtoms() + (last == 0 ? 0 : slot.ledger().unrealisedAtoms(last));
    }

    boolean marksDays() {
        return whole;
    }

    long dayStartEquityAtoms() {
        return ledger.dayStartEquityAtoms();
    }

    long heldAtoms() {
        if (whole && !user.ledger().instrument().isPerpetual()) {
            return netAtoms() + beyond().heldAtoms();
        }
        long last = Holdings.markTicks(user.ledger().instrument(), market);
        long sum = beyond().heldAtoms() + (whole ? Holdings.worthAtoms(user.ledger(), last) : 0);
        for (int i = 0; i < members.size(); i++) {
            sum += Holdings.worthAtoms(members.get(i).ledger(), last);
        }
        return sum;
    }

    long netHeldAtoms() {
        return netAtoms() + beyond().netHeldAtoms();
    }

    private long netAtoms() {
        Instrument instrument = user.ledger().instrument();
        long last = Holdings.markTicks(instrument, market);
        if (whole) {
            return ledger.baseAtoms() == 0 ? 0 : instrument.valueOfBaseAtoms(last, Math.abs(ledger.baseAtoms()));
        }
        long sum = 0;
        for (int i = 0; i < members.size(); i++) {
            sum += Holdings.netWorthAtoms(members.get(i).ledger(), last);
        }
        return Math.abs(sum);
    }

    /** {@return what working entries would add: on spot their cost, on a perpetual the worth of what they open} */
    long workingEntryAtoms() {
        if (user.ledger().instrument().isPerpetual()) {
            long sum = beyond().workingEntryAtoms() + (whole ? openingAtoms(user) : 0);
            for (int i = 0; i < members.size(); i++) {
                sum += openingAtoms(members.get(i));
            }
            return sum;
        }
        if (whole) {
            return ledger.reservedAtoms() + beyond().workingEntryAtoms();
        }
        long sum = 0;
        for (int i = 0; i < members.size(); i++) {
            sum += members.get(i).ledger().reservedAtoms();
        }
        return sum;
    }

    private long openingAtoms(Owner owner) {
        long sum = 0;
        for (int i = 0; i < owner.workingOrders(); i++) {
            Order order = owner.working(i);
            long lots = order.enteringLots();
            if (lots > 0) {
                OrderRequest asked = order.request();
                long ticks = asked.type().hasLimit()
                        ? asked.priceTicks()
                        : asked.type().hasTrigger() ? asked.stopTicks() : market.lastTicks();
                sum += owner.ledger().instrument().notionalAtoms(ticks, lots);
            }
        }
        return sum;
    }

    int openPositions() {
        int count = beyond().openPositions() + (whole && Holdings.grossLots(user.ledger()) != 0 ? 1 : 0);
        for (int i = 0; i < members.size(); i++) {
            count += Holdings.grossLots(members.get(i).ledger()) != 0 ? 1 : 0;
        }
        return count;
    }

    /** {@return the least distance to liquidation: at the exchange for the whole session, else of each bot's own positions} */
    long liquidationLeftE8() {
        long mark = market.markTicks();
        PerpetualAccount exchange = ledger.exchange();
        if (exchange == null || mark == 0) {
            return RiskMetric.NOTHING;
        }
        if (whole) {
            return Holdings.liquidationLeftE8(exchange, mark);
        }
        long least = RiskMetric.NOTHING;
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).ledger() instanceof PerpetualAccount account) {
                long left = Holdings.liquidationLeftE8(account, mark);
                least = least == RiskMetric.NOTHING || left != RiskMetric.NOTHING && left < least ? left : least;
            }
        }
        return least;
    }
}
