package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.Exact;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.PositionSide;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import dev.tradewind.engine.EngineSnapshot.PositionRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Positions as a snapshot implies them. Pure. */
final class Positions {

    private Positions() {}

    /**
     * What one owner holds.
     *
     * @param botId     a bot, 0 for the user, {@link PositionRow#EXCHANGE} for the account
     * @param owner     a bot's name, {@code You} or {@code Account}
     * @param baseAtoms base held, negative when short
     * @param costAtoms paid for it
     * @param margin    what a perpetual adds; null on spot
     */
    record Position(
            int botId,
            String owner,
            long baseAtoms,
            long costAtoms,
            long valueAtoms,
            long unrealisedAtoms,
            long realisedAtoms,
            long feesAtoms,
            @Nullable PositionRow margin) {

        /** {@return whether a person may close it here: it is theirs} */
        boolean mine() {
            return botId == 0;
        }

        /** {@return which position of the account it is} */
        PositionSide side() {
            return margin == null ? PositionSide.NET : margin.side();
        }
    }

    /** {@return the average cost of everything held, in ticks, 0 without a position} */
    static long averageTicks(EngineSnapshot snapshot) {
        return averageTicks(
                snapshot.market().instrument(), snapshot.account().baseAtoms(), snapshot.account().costAtoms());
    }

    /** {@return the average cost in whole ticks, 0 without a position; of a short one its entry} */
    static long averageTicks(Instrument instrument, long baseAtoms, long costAtoms) {
        long base = Math.abs(baseAtoms);
        long cost = Math.abs(costAtoms);
        if (base == 0 || cost == 0 || Long.signum(baseAtoms) != Long.signum(costAtoms)) {
            return 0;
        }
        return Exact.mulDivFloor(cost, instrument.lotAtoms(), base) / instrument.tickLotAtoms();
    }

    /** {@return who holds what: on spot the bots that hold anything, then the user if anything is left} */
    static List<Position> of(EngineSnapshot snapshot) {
        return snapshot.market().instrument().isPerpetual() ? perpetual(snapshot) : spot(snapshot);
    }

    private static List<Position> perpetual(EngineSnapshot snapshot) {
        Instrument instrument = snapshot.market().instrument();
        List<Position> positions = new ArrayList<>();
        for (PositionRow row : snapshot.positions()) {
            long base = Math.multiplyExact(row.lots(), instrument.lotAtoms());
            positions.add(new Position(
                    row.botId(), owner(snapshot, row.botId()), base, row.entryAtoms(),
                    Math.addExact(row.entryAtoms(), row.unrealisedAtoms()), row.unrealisedAtoms(), 0, 0, row));
        }
        return positions;
    }

    private static String owner(EngineSnapshot snapshot, int botId) {
        if (botId == PositionRow.EXCHANGE) {
            return "Account";
        }
        for (BotRow bot : snapshot.bots()) {
            if (bot.id() == botId) {
                return bot.name();
            }
        }
        return botId == 0 ? "You" : "Bot " + botId;
    }

    private static List<Position> spot(EngineSnapshot snapshot) {
        Instrument instrument = snapshot.market().instrument();
        long last = snapshot.market().lastTicks();
        List<Position> positions = new ArrayList<>();
        long base = snapshot.account().baseAtoms();
        long cost = snapshot.account().costAtoms();
        long realised = snapshot.account().realisedAtoms();
        long unrealised = snapshot.account().unrealisedAtoms();
        long fees = snapshot.account().feesAtoms();
        for (BotRow bot : snapshot.bots()) {
            base -= bot.baseAtoms();
            cost -= bot.costAtoms();
            realised -= bot.realisedAtoms();
            unrealised -= bot.unrealisedAtoms();
            fees -= bot.feesAtoms();
            if (bot.baseAtoms() > 0) {
                positions.add(new Position(
                        bot.id(), bot.name(), bot.baseAtoms(), bot.costAtoms(),
                        instrument.valueOfBaseAtoms(last, bot.baseAtoms()), bot.unrealisedAtoms(),
                        bot.realisedAtoms(), bot.feesAtoms(), null));
            }
        }
        if (base > 0) {
            positions.add(new Position(
                    0, "You", base, cost, instrument.valueOfBaseAtoms(last, base), unrealised, realised, fees, null));
        }
        return positions;
    }
}
