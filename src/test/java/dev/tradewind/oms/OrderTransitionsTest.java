package dev.tradewind.oms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.VenueReport.Kind;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderTransitionsTest {

    /** Rows: state. Columns: ACCEPTED, FILLED in part, FILLED in full, CANCELED, EXPIRED, REJECTED, CANCEL_REJECTED. */
    private static final String TABLE =
            """
            PENDING_NEW      LIVE             PARTIALLY_FILLED FILLED CANCELED EXPIRED REJECTED PENDING_NEW
            LIVE             -                PARTIALLY_FILLED FILLED CANCELED EXPIRED -        LIVE
            PARTIALLY_FILLED PARTIALLY_FILLED PARTIALLY_FILLED FILLED CANCELED EXPIRED -        PARTIALLY_FILLED
            CANCEL_PENDING   CANCEL_PENDING   CANCEL_PENDING   FILLED CANCELED EXPIRED REJECTED LIVE
            UNRESOLVED       LIVE             PARTIALLY_FILLED FILLED CANCELED EXPIRED REJECTED UNRESOLVED
            FILLED           -                -                -      -        -       -        -
            CANCELED         -                -                -      -        -       -        -
            REJECTED         -                -                -      -        -       -        -
            REFUSED          -                -                -      -        -       -        -
            EXPIRED          -                -                -      -        -       -        -
            """;

    private record Column(Kind kind, boolean complete) {}

    private static final Column[] COLUMNS = {
        new Column(Kind.ACCEPTED, false),
        new Column(Kind.FILLED, false),
        new Column(Kind.FILLED, true),
        new Column(Kind.CANCELED, false),
        new Column(Kind.EXPIRED, false),
        new Column(Kind.REJECTED, false),
        new Column(Kind.CANCEL_REJECTED, false)
    };

    private static final Map<OrderState, String[]> ROWS = rows();

    private static Map<OrderState, String[]> rows() {
        Map<OrderState, String[]> rows = new EnumMap<>(OrderState.class);
        TABLE.lines().map(line -> line.trim().split(" +")).forEach(row -> rows.put(OrderState.valueOf(row[0]), row));
        return rows;
    }

    @ParameterizedTest
    @EnumSource(OrderState.class)
    void everyPairOfStateAndReportIsDecided(OrderState state) {
        String[] row = ROWS.get(state);
        for (int i = 0; i < COLUMNS.length; i++) {
            Column column = COLUMNS[i];
            String what = state + " and " + column;
            if (row[i + 1].equals("-")) {
                assertThrows(
                        InvalidReportException.class,
                        () -> OrderTransitions.next(state, column.kind(), column.complete()), what);
            } else {
                assertEquals(
                        OrderState.valueOf(row[i + 1]),
                        OrderTransitions.next(state, column.kind(), column.complete()), what);
            }
        }
    }

    @Test
    void theTableNamesEveryKindOfReport() {
        Set<Kind> kinds = new HashSet<>();
        for (Column column : COLUMNS) {
            kinds.add(column.kind());
        }
        assertEquals(Set.of(Kind.values()), kinds);
        assertEquals(OrderState.values().length, ROWS.size());
    }
}
