package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.app.TimeTravel;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.TradingState;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.AlgoRow;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import dev.tradewind.engine.EngineSnapshot.OrderRow;
import dev.tradewind.engine.EngineSnapshot.PositionRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A session at one moment, in words and as JSON. */
final class StateText {

    private final TimeTravel.Moment moment;
    private final EngineSnapshot state;
    private final Instrument instrument;
    private final Asset quote;
    private final List<String> lines = new ArrayList<>();

    private StateText(TimeTravel.Moment moment) {
        this.moment = moment;
        state = moment.state();
        instrument = state.market().instrument();
        quote = instrument.quote();
    }

    /** {@return the state for people} */
    static List<String> lines(TimeTravel.Moment moment) {
        StateText text = new StateText(moment);
        text.head();
        text.bots();
        text.positions();
        text.orders();
        text.algos();
        return text.lines;
    }

    private void row(String label, String words) {
        lines.add(String.format(Locale.ROOT, "%-10s%s", label, words));
    }

    private void head() {
        EngineSnapshot.Account account = state.account();
        lines.add("After input " + Numbers.count(moment.sequence()) + " of " + Numbers.count(moment.last()) + ", "
                + Times.show(moment.timeNanos()) + " UTC; " + Numbers.count(moment.orders()) + " orders and "
                + Numbers.count(moment.fills()) + " fills so far, run hash " + moment.hash());
        row("Market", instrument.symbol() + " "
                + (state.market().lastTicks() == 0 ? "without a price yet" : price(state.market().lastTicks())));
        row("Trading", state.trading() == TradingState.ACTIVE
                ? "active"
                : state.trading().name().toLowerCase(Locale.ROOT) + ": " + state.haltReason());
        row("Equity", Numbers.money(quote, account.equityAtoms()) + " " + quote.code() + ", "
                + Numbers.change(quote, account.equityAtoms() - account.startEquityAtoms()) + " since the start");
        row("Held", Numbers.money(quote, account.freeQuoteAtoms()) + " " + quote.code() + " free of yours, "
                + Numbers.money(quote, account.reservedQuoteAtoms()) + " reserved for orders, "
                + Numbers.plain(instrument.base().toDecimal(account.baseAtoms())) + " " + instrument.base().code());
        row("Profit", "realised " + Numbers.change(quote, account.realisedAtoms()) + ", unrealised "
                + Numbers.change(quote, account.unrealisedAtoms()) + ", fees " + Numbers.money(quote, account.feesAtoms()));
        if (!state.risk().text().isEmpty()) {
            row("Rules", state.risk().rules().size() + " in force, " + state.risk().violations() + " violations");
        }
        if (!state.lastRefusal().isEmpty()) {
            row("Refused", state.lastRefusal());
        }
    }

    private String price(long ticks) {
        return ticks == 0 ? "-" : Numbers.plain(instrument.toPrice(ticks));
    }

    private String quantity(long lots) {
        return Numbers.plain(instrument.toQuantity(lots));
    }

    private void table(String title, List<List<String>> rows) {
        lines.add("");
        lines.add(title);
        Table.aligned(rows).forEach(line -> lines.add("  " + line));
    }

    private void bots() {
        if (state.bots().isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Bot", "State", "Realised", "Unrealised", "Deals", "Doing"));
        for (BotRow bot : state.bots()) {
            rows.add(List.of(
                    bot.id() + " " + bot.name(), bot.state().name(), Numbers.money(quote, bot.realisedAtoms()),
                    Numbers.money(quote, bot.unrealisedAtoms()), Integer.toString(bot.dealsClosed()),
                    bot.phase() + (bot.stateReason().isEmpty() ? "" : " (" + bot.stateReason() + ")") + "; "
                            + bot.protection()));
        }
        table("Bots", rows);
    }

    private void positions() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Position", "Size", "Entry", "Mark", "Unrealised", "Liquidation"));
        for (PositionRow position : state.positions()) {
            if (position.lots() != 0) {
                String owner = position.botId() == PositionRow.EXCHANGE
                        ? "exchange"
                        : position.botId() == 0 ? "you" : "bot " + position.botId();
                rows.add(List.of(
                        owner, quantity(position.lots()), price(position.entryTicks()), price(position.markTicks()),
                        Numbers.money(quote, position.unrealisedAtoms()), price(position.liquidationTicks())));
            }
        }
        if (rows.size() > 1) {
            table("Positions", rows);
        }
    }

