package dev.tradewind.domain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateFormTest {

    private static final long[] EDGES = {0, 1, -1, 63, 64, -64, -65, 8191, 8192, Long.MAX_VALUE, Long.MIN_VALUE};

    private static byte[] sample() {
        StateWriter out = new StateWriter().section("sample", 3).flag(true).flag(false).text("grün").constant(Side.SELL);
        out.numbers(EDGES, EDGES.length).reals(new double[] {-0.0, Double.NaN, Math.PI}, 3);
        return out.toBytes();
    }

    @Test
    void readsBackWhatWasWritten() {
        StateReader in = new StateReader(sample()).section("sample", 3);
        assertEquals(true, in.flag());
        assertEquals(false, in.flag());
        assertEquals("grün", in.text());
        assertEquals(Side.SELL, in.constant(Side.class));
        assertArrayEquals(EDGES, in.numbers());
        assertArrayEquals(new double[] {-0.0, Double.NaN, Math.PI}, in.reals());
        in.end();
    }

    /** Whatever is cut off is a named failure, whichever byte is the last. */
    @Test
    void saysWhereItIsCutOff() {
        byte[] whole = sample();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(StateException.class, () -> readAll(cut), "cut to " + length);
        }
    }

    private static void readAll(byte[] bytes) {
        StateReader in = new StateReader(bytes).section("sample", 3);
        in.flag();
        in.flag();
        in.text();
        in.constant(Side.class);
        in.numbers();
        in.reals();
        in.end();
    }

    @Test
    void refusesAnotherPartAnotherVersionAndAnotherConstant() {
        assertEquals(
                "saved state, byte 7, in the beginning: 'sample' comes where 'ledger' should",
                assertThrows(StateException.class, () -> new StateReader(sample()).section("ledger", 3)).getMessage());
        assertEquals(
                "saved state, byte 8, in the beginning: 'sample' has version 3, this program reads 4",
                assertThrows(StateException.class, () -> new StateReader(sample()).section("sample", 4)).getMessage());
        byte[] other = new StateWriter().text("HOLD").toBytes();
        assertEquals(
                "saved state, byte 5, in the beginning: there is no Side called 'HOLD'",
                assertThrows(StateException.class, () -> new StateReader(other).constant(Side.class)).getMessage());
        byte[] more = new StateWriter().number(1).number(2).toBytes();
        StateReader in = new StateReader(more);
        in.number();
        assertEquals(
                "saved state, byte 1, in the beginning: 1 bytes are left over",
                assertThrows(StateException.class, in::end).getMessage());
    }

    @Test
    void keepsParametersAndRefusesThoseOfOtherDeclarations() {
        List<ParamSpec> specs = List.of(
                ParamSpec.integer("fast", "Fast", "Entry", "candles", 10, 1, 100, "The fast one."),
                ParamSpec.integer("slow", "Slow", "Entry", "candles", 50, 1, 100, "The slow one."));
        Params made = Params.of(specs, Map.of());
        StateWriter out = new StateWriter();
        Params.of(specs, Map.of("slow", "60")).save(out);
        assertEquals(Params.of(specs, Map.of("slow", "60")), made.loaded(new StateReader(out.toBytes())));
        Params one = Params.of(specs.subList(0, 1), Map.of());
        assertThrows(StateException.class, () -> one.loaded(new StateReader(out.toBytes())));
        byte[] wild = new StateWriter().number(2).text("10").text("1000").toBytes();
        assertThrows(StateException.class, () -> made.loaded(new StateReader(wild)));
    }
}
