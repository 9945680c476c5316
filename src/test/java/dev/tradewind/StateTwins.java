package dev.tradewind;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Compares a thing with the one that loaded its state, field by field through everything they hold, so that no field is
 * forgotten when states are saved. What need not be the same is named, each with its reason; a name that is not there any
 * more fails too.
 *
 * <p>Two objects are the same if they are of one class and their fields are; where one side has an object in two places, the
 * other must as well (values, such as records and text, aside). Arrays are compared whole unless the class says which part of
 * them counts ({@link #front}, {@link #ring}) or is seen through another form ({@link #seen}).
 */
public final class StateTwins {

    private static final String ROOT = "dev.tradewind.";
    private static final int MOST_DIFFERENCES = 40;

    private final Map<Field, String> ignored = new HashMap<>();
    private final Map<Field, Part> parts = new HashMap<>();
    private final Map<Class<?>, UnaryOperator<Object>> forms = new HashMap<>();
    private final Set<Class<?>> values = new HashSet<>();

    /** The part of an array that counts. */
    private record Part(@Nullable Field head, Field size) {}

    private record Pair(String path, @Nullable Object one, @Nullable Object other) {}

    private StateTwins() {}

    /** {@return no rules at all} */
    public static StateTwins strict() {
        return new StateTwins();
    }

    /** A field that need not be the same; {@code type} without the root package. */
    public StateTwins ignoring(String type, String field, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("why is " + type + "." + field + " ignored?");
        }
        ignored.put(field(type, field), reason);
        return this;
    }

    /** Of arrays only the first {@code size} (another field) cells count. */
    public StateTwins front(String type, String size, String... arrays) {
        for (String array : arrays) {
            parts.put(field(type, array), new Part(null, field(type, size)));
        }
        return this;
    }

    /** Of arrays only {@code size} cells from {@code head} on and around count (both other fields). */
    public StateTwins ring(String type, String head, String size, String... arrays) {
        for (String array : arrays) {
            parts.put(field(type, array), new Part(field(type, head), field(type, size)));
        }
        ignored.put(field(type, head), "where a ring begins does not matter");
        return this;
    }

    /** Objects of a class are compared as what {@code form} makes of them. */
    public StateTwins seen(String type, UnaryOperator<Object> form) {
        forms.put(type(type), form);
        return this;
    }

    /** Objects of a class never change: they are compared as what {@code form} makes of them, in however many places. */
    public StateTwins value(String type, UnaryOperator<Object> form) {
        values.add(type(type));
        return seen(type, form);
    }

    /** {@return a field's value, for {@link #seen}} */
    public static @Nullable Object get(Object object, String field) {
        return value(fieldOf(object.getClass(), field), object);
    }

    /**
     * Compares.
     *
     * @return the names of our classes that were met, without the root package, so that a test can say it met enough
     * @throws AssertionError naming the differences
     */
    public Set<String> compare(String what, Object original, Object loaded) {
        Walk walk = new Walk();
        walk.see(original.getClass().getSimpleName(), original, loaded);
        while (!walk.open.isEmpty() && walk.differences.size() < MOST_DIFFERENCES) {
            walk.step(walk.open.remove());
        }
        if (!walk.differences.isEmpty()) {
            throw new AssertionError(what + ": original and loaded differ in\n  " + String.join("\n  ", walk.differences));
        }
        return walk.met;
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(ROOT + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("a rule names " + name + ", which is not there", e);
        }
    }

    private static Field field(String type, String name) {
        return fieldOf(type(type), name);
    }

    private static Field fieldOf(Class<?> type, String name) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        throw new AssertionError("a rule names " + type.getName() + "." + name + ", which is not there");
    }

    private static @Nullable Object value(Field field, Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** One comparison. */
    private final class Walk {

        final Deque<Pair> open = new ArrayDeque<>();
        final List<String> differences = new ArrayList<>();
        final Set<String> met = new TreeSet<>();
        private final Map<Object, Object> twins = new IdentityHashMap<>();
        private final Map<Object, Object> back = new IdentityHashMap<>();

        void see(String path, @Nullable Object one, @Nullable Object other) {
            open.add(new Pair(path, one, other));
        }

        private void differ(String path, Object one, Object other) {
            differences.add(path + ": " + one + " | " + other);
        }

        void step(Pair pair) {
            Object one = pair.one;
            Object other = pair.other;
            if (one == other) {
                return;
            }
            if (one == null || other == null || one.getClass() != other.getClass()) {
                differ(pair.path, show(one), show(other));
                return;
            }
            if (isValue(one)) {
                if (!one.equals(other)) {
                    differ(pair.path, one, other);
                }
                return;
            }
            if (one.getClass().isRecord() || values.contains(one.getClass()) || paired(pair.path, one, other)) {
                inside(pair.path, one, other);
            }
        }

        /** {@return whether the two are to be looked into} */
        private boolean paired(String path, Object one, Object other) {
            if (one.getClass().isArray() && Array.getLength(one) == 0) {
                return true;
            }
            Object twin = twins.putIfAbsent(one, other);
            Object origin = back.putIfAbsent(other, one);
            if (twin == null && origin == null) {
                return true;
            }
            if (twin != other || origin != one) {
                differences.add(path + ": the same " + one.getClass().getSimpleName()
                        + " is in two places on one side, on the other there are two");
            }
            return false;
        }

        private void inside(String path, Object one, Object other) {
            UnaryOperator<Object> form = forms.get(one.getClass());
            if (form != null) {
                name(one.getClass());
                see(path + "~", form.apply(one), form.apply(other));
            } else if (one.getClass().isArray()) {
                array(path, one, 0, Array.getLength(one), other, 0, Array.getLength(other));
            } else if (one instanceof Map<?, ?> map) {
                maps(path, map, (Map<?, ?>) other);
            } else if (one instanceof Collection<?> many) {
                collections(path, many, (Collection<?>) other);
            } else if (one.getClass().getName().startsWith("java")) {
                plain(path, one, other);
            } else {
                name(one.getClass());
                for (Class<?> at = one.getClass(); at != null && at != Object.class; at = at.getSuperclass()) {
                    fields(path, at, one, other);
                }
            }
        }

        private void name(Class<?> type) {
            if (type.getName().startsWith(ROOT) && !type.isHidden()) {
                met.add(type.getName().substring(ROOT.length()));
            }
        }

        private void fields(String path, Class<?> type, Object one, Object other) {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers())) {
                    continue;
                }
                field.setAccessible(true);
                if (ignored.containsKey(field)) {
                    continue;
                }
                String name = path + "." + field.getName();
                Part part = parts.get(field);
                Object mine = value(field, one);
                Object theirs = value(field, other);
                if (part == null) {
                    see(name, mine, theirs);
                } else if (mine != null && theirs != null && paired(name, mine, theirs)) {
                    array(name, mine, head(part, one), number(part.size, one), theirs, head(part, other), number(part.size, other));
                }
            }
        }

        private int head(Part part, Object object) {
            return part.head == null ? 0 : number(part.head, object);
        }

        private int number(Field field, Object object) {
            Object value = value(field, object);
            return value instanceof Number number ? number.intValue() : 0;
        }

        private void array(String path, Object one, int from, int size, Object other, int otherFrom, int otherSize) {
            if (size != otherSize) {
                differ(path + ".length", size, otherSize);
                return;
            }
            int length = Array.getLength(one);
            int otherLength = Array.getLength(other);
            boolean same = one instanceof long[] mine
                    && other instanceof long[] theirs
                    && from + size <= length
                    && otherFrom + size <= otherLength
                    && Arrays.equals(mine, from, from + size, theirs, otherFrom, otherFrom + size);
            for (int i = 0; i < size && !same; i++) {
                see(path + "[" + i + "]", Array.get(one, (from + i) % length), Array.get(other, (otherFrom + i) % otherLength));
            }
        }

        private void collections(String path, Collection<?> one, Collection<?> other) {
            if (one instanceof Set<?> && !isOrdered(one)) {
                if (!one.equals(other)) {
                    differ(path, one, other);
                }
                return;
            }
            array(path, ordered(one), 0, one.size(), ordered(other), 0, other.size());
        }

        private static Object[] ordered(Collection<?> many) {
            if (!(many instanceof PriorityQueue<?> queue)) {
                return many.toArray();
            }
            PriorityQueue<?> copy = new PriorityQueue<>(queue);
            Object[] inTurn = new Object[copy.size()];
            Arrays.setAll(inTurn, i -> copy.poll());
            return inTurn;
        }

        private static boolean isOrdered(Object many) {
            return many instanceof SortedSet<?> || many.getClass().getSimpleName().startsWith("Linked")
                    || many.getClass().getName().contains("EnumSet");
        }

        private void maps(String path, Map<?, ?> one, Map<?, ?> other) {
            boolean inOrder = one instanceof SortedMap<?, ?> || one instanceof EnumMap<?, ?> || one instanceof LinkedHashMap<?, ?>;
            if (inOrder) {
                array(path + ".keys", one.keySet().toArray(), 0, one.size(), other.keySet().toArray(), 0, other.size());
                array(path + ".values", one.values().toArray(), 0, one.size(), other.values().toArray(), 0, other.size());
            } else if (!one.keySet().equals(other.keySet())) {
                differ(path + ".keys", one.keySet(), other.keySet());
            } else {
                one.forEach((key, value) -> see(path + "[" + key + "]", value, other.get(key)));
            }
        }

        /** Types of the platform, whose fields are not ours to look at. */
        private void plain(String path, Object one, Object other) {
            switch (one) {
                case AtomicLong number -> see(path, number.get(), ((AtomicLong) other).get());
                case AtomicInteger number -> see(path, number.get(), ((AtomicInteger) other).get());
                case AtomicBoolean flag -> see(path, flag.get(), ((AtomicBoolean) other).get());
                case AtomicReference<?> reference -> see(path, reference.get(), ((AtomicReference<?>) other).get());
                default -> differences.add(path + ": no rule says how to compare a " + one.getClass().getName());
            }
        }

        private static boolean isValue(Object object) {
            return object instanceof Number && !(object instanceof AtomicLong) && !(object instanceof AtomicInteger)
                    || object instanceof Boolean
                    || object instanceof Character
                    || object instanceof CharSequence && !(object instanceof StringBuilder)
                    || object instanceof Enum<?>
                    || object instanceof Class<?>
                    || object instanceof BigDecimal
                    || object instanceof BigInteger
                    || object instanceof BitSet
                    || object.getClass().getName().startsWith("java.time.");
        }

        private static String show(@Nullable Object object) {
            return object == null ? "null" : object.getClass().getSimpleName() + " " + object;
        }
    }
}
