package dev.tradewind.domain;

import java.util.List;
import java.util.Map;

/**
 * A kind of execution algorithm (trailing stop, one-cancels-other, TWAP …), declared once: form, validation and command
 * line all come from its parameters.
 *
 * @param id          stable id, for instance {@code trailing-stop}
 * @param label       what a list shows
 * @param description one sentence
 * @param params      every parameter
 */
public record AlgoType(String id, String label, String description, List<ParamSpec> params) {

    public AlgoType {
        params = List.copyOf(params);
    }

    /** {@return the parameters with some values over the defaults, checked} */
    public Params params(Map<String, String> given) {
        return Params.of(params, given);
    }
}
