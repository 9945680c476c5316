package dev.tradewind.sim;

import dev.tradewind.domain.ParamSpec;
import dev.tradewind.domain.Params;
import dev.tradewind.kernel.Rng;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The models there are, the default of each kind first, and how one is chosen: {@code id} or {@code id:name=value,…}. */
public final class ModelCatalog {

    /** How long messages take. */
    public static final List<ModelType<LatencyModel>> LATENCY = List.of(LatencyModel.CONSTANT, LatencyModel.JITTER);

    /** How much worse takers fill. */
    public static final List<ModelType<SlippageModel>> SLIPPAGE = List.of(SlippageModel.BPS, SlippageModel.ROOT);

    /** What stands ahead of a limit order where no book tells. */
    public static final List<ModelType<QueueModel>> QUEUE = List.of(QueueModel.THROUGH, QueueModel.AVERAGE);

    /** Where in a recorded queue cancels come from. */
    public static final List<ModelType<QueueShare>> SHARE = List.of(QueueShare.LOG, QueueShare.LINEAR);

    private ModelCatalog() {}

    /**
     * {@return a choice in full: the id and every parameter}
     *
     * @param what the kind of model, for messages
     * @throws IllegalArgumentException if there is no such model or parameter, or its value is out of range
     */
    public static <M> String canonical(String what, List<ModelType<M>> types, String choice) {
        ModelType<M> type = type(what, types, choice);
        Params params = params(type, what, choice);
        if (type.params().isEmpty()) {
            return type.id();
        }
        StringJoiner text = new StringJoiner(",");
        for (ParamSpec spec : type.params()) {
            text.add(spec.id() + "=" + params.text(spec.id()));
        }
        return type.id() + ":" + text;
    }

    static <M> M make(String what, List<ModelType<M>> types, String choice, SimTerms terms, Rng rng) {
        ModelType<M> type = type(what, types, choice);
        return type.factory().make(params(type, what, choice), terms, rng);
    }

    private static <M> ModelType<M> type(String what, List<ModelType<M>> types, String choice) {
        int colon = choice.indexOf(':');
        String id = (colon < 0 ? choice : choice.substring(0, colon)).strip();
        StringJoiner ids = new StringJoiner(", ");
        for (ModelType<M> type : types) {
            if (type.id().equals(id)) {
                return type;
            }
            ids.add(type.id());
        }
        throw new IllegalArgumentException("there is no " + what + " model '" + id + "'; there are " + ids);
    }

    private static <M> Params params(ModelType<M> type, String what, String choice) {
        Map<String, String> given = new LinkedHashMap<>();
        int colon = choice.indexOf(':');
        for (String part : colon < 0 ? new String[0] : choice.substring(colon + 1).split(",", -1)) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("the " + what + " model '" + choice + "' has '" + part
                        + "' where name=value is expected, as in " + type.id()
                        + (type.params().isEmpty() ? "" : ":" + type.params().getFirst().id() + "="
                                + type.params().getFirst().defaultValue()));
            }
            given.put(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
        }
        return Params.of(type.params(), given);
    }
}
