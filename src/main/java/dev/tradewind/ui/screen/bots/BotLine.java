package dev.tradewind.ui.screen.bots;

import dev.tradewind.bot.BotType;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Instrument;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import dev.tradewind.engine.EngineSnapshot.DecisionRow;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Labels;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One bot as the list writes it. */
record BotLine(
        int id,
        String name,
        String code,
        String type,
        String instrument,
        BotState state,
        boolean archived,
        String net,
        String netTone,
        String realised,
        String unrealised,
        String unrealisedTone,
        String fees,
        String deals,
        String capital,
        String protection,
        String protectionTone,
        String action,
        String actionTone,
        List<Long> spark) {

    private static final int SPARK_POINTS = 32;

    static BotLine of(BotRow bot, List<BotType> types, Instrument instrument) {
        Asset quote = instrument.quote();
        long net = bot.realisedAtoms() + bot.unrealisedAtoms();
        boolean open = !bot.deals().isEmpty() && bot.deals().getFirst().closedNanos() == 0;
        boolean covered = bot.protection().startsWith("Stop ");
        return new BotLine(
                bot.id(),
                bot.name(),
                bot.type() + "-" + bot.id(),
                typeLabel(types, bot.type()),
                instrument.symbol(),
                bot.state(),
                bot.archived(),
                Figures.profit(quote, net),
                Labels.toneOf(net),
                Figures.profit(quote, bot.realisedAtoms()),
                Figures.profit(quote, bot.unrealisedAtoms()),
                bot.unrealisedAtoms() == 0 ? "is-faint" : "",
                Figures.profit(quote, -bot.feesAtoms()),
                open ? "1 / " + bot.dealsClosed() : Integer.toString(bot.dealsClosed()),
                Figures.money(quote, bot.capitalAtoms()),
                bot.protection(),
                covered ? "is-buy" : bot.baseAtoms() > 0 ? "is-warn" : "is-secondary",
                action(bot.lastAction(), instrument),
                BotStates.tone(bot.state()).equals("is-sell") ? "is-sell" : "is-secondary",
                spark(bot.equity()));
    }

    static String typeLabel(List<BotType> types, String id) {
        return types.stream().filter(type -> type.id().equals(id)).map(BotType::label).findFirst().orElse(id);
    }

    private static String action(@Nullable DecisionRow last, Instrument instrument) {
        return last == null
                ? Figures.NONE
                : Figures.clock(last.timeNanos()) + "  "
                        + Figures.decision(instrument, last.reason(), last.first(), last.second());
    }

    private static List<Long> spark(long[][] equity) {
        List<Long> points = new ArrayList<>(SPARK_POINTS);
        int size = equity.length < 2 ? 0 : equity[1].length;
        int shown = Math.min(SPARK_POINTS, size);
        for (int i = 0; i < shown; i++) {
            points.add(equity[1][shown == 1 ? 0 : (int) ((long) i * (size - 1) / (shown - 1))]);
        }
        return List.copyOf(points);
    }
}
