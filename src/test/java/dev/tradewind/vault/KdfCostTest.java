package dev.tradewind.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class KdfCostTest {

    private static final long HEAP = 2L << 30;

    /** A machine on which a KiB takes so many nanoseconds a pass. */
    private static KdfCost tuned(long nanosPerKib, long heapBytes) {
        return KdfCost.tune(cost -> nanosPerKib * cost.memoryKib() * cost.passes(), heapBytes);
    }

    @Test
    void takesHalfASecondMemoryFirst() {
        assertThat(tuned(1_600, HEAP)).isEqualTo(KdfCost.of(101 << 10, 3, 1));
        assertThat(tuned(100, HEAP)).isEqualTo(KdfCost.of(256 << 10, 19, 1));
    }

    @Test
    void isNeverLessThanTheLeast() {
        assertThat(tuned(50_000, HEAP)).isEqualTo(KdfCost.LEAST);
        assertThat(tuned(1_000, 128L << 20)).isEqualTo(KdfCost.of(65_536, 8, 1));
        assertThatThrownBy(() -> KdfCost.of(65_535, 3, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KdfCost.of(65_536, 2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cost of 65536 KiB and 2 passes; a vault takes at least 65536 KiB and 3 passes");
    }

    @Test
    void triesWhatItFound() {
        // a machine that gets slower once the memory no longer fits its cache
        KdfCost cost = KdfCost.tune(
                tried -> (tried.memoryKib() > 80_000 ? 2_000L : 1_000L) * tried.memoryKib() * tried.passes(), HEAP);
        assertThat(cost).isEqualTo(KdfCost.of(81 << 10, 3, 1));
    }

    @Test
    void hasLimitsNobodyGetsBeyond() {
        assertThatThrownBy(() -> KdfCost.guardingNothing(1 << 20, 1_000, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KdfCost.guardingNothing(7, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KdfCost.guardingNothing(8, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KdfCost.guardingNothing(8, 1, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhenTheHeapIsTooSmall() {
        assertThatThrownBy(() -> new Argon2(512L << 20)
                        .derive(KdfCost.of(1 << 20, 3, 1), new byte[16], Secret.of(new byte[] {1}), Optional.empty()))
                .isInstanceOf(VaultCostException.class)
                .hasMessage("Opening this vault takes 1024 MiB of memory, and the program was started with 512 MiB."
                        + " Start it with more, for instance with -Xmx2048m.");
    }
}
