package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.app.TimeTravel;
import dev.tradewind.domain.Asset;
import dev.tradewind.engine.EngineSnapshot.Account;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a session was and what it would have been, side by side. */
final class ForkText {

    private final TimeTravel.Fork fork;
    private final Asset quote;
    private final List<List<String>> rows = new ArrayList<>();

    private ForkText(TimeTravel.Fork fork) {
        this.fork = fork;
        quote = fork.recorded().state().market().instrument().quote();
    }

    /** {@return the comparison for people} */
    static List<String> lines(TimeTravel.Fork fork, String changes) {
        ForkText text = new ForkText(fork);
        List<String> lines = new ArrayList<>();
        lines.add("Up to " + Times.show(fork.recorded().timeNanos()) + " UTC, with " + changes + ":");
        lines.add("");
        text.compare();
        lines.addAll(Table.aligned(text.rows));
        lines.add("");
        lines.add(fork.partsNanos() == Long.MAX_VALUE
                ? "Not one order would have been different."
                : "The first order that differs is of " + Times.show(fork.partsNanos()) + " UTC.");
        if (!fork.refusal().isEmpty()) {
            lines.add("A command of the recording would have been refused: " + fork.refusal());
        }
        return lines;
    }

    private void compare() {
        rows.add(List.of("", "Recorded", "What if", "Difference", ""));
        Account was = fork.recorded().state().account();
        Account would = fork.other().state().account();
        money("Equity", was.equityAtoms(), would.equityAtoms());
        money("Realised profit", was.realisedAtoms(), would.realisedAtoms());
        money("Unrealised profit", was.unrealisedAtoms(), would.unrealisedAtoms());
        money("Fees", was.feesAtoms(), would.feesAtoms());
        count("Orders", fork.recorded().orders(), fork.other().orders());
        count("Fills", fork.recorded().fills(), fork.other().fills());
        count("Working orders", fork.recorded().state().openOrders().size(), fork.other().state().openOrders().size());
        for (BotRow bot : fork.recorded().state().bots()) {
            Optional<BotRow> twin = twin(bot);
            if (twin.isPresent()) {
                String name = "Bot " + bot.id() + " " + bot.name() + ": ";
                money(name + "profit", profit(bot), profit(twin.get()));
                count(name + "deals", bot.dealsClosed(), twin.get().dealsClosed());
                if (bot.state() != twin.get().state()) {
                    rows.add(List.of(name + "state", bot.state().name(), twin.get().state().name(), "", ""));
                }
            } else {
                rows.add(List.of("Bot " + bot.id() + " " + bot.name(), bot.state().name(), "never started", "", ""));
            }
        }
    }

    private Optional<BotRow> twin(BotRow bot) {
        return fork.other().state().bots().stream().filter(other -> other.id() == bot.id()).findFirst();
    }

    private static long profit(BotRow bot) {
        return bot.realisedAtoms() + bot.unrealisedAtoms();
    }

    private void money(String label, long was, long would) {
        rows.add(List.of(
                label, Numbers.money(quote, was), Numbers.money(quote, would),
                (would > was ? "+" : "") + Numbers.money(quote, would - was), quote.code()));
    }

    private void count(String label, long was, long would) {
        rows.add(List.of(
                label, Numbers.count(was), Numbers.count(would),
                (would > was ? "+" : "") + Numbers.count(would - was), ""));
    }

    /** Fills in the comparison for machines. */
    static void json(ObjectNode json, TimeTravel.Fork fork) {
        json.put("partsAt", fork.partsNanos() == Long.MAX_VALUE ? "" : Times.iso(fork.partsNanos()));
        json.put("refusal", fork.refusal());
        StateText.json(json.putObject("recorded"), fork.recorded());
        StateText.json(json.putObject("whatIf"), fork.other());
        ForkText text = new ForkText(fork);
        ArrayNode bots = json.putArray("bots");
        for (BotRow bot : fork.recorded().state().bots()) {
            text.twin(bot).ifPresent(twin -> bots.addObject()
                    .put("id", bot.id())
                    .put("profit", Output.amount(text.quote, profit(bot)))
                    .put("whatIfProfit", Output.amount(text.quote, profit(twin))));
        }
        long difference = fork.other().state().account().equityAtoms() - fork.recorded().state().account().equityAtoms();
        json.put("equityDifference", Output.amount(text.quote, difference));
    }
}
