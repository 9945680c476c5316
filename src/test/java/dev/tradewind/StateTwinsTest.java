package dev.tradewind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/** What compares states field by field finds every difference it should, or it would guard nothing. */
class StateTwinsTest {

    /** Something with every kind of field. */
    private static final class Thing {
        long number = 1;
        double real = Double.NaN;
        long[] cells = {1, 2, 3, 0};
        int head;
        int size = 3;
        @Nullable Thing next;
        @Nullable Thing again;
        final List<Object> list = new ArrayList<>(List.of(1, "two"));
        int hidden;
        final IntSupplier captured = () -> hidden;
    }

    private static StateTwins rules() {
        return StateTwins.strict();
    }

    private static String difference(StateTwins rules, Thing one, Thing other) {
        AssertionError found = assertThrows(AssertionError.class, () -> rules.compare("seed 1", one, other));
        return found.getMessage().lines().skip(1).findFirst().orElseThrow().strip();
    }

    @Test
    void equalThingsAreEqualAndWhatWasMetIsTold() {
        assertEquals(Set.of("StateTwinsTest$Thing"), rules().compare("seed 1", new Thing(), new Thing()));
    }

    @Test
    void everyFieldCounts() {
        Thing other = new Thing();
        other.number = 2;
        assertEquals("Thing.number: 1 | 2", difference(rules(), new Thing(), other));
        other = new Thing();
        other.real = 0;
        assertEquals("Thing.real: NaN | 0.0", difference(rules(), new Thing(), other));
        other = new Thing();
        other.list.add(3);
        assertEquals("Thing.list.length: 2 | 3", difference(rules(), new Thing(), other));
        other = new Thing();
        other.next = new Thing();
        other.next.hidden = 5;
        Thing one = new Thing();
        one.next = new Thing();
        assertEquals("Thing.next.hidden: 0 | 5", difference(rules(), one, other));
    }

    @Test
    void ofAnArrayOnlyThePartThatCountsIsCompared() {
        Thing other = new Thing();
        other.cells = new long[] {1, 2, 3, 9, 9};
        assertEquals("Thing.cells.length: 4 | 5", difference(rules(), new Thing(), other));
        StateTwins front = rules().front("StateTwinsTest$Thing", "size", "cells");
        front.compare("seed 1", new Thing(), other);
        other.cells[2] = 4;
        assertEquals("Thing.cells[2]: 3 | 4", difference(front, new Thing(), other));
        other.cells = new long[] {3, 9, 9, 1, 2};
        other.head = 3;
        rules().ring("StateTwinsTest$Thing", "head", "size", "cells").compare("seed 1", new Thing(), other);
    }

    @Test
    void oneObjectInTwoPlacesIsNotTwo() {
        Thing one = new Thing();
        one.next = new Thing();
        one.again = one.next;
        Thing other = new Thing();
        other.next = new Thing();
        other.again = new Thing();
        assertEquals(
                "Thing.again: the same Thing is in two places on one side, on the other there are two",
                difference(rules(), one, other));
        other.again = other.next;
        rules().compare("seed 1", one, other);
    }

    @Test
    void aRuleForWhatIsNotThereFails() {
        assertThrows(AssertionError.class, () -> rules().ignoring("StateTwinsTest$Thing", "gone", "it was renamed"));
        assertThrows(AssertionError.class, () -> rules().seen("kernel.Gone", thing -> thing));
        assertThrows(IllegalArgumentException.class, () -> rules().ignoring("StateTwinsTest$Thing", "head", " "));
    }
}
