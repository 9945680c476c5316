package dev.tradewind.ui.screen.trade;

import dev.tradewind.bot.PlanTerms;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Rounding;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.TradingState;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.Account;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import dev.tradewind.ui.screen.trade.TicketOutcome.Level;
import dev.tradewind.ui.screen.trade.TicketOutcome.Verdict;
import dev.tradewind.ui.widget.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Works out what an order would cost and change, exactly, and what stands in its way. Pure. */
final class TicketSums {

    private final EngineSnapshot snapshot;
    private final TicketEntry entry;
    private final PlanTerms terms;
    private final Instrument instrument;
    private final List<Verdict> verdicts = new ArrayList<>();
    private String problem = "";

    private TicketSums(EngineSnapshot snapshot, TicketEntry entry, PlanTerms terms) {
        this.snapshot = snapshot;
        this.entry = entry;
        this.terms = terms;
        this.instrument = snapshot.market().instrument();
    }

    /** {@return what the entry would do now} */
    static TicketOutcome of(EngineSnapshot snapshot, TicketEntry entry, PlanTerms terms) {
        return new TicketSums(snapshot, entry, terms).work();
    }

    /** {@return an entry before the market's first price: nothing can be counted yet} */
    static TicketOutcome waiting(TicketEntry entry) {
        return new TicketOutcome(
                Figures.NONE, Figures.NONE, "Fee", Figures.NONE, Figures.NONE, List.of(),
                entry.side() == Side.BUY ? "Buy" : "Sell", "The market has no price yet.", Optional.empty());
    }

    private TicketOutcome work() {
        long last = snapshot.market().lastTicks();
        long priceTicks = entry.type() == OrderType.MARKET ? last : limit();
        if (priceTicks <= 0) {
            block(entry.type() == OrderType.MARKET ? "The market has no price yet." : "Enter a price.");
        }
        boolean crosses = entry.type() == OrderType.MARKET
                || last > 0 && (entry.side() == Side.BUY ? priceTicks >= last : priceTicks <= last);
        FeeRate rate = crosses ? terms.takerFee() : terms.makerFee();
        long lots = priceTicks > 0 ? lots(priceTicks, rate) : 0;
        if (lots <= 0) {
            block("Enter a size.");
        }
        String feeLabel = "Fee, " + (crosses ? "taker " : "maker ")
                + rate.toBps().movePointLeft(2).setScale(2, RoundingMode.HALF_UP).toPlainString() + " %";
        if (priceTicks <= 0 || lots <= 0) {
            return new TicketOutcome(
                    Figures.NONE, Figures.NONE, feeLabel, Figures.NONE, Figures.NONE, verdicts, verb(), problem,
                    Optional.empty());
        }
        try {
            return sums(priceTicks, lots, crosses, rate, feeLabel);
        } catch (ArithmeticException e) {
            block("This order is too large to be counted.");
            return new TicketOutcome(
                    Figures.NONE, Figures.NONE, feeLabel, Figures.NONE, Figures.NONE, verdicts, verb(), problem,
                    Optional.empty());
        }
    }

    private TicketOutcome sums(long priceTicks, long lots, boolean crosses, FeeRate rate, String feeLabel) {
        boolean buy = entry.side() == Side.BUY;
        boolean feeInBase = buy && terms.buyFeeAsset() == FeeAsset.BASE;
        long notional = instrument.notionalAtoms(priceTicks, lots);
        long baseAtoms = Math.multiplyExact(lots, instrument.lotAtoms());
        long fee = rate.feeOn(feeInBase ? baseAtoms : notional);
        long quoteFee = feeInBase ? 0 : fee;
        Account account = snapshot.account();
        long needed = Math.addExact(notional, quoteFee);
        long free = buy ? account.freeQuoteAtoms() - needed : account.freeQuoteAtoms() + notional - quoteFee;
        filters(priceTicks, lots, notional);
        balance(buy, needed, baseAtoms);
        timing(crosses, priceTicks);
        company();
        session();
        boolean market = entry.type() == OrderType.MARKET;
        String size = quantity(lots) + " " + instrument.base().code();
        String button = verb() + " " + size
                + (market ? " at market, about " : " at ") + Figures.price(instrument, priceTicks);
        Optional<Command.PlaceOrder> command = problem.isEmpty()
                ? Optional.of(new Command.PlaceOrder(
                        0, entry.side(), entry.type(), market ? TimeInForce.IOC : TimeInForce.GTC, lots,
                        market ? 0 : priceTicks, 0))
                : Optional.empty();
        return new TicketOutcome(
                Figures.money(instrument.quote(), notional) + " " + instrument.quote().code(),
                feeInBase
                        ? Figures.fixed(instrument.base().toDecimal(fee), 8) + " " + instrument.base().code()
                        : Figures.fixed(instrument.quote().toDecimal(fee), 2),
                feeLabel,
                Figures.money(instrument.quote(), free),
                position(buy, baseAtoms - (feeInBase ? fee : 0), needed),
                verdicts, button, problem, command);
    }

