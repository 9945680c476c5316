package dev.tradewind.optimise;

import dev.tradewind.domain.ParamSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every combination a search may try: the values of each searched parameter, and which of them belong together.
 * Combinations are numbered, the last parameter running fastest. Immutable; any thread.
 */
public final class SearchSpace {

    /** Parameters searched at once at most. */
    public static final int MOST_AXES = 12;

    private final List<SearchAxis> axes;
    private final List<Constraint> constraints;
    private final long size;

    private SearchSpace(List<SearchAxis> axes, List<Constraint> constraints) {
        this.axes = List.copyOf(axes);
        this.constraints = List.copyOf(constraints);
        this.size = product(axes);
    }

    /**
     * {@return the combinations a search asks for}
     *
     * @param specs the bot's parameters
     * @param fixed the values of those that are not searched
     * @throws IllegalArgumentException naming the range, parameter or constraint that cannot be used and what would
     *                                  pass
     */
    public static SearchSpace of(List<ParamSpec> specs, Map<String, String> fixed, SearchSpec search) {
        if (search.ranges().isEmpty()) {
            throw new IllegalArgumentException(
                    "no parameter is searched; name at least one with its range, for instance " + specs.getFirst().id()
                            + "=from:to:step. The parameters are " + ids(specs));
        }
        if (search.ranges().size() > MOST_AXES) {
            throw new IllegalArgumentException(search.ranges().size() + " parameters are searched at once; " + MOST_AXES
                    + " can be");
        }
        List<SearchAxis> axes = new ArrayList<>();
        search.ranges().forEach((id, range) -> axes.add(AxisText.read(spec(specs, id), range)));
        Values values = new Values(specs, fixed, axes);
        return new SearchSpace(
                axes, search.constraints().stream().map(text -> ConstraintText.read(text, values)).toList());
    }

    private static ParamSpec spec(List<ParamSpec> specs, String id) {
        for (ParamSpec spec : specs) {
            if (spec.id().equals(id)) {
                return spec;
            }
        }
        throw new IllegalArgumentException("'" + id + "' is no parameter; the parameters are " + ids(specs));
    }

    private static String ids(List<ParamSpec> specs) {
        return String.join(", ", specs.stream().map(ParamSpec::id).toList());
    }

    private static long product(List<SearchAxis> axes) {
        long size = 1;
        try {
            for (SearchAxis axis : axes) {
                size = Math.multiplyExact(size, axis.size());
            }
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("the ranges make more combinations than can be counted; search fewer"
                    + " parameters at once or take larger steps", e);
        }
        return size;
    }

    /** What a constraint's names stand for. */
    private record Values(List<ParamSpec> specs, Map<String, String> fixed, List<SearchAxis> axes)
            implements ConstraintText.Names {

        @Override
        public ParamSpec spec(String name) {
            return SearchSpace.spec(specs, name);
        }

        @Override
        public int place(String name) {
            for (int i = 0; i < axes.size(); i++) {
                if (axes.get(i).param().equals(name)) {
                    return i;
                }
            }
            return -1;
        }

        @Override
        public List<String> values(String name) {
            int place = place(name);
            if (place >= 0) {
                return axes.get(place).values();
            }
            ParamSpec spec = spec(name);
            return List.of(spec.canonical(fixed.getOrDefault(name, spec.defaultValue())));
        }
    }

    /** {@return what is searched} */
    public List<SearchAxis> axes() {
        return axes;
    }

    /** {@return how many combinations the ranges make, those the constraints leave out included} */
    public long size() {
        return size;
    }

    /** {@return the conditions, for people} */
    List<String> constraints() {
        return constraints.stream().map(Constraint::toString).toList();
    }

    /** Writes which value of each axis a combination has. */
    void locate(long combination, int[] at) {
        long rest = combination;
        for (int axis = axes.size() - 1; axis >= 0; axis--) {
            int values = axes.get(axis).size();
            at[axis] = (int) (rest % values);
            rest /= values;
        }
    }

    /** {@return the number of the combination with these values} */
    long combination(int[] at) {
        long number = 0;
        for (int axis = 0; axis < at.length; axis++) {
            number = number * axes.get(axis).size() + at[axis];
        }
        return number;
    }

    /** {@return whether every constraint lets a combination through} */
    boolean admits(int[] at) {
        for (Constraint constraint : constraints) {
            if (!constraint.holds(at)) {
                return false;
            }
        }
        return true;
    }

    /** {@return the values of a combination by parameter} */
    Map<String, String> params(int[] at) {
        Map<String, String> params = new LinkedHashMap<>();
        for (int axis = 0; axis < at.length; axis++) {
            params.put(axes.get(axis).param(), axes.get(axis).values().get(at[axis]));
        }
        return params;
    }
}
