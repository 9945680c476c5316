package dev.tradewind.app;

import dev.tradewind.bot.BotType;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.ParamException;
import dev.tradewind.domain.StateException;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.Session;
import dev.tradewind.kernel.Input;
import dev.tradewind.kernel.JournalException;
import dev.tradewind.kernel.RecordedInput;
import dev.tradewind.persistence.JournalReader;
import dev.tradewind.persistence.StoredSession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Plays a session's recording again: up to any of its inputs, as it was or as it would have been with other parameters. The
 * recording is only read. Market events and commands are the recorded ones; what the simulated exchange answers and when
 * timers fire is worked out anew, so that a fork lives in its own consequences. One use, one thread.
 */
public final class TimeTravel {

    private final Path session;
    private final PaperPlan plan;
    private final StoredSession stored;

    private TimeTravel(Path session, PaperPlan plan, StoredSession stored) {
        this.session = session;
        this.plan = plan;
        this.stored = stored;
    }

    /**
     * A session at one moment.
     *
     * @param sequence  the last input taken
     * @param last      the last input of the recording
     * @param timeNanos the engine's time of it
     * @param state     everything there is to see
     * @param orders    orders meant to leave so far
     * @param fills     fills so far
     * @param hash      the running hash
     */
    public record Moment(
            long sequence, long last, long timeNanos, EngineSnapshot state, long orders, long fills, String hash) {}

    /**
     * What a parameter is to be instead.
     *
     * @param bot   a bot's number, name or type
     * @param param id of its parameter
     * @param value what it is to be
     */
    public record Change(String bot, String param, String value) {

        /**
         * {@return the change written as {@code bot.param=value}}
         *
         * @throws StartException if it is not written so
         */
        public static Change of(String text) throws StartException {
            int equals = text.indexOf('=');
            int dot = equals < 0 ? -1 : text.lastIndexOf('.', equals);
            if (dot <= 0 || dot + 1 == equals) {
                throw new StartException("'" + text + "' is no change; bot.param=value is, for instance 1.takeProfit=2");
            }
            return new Change(text.substring(0, dot), text.substring(dot + 1, equals), text.substring(equals + 1));
        }

        private boolean concerns(Command.StartBot start) {
            return bot.equals(Integer.toString(start.botId())) || bot.equals(start.name()) || bot.equals(start.type());
        }
    }

    /**
     * A session as it was and as it would have been.
     *
     * @param partsNanos when the two first meant to do different things, {@link Long#MAX_VALUE} where they never did
     * @param refusal    why a command of the recording was refused in the fork last, empty if none was that had passed
     */
    public record Fork(Moment recorded, Moment other, long partsNanos, String refusal) {}

    /**
     * Opens a session's recording.
     *
     * @throws StartException if it cannot be used
     */
    public static TimeTravel of(JournalInspection inspection) throws StartException {
        Path session = inspection.session();
        try {
            StoredSession stored = StoredSession.earliest(session);
            if (!stored.check().usable()) {
                throw new StartException(stored.check().message());
            }
            return new TimeTravel(session, PaperPlan.of(JournalReader.properties(session)), stored);
        } catch (JournalException | IllegalArgumentException e) {
            throw new StartException(session + " cannot be replayed: " + e.getMessage(), e);
        }
    }

    /** {@return the number of the recording's last input} */
    public long last() {
        return stored.lastSequence();
    }

    /**
     * {@return the session after an input}
     *
     * @throws StartException if there is no such input, or the recording cannot be read
     */
    public Moment until(long sequence) throws StartException {
        requireInput(sequence);
        Playback journal = playback(sequence);
        return moment(play(journal, Long.MAX_VALUE, UnaryOperator.identity()), journal);
    }

    /**
     * {@return the session as it was, and as it would have been had its bots been started with other values; both after the
     * last market event or command up to an input, since answers have other numbers in the fork}
     *
     * @param changes at least one; later edits of the same parameter are left out
     * @throws StartException if a bot, a parameter or an input does not exist, or a value does not pass
     */
    public Fork whatIf(long sequence, List<Change> changes) throws StartException {
        requireInput(sequence);
        Map<Integer, Map<String, String>> values = values(sequence, changes);
        Playback journal = playback(Long.MAX_VALUE);
        Session was = play(journal, sequence, UnaryOperator.identity());
        Playback forked = playback(Long.MAX_VALUE);
        Session other = play(forked, sequence, input -> changed(input, values));
        String refusal = other.lastRefusal().equals(was.lastRefusal()) ? "" : other.lastRefusal();
        return new Fork(moment(was, journal), moment(other, forked), journal.partsNanos(forked), refusal);
    }

    private Playback playback(long until) {
        return new Playback(until, JournalInspection.emptyJournal(stored));
    }

    private void requireInput(long sequence) throws StartException {
        long first = stored.startSequence() + 1;
        if (sequence < first || sequence > last()) {
            throw new StartException(last() < first
                    ? "there is no input to travel to"
                    : "there is no input " + sequence + "; the session's inputs are " + first + " to " + last()
                            + (first == 1 ? "" : ", the tape before them was dropped"));
        }
    }

    private Moment moment(Session session, Playback journal) {
        session.publish();
        return new Moment(
                journal.sequence(), last(), journal.timeNanos(), session.view().snapshot(), journal.orders(), journal.fills(),
                String.format("%016x", journal.runHash()));
    }

