package dev.tradewind.ui.screen.bots;

import dev.tradewind.app.OpenSession;
import dev.tradewind.bot.BotType;
import dev.tradewind.bot.PlanTerms;
import dev.tradewind.bot.RiskSheet;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Command.EditScope;
import dev.tradewind.domain.ParamException;
import dev.tradewind.domain.ParamSpec;
import dev.tradewind.domain.Params;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.ParamForm;
import dev.tradewind.ui.widget.PresetModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A bot's form: values and what is wrong with them, the plan they lead to, and the command they become. Holds no nodes;
 * JavaFX thread only.
 */
final class BotFormModel implements ParamForm.Values {

    final BotType type;
    final boolean editing;
    final StringProperty name = new SimpleStringProperty("");
    final StringProperty nameError = new SimpleStringProperty("");
    final StringProperty capital = new SimpleStringProperty("");
    final StringProperty capitalError = new SimpleStringProperty("");
    final StringProperty problem = new SimpleStringProperty("");
    final StringProperty startText = new SimpleStringProperty("Start");
    final StringProperty blockedBy = new SimpleStringProperty("");
    final ObjectProperty<Optional<RiskSheet>> sheet = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<EditScope> scope = new SimpleObjectProperty<>(EditScope.NEW_DEALS);

    private final OpenSession session;
    private final int botId;
    private final Map<String, StringProperty> values = new LinkedHashMap<>();
    private final Map<String, StringProperty> errors = new LinkedHashMap<>();
    private final Map<String, String> before;
    private boolean filling;

    private BotFormModel(OpenSession session, BotType type, boolean editing, int botId, Map<String, String> first) {
        this.session = session;
        this.type = type;
        this.editing = editing;
        this.botId = botId;
        this.before = Map.copyOf(first);
        for (ParamSpec spec : type.params()) {
            StringProperty value = new SimpleStringProperty(first.getOrDefault(spec.id(), spec.defaultValue()));
            value.addListener((property, old, now) -> changed());
            values.put(spec.id(), value);
            errors.put(spec.id(), new SimpleStringProperty(""));
        }
        name.addListener((property, old, now) -> changed());
        capital.addListener((property, old, now) -> changed());
    }

    /** {@return the form of a new bot, filled with the type's first preset and what its plan needs as capital} */
    static BotFormModel forNew(OpenSession session, BotType type) {
        Map<String, String> first = type.presets().isEmpty() ? Map.of() : type.presets().getFirst().values();
        int id = session.nextBotId();
        BotFormModel model = new BotFormModel(session, type, false, id, first);
        model.filling = true;
        model.name.set(type.label() + " " + id);
        EngineSnapshot now = session.view().snapshot();
        Asset quote = now.market().instrument().quote();
        BigDecimal free = quote.toDecimal(Math.max(0, now.account().freeQuoteAtoms()));
        model.capital.set(Figures.fixed(free.setScale(2, RoundingMode.DOWN), 2));
        model.filling = false;
        model.changed();
        return model;
    }

    /** {@return the form of a new bot with another's parameters and capital, as far as that is free} */
    static BotFormModel forClone(OpenSession session, BotType type, BotRow bot) {
        BotFormModel model = forNew(session, type);
        EngineSnapshot now = session.view().snapshot();
        long capital = Math.min(bot.capitalAtoms(), Math.max(0, now.account().freeQuoteAtoms()));
        model.filling = true;
        model.name.set(bot.name() + " copy");
        BigDecimal amount = now.market().instrument().quote().toDecimal(capital > 0 ? capital : bot.capitalAtoms());
        model.capital.set(Figures.fixed(amount.setScale(2, RoundingMode.DOWN), 2));
        model.filling = false;
        model.fill(bot.params());
        return model;
    }

    /** {@return the form of a bot that runs} */
    static BotFormModel forEdit(OpenSession session, BotType type, BotRow bot) {
        BotFormModel model = new BotFormModel(session, type, true, bot.id(), bot.params());
        Asset quote = session.view().snapshot().market().instrument().quote();
        model.filling = true;
        model.name.set(bot.name());
        model.capital.set(Figures.fixed(quote.toDecimal(bot.capitalAtoms()), 2));
        model.filling = false;
        model.changed();
        return model;
    }

    @Override
    public StringProperty value(String id) {
        return find(values, id);
    }

    @Override
    public StringProperty error(String id) {
        return find(errors, id);
    }

    private static StringProperty find(Map<String, StringProperty> map, String id) {
        StringProperty found = map.get(id);
        if (found == null) {
            throw new IllegalArgumentException("no parameter " + id);
        }
        return found;
    }

    /** Puts a preset's values over the defaults. */
    void preset(BotType.Preset preset) {
        fill(preset.values());
    }

    /** Puts values over the defaults; those of parameters the type no longer has are left out. */
    void fill(Map<String, String> given) {
        filling = true;
        for (ParamSpec spec : type.params()) {
            value(spec.id()).set(given.getOrDefault(spec.id(), spec.defaultValue()));
        }
        filling = false;
        changed();
    }

    /** Makes one change that mends a failing line. */
    void mend(RiskSheet.Mend mend) {
        filling = true;
        mend.changes().forEach((id, value) -> {
            if (values.containsKey(id)) {
                value(id).set(value);
            }
        });
        filling = false;
        changed();
    }

