package dev.tradewind.monitor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What can be measured of the program, by name, in the order it was registered. Whoever knows a figure registers how to read
 * it; it is read only when somebody collects. Money has no place here: who may see how the program does need not see what
 * its user owns. Safe on any thread.
 */
public final class Metrics {

    private final Map<String, Registered> families = new LinkedHashMap<>();
    private final List<Runnable> before = new ArrayList<>();

    /** What kind of figure it is. */
    public enum Kind {
        /** Only grows, from the start of the process. */
        COUNTER,
        /** Goes up and down. */
        GAUGE,
        /** How often a duration fell into which range. */
        HISTOGRAM
    }

    /**
     * Figures of one name.
     *
     * @param name    lower case words joined by underscores, the unit last
     * @param help    what it is, in a sentence
     * @param samples one for each label's value
     */
    public record Family(String name, String help, Kind kind, List<Sample> samples) {

        public Family {
            samples = List.copyOf(samples);
        }
    }

    /**
     * A figure.
     *
     * @param label      name of its label, empty if it has none
     * @param labelValue the label's value
     * @param value      the figure; of a histogram how many durations there were
     * @param durations  of a histogram its ranges, otherwise null
     */
    public record Sample(String label, String labelValue, double value, Histogram.@Nullable Counted durations) {}

    /** How to read a figure. */
    private record Reading(String label, String labelValue, DoubleSupplier value, @Nullable Histogram durations) {}

    /** A name with how to read its figures. */
    private record Registered(String help, Kind kind, List<Reading> readings) {}

    /** Nothing is registered yet. */
    public Metrics() {}

    /** Registers a figure that only grows. */
    public void counter(String name, String help, LongSupplier value) {
        add(name, help, Kind.COUNTER, new Reading("", "", value::getAsLong, null));
    }

    /** Registers a figure that only grows, for one value of a label. */
    public void counter(String name, String help, String label, String labelValue, LongSupplier value) {
        add(name, help, Kind.COUNTER, new Reading(label, labelValue, value::getAsLong, null));
    }

    /** Registers a figure that only grows and has fractions, for one value of a label. */
    public void sum(String name, String help, String label, String labelValue, DoubleSupplier value) {
        add(name, help, Kind.COUNTER, new Reading(label, labelValue, value, null));
    }

    /** Registers a figure that goes up and down. What is not a number, or fails, is left out when it is collected. */
    public void gauge(String name, String help, DoubleSupplier value) {
        add(name, help, Kind.GAUGE, new Reading("", "", value, null));
    }

    /** Registers a figure that goes up and down, for one value of a label. */
    public void gauge(String name, String help, String label, String labelValue, DoubleSupplier value) {
        add(name, help, Kind.GAUGE, new Reading(label, labelValue, value, null));
    }

    /** Registers durations; their unit for the world outside is the second. */
    public void histogram(String name, String help, Histogram durations) {
        add(name, help, Kind.HISTOGRAM, new Reading("", "", () -> 0, durations));
    }

    /** Has something done before figures are read, for instance a fresh snapshot asked for. */
    public synchronized void beforeCollecting(Runnable preparation) {
        before.add(preparation);
    }

    private synchronized void add(String name, String help, Kind kind, Reading reading) {
        if (!name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)+") || !reading.label().matches("|[a-z]+")) {
            throw new IllegalArgumentException("metric '" + name + "' with label '" + reading.label()
                    + "' must be lower case words joined by underscores");
        }
        Registered family = families.computeIfAbsent(name, first -> new Registered(help, kind, new ArrayList<>()));
        if (family.kind() != kind || !family.help().equals(help)) {
            throw new IllegalArgumentException("metric " + name + " is registered already as something else");
        }
        family.readings().add(reading);
    }

    /** {@return everything as it is now, by name in the order of registration} */
    public synchronized List<Family> collect() {
        before.forEach(Runnable::run);
        List<Family> all = new ArrayList<>();
        families.forEach((name, family) -> {
            List<Sample> samples = new ArrayList<>();
            for (Reading reading : family.readings()) {
                Sample sample = read(reading);
                if (!Double.isNaN(sample.value())) {
                    samples.add(sample);
                }
            }
            if (!samples.isEmpty()) {
                all.add(new Family(name, family.help(), family.kind(), samples));
            }
        });
        return all;
    }

    private static Sample read(Reading reading) {
        Histogram durations = reading.durations();
        if (durations != null) {
            Histogram.Counted counted = durations.counted();
            return new Sample(reading.label(), reading.labelValue(), counted.count(), counted);
        }
        return new Sample(reading.label(), reading.labelValue(), figure(reading.value()), null);
    }

    /** One figure that cannot be had must not cost the others. */
    private static double figure(DoubleSupplier value) {
        try {
            return value.getAsDouble();
        } catch (RuntimeException unknown) {
            return Double.NaN;
        }
    }
}
