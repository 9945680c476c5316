package dev.tradewind.app;

import dev.tradewind.bot.BotType;
import dev.tradewind.bot.PlanTerms;
import dev.tradewind.domain.AlgoType;
import dev.tradewind.engine.EngineCommands;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineView;
import dev.tradewind.settings.BotPresetStore;
import java.util.List;

/** A session that runs, as a window sees it. Safe on any thread. */
public interface OpenSession extends AutoCloseable {

    /** {@return the way to read} */
    EngineView view();

    /** {@return the way to write} */
    EngineCommands commands();

    /** {@return the replay's levers} */
    ReplayControl replay();

    /** {@return what kind of session it is} */
    SessionLabel label();

    /** {@return every kind of bot, in catalogue order} */
    List<BotType> botTypes();

    /** {@return every kind of execution algorithm, in catalogue order} */
    List<AlgoType> algoTypes();

    /**
     * {@return what a plan of a new bot would be worked out under: the snapshot's price, this session's fees, orders already
     * open}
     *
     * @param capitalAtoms quote atoms the bot may use
     */
    PlanTerms planTerms(EngineSnapshot snapshot, long capitalAtoms);

    /** {@return the person's own presets of bots} */
    BotPresetStore presets();

    /** {@return an id no bot of this session has had} */
    int nextBotId();

    /** Ends the session, everything saved. Blocks until it is. */
    @Override
    void close();
}