    /** Works everything out again: after a change, and when the market has moved. */
    void changed() {
        if (filling) {
            return;
        }
        EngineSnapshot now = session.view().snapshot();
        int wrong = checkFields(now);
        problem.set("");
        if (wrong > 0) {
            sheet.set(Optional.empty());
            block(wrong == 1 ? "1 field" : wrong + " fields");
            return;
        }
        if (now.market().lastTicks() == 0) {
            sheet.set(Optional.empty());
            problem.set("The market has not traded yet, so there is no price to plan from. Let it run a moment.");
            block("no price yet");
            return;
        }
        try {
            PlanTerms terms = session.planTerms(now, capitalAtoms(now));
            RiskSheet planned = type.planner().plan(params(), terms);
            type.factory().apply(params());
            sheet.set(Optional.of(planned));
            String blocking = blocking(planned);
            if (blocking.isEmpty()) {
                unblock();
            } else {
                block(blocking);
            }
        } catch (ParamException e) {
            sheet.set(Optional.empty());
            show(e);
            block("1 field");
        } catch (IllegalArgumentException | ArithmeticException e) {
            sheet.set(Optional.empty());
            problem.set(e.getMessage() == null ? e.toString() : e.getMessage());
            block("the plan");
        }
    }

    /** {@return the names of what blocks a plan: its checks, or its lines where no check says it} */
    private static String blocking(RiskSheet planned) {
        List<String> names = new ArrayList<>();
        for (RiskSheet.Check check : planned.checks()) {
            if (check.level() == RiskSheet.Level.BLOCK) {
                names.add(check.label().toLowerCase(Locale.ROOT));
            }
        }
        for (RiskSheet.Line line : planned.lines()) {
            if (names.isEmpty() && line.verdict().level() == RiskSheet.Level.BLOCK) {
                names.add(line.label());
            }
        }
        return String.join(" and ", names);
    }

    private void block(String what) {
        blockedBy.set(what);
        startText.set(editing ? "Apply blocked by " + what : "Start blocked by " + what);
    }

    private void unblock() {
        blockedBy.set("");
        startText.set(editing ? "Apply the changes" : "Start " + name.get().strip());
    }

    private int checkFields(EngineSnapshot now) {
        int wrong = 0;
        nameError.set(name.get().isBlank() ? "A bot needs a name." : "");
        wrong += name.get().isBlank() ? 1 : 0;
        capitalError.set(capitalTrouble(now));
        wrong += capitalError.get().isEmpty() ? 0 : 1;
        for (ParamSpec spec : type.params()) {
            StringProperty error = error(spec.id());
            try {
                spec.canonical(plain(spec, value(spec.id()).get()));
                error.set("");
            } catch (ParamException e) {
                error.set("Takes " + spec.range() + ".");
                wrong++;
            }
        }
        return wrong;
    }

    private void show(ParamException e) {
        StringProperty error = errors.get(e.parameter());
        if (error == null) {
            problem.set(e.getMessage());
        } else {
            error.set(e.getMessage());
        }
    }

    private String capitalTrouble(EngineSnapshot now) {
        try {
            BigDecimal amount = number(capital.get());
            if (amount.signum() <= 0) {
                return "Takes an amount above 0.";
            }
            now.market().instrument().quote().toAtoms(amount);
            return "";
        } catch (NumberFormatException e) {
            return "'" + capital.get().strip() + "' is not a number.";
        } catch (ArithmeticException e) {
            return "That is more than the ledger can hold.";
        }
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text.strip().replace(",", ""));
    }

    private static String plain(ParamSpec spec, String text) {
        return switch (spec.kind()) {
            case DECIMAL, INTEGER -> text.replace(",", "");
            case CHOICE, SWITCH, LADDER -> text;
        };
    }

    private long capitalAtoms(EngineSnapshot now) {
        return now.market().instrument().quote().toAtoms(number(capital.get()));
    }

    /** {@return the capital in quote atoms, 0 while the field is wrong} */
    long capitalAtoms() {
        EngineSnapshot now = session.view().snapshot();
        return capitalTrouble(now).isEmpty() ? capitalAtoms(now) : 0;
    }

    private Params params() {
        return type.params(texts());
    }

    /** {@return the person's own presets of this kind of bot, over this form} */
    PresetModel presets() {
        return new PresetModel(session.presets(), type.id(), this::texts, this::fill);
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (ParamSpec spec : type.params()) {
            texts.put(spec.id(), plain(spec, value(spec.id()).get()));
        }
        return texts;
    }

    /** {@return the command the form stands for; empty while something blocks it or nothing was changed} */
    Optional<Command> command() {
        changed();
        if (!blockedBy.get().isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> wanted = params().asMap();
        if (!editing) {
            return Optional.of(new Command.StartBot(
                    botId, type.id(), name.get().strip(), 0, capitalAtoms(session.view().snapshot()), wanted));
        }
        Map<String, String> changes = new LinkedHashMap<>();
        wanted.forEach((id, value) -> {
            if (!value.equals(before.get(id))) {
                changes.put(id, value);
            }
        });
        return changes.isEmpty() ? Optional.empty() : Optional.of(new Command.EditBot(botId, changes, scope.get()));
    }
}
