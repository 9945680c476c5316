package dev.tradewind.ui.screen.risk;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.TradingState;
import dev.tradewind.engine.EngineCommands;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import dev.tradewind.engine.EngineSnapshot.QuarantineRow;
import dev.tradewind.engine.EngineSnapshot.RuleRow;
import dev.tradewind.engine.EngineSnapshot.StopRow;
import dev.tradewind.engine.RiskLog;
import dev.tradewind.risk.RiskRule;
import dev.tradewind.risk.metric.RuleText;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The Risk screen without its nodes. JavaFX thread only. */
final class RiskViewModel {

    /** Lines a person can start from; each parses. */
    static final List<String> EXAMPLES = List.of(
            "account daily-loss 3% halt",
            "account drawdown 10% over 7d reduce-only",
            "bot:* drawdown 8% over 1d stop-bots",
            "account unprotected 30s protect");

    final ObjectProperty<TradingState> trading = new SimpleObjectProperty<>(TradingState.ACTIVE);
    final StringProperty state = new SimpleStringProperty("");
    final StringProperty meaning = new SimpleStringProperty("");
    final ObjectProperty<List<RuleRow>> rules = new SimpleObjectProperty<>(List.of());
    final ObjectProperty<List<StopRow>> stops = new SimpleObjectProperty<>(List.of());
    final ObjectProperty<List<RiskLog.Row>> log = new SimpleObjectProperty<>(List.of());
    final ObjectProperty<List<QuarantineRow>> quarantine = new SimpleObjectProperty<>(List.of());
    final StringProperty violations = new SimpleStringProperty("");
    final StringProperty text = new SimpleStringProperty("");
    final StringProperty error = new SimpleStringProperty("");
    final StringProperty note = new SimpleStringProperty("");
    final BooleanProperty dirty = new SimpleBooleanProperty();

    private final EngineCommands commands;
    private final Consumer<String> say;
    private EngineSnapshot snapshot;
    private String inForce = "";
    private String sent = "";
    private String refusalBefore = "";

    RiskViewModel(EngineSnapshot first, EngineCommands commands, Consumer<String> say) {
        this.snapshot = first;
        this.commands = commands;
        this.say = say;
        inForce = first.risk().text();
        text.set(inForce);
        text.addListener((property, before, now) -> judge());
        take(first);
        judge();
    }

    /** Takes the newest snapshot. */
    void take(EngineSnapshot newest) {
        snapshot = newest;
        trading.set(newest.trading());
        state.set(switch (newest.trading()) {
            case ACTIVE -> "● Trading";
            case REDUCING -> "◐ Reducing only";
            case HALTED -> "■ Halted";
        });
        String why = newest.haltReason().isEmpty() ? "" : " Why: " + newest.haltReason() + ".";
        meaning.set(switch (newest.trading()) {
            case ACTIVE -> "Orders leave as bots and you place them; every one passes the rules below first.";
            case REDUCING -> "No new entries; what shrinks a position passes, stops stay." + why;
            case HALTED -> "Entries were cancelled and no new order is taken; stops and exits stay." + why;
        });
        rules.set(newest.risk().rules());
        stops.set(newest.risk().stops());
        log.set(newest.risk().log());
        quarantine.set(newest.quarantine());
        long count = newest.risk().violations();
        violations.set(count == 0 ? "" : count + (count == 1 ? " violation so far" : " violations so far"));
        takeText(newest);
    }

    /** The rules in force change under the editor only while nobody is typing in it. */
    private void takeText(EngineSnapshot newest) {
        if (!newest.risk().text().equals(inForce)) {
            boolean untouched = !dirty.get() || text.get().strip().equals(sent);
            inForce = newest.risk().text();
            if (untouched) {
                text.set(inForce);
            }
            note.set(sent.isEmpty() ? "" : "In force now.");
            sent = "";
            judge();
        } else if (!sent.isEmpty() && !newest.lastRefusal().equals(refusalBefore)) {
            error.set(newest.lastRefusal());
            note.set("Nothing was changed.");
            sent = "";
        }
    }

    private void judge() {
        dirty.set(!text.get().strip().equals(inForce.strip()));
        if (dirty.get()) {
            note.set("");
        }
        try {
            List<RiskRule> parsed = RuleText.parse(text.get());
            error.set("");
            if (dirty.get()) {
                note.set(parsed.size() == 1 ? "1 rule, ready to apply." : parsed.size() + " rules, ready to apply.");
            }
        } catch (IllegalArgumentException e) {
            error.set(String.valueOf(e.getMessage()));
        }
    }

    /** Adds an example to what is typed, on a line of its own. */
    void example(String line) {
        String now = text.get().stripTrailing();
        text.set(now.isEmpty() ? line : now + "\n" + line);
    }

    /** Puts the rules in force back into the editor. */
    void undo() {
        text.set(inForce);
    }

    /** Sends what is typed, if it parses. */
    void apply() {
        judge();
        if (error.get().isEmpty() && dirty.get()) {
            sent = text.get().strip();
            refusalBefore = snapshot.lastRefusal();
            note.set("Sent.");
            send(new Command.SetRiskRules(sent), "Risk rules sent");
        }
    }

    void halt() {
        send(new Command.Halt("by you"), "Halt sent");
    }

    void reduce() {
        send(new Command.Reduce("by you"), "Reduce only sent");
    }

    void flatten() {
        send(new Command.Flatten("by you"), "Flatten sent: everything is cancelled and closed at market");
    }

    void leaveHalt() {
        send(new Command.LeaveHalt(), "Trading again");
    }

    private void send(Command command, String done) {
        try {
            commands.send(command);
            say.accept(done);
        } catch (IllegalStateException e) {
            say.accept("Not sent, nothing changed: " + e.getMessage());
        }
    }

    /** {@return whom a row is about} */
    String about(int botId) {
        if (botId == 0) {
            return "Session";
        }
        for (BotRow bot : snapshot.bots()) {
            if (bot.id() == botId) {
                return bot.name();
            }
        }
        return "Bot " + botId;
    }

    EngineSnapshot snapshot() {
        return snapshot;
    }
}
