package dev.tradewind.ui.screen.lab;

import dev.tradewind.analytics.Metric;
import dev.tradewind.app.LabDesk;
import dev.tradewind.app.RunSetup;
import dev.tradewind.app.SearchDesk;
import dev.tradewind.app.job.Job;
import dev.tradewind.bot.BotType;
import dev.tradewind.domain.ParamSpec;
import dev.tradewind.optimise.HeatMap;
import dev.tradewind.optimise.SearchReport;
import dev.tradewind.optimise.SearchSpec.Draw;
import dev.tradewind.optimise.SearchSpec;
import dev.tradewind.optimise.Trial;
import dev.tradewind.ui.fx.Hands;
import dev.tradewind.ui.fx.JobWatch;
import dev.tradewind.ui.screen.lab.LabViewModel.Going;
import dev.tradewind.ui.widget.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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

/** A search over the shown run's bot: what is asked for, whether that can be, and what was found. Holds no nodes. */
final class SearchModel {

    /** Trials of a search by chance where nobody says otherwise. */
    private static final String SOME = "200";

    private static final long SEED = 42;

    final ObjectProperty<List<SearchRow>> rows = new SimpleObjectProperty<>(List.of());
    final ObjectProperty<Metric> objective = new SimpleObjectProperty<>(Metric.CALMAR);
    final StringProperty constraints = new SimpleStringProperty("");
    final BooleanProperty random = new SimpleBooleanProperty();
    final StringProperty draws = new SimpleStringProperty(SOME);
    /** How many runs it makes, or what keeps it from running. */
    final StringProperty note = new SimpleStringProperty("");
    final BooleanProperty blocked = new SimpleBooleanProperty(true);
    final ObjectProperty<Optional<Going>> going = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<SearchReport>> found = new SimpleObjectProperty<>(Optional.empty());
    /** Which pair of parameters is drawn. */
    final ObjectProperty<Integer> map = new SimpleObjectProperty<>(0);
    /** Why the last search came to nothing. */
    final StringProperty trouble = new SimpleStringProperty("");

    private final LabDesk desk;
    private final Hands hands;
    private Optional<RunSetup> base = Optional.empty();
    private boolean filling;

    SearchModel(LabDesk desk, Hands hands) {
        this.desk = desk;
        this.hands = hands;
        objective.addListener((property, before, now) -> changed());
        constraints.addListener((property, before, now) -> changed());
        random.addListener((property, before, now) -> changed());
        draws.addListener((property, before, now) -> changed());
    }

    /** Searches start from this run now; of another bot or set-up, what was asked and found before goes. */
    void over(ReportModel model) {
        Optional<RunSetup> wanted;
        try {
            wanted = Optional.of(RunSetup.ofJson(model.report().setup())).filter(setup -> setup.bots() == 1);
        } catch (IllegalArgumentException unreadable) {
            wanted = Optional.empty();
        }
        boolean same = wanted.isPresent() && base.isPresent() && type(wanted.get()).id().equals(type(base.get()).id())
                && wanted.get().lanes().getFirst().market().equals(base.get().lanes().getFirst().market());
        base = wanted;
        if (!same) {
            found.set(Optional.empty());
            trouble.set("");
            filling = true;
            rows.set(List.of());
            searchable().stream()
                    .filter(SearchRow::isNumber)
                    .sorted(Comparator.comparingInt(this::rank))
                    .limit(2)
                    .forEach(spec -> add(row(spec)));
            filling = false;
        }
        changed();
    }

    private static BotType type(RunSetup setup) {
        return setup.lanes().getFirst().bots().getFirst().bot().type();
    }

    /** {@return the parameters that can be searched} */
    List<ParamSpec> searchable() {
        return base.map(setup -> type(setup).params().stream()
                        .filter(spec -> spec.kind() != ParamSpec.Kind.LADDER)
                        .toList())
                .orElse(List.of());
    }

