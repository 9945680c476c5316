package dev.tradewind.cli;

import dev.tradewind.app.activity.ActivityDesk.Filter;
import dev.tradewind.app.activity.ActivityDesk.Topic;
import dev.tradewind.monitor.Actor;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rows of what was done. */
final class AuditFilterOptions {

    @Option(
            names = "--actor",
            split = ",",
            paramLabel = "WHO",
            description = "Only of these: ${COMPLETION-CANDIDATES}.")
    private Set<Actor> actors = EnumSet.noneOf(Actor.class);

    @Option(
            names = "--topic",
            split = ",",
            paramLabel = "TOPIC",
            description = "Only about these: ${COMPLETION-CANDIDATES}.")
    private Set<Topic> topics = EnumSet.noneOf(Topic.class);

    @Option(names = "--text", paramLabel = "TEXT", description = "Only rows that hold this text, in either case.")
    private String text = "";

    @Option(names = "--session", paramLabel = "N", description = "Only of this session.")
    private @Nullable Integer session;

    @Option(names = "--from", paramLabel = "TIME", converter = Times.class, description = "Begin here (UTC), included.")
    private @Nullable Long from;

    @Option(names = "--to", paramLabel = "TIME", converter = Times.class, description = "End here (UTC), not included.")
    private @Nullable Long to;

    /**
     * {@return the filter}
     *
     * @throws IllegalArgumentException if so many rows are no page
     */
    Filter filter(int most) {
        if (most < 1 || most > 100_000) {
            throw new IllegalArgumentException("--most " + most + " must be from 1 to 100000; audit export has no bound");
        }
        return new Filter(
                actors, topics, text, Optional.ofNullable(session), from == null ? Long.MIN_VALUE : from,
                to == null ? Long.MAX_VALUE : to, most);
    }
}