    private void orders() {
        if (state.openOrders().isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Order", "Owner", "Side", "Type", "Price", "Stop", "Quantity", "Filled", "State"));
        for (OrderRow order : state.openOrders()) {
            rows.add(List.of(
                    Long.toString(order.clientOrderId()),
                    (order.botId() == 0 ? "you" : "bot " + order.botId())
                            + (order.label().isEmpty() ? "" : " " + order.label()),
                    order.side().name(), order.type().name(), price(order.priceTicks()), price(order.stopTicks()),
                    quantity(order.quantityLots()), quantity(order.filledLots()), order.state().name()));
        }
        table("Working orders", rows);
    }

    private void algos() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Algorithm", "Side", "Done", "Of", "Next"));
        for (AlgoRow algo : state.algos()) {
            if (!algo.state().isTerminal()) {
                rows.add(List.of(
                        algo.id() + " " + algo.label(), algo.side().name(), quantity(algo.doneLots()),
                        quantity(algo.totalLots()), algo.next()));
            }
        }
        if (rows.size() > 1) {
            table("Algorithms", rows);
        }
    }

    /** Fills in the state for machines: money in units, prices and quantities as decimals. */
    static void json(ObjectNode json, TimeTravel.Moment moment) {
        StateText text = new StateText(moment);
        Instrument instrument = text.instrument;
        EngineSnapshot state = text.state;
        EngineSnapshot.Account account = state.account();
        json.put("sequence", moment.sequence()).put("last", moment.last()).put("time", Times.iso(moment.timeNanos()));
        json.put("hash", moment.hash()).put("orders", moment.orders()).put("fills", moment.fills());
        json.put("symbol", instrument.symbol()).put("price", instrument.toPrice(state.market().lastTicks()));
        json.put("trading", state.trading().name()).put("haltReason", state.haltReason());
        json.put("lastRefusal", state.lastRefusal());
        json.put("equity", Output.amount(text.quote, account.equityAtoms()));
        json.put("free", Output.amount(text.quote, account.freeQuoteAtoms()));
        json.put("reserved", Output.amount(text.quote, account.reservedQuoteAtoms()));
        json.put("base", Output.amount(instrument.base(), account.baseAtoms()));
        json.put("realised", Output.amount(text.quote, account.realisedAtoms()));
        json.put("unrealised", Output.amount(text.quote, account.unrealisedAtoms()));
        json.put("fees", Output.amount(text.quote, account.feesAtoms()));
        ArrayNode bots = json.putArray("bots");
        for (BotRow bot : state.bots()) {
            bots.addObject()
                    .put("id", bot.id()).put("type", bot.type()).put("name", bot.name()).put("state", bot.state().name())
                    .put("reason", bot.stateReason()).put("phase", bot.phase()).put("protection", bot.protection())
                    .put("realised", Output.amount(text.quote, bot.realisedAtoms()))
                    .put("unrealised", Output.amount(text.quote, bot.unrealisedAtoms()))
                    .put("deals", bot.dealsClosed());
        }
        ArrayNode orders = json.putArray("openOrders");
        for (OrderRow order : state.openOrders()) {
            orders.addObject()
                    .put("order", order.clientOrderId()).put("bot", order.botId()).put("label", order.label())
                    .put("side", order.side().name()).put("type", order.type().name())
                    .put("price", instrument.toPrice(order.priceTicks())).put("stop", instrument.toPrice(order.stopTicks()))
                    .put("quantity", instrument.toQuantity(order.quantityLots()))
                    .put("filled", instrument.toQuantity(order.filledLots())).put("state", order.state().name());
        }
    }
}
