package dev.tradewind.sim;

import dev.tradewind.domain.ParamSpec;
import dev.tradewind.domain.Params;
import dev.tradewind.kernel.Rng;
import java.util.List;

/**
 * One way of modelling a part of the venue, as the catalogue lists it.
 *
 * @param id      stable id
 * @param label   what a form shows
 * @param help    one sentence
 * @param params  its parameters
 * @param factory makes one for a session
 */
public record ModelType<M>(String id, String label, String help, List<ParamSpec> params, Factory<M> factory) {

    /** Makes a model for one session. */
    @FunctionalInterface
    public interface Factory<M> {

        /**
         * {@return a new model, which keeps no state but that of its stream}
         *
         * @param terms what the venue charges and how slow it is
         * @param rng   a stream of chance of the model's own, from the session's seed
         */
        M make(Params params, SimTerms terms, Rng rng);
    }

    public ModelType {
        params = List.copyOf(params);
    }
}
