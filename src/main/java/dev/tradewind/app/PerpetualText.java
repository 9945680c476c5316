package dev.tradewind.app;

import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.MarginBrackets;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.PerpetualTerms;
import dev.tradewind.domain.PositionMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The perpetual's part of a paper session's first row: its terms in full, the files of its mark prices and funding by name. */
final class PerpetualText {

    private static final String BRACKETS = "brackets";
    private static final String FUNDING = "fundingFile";
    private static final String MARK = "markFile";
    private static final String BETWEEN = " ";

    private PerpetualText() {}

    /** Adds what makes the session one on a perpetual. */
    static void write(Map<String, String> values, PerpetualTerms terms, PerpetualChoice choice) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < terms.brackets().size(); i++) {
            MarginBrackets.Row row = terms.brackets().row(i);
            rows.add(row.floorAtoms() + ":" + row.maintenanceE8() + ":" + row.maxLeverage());
        }
        values.put(BRACKETS, String.join(BETWEEN, rows));
        values.put("maxLeverage", Integer.toString(terms.maxLeverage()));
        values.put("fundingIntervalNanos", Long.toString(terms.fundingIntervalNanos()));
        values.put("liquidationFeeE8", Long.toString(terms.liquidationFee().e8()));
        values.put("leverage", Integer.toString(choice.margin().leverage()));
        values.put("marginMode", choice.margin().mode().name());
        values.put("positionMode", choice.margin().positions().name());
        choice.funding().ifPresent(path -> values.put(FUNDING, path.toAbsolutePath().toString()));
        choice.mark().ifPresent(path -> values.put(MARK, path.toAbsolutePath().toString()));
    }

    /** {@return the instrument's terms; null on spot, as in every session of the first versions} */
    static @Nullable PerpetualTerms terms(PlanReader from) {
        if (!from.has(BRACKETS)) {
            return null;
        }
        List<MarginBrackets.Row> rows = new ArrayList<>();
        for (String row : from.text(BRACKETS).split(BETWEEN)) {
            String[] parts = row.split(":");
            if (parts.length != 3) {
                throw new IllegalArgumentException("a margin bracket has three numbers, not '" + row + "'");
            }
            rows.add(new MarginBrackets.Row(
                    Long.parseLong(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2])));
        }
        return new PerpetualTerms(
                new MarginBrackets(rows),
                from.whole("maxLeverage"),
                from.number("fundingIntervalNanos"),
                new FeeRate(from.number("liquidationFeeE8")));
    }

    /** {@return how the perpetual is traded; empty on spot. The brackets are the instrument's own by now} */
    static Optional<PerpetualChoice> choice(PlanReader from) {
        if (!from.has(BRACKETS)) {
            return Optional.empty();
        }
        return Optional.of(new PerpetualChoice(
                new MarginConfig(
                        from.whole("leverage"),
                        MarginMode.valueOf(from.text("marginMode")),
                        PositionMode.valueOf(from.text("positionMode"))),
                path(from, FUNDING),
                path(from, MARK),
                Optional.empty()));
    }

    private static Optional<Path> path(PlanReader from, String key) {
        return from.has(key) ? Optional.of(Path.of(from.text(key))) : Optional.empty();
    }
}
