package dev.tradewind.app.activity;

import dev.tradewind.bot.BotType;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.InstrumentFilters;
import dev.tradewind.domain.Params;
import dev.tradewind.kernel.JournalEntry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a session's rows are understood by: its instrument, its bots' names and parameters over time, its risk rules over
 * time. Grows with the journal. Owned by one thread.
 */
final class SessionStory {

    private final Map<Integer, Command.StartBot> bots = new TreeMap<>();
    private final Map<Integer, List<JournalEntry.CommandTaken>> edits = new TreeMap<>();
    private final List<JournalEntry.CommandTaken> rules = new ArrayList<>();
    private Map<String, String> properties = Map.of();
    private Optional<Instrument> instrument = Optional.empty();
    private int known;

    /** Takes in the landmarks that are new. */
    void learn(List<JournalEntry> landmarks) {
        for (; known < landmarks.size(); known++) {
            switch (landmarks.get(known)) {
                case JournalEntry.SessionStarted started -> {
                    properties = started.properties();
                    instrument = instrument(properties);
                }
                case JournalEntry.CommandTaken taken -> learn(taken);
                default -> throw new IllegalStateException("no landmark: " + landmarks.get(known));
            }
        }
    }

    private void learn(JournalEntry.CommandTaken taken) {
        if (taken.command() instanceof Command.StartBot start) {
            bots.putIfAbsent(start.botId(), start);
        } else if (taken.command() instanceof Command.EditBot edit) {
            edits.computeIfAbsent(edit.botId(), id -> new ArrayList<>()).add(taken);
        } else {
            rules.add(taken);
        }
    }

    private static Optional<Instrument> instrument(Map<String, String> from) {
        try {
            return Optional.of(new Instrument(
                    needed(from, "symbol"),
                    needed(from, "venue"),
                    new Asset(needed(from, "base"), Integer.parseInt(needed(from, "baseScale"))),
                    new Asset(needed(from, "quote"), Integer.parseInt(needed(from, "quoteScale"))),
                    new BigDecimal(needed(from, "tick")),
                    new BigDecimal(needed(from, "lot")),
                    InstrumentFilters.NONE));
        } catch (IllegalArgumentException | ArithmeticException e) {
            // another version's session: its figures are shown in ticks and lots
            return Optional.empty();
        }
    }

    private static String needed(Map<String, String> from, String name) {
        String value = from.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }

    /** {@return what is traded; empty where the session does not say it in a way this version understands} */
    Optional<Instrument> instrument() {
        return instrument;
    }

    Map<String, String> properties() {
        return properties;
    }

    /** {@return a bot's name for people} */
    String bot(int id) {
        Command.StartBot start = bots.get(id);
        return start == null ? "Bot " + id : start.name() + " (" + id + ")";
    }

    /** {@return the parameters an edit at a row changes, as they were before it} */
    Map<String, String> before(Command.EditBot edit, long row) {
        Map<String, String> values = new LinkedHashMap<>();
        Command.StartBot start = bots.get(edit.botId());
        if (start != null) {
            values.putAll(defaults(start));
            values.putAll(start.params());
        }
        for (JournalEntry.CommandTaken earlier : edits.getOrDefault(edit.botId(), List.of())) {
            if (earlier.row() < row && earlier.command() instanceof Command.EditBot done) {
                values.putAll(done.changes());
            }
        }
        Map<String, String> changed = new LinkedHashMap<>();
        edit.changes().keySet().forEach(param -> changed.put(param, values.getOrDefault(param, "")));
        return changed;
    }

    private static Map<String, String> defaults(Command.StartBot start) {
        try {
            Params params = BotType.of(start.type(), BotCatalog.TYPES).params(start.params());
            return params.asMap();
        } catch (IllegalArgumentException e) {
            return Map.of();
        }
    }

    /** {@return the risk rules in force before a row} */
    String rulesBefore(long row) {
        String before = properties.getOrDefault("riskRules", "");
        for (JournalEntry.CommandTaken taken : rules) {
            if (taken.row() < row && taken.command() instanceof Command.SetRiskRules set) {
                before = set.rules();
            }
        }
        return before;
    }
}
