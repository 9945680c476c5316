package dev.tradewind.ui.screen.lab;

import dev.tradewind.analytics.Metric;
import dev.tradewind.backtest.RunReport.Part;
import dev.tradewind.ui.widget.Columns;
import java.util.List;
import javafx.scene.control.TableColumn;

/** The columns of a run's split. */
final class PartColumns {

    private PartColumns() {}

    static List<TableColumn<Part, Part>> all() {
        return List.of(
                Columns.text("Part", 112, Part::name, part -> "strong"),
                Columns.text("By", 56, Part::kind, part -> "is-secondary"),
                Columns.figure("Net", 74, part -> Words.signed(part.performance().value(Metric.NET_PROFIT), 2),
                        part -> Words.tone(part.performance().value(Metric.NET_PROFIT))),
                figure("Deals", Metric.TRADES, 48),
                figure("Won", Metric.WIN_RATE, 66),
                figure("Factor", Metric.PROFIT_FACTOR, 50),
                figure("Drawdown", Metric.MAX_DRAWDOWN, 74),
                figure("Fees", Metric.FEES, 58));
    }

    private static TableColumn<Part, Part> figure(String title, Metric metric, double width) {
        return Columns.figure(title, width, part -> Words.of(metric, part.performance()), part -> "");
    }
}
