package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.analytics.Metric;
import dev.tradewind.app.RunSetup;
import dev.tradewind.optimise.HeatMap;
import dev.tradewind.optimise.Plateau;
import dev.tradewind.optimise.SearchAxis;
import dev.tradewind.optimise.SearchReport;
import dev.tradewind.optimise.Trial;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a search found, in words and as JSON. */
final class SearchText {

    private static final Set<Metric> BESIDE = new LinkedHashSet<>(
            List.of(Metric.TOTAL_RETURN, Metric.MAX_DRAWDOWN, Metric.SHARPE));

    private SearchText() {}

    /** {@return the report for people} */
    static List<String> lines(SearchReport report, RunSetup setup, int top) {
        List<String> lines = new ArrayList<>();
        lines.add(setup.name() + ", " + Numbers.count(report.trials()) + " trials for the best "
                + report.objective().label());
        lines.add("");
        if (report.best().isEmpty()) {
            lines.add("No trial could tell it: it needs trades, losing ones too, or more days.");
        } else {
            lines.addAll(Table.aligned(table(report, top)));
        }
        lines.add("");
        counts(report, lines);
        report.plateau().ifPresent(plateau -> ground(plateau, report, lines));
        evidence(report, lines);
        return lines;
    }

    private static List<List<String>> table(SearchReport report, int top) {
        Set<Metric> figures = new LinkedHashSet<>(List.of(report.objective()));
        figures.addAll(BESIDE);
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("#"));
        report.axes().forEach(axis -> head.add(axis.param()));
        figures.forEach(metric -> head.add(metric.label()));
        head.add("Hash");
        rows.add(head);
        for (int place = 0; place < Math.min(top, report.best().size()); place++) {
            Trial trial = report.best().get(place);
            List<String> row = new ArrayList<>(List.of(Integer.toString(place + 1)));
            row.addAll(trial.params().values());
            figures.forEach(metric -> row.add(MetricText.show(metric, trial.performance().value(metric))));
            row.add(trial.journalHash());
            rows.add(row);
        }
        return rows;
    }

    private static void counts(SearchReport report, List<String> lines) {
        lines.add("Combinations  " + Numbers.count(report.combinations()) + " in the ranges, "
                + Numbers.count(report.excluded()) + " left out by constraints, " + Numbers.count(report.trials())
                + " tried, " + Numbers.count(report.refused()) + " refused by the bot, "
                + Numbers.count(report.untold()) + " without a figure");
        if (report.refused() > 0) {
            lines.add("Refused       " + report.refusal());
        }
        lines.add("Paths         " + Numbers.count(report.workedOut()) + " worked out of whole columns, "
                + Numbers.count(report.trials() - report.refused() - report.workedOut()) + " played event by event");
        lines.add("All trials    mean " + MetricText.show(report.objective(), report.mean()) + ", deviation "
                + MetricText.show(report.objective(), report.deviation()));
    }

    private static void ground(Plateau plateau, SearchReport report, List<String> lines) {
        String found = plateau.neighbours() == 0
                ? "no neighbour of the best could be run"
                : plateau.neighbours() + " neighbours of the best, mean "
                        + MetricText.show(report.objective(), plateau.mean()) + ", plateau score "
                        + figure(plateau.score());
        lines.add("Plateau       " + found);
        if (plateau.lonePeak()) {
            lines.add("WARNING       the best stands alone: one step away most of it is gone, which is what luck looks"
                    + " like");
        }
    }

    private static String figure(double value) {
        return Double.isNaN(value) ? "-" : Numbers.fixed(value, 2);
    }

    private static void evidence(SearchReport report, List<String> lines) {
        if (report.trialsOnData() > 0) {
            lines.add("Trials on this data: " + Numbers.count(report.trialsOnData()));
        }
        double deflated = report.deflatedSharpe();
        if (!Double.isNaN(deflated)) {
            lines.add("Deflated Sharpe of the best: " + Numbers.fixed(deflated, 4)
                    + " (how likely it is more than the luck of that many trials; 0.95 is a usual bar)");
        }
    }

    /** Fills in the report for machines. */
    static void json(ObjectNode json, SearchReport report, int top) {
        json.put("objective", report.objective().id());
        ArrayNode axes = json.putArray("axes");
        for (SearchAxis axis : report.axes()) {
            ArrayNode values = axes.addObject().put("param", axis.param()).putArray("values");
            axis.values().forEach(values::add);
        }
        json.put("combinations", report.combinations())
                .put("excluded", report.excluded())
                .put("trials", report.trials())
                .put("workedOut", report.workedOut())
                .put("refused", report.refused())
                .put("untold", report.untold())
                .put("refusal", report.refusal());
        number(json, "mean", report.mean());
        number(json, "deviation", report.deviation());
        ArrayNode best = json.putArray("best");
        report.best().stream().limit(top).forEach(trial -> trial(best.addObject(), trial));
        report.plateau().ifPresent(plateau -> {
            ObjectNode node = json.putObject("plateau")
                    .put("neighbours", plateau.neighbours())
                    .put("told", plateau.told());
            number(node, "mean", plateau.mean());
            number(node, "score", plateau.score());
            node.put("lonePeak", plateau.lonePeak());
        });
        json.put("trialsOnData", report.trialsOnData());
        number(json, "deflatedSharpe", report.deflatedSharpe());
        ArrayNode maps = json.putArray("heatMaps");
        report.maps().forEach(map -> map(maps.addObject(), map));
    }

    /** JSON knows no NaN: what cannot be told is null. */
    private static void number(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        } else {
            json.putNull(name);
        }
    }

    private static void trial(ObjectNode json, Trial trial) {
        json.put("trial", trial.number());
        ObjectNode params = json.putObject("params");
        trial.params().forEach(params::put);
        ObjectNode figures = json.putObject("figures");
        trial.performance().all().forEach((metric, value) -> number(figures, metric.id(), value));
        json.put("hash", trial.journalHash());
    }

    private static void map(ObjectNode json, HeatMap map) {
        json.put("x", map.x()).put("y", map.y());
        map.columns().forEach(json.putArray("columns")::add);
        map.rows().forEach(json.putArray("rows")::add);
        ArrayNode cells = json.putArray("cells");
        for (int row = 0; row < map.rows().size(); row++) {
            for (int column = 0; column < map.columns().size(); column++) {
                ObjectNode cell = cells.addObject().put("count", map.count(column, row));
                number(cell, "best", map.best(column, row));
                number(cell, "mean", map.mean(column, row));
            }
        }
    }
}
