package dev.tradewind;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tradewind.domain.StateException;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.kernel.Rng;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Saves and loads states, whole ones and damaged ones. */
public final class SavedStates {

    private SavedStates() {}

    /** {@return what a thing saves} */
    public static byte[] of(Stateful thing) {
        return of(thing::save);
    }

    /** As above, for a thing that is not public. */
    public static byte[] of(Consumer<StateWriter> save) {
        StateWriter out = new StateWriter();
        save.accept(out);
        return out.toBytes();
    }

    /** {@return a fresh thing that has taken a whole state over} */
    public static <T extends Stateful> T loaded(byte[] state, T fresh) {
        load(state, fresh::load);
        return fresh;
    }

    /** As above, for a thing that is not public. */
    public static void load(byte[] state, Consumer<StateReader> load) {
        StateReader in = new StateReader(state.clone());
        load.accept(in);
        in.end();
    }

    /** As {@link #refuseDamage(byte[], Supplier, Rng, int)}, for a public thing. */
    public static void refuseDamageOf(byte[] state, Supplier<? extends Stateful> fresh, Rng rng, int tries) {
        refuseDamage(state, () -> fresh.get()::load, rng, tries);
    }

    /**
     * Cuts a state off and garbles it: one cut off is refused, one garbled may be refused or be another state, but nothing
     * else happens than a {@link StateException}.
     *
     * @param fresh makes a fresh thing and gives its load
     * @param tries how many of each; all cuts if there are no more places
     */
    public static void refuseDamage(byte[] state, Supplier<Consumer<StateReader>> fresh, Rng rng, int tries) {
        for (int i = 0; i < Math.min(tries, state.length); i++) {
            int length = tries >= state.length ? i : rng.nextInt(state.length);
            byte[] cut = Arrays.copyOf(state, length);
            assertThrows(StateException.class, () -> load(cut, fresh.get()), () -> "cut off at byte " + length);
        }
        for (int i = 0; i < tries; i++) {
            byte[] garbled = state.clone();
            StringBuilder how = new StringBuilder();
            for (int flips = 1 + rng.nextInt(3); flips > 0; flips--) {
                int at = rng.nextInt(garbled.length);
                garbled[at] = (byte) (rng.nextInt(4) == 0 ? rng.nextInt(256) : garbled[at] ^ 1 << rng.nextInt(8));
                how.append(" byte ").append(at).append(" = ").append(garbled[at]);
            }
            try {
                load(garbled, fresh.get());
            } catch (StateException expected) {
                continue;
            } catch (RuntimeException | Error other) {
                throw new AssertionError("garbled:" + how, other);
            }
        }
    }
}
