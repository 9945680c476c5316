package dev.tradewind.ui.screen.lab;

import dev.tradewind.app.BacktestRequest;
import dev.tradewind.app.BotChoice;
import dev.tradewind.app.FillChoice;
import dev.tradewind.app.LabDesk.History;
import dev.tradewind.app.PerpetualChoice;
import dev.tradewind.app.RiskRules;
import dev.tradewind.app.RunSetup;
import dev.tradewind.bot.BotType;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.FillTier;
import dev.tradewind.domain.ParamException;
import dev.tradewind.domain.ParamSpec;
import dev.tradewind.domain.Timeframe;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.ParamForm;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * A run's set-up while somebody fills it in: one kind of bot, a history, terms, what is wrong with each, and the
 * set-up they become. Holds no nodes; JavaFX thread only.
 */
final class SetupModel implements ParamForm.Values {

    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long MILLI_NANOS = 1_000_000L;

    /** The terms with a field of their own. */
    enum Term {
        CAPITAL("10,000.00"),
        FROM(""),
        TO(""),
        FEE("0.1"),
        SLIPPAGE("1"),
        LATENCY("50");

        private final String usual;

        Term(String usual) {
            this.usual = usual;
        }
    }

    final BotType type;
    final ObjectProperty<Optional<History>> history = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Timeframe>> timeframe = new SimpleObjectProperty<>(Optional.empty());
    /** Whether it is played some thirty times more, to find what sees the future or hangs on its beginning. */
    final BooleanProperty thorough = new SimpleBooleanProperty();
    final StringProperty historyError = new SimpleStringProperty("");
    /** What keeps it from running, empty while nothing does. */
    final StringProperty blockedBy = new SimpleStringProperty("");
    /** What contradicts itself beyond one field. */
    final StringProperty problem = new SimpleStringProperty("");

    private final Map<String, StringProperty> values = new LinkedHashMap<>();
    private final Map<String, StringProperty> errors = new LinkedHashMap<>();
    private final Map<Term, StringProperty> terms = new EnumMap<>(Term.class);
    private final Map<Term, StringProperty> termErrors = new EnumMap<>(Term.class);
    /** What the form has no field for: risk rules, fill models, the asset fees are taken in. */
    private BacktestRequest carried = BacktestRequest.plain(BigDecimal.ONE, FeeRate.ZERO);
    private Optional<PerpetualChoice> perpetual = Optional.empty();
    private boolean filling;

    /** @param first values over the parameters' defaults */
    SetupModel(BotType type, Map<String, String> first) {
        this.type = type;
        for (ParamSpec spec : type.params()) {
            values.put(spec.id(), heard(first.getOrDefault(spec.id(), spec.defaultValue())));
            errors.put(spec.id(), new SimpleStringProperty(""));
        }
        for (Term term : Term.values()) {
            terms.put(term, heard(term.usual));
            termErrors.put(term, new SimpleStringProperty(""));
        }
        history.addListener((property, before, now) -> changed());
        timeframe.addListener((property, before, now) -> changed());
        changed();
    }

    /** {@return a set-up of another kind of bot, on its first preset, with everything else as here} */
    SetupModel of(BotType other) {
        Map<String, String> first = other.presets().isEmpty() ? Map.of() : other.presets().getFirst().values();
        SetupModel model = new SetupModel(other, first);
        model.filling = true;
        terms.forEach((term, value) -> model.term(term).set(value.get()));
        model.history.set(history.get());
        model.timeframe.set(timeframe.get());
        model.thorough.set(thorough.get());
        model.filling = false;
        model.changed();
        return model;
    }

