package dev.tradewind.bot;

import dev.tradewind.domain.ParamSpec;
import dev.tradewind.domain.Params;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A kind of bot, declared once.
 *
 * @param id          stable id, for instance {@code dca}
 * @param label       what a list shows
 * @param description one sentence
 * @param version     raised when parameters change meaning
 * @param params      every parameter
 * @param presets     named starting points, the first is the default
 * @param actions     what a user may ask of a running bot beyond pause, stop and edit
 * @param factory     makes a bot from valid parameters; throws {@code ParamException} where parameters contradict
 *                    each other
 * @param planner     every order the parameters can lead to
 * @param signal      of bots that are a stateless signal: makes it of valid parameters
 * @param tradeRule   how its fills make trades in a report
 */
public record BotType(
        String id,
        String label,
        String description,
        int version,
        List<ParamSpec> params,
        List<Preset> presets,
        List<Action> actions,
        Function<Params, Bot> factory,
        Planner planner,
        Optional<Function<Params, Signal>> signal,
        TradeRule tradeRule) {

    public BotType {
        params = List.copyOf(params);
        presets = List.copyOf(presets);
        actions = List.copyOf(actions);
    }

    /** A kind of bot that is no stateless signal, whose trades last from flat to flat. */
    public BotType(
            String id,
            String label,
            String description,
            int version,
            List<ParamSpec> params,
            List<Preset> presets,
            List<Action> actions,
            Function<Params, Bot> factory,
            Planner planner) {
        this(id, label, description, version, params, presets, actions, factory, planner, Optional.empty(),
                TradeRule.FLAT_TO_FLAT);
    }

    /** {@return the same kind, which keeps what {@link Signal} promises} */
    public BotType signalling(Function<Params, Signal> maker) {
        return new BotType(
                id, label, description, version, params, presets, actions, factory, planner, Optional.of(maker),
                tradeRule);
    }

    /** {@return the same kind, whose trades follow another rule} */
    public BotType trading(TradeRule rule) {
        return new BotType(
                id, label, description, version, params, presets, actions, factory, planner, signal, rule);
    }

    /** A named set of values over the defaults. */
    public record Preset(String label, Map<String, String> values) {

        /** Keeps them in the order of their ids. */
        public Preset {
            values = Collections.unmodifiableMap(new TreeMap<>(values));
        }
    }

    /**
     * Something a user may ask of a running bot.
     *
     * @param id       stable id, for instance {@code addFunds}
     * @param label    what a button shows
     * @param argument unit of the amount it takes, {@code quote} for instance; empty where it takes none
     */
    public record Action(String id, String label, String argument) {}

    /** Works out a risk sheet without placing anything. Pure. */
    @FunctionalInterface
    public interface Planner {
        /** {@return every order the parameters can lead to from a price on, judged} */
        RiskSheet plan(Params params, PlanTerms terms);
    }

    /**
     * {@return the type of an id}
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static BotType of(String id, List<BotType> types) {
        for (BotType type : types) {
            if (type.id().equals(id)) {
                return type;
            }
        }
        throw new IllegalArgumentException("bot type '" + id + "' is not one of "
                + types.stream().map(BotType::id).collect(Collectors.joining(", ")));
    }

    /** {@return the parameters with some values over the defaults, checked} */
    public Params params(Map<String, String> given) {
        return Params.of(params, given);
    }
}