    /** {@return whether the shown run can be searched at all: one bot on one history} */
    boolean possible() {
        return base.isPresent();
    }

    private String value(ParamSpec spec) {
        return base.map(setup -> setup.lanes().getFirst().bots().getFirst().bot().params().asMap().get(spec.id()))
                .orElse(spec.defaultValue());
    }

    /** Shares and scales are worth searching first, amounts and what is switched off last. */
    private int rank(ParamSpec spec) {
        boolean off = value(spec).equals("0");
        boolean amount = spec.unit().equals("quote") || spec.unit().equals("base");
        boolean share = spec.unit().equals("%") || spec.unit().equals("×");
        return off || spec.advanced() ? 3 : amount ? 2 : share ? 0 : 1;
    }

    private SearchRow row(ParamSpec spec) {
        return new SearchRow(spec, value(spec), this::changed);
    }

    private void add(SearchRow row) {
        List<SearchRow> all = new ArrayList<>(rows.get());
        all.add(row);
        rows.set(List.copyOf(all));
    }

    /** Adds the next parameter that is not searched yet. */
    void addRow() {
        searchable().stream()
                .filter(spec -> rows.get().stream().noneMatch(row -> row.spec.id().equals(spec.id())))
                .findFirst()
                .ifPresent(spec -> {
                    add(row(spec));
                    changed();
                });
    }

    /** Takes a parameter out. */
    void removeRow(SearchRow row) {
        rows.set(rows.get().stream().filter(each -> each != row).toList());
        changed();
    }

    /** Searches another parameter in a row's place. */
    void replace(SearchRow row, ParamSpec spec) {
        rows.set(rows.get().stream().map(each -> each == row ? row(spec) : each).toList());
        changed();
    }

    private void changed() {
        if (filling) {
            return;
        }
        blocked.set(true);
        if (base.isEmpty()) {
            note.set("A search takes one bot on one history.");
            return;
        }
        try {
            SearchSpec spec = spec();
            long size = SearchDesk.space(base.get(), spec).size();
            long runs = Math.min(size, spec.draw().map(Draw::trials).orElse(Integer.MAX_VALUE));
            note.set(Figures.whole(runs) + (runs == 1 ? " run" : " runs")
                    + (runs < size ? " of " + Figures.whole(size) : ""));
            blocked.set(false);
        } catch (IllegalArgumentException e) {
            note.set(LabViewModel.said(e));
        }
    }

    private SearchSpec spec() {
        Map<String, String> ranges = new LinkedHashMap<>();
        for (SearchRow row : rows.get()) {
            if (ranges.put(row.spec.id(), row.range()) != null) {
                throw new IllegalArgumentException(row.spec.label() + " is searched twice; take one of them out");
            }
        }
        List<String> conditions = Arrays.stream(constraints.get().split("[;\n]"))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
        return new SearchSpec(
                ranges, conditions, objective.get(), random.get() ? Optional.of(new Draw(number(), SEED))
                : Optional.empty(),
                Math.clamp(Runtime.getRuntime().availableProcessors(), 1, SearchSpec.MOST_WORKERS));
    }