    private Session play(Playback journal, long upTo, UnaryOperator<RecordedInput> change) throws StartException {
        PaperEngine engine = PaperEngine.wire(plan, journal);
        Session played = engine.session();
        try {
            PaperRecovery.load(engine, stored.state());
            PaperRecovery.takeAgain(new Changed(stored.inputs(), upTo, change), played);
        } catch (Playback.Reached reached) {
            // the session stands where it was to
        } catch (JournalException | StateException | IllegalStateException e) {
            throw new StartException(session + " cannot be replayed: " + e.getMessage(), e);
        }
        return played;
    }

    /** The beginning of a recording with some of its inputs replaced. */
    private static final class Changed implements Iterator<RecordedInput> {

        private final Iterator<RecordedInput> recording;
        private final long upTo;
        private final UnaryOperator<RecordedInput> change;
        private @Nullable RecordedInput ahead;

        Changed(Iterator<RecordedInput> recording, long upTo, UnaryOperator<RecordedInput> change) {
            this.recording = recording;
            this.upTo = upTo;
            this.change = change;
            advance();
        }

        private void advance() {
            RecordedInput next = recording.hasNext() ? recording.next() : null;
            ahead = next != null && next.sequence() <= upTo ? next : null;
        }

        @Override
        public boolean hasNext() {
            return ahead != null;
        }

        @Override
        public RecordedInput next() {
            RecordedInput next = ahead;
            if (next == null) {
                throw new NoSuchElementException("the recording is over");
            }
            advance();
            return change.apply(next);
        }
    }

    /** {@return the new values by bot, checked against the bots that were started up to an input} */
    private Map<Integer, Map<String, String>> values(long sequence, List<Change> changes) throws StartException {
        List<Command.StartBot> started = started(sequence);
        Map<Integer, Map<String, String>> values = new LinkedHashMap<>();
        for (Change change : changes) {
            List<Command.StartBot> meant = started.stream().filter(change::concerns).toList();
            if (meant.isEmpty()) {
                throw new StartException("no bot '" + change.bot() + "' was started from input "
                        + (stored.startSequence() + 1) + " up to input " + sequence + (started.isEmpty() ? "; none was at all" : "; there are " + names(started)));
            }
            for (Command.StartBot start : meant) {
                values.computeIfAbsent(start.botId(), id -> new LinkedHashMap<>()).put(change.param(), change.value());
            }
        }
        for (Command.StartBot start : started) {
            check(start, values.getOrDefault(start.botId(), Map.of()));
        }
        return values;
    }

    private static void check(Command.StartBot start, Map<String, String> changes) throws StartException {
        Optional<BotType> type =
                BotCatalog.TYPES.stream().filter(known -> known.id().equals(start.type())).findFirst();
        if (changes.isEmpty() || type.isEmpty()) {
            return;
        }
        try {
            type.get().factory().apply(type.get().params(merged(start.params(), changes)));
        } catch (ParamException e) {
            throw new StartException("bot " + start.botId() + ": " + e.getMessage(), e);
        }
    }

    private static String names(List<Command.StartBot> started) {
        StringJoiner names = new StringJoiner(", ");
        for (Command.StartBot start : started) {
            names.add(start.botId() + " (" + start.type() + " '" + start.name() + "')");
        }
        return names.toString();
    }

    private List<Command.StartBot> started(long sequence) throws StartException {
        List<Command.StartBot> started = new ArrayList<>();
        try {
            Iterator<RecordedInput> recording = stored.inputs();
            while (recording.hasNext()) {
                RecordedInput input = recording.next();
                if (input.sequence() > sequence) {
                    break;
                }
                if (input.input() instanceof Input.CommandInput(Command.StartBot start)) {
                    started.add(start);
                }
            }
        } catch (JournalException e) {
            throw new StartException(String.valueOf(e.getMessage()), e);
        }
        return started;
    }

    private static RecordedInput changed(RecordedInput recorded, Map<Integer, Map<String, String>> values) {
        if (!(recorded.input() instanceof Input.CommandInput(Command command))) {
            return recorded;
        }
        Command other = switch (command) {
            case Command.StartBot start when values.containsKey(start.botId()) -> new Command.StartBot(
                    start.botId(), start.type(), start.name(), start.instrument(), start.capitalAtoms(),
                    merged(start.params(), values.get(start.botId())));
            case Command.EditBot edit when values.containsKey(edit.botId()) -> edited(edit, values.get(edit.botId()));
            default -> command;
        };
        return other == command
                ? recorded
                : new RecordedInput(recorded.sequence(), recorded.timeNanos(), new Input.CommandInput(other));
    }

    private static Map<String, String> merged(Map<String, String> params, Map<String, String> changes) {
        Map<String, String> merged = new LinkedHashMap<>(params);
        merged.putAll(changes);
        return merged;
    }

    /** An edit keeps its place among the inputs; what it says of a changed parameter is what the change says. */
    private static Command edited(Command.EditBot edit, Map<String, String> changes) {
        Map<String, String> kept = new LinkedHashMap<>(edit.changes());
        kept.replaceAll((param, value) -> changes.getOrDefault(param, value));
        return new Command.EditBot(edit.botId(), kept, edit.scope());
    }
}
