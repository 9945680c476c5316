package dev.tradewind.persistence.series;

import static dev.tradewind.persistence.schema.Tables.SERIES_RETENTION;

import dev.tradewind.domain.Timeframe;
import dev.tradewind.marketdata.CandleStore.Retention;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How long candles are kept, as rows of the database. */
final class RetentionRules {

    /** A hundred years; their nanoseconds are still a long. */
    private static final int MOST_DAYS = 36_500;

    private RetentionRules() {}

    static List<Retention> all(Connection connection) {
        List<Retention> rules = new ArrayList<>();
        SeriesWriter.sql(connection)
                .select(SERIES_RETENTION.TIMEFRAME, SERIES_RETENTION.DAYS)
                .from(SERIES_RETENTION)
                .forEach(row -> rules.add(
                        new Retention(Timeframe.ofLabel(row.value1()), Math.toIntExact(row.value2()))));
        rules.sort(Comparator.comparing(Retention::timeframe));
        return rules;
    }

    static void set(Connection connection, Timeframe timeframe, Optional<Integer> days) {
        if (days.isPresent() && (days.get() < 1 || days.get() > MOST_DAYS)) {
            throw new IllegalArgumentException(timeframe.label() + " candles cannot be kept " + days.get()
                    + " days; give 1 to " + MOST_DAYS + ", or none for all");
        }
        if (days.isEmpty()) {
            SeriesWriter.sql(connection)
                    .deleteFrom(SERIES_RETENTION)
                    .where(SERIES_RETENTION.TIMEFRAME.eq(timeframe.label()))
                    .execute();
        } else {
            SeriesWriter.sql(connection)
                    .insertInto(SERIES_RETENTION, SERIES_RETENTION.TIMEFRAME, SERIES_RETENTION.DAYS)
                    .values(timeframe.label(), (long) days.get())
                    .onDuplicateKeyUpdate()
                    .set(SERIES_RETENTION.DAYS, (long) days.get())
                    .execute();
        }
    }
}