    private int number() {
        try {
            return Integer.parseInt(draws.get().strip().replace(",", ""));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + draws.get().strip() + "' is no number of trials; 200 is one");
        }
    }

    /** Begins the search. */
    void start() {
        changed();
        if (blocked.get() || going.get().isPresent() || base.isEmpty()) {
            return;
        }
        trouble.set("");
        Job<SearchReport> job = desk.search(base.get(), spec());
        String words = "Searching, " + note.get();
        going.set(Optional.of(new Going(words, job, -1, Optional.empty())));
        hands.follow(job, new JobWatch.Listener<>() {
            @Override
            public void running(double share, Optional<Long> leftNanos) {
                going.set(Optional.of(new Going(words, job, share, leftNanos)));
            }

            @Override
            public void done(SearchReport report) {
                going.set(Optional.empty());
                map.set(0);
                found.set(Optional.of(report));
            }

            @Override
            public void cancelled() {
                going.set(Optional.empty());
                trouble.set("Cancelled. What is finished is kept: the same search goes on from there.");
            }

            @Override
            public void failed(Throwable cause) {
                going.set(Optional.empty());
                trouble.set(LabViewModel.said(cause));
            }
        });
    }

    /** Ends the search that goes on. */
    void cancel() {
        going.get().ifPresent(now -> now.job().cancel());
    }

    /** Goes back to what is asked for. */
    void again() {
        found.set(Optional.empty());
    }

    /** {@return the map that is drawn} */
    Optional<HeatMap> heatMap() {
        return found.get().filter(report -> !report.maps().isEmpty())
                .map(report -> report.maps().get(Math.clamp(map.get(), 0, report.maps().size() - 1)));
    }

    /**
     * {@return the values a cell stands for, with the others as the best trial known in it has them; empty where a
     * cell stands for several values and no trial of it was kept}
     */
    Optional<Map<String, String>> params(int column, int row) {
        Optional<HeatMap> drawn = heatMap();
        Optional<SearchReport> report = found.get();
        if (drawn.isEmpty() || report.isEmpty()) {
            return Optional.empty();
        }
        HeatMap heat = drawn.get();
        for (Trial trial : report.get().best()) {
            if (inside(report.get(), heat.x(), heat.columns(), column, trial)
                    && (heat.y().isEmpty() || inside(report.get(), heat.y(), heat.rows(), row, trial))) {
                return Optional.of(trial.params());
            }
        }
        boolean exact = exact(report.get(), heat.x(), heat.columns()) && (heat.y().isEmpty()
                || exact(report.get(), heat.y(), heat.rows()));
        if (!exact || report.get().axes().size() > 2 || Double.isNaN(heat.best(column, row))) {
            return Optional.empty();
        }
        Map<String, String> params = new LinkedHashMap<>();
        params.put(heat.x(), heat.columns().get(column));
        if (!heat.y().isEmpty()) {
            params.put(heat.y(), heat.rows().get(row));
        }
        return Optional.of(params);
    }

    private static boolean exact(SearchReport report, String param, List<String> cells) {
        return values(report, param).equals(cells);
    }

    private static List<String> values(SearchReport report, String param) {
        return report.axes().stream()
                .filter(axis -> axis.param().equals(param))
                .findFirst()
                .map(axis -> axis.values())
                .orElse(List.of());
    }

    private static boolean inside(SearchReport report, String param, List<String> cells, int cell, Trial trial) {
        List<String> values = values(report, param);
        int place = values.indexOf(trial.params().getOrDefault(param, ""));
        return place >= 0 && (int) ((long) place * cells.size() / values.size()) == cell;
    }

    /** {@return the cell a set of values lies in: column and row, −1 where it lies in none} */
    int[] cell(Map<String, String> params) {
        Optional<HeatMap> drawn = heatMap();
        if (drawn.isEmpty()) {
            return new int[] {-1, -1};
        }
        HeatMap heat = drawn.get();
        SearchReport report = found.get().orElseThrow();
        return new int[] {place(report, heat.x(), heat.columns().size(), params),
            heat.y().isEmpty() ? 0 : place(report, heat.y(), heat.rows().size(), params)};
    }

    private static int place(SearchReport report, String param, int cells, Map<String, String> params) {
        List<String> values = values(report, param);
        int place = values.indexOf(params.getOrDefault(param, ""));
        return place < 0 ? -1 : (int) ((long) place * cells / values.size());
    }

    /** {@return the shown run's own values} */
    Map<String, String> own() {
        return base.map(setup -> setup.lanes().getFirst().bots().getFirst().bot().params().asMap()).orElse(Map.of());
    }

    /** {@return what a parameter is called} */
    String label(String param) {
        return searchable().stream().filter(spec ->
                spec.id().equals(param)).findFirst().map(ParamSpec::label).orElse(param);
    }
}
