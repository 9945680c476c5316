package dev.tradewind.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradewind.kernel.Rng;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TagStackTest {

    @Test
    void tagsWithRoomStayWhereTheyWantToBe() {
        TagStack stack = new TagStack();
        stack.add(300, 1);
        stack.add(100, 1);
        stack.layout(18, 0, 600);
        assertThat(stack.y(0)).isCloseTo(300, within(1e-6));
        assertThat(stack.y(1)).isCloseTo(100, within(1e-6));
    }

    @Test
    void aHeavyTagMovesOthersAside() {
        TagStack stack = new TagStack();
        int above = stack.add(199, 1);
        int last = stack.add(200, 1_000);
        int below = stack.add(201, 1);
        stack.layout(18, 0, 600);
        assertThat(stack.y(last)).isCloseTo(200, within(0.1));
        assertThat(stack.y(above)).isCloseTo(182, within(0.1));
        assertThat(stack.y(below)).isCloseTo(218, within(0.1));
    }

    @Test
    void noTwoTagsOverlapAndOrderIsKept() {
        long seed = 3;
        Rng rng = new Rng(seed);
        for (int turn = 0; turn < 500; turn++) {
            TagStack stack = new TagStack();
            int count = 1 + rng.nextInt(25);
            double[] wanted = new double[count];
            for (int i = 0; i < count; i++) {
                wanted[i] = rng.nextDouble() * 600;
                stack.add(wanted[i], 1 + rng.nextInt(5));
            }
            stack.layout(18, 0, 600);
            double[] placed = new double[count];
            for (int i = 0; i < count; i++) {
                placed[i] = stack.y(i);
            }
            for (int i = 0; i < count; i++) {
                for (int j = 0; j < count; j++) {
                    if (wanted[i] < wanted[j]) {
                        assertThat(placed[j] - placed[i]).as("seed %d turn %d", seed, turn).isGreaterThan(17.999);
                    }
                }
            }
            Arrays.sort(placed);
            assertThat(placed[0]).as("seed %d turn %d", seed, turn).isGreaterThanOrEqualTo(9 - 1e-6);
            assertThat(placed[count - 1]).as("seed %d turn %d", seed, turn).isLessThanOrEqualTo(591 + 1e-6);
        }
    }
}
