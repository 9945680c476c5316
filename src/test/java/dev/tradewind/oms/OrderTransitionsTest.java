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
            PENDING_NEW      LIVE             PARTIALLY_FILLED FILLED CANCELED EXPIRED REJECTED PENDING_NEW      LIVE             LIVE
            LIVE             LIVE             PARTIALLY_FILLED FILLED CANCELED EXPIRED -        LIVE             LIVE             LIVE
            PARTIALLY_FILLED PARTIALLY_FILLED PARTIALLY_FILLED FILLED CANCELED EXPIRED -        PARTIALLY_FILLED PARTIALLY_FILLED PARTIALLY_FILLED
            CANCEL_PENDING   CANCEL_PENDING   CANCEL_PENDING   FILLED CANCELED EXPIRED REJECTED LIVE             CANCEL_PENDING   CANCEL_PENDING
            UNRESOLVED       LIVE             PARTIALLY_FILLED FILLED CANCELED EXPIRED REJECTED UNRESOLVED       UNRESOLVED       UNRESOLVED
            HELD             -                -                -      CANCELED EXPIRED -        -                -                -
            FILLED           -                -                -      -        -       -        -                -                -
            CANCELED         -                -                -      -        -       -        -                -                -
            REJECTED         -                -                -      -        -       -        -                -                -
            REFUSED          -                -                -      -        -       -        -                -                -
            EXPIRED          -                -                -      -        -       -        -                -                -
            """;

    private record Column(Kind kind, boolean complete) {}

    private static final Column[] COLUMNS = {
        new Column(Kind.ACCEPTED, false),
        new Column(Kind.FILLED, false),
        new Column(Kind.FILLED, true),
        new Column(Kind.CANCELED, false),
        new Column(Kind.EXPIRED, false),
        new Column(Kind.REJECTED, false),
        new Column(Kind.CANCEL_REJECTED, false),
        new Column(Kind.REPLACED, false),
        new Column(Kind.REPLACE_REJECTED, false)
    };

    /** Reports that say nothing of an order's state, so that none may be taken for one that does. */
    private static final Set<Kind> OF_THE_ACCOUNT = Set.of(
            Kind.LIQUIDATED, Kind.MARGIN_CALL, Kind.FUNDING, Kind.TRANSFER, Kind.MARGIN_ADJUSTED, Kind.WORKING, Kind.DONE,
            Kind.UNKNOWN, Kind.TIMED_OUT, Kind.LINE_LOST, Kind.LINE_BACK, Kind.STATEMENT_BEGAN, Kind.STATEMENT_ORDER,
            Kind.STATEMENT_FILL, Kind.STATEMENT_BALANCE, Kind.STATEMENT_POSITION, Kind.STATEMENT_ENDED, Kind.STATEMENT_FAILED);

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

    @ParameterizedTest
    @EnumSource(OrderState.class)
    void whatSaysNothingOfAnOrderIsRefused(OrderState state) {
        for (Kind kind : OF_THE_ACCOUNT) {
            assertThrows(InvalidReportException.class, () -> OrderTransitions.next(state, kind, false), state + " " + kind);
        }
    }

    @Test
    void theTableNamesEveryKindOfReport() {
        Set<Kind> kinds = new HashSet<>(OF_THE_ACCOUNT);
        for (Column column : COLUMNS) {
            kinds.add(column.kind());
        }
        assertEquals(Set.of(Kind.values()), kinds);
        assertEquals(OrderState.values().length, ROWS.size());
    }
}