    private String position(boolean buy, long baseAtoms, long needed) {
        Account account = snapshot.account();
        long held = buy ? account.baseAtoms() + baseAtoms : account.baseAtoms() - baseAtoms;
        if (held <= 0) {
            return held == 0 ? "none" : Figures.NONE;
        }
        long cost = buy ? account.costAtoms() + needed : account.costAtoms();
        long over = buy ? held : account.baseAtoms();
        BigDecimal average = instrument.quote().toDecimal(cost)
                .divide(instrument.base().toDecimal(over), instrument.priceDecimals(), RoundingMode.HALF_UP);
        return Figures.fixed(instrument.base().toDecimal(held), Math.min(5, instrument.quantityDecimals())) + " at "
                + Figures.fixed(average, instrument.priceDecimals());
    }

    private String verb() {
        return entry.side() == Side.BUY ? "Buy" : "Sell";
    }

    private String quantity(long lots) {
        String text = Figures.quantity(instrument, lots);
        int end = text.length();
        int keep = text.indexOf('.') + 3;
        while (end > keep && keep > 2 && text.charAt(end - 1) == '0') {
            end--;
        }
        return text.substring(0, end);
    }

    private void block(String reason) {
        if (problem.isEmpty()) {
            problem = reason;
        }
    }

    private long limit() {
        BigDecimal price = number(entry.price());
        if (price.signum() <= 0) {
            if (!entry.price().isBlank()) {
                block("The price '" + entry.price().strip() + "' is not a positive number, for instance "
                        + Figures.price(instrument, Math.max(1, snapshot.market().lastTicks())) + ".");
            }
            return 0;
        }
        try {
            return instrument.toTicks(price, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            BigDecimal nearest = nearest(price);
            block("The price " + price.toPlainString() + " is no multiple of the tick "
                    + instrument.tickSize().toPlainString() + "; "
                    + Figures.fixed(nearest, instrument.priceDecimals()) + " would pass.");
            return 0;
        }
    }

    /** Never a worse price than typed. */
    private BigDecimal nearest(BigDecimal price) {
        return instrument.toPrice(Math.max(1, Rounding.limitTicks(instrument, entry.side(), price)));
    }

    private long lots(long priceTicks, FeeRate rate) {
        BigDecimal size = number(entry.size());
        if (size.signum() <= 0) {
            if (!entry.size().isBlank() && number(entry.size()).signum() < 0) {
                block("The size '" + entry.size().strip() + "' is not a positive number.");
            }
            return 0;
        }
        try {
            return switch (entry.unit()) {
                case BASE -> Rounding.lots(instrument, size);
                case QUOTE -> instrument.lotsFor(instrument.quote().toAtoms(size), priceTicks);
                case PERCENT -> share(size, priceTicks, rate);
            };
        } catch (ArithmeticException e) {
            block("The size " + size.toPlainString() + " is too large to be counted.");
            return 0;
        }
    }

    private long share(BigDecimal percent, long priceTicks, FeeRate rate) {
        if (percent.compareTo(BigDecimal.valueOf(100)) > 0) {
            block(percent.toPlainString() + " % is more than there is; at most 100 %.");
            return 0;
        }
        Account account = snapshot.account();
        if (entry.side() == Side.SELL) {
            BigDecimal base = BigDecimal.valueOf(account.baseAtoms()).multiply(percent).movePointLeft(2);
            return base.longValue() / instrument.lotAtoms();
        }
        BigDecimal quote = BigDecimal.valueOf(account.freeQuoteAtoms()).multiply(percent).movePointLeft(2);
        boolean feeInQuote = terms.buyFeeAsset() != FeeAsset.BASE;
        BigDecimal spend = feeInQuote
                ? quote.divide(BigDecimal.ONE.add(BigDecimal.valueOf(rate.e8(), 8)), 0, RoundingMode.DOWN)
                : quote;
        return instrument.lotsFor(spend.longValue(), priceTicks);
    }

    /** Zero where the text is empty, −1 where it is no number. */
    private static BigDecimal number(String text) {
        String plain = text.strip().replace(",", "");
        if (plain.isEmpty()) {
            return BigDecimal.ZERO;
        }
        try {
            return plain.length() > 24 ? BigDecimal.valueOf(-1) : new BigDecimal(plain);
        } catch (NumberFormatException e) {
            return BigDecimal.valueOf(-1);
        }
    }

    private void filters(long priceTicks, long lots, long notional) {
        InstrumentFilters filters = instrument.filters();
        String failed = "";
        long most = entry.type() == OrderType.MARKET ? filters.marketMaxQuantityLots() : filters.maxQuantityLots();
        if (lots < filters.minQuantityLots()) {
            failed = "size " + quantity(lots) + ", at least " + quantity(filters.minQuantityLots());
        } else if (most > 0 && lots > most) {
            failed = "size " + quantity(lots) + ", at most " + quantity(most);
        } else if (notional < filters.minNotionalAtoms()) {
            failed = Figures.money(instrument.quote(), notional) + " " + instrument.quote().code() + ", at least "
                    + Figures.money(instrument.quote(), filters.minNotionalAtoms());
        } else if (priceTicks < filters.minPriceTicks()) {
            failed = "price at least " + Figures.price(instrument, filters.minPriceTicks());
        } else if (filters.maxPriceTicks() > 0 && priceTicks > filters.maxPriceTicks()) {
            failed = "price at most " + Figures.price(instrument, filters.maxPriceTicks());
        }
        if (!failed.isEmpty()) {
            block("Below or beyond what the exchange takes: " + failed + ".");
        }
        verdicts.add(new Verdict(
                failed.isEmpty() ? Level.PASS : Level.BLOCK, "Exchange filters", failed.isEmpty() ? "pass" : failed));
    }

    private void balance(boolean buy, long needed, long baseAtoms) {
        Account account = snapshot.account();
        long have = buy ? account.freeQuoteAtoms() : account.baseAtoms();
        long want = buy ? needed : baseAtoms;
        String code = buy ? instrument.quote().code() : instrument.base().code();
        int decimals = buy ? 2 : Math.min(8, instrument.quantityDecimals());
        BigDecimal left = buy
                ? instrument.quote().toDecimal(have)
                : instrument.base().toDecimal(have);
        String detail = Figures.fixed(left, decimals) + " " + code;
        if (want > have) {
            block("Not enough " + code + ": " + detail + (buy ? " free" : " held") + ".");
            verdicts.add(new Verdict(Level.BLOCK, buy ? "Free balance" : "Held to sell", "only " + detail));
        } else {
            verdicts.add(new Verdict(Level.PASS, buy ? "Free balance" : "Held to sell", "of " + detail));
        }
    }

    private void timing(boolean crosses, long priceTicks) {
        if (entry.type() == OrderType.MARKET) {
            return;
        }
        long last = snapshot.market().lastTicks();
        if (crosses) {
            verdicts.add(new Verdict(Level.LOOK, "Fills at once", "crosses the last price"));
        } else if (last > 0) {
            verdicts.add(new Verdict(
                    Level.PASS,
                    entry.side() == Side.BUY ? "Rests below the market" : "Rests above the market",
                    Figures.change(priceTicks - last, last)));
        }
    }

    private void company() {
        for (BotRow bot : snapshot.bots()) {
            if (bot.state().isActive()) {
                verdicts.add(new Verdict(
                        Level.LOOK, bot.name() + " trades " + instrument.symbol() + " too", "kept apart"));
                return;
            }
        }
    }

    private void session() {
        if (snapshot.trading() == TradingState.HALTED) {
            String why = snapshot.haltReason().isEmpty() ? "" : ": " + snapshot.haltReason();
            block("Trading is halted" + why + ".");
            verdicts.add(new Verdict(Level.BLOCK, "Trading is halted", "end the halt first"));
        } else if (snapshot.trading() == TradingState.REDUCING && entry.side() == Side.BUY) {
            block("Only orders that shrink the position are taken now.");
            verdicts.add(new Verdict(Level.BLOCK, "Reducing only", "sells pass"));
        }
    }
}
