package dev.tradewind.ui.widget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.kernel.Rng;
import org.junit.jupiter.api.Test;

class SecretBufferTest {

    private final SecretBuffer buffer = new SecretBuffer();

    @Test
    void takesCharactersInPlaceOfTheSelectionAndLeavesOutLineEnds() {
        type("correct horse\n\t");
        assertThat(buffer.copy()).containsExactly("correct horse".toCharArray());
        buffer.move(8, false);
        buffer.move(13, true);
        type("cow");
        assertThat(buffer.copy()).containsExactly("correct cow".toCharArray());
        assertThat(buffer.caret()).isEqualTo(11);
    }

    @Test
    void movesAndDeletesWholeCharacters() {
        type("a\uD83D\uDE00b");
        assertThat(buffer.before(3)).isEqualTo(1);
        assertThat(buffer.after(1)).isEqualTo(3);
        buffer.move(3, false);
        buffer.removeTo(buffer.before(3));
        assertThat(buffer.copy()).containsExactly('a', 'b');
    }

    @Test
    void leavesNothingBehind() {
        type("abcdefgh");
        buffer.move(2, false);
        buffer.removeTo(6);
        assertThat(new String(buffer.raw())).startsWith("abgh\0").doesNotContain("c", "d", "e", "f");
        char[] small = buffer.raw();
        type("x".repeat(200));
        assertThat(small).containsOnly('\0');
        char[] large = buffer.raw();
        buffer.clear();
        assertThat(large).containsOnly('\0');
        assertThat(buffer.length()).isZero();
    }

    @Test
    void takesNoMoreThanItHolds() {
        type("k".repeat(SecretBuffer.MOST + 7));
        assertThat(buffer.length()).isEqualTo(SecretBuffer.MOST);
    }

    @Test
    void holdsTheSameOrNot() {
        SecretBuffer other = new SecretBuffer();
        type("battery");
        other.insert("batter".toCharArray());
        assertThat(buffer.sameAs(other)).isFalse();
        other.insert("y".toCharArray());
        assertThat(buffer.sameAs(other)).isTrue();
    }

    @Test
    void doesWhatAStringBuilderDoes() {
        long seed = 20_261_121;
        Rng rng = new Rng(seed);
        StringBuilder model = new StringBuilder();
        for (int step = 0; step < 5_000; step++) {
            if (rng.nextInt(3) > 0) {
                String some = "abcdefghijklmnop".substring(rng.nextInt(8), 8 + rng.nextInt(8));
                model.replace(buffer.from(), buffer.to(), some);
                type(some);
            } else if (rng.nextInt(8) == 0) {
                buffer.clear();
                model.setLength(0);
            } else {
                int to = rng.nextInt(model.length() + 1);
                int from = buffer.from() == buffer.to() ? Math.min(to, buffer.caret()) : buffer.from();
                int end = buffer.from() == buffer.to() ? Math.max(to, buffer.caret()) : buffer.to();
                model.delete(from, end);
                buffer.removeTo(to);
            }
            if (model.length() > 3_000) {
                buffer.clear();
                model.setLength(0);
            }
            buffer.move(rng.nextInt(model.length() + 1), rng.nextInt(2) == 0);
            assertThat(new String(buffer.copy())).as("seed %s, step %s", seed, step).isEqualTo(model.toString());
        }
    }

    private void type(String words) {
        buffer.insert(words.toCharArray());
    }
}
