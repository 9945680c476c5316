package dev.tradewind.ui.screen.trade;

import dev.tradewind.domain.Exact;
import dev.tradewind.domain.Instrument;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import java.util.ArrayList;
import java.util.List;

/** Positions as a snapshot implies them. Pure. */
final class Positions {

    private Positions() {}

    /**
     * What one owner holds.
     *
     * @param owner     a bot's name, or {@code You}
     * @param baseAtoms base held
     * @param costAtoms paid for it
     */
    record Position(
            String owner, long baseAtoms, long costAtoms, long valueAtoms, long unrealisedAtoms, long realisedAtoms,
            long feesAtoms) {}

    /** {@return the average cost of everything held, in ticks, 0 without a position} */
    static long averageTicks(EngineSnapshot snapshot) {
        return averageTicks(
                snapshot.market().instrument(), snapshot.account().baseAtoms(), snapshot.account().costAtoms());
    }

    /** {@return the average cost in whole ticks, 0 without a position} */
    static long averageTicks(Instrument instrument, long baseAtoms, long costAtoms) {
        if (baseAtoms <= 0 || costAtoms <= 0) {
            return 0;
        }
        return Exact.mulDivFloor(costAtoms, instrument.lotAtoms(), baseAtoms) / instrument.tickLotAtoms();
    }

    /** {@return who holds what: the bots that hold anything, then the user if anything is left} */
    static List<Position> of(EngineSnapshot snapshot) {
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
                        bot.name(), bot.baseAtoms(), bot.costAtoms(),
                        instrument.valueOfBaseAtoms(last, bot.baseAtoms()), bot.unrealisedAtoms(),
                        bot.realisedAtoms(), bot.feesAtoms()));
            }
        }
        if (base > 0) {
            positions.add(new Position(
                    "You", base, cost, instrument.valueOfBaseAtoms(last, base), unrealised, realised, fees));
        }
        return positions;
    }
}