    private StringProperty heard(String first) {
        StringProperty value = new SimpleStringProperty(first);
        value.addListener((property, before, now) -> changed());
        return value;
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

    StringProperty term(Term term) {
        return find(terms, term);
    }

    StringProperty termError(Term term) {
        return find(termErrors, term);
    }

    private static StringProperty find(Map<Term, StringProperty> map, Term term) {
        StringProperty found = map.get(term);
        if (found == null) {
            throw new IllegalArgumentException("no term " + term);
        }
        return found;
    }

    /** Puts values over the parameters' defaults; those of parameters the type does not have are left out. */
    void fill(Map<String, String> given) {
        filling = true;
        for (ParamSpec spec : type.params()) {
            value(spec.id()).set(given.getOrDefault(spec.id(), spec.defaultValue()));
        }
        filling = false;
        changed();
    }

    /** Puts some values in, leaving the others as they are: what a search found. */
    void take(Map<String, String> found) {
        filling = true;
        found.forEach((id, text) -> {
            if (values.containsKey(id)) {
                value(id).set(text);
            }
        });
        filling = false;
        changed();
    }

    /** Chooses a history, with the fee its venue usually takes; a timeframe it cannot make is let go. */
    void choose(History wanted) {
        filling = true;
        history.set(Optional.of(wanted));
        term(Term.FEE).set(wanted.fee().toBps().movePointLeft(2).stripTrailingZeros().toPlainString());
        if (timeframe.get().isPresent() && !timeframes().contains(timeframe.get().get())) {
            timeframe.set(Optional.empty());
        }
        filling = false;
        changed();
    }

    /** {@return the candles bots can take from the chosen history: its own and what can be built from them} */
    List<Timeframe> timeframes() {
        List<Timeframe> possible = new ArrayList<>();
        Optional<Timeframe> own = history.get().flatMap(History::timeframe);
        for (Timeframe each : Timeframe.values()) {
            boolean built = own.isEmpty()
                    || each == own.get()
                    || own.get() != Timeframe.MN1 && each.nanos() > own.get().nanos()
                            && each.nanos() % own.get().nanos() == 0;
            if (built && history.get().isPresent()) {
                possible.add(each);
            }
        }
        return possible;
    }

    /** {@return how closely fills will follow the market: decided by the data} */
    Optional<FillTier> tier() {
        return history.get().map(chosen -> {
            boolean finer = chosen.tier() == FillTier.T0 && timeframe.get().isPresent()
                    && !timeframe.get().equals(chosen.timeframe());
            return finer ? FillTier.T1 : chosen.tier();
        });
    }

    /** {@return what is kept of an earlier run beyond the fields, in words; empty for nothing} */
    String alsoInForce() {
        List<String> parts = new ArrayList<>();
        perpetual.ifPresent(choice -> parts.add("perpetual"));
        if (!carried.rules().equals(RiskRules.NONE)) {
            parts.add("its risk rules");
        }
        if (!carried.models().equals(FillChoice.DEFAULT)) {
            parts.add("its fill models");
        }
        return String.join(", ", parts);
    }

    /** {@return the base asset's code, empty while no history is chosen} */
    String base() {
        return history.get().map(History::base).orElse("");
    }

    /** {@return the quote asset's code, empty while no history is chosen} */
    String quote() {
        return history.get().map(History::quote).orElse("");
    }

    private void changed() {
        if (filling) {
            return;
        }
        problem.set("");
        historyError.set(history.get().isPresent() ? "" : "Choose what to play.");
        int wrong = checkParams() + checkTerms();
        if (history.get().isEmpty()) {
            blockedBy.set("no data chosen");
        } else if (wrong > 0) {
            blockedBy.set(wrong == 1 ? "1 field" : wrong + " fields");
        } else {
            blockedBy.set("");
            contradictions();
        }
    }

    private void contradictions() {
        try {
            BotChoice.of(type.id(), texts());
        } catch (ParamException e) {
            StringProperty at = errors.get(e.parameter());
            (at == null ? problem : at).set(said(e));
            blockedBy.set("1 field");
        } catch (IllegalArgumentException e) {
            problem.set(said(e));
            blockedBy.set("the parameters");
        }
    }

    private static String said(RuntimeException e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    private int checkParams() {
        int wrong = 0;
        for (ParamSpec spec : type.params()) {
            String trouble = "";
            try {
                spec.canonical(plain(spec, value(spec.id()).get()));
            } catch (ParamException e) {
                trouble = "Takes " + spec.range() + ".";
                wrong++;
            }
            error(spec.id()).set(trouble);
        }
        return wrong;
    }

    private int checkTerms() {
        int wrong = 0;
        for (Term term : Term.values()) {
            String trouble = trouble(term);
            termError(term).set(trouble);
            wrong += trouble.isEmpty() ? 0 : 1;
        }
        return wrong;
    }

    private String trouble(Term term) {
        try {
            return switch (term) {
                case CAPITAL -> number(term).signum() > 0 ? "" : "Takes an amount above 0.";
                case FEE -> within(number(term), "0", "100", "%");
                case SLIPPAGE -> within(number(term), "0", "5000", "bp");
                case LATENCY -> within(number(term), "0", "60001", "ms");
                case FROM -> range(date(Term.FROM), Optional.empty());
                case TO -> range(date(Term.FROM), date(Term.TO));
            };
        } catch (NumberFormatException e) {
            return "'" + term(term).get().strip() + "' is not a number.";
        } catch (DateTimeParseException e) {
            return term == Term.TO && !termError(Term.FROM).get().isEmpty()
                    ? ""
                    : "'" + e.getParsedString() + "' is no day; 2024-08-05 is one. Empty plays all there is.";
        }
    }

    private static String within(BigDecimal value, String least, String below, String unit) {
        boolean fits = value.compareTo(new BigDecimal(least)) >= 0 && value.compareTo(new BigDecimal(below)) < 0;
        return fits ? "" : "Takes " + least + " to below " + below + " " + unit + ".";
    }

    /** Says what is wrong with a range; its end is looked at where one is given. */
    private String range(Optional<LocalDate> from, Optional<LocalDate> to) {
        if (from.isPresent() && to.isPresent() && !to.get().isAfter(from.get())) {
            return "Ends before it begins; a day after " + from.get() + " would pass.";
        }
        if (history.get().isEmpty()) {
            return "";
        }
        History chosen = history.get().get();
        boolean late = to.isEmpty() && from.isPresent() && nanos(from.get()) > chosen.lastNanos();
        boolean early = to.isPresent() && nanos(to.get()) <= chosen.firstNanos();
        return late || early
                ? "The data runs from " + Figures.day(chosen.firstNanos()) + " to " + Figures.day(chosen.lastNanos())
                        + "."
                : "";
    }

    private Optional<LocalDate> date(Term term) {
        String text = term(term).get().strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    private static long nanos(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond() * SECOND_NANOS;
    }

    private BigDecimal number(Term term) {
        return new BigDecimal(term(term).get().strip().replace(",", ""));
    }

    private static String plain(ParamSpec spec, String text) {
        return switch (spec.kind()) {
            case DECIMAL, INTEGER -> text.replace(",", "");
            case CHOICE, SWITCH, LADDER -> text;
        };
    }

    /** {@return the parameters as they stand} */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (ParamSpec spec : type.params()) {
            texts.put(spec.id(), plain(spec, value(spec.id()).get()));
        }
        return texts;
    }

    /** {@return the run this stands for, empty while something blocks it} */
    Optional<RunSetup> setup() {
        changed();
        if (!blockedBy.get().isEmpty()) {
            return Optional.empty();
        }
        BacktestRequest request = new BacktestRequest(
                number(Term.CAPITAL),
                FeeRate.ofBps(number(Term.FEE).movePointRight(2)),
                carried.buyFeeAsset(),
                number(Term.SLIPPAGE),
                number(Term.LATENCY).movePointRight(6).longValue(),
                date(Term.FROM).map(SetupModel::nanos).orElse(Long.MIN_VALUE),
                date(Term.TO).map(SetupModel::nanos).orElse(Long.MAX_VALUE),
                carried.rules(), carried.models(), Optional.empty(), timeframe.get());
        BotChoice bot = BotChoice.of(type.id(), texts());
        return history.get().map(chosen -> RunSetup.of(bot, chosen.market(), perpetual, request).absolute());
    }

    /**
     * {@return the form of a run that was set up before; empty where it holds more than this form can say}
     *
     * @param known histories that can be chosen; the set-up's is looked for among them
     */
    static Optional<SetupModel> of(RunSetup setup, List<History> known) {
        if (setup.bots() != 1 || setup.terms().fees().isPresent()) {
            return Optional.empty();
        }
        RunSetup.Lane lane = setup.lanes().getFirst();
        BotChoice bot = lane.bots().getFirst().bot();
        SetupModel model = new SetupModel(bot.type(), bot.params().asMap());
        BacktestRequest request = setup.terms();
        model.carried = request;
        model.perpetual = lane.perpetual();
        model.filling = true;
        known.stream()
                .filter(history -> history.market().source().absolute().equals(lane.market().source().absolute()))
                .findFirst()
                .ifPresent(found -> model.history.set(Optional.of(found)));
        model.term(Term.CAPITAL).set(Figures.fixed(request.capital(), Math.max(2, request.capital().scale())));
        model.term(Term.FEE).set(request.fee().toBps().movePointLeft(2).stripTrailingZeros().toPlainString());
        model.term(Term.SLIPPAGE).set(request.slippageBps().stripTrailingZeros().toPlainString());
        model.term(Term.LATENCY).set(Long.toString(request.latencyNanos() / MILLI_NANOS));
        model.term(Term.FROM).set(request.fromNanos() == Long.MIN_VALUE ? "" : day(request.fromNanos()));
        model.term(Term.TO).set(request.toNanos() == Long.MAX_VALUE ? "" : day(request.toNanos()));
        model.timeframe.set(lane.bots().getFirst().timeframe().or(lane::timeframe).or(request::timeframe));
        model.filling = false;
        model.changed();
        return Optional.of(model);
    }

    private static String day(long nanos) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND_NANOS)),
                ZoneOffset.UTC).toString();
    }
}
