package dev.tradewind.persistence.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.kernel.Rng;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BlockCodecTest {

    private static BlockInfo info(long[] cells, int rows, int width, long bytes) {
        return new BlockInfo(0, cells[0], cells[(rows - 1) * width], rows, 0, 0, bytes, 0, 0);
    }

    /** Numbers of every size, alike ones, multiples, smallest and largest. */
    private static long number(Rng rng, int style) {
        return switch (style) {
            case 0 -> 0;
            case 1 -> rng.nextInt(100);
            case 2 -> rng.nextInt(1_000_000) * 1_000L;
            case 3 -> rng.nextLong() >> rng.nextInt(63);
            case 4 -> -rng.nextInt(5_000);
            default -> rng.nextInt(2) == 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        };
    }

    @Test
    void anyNumbersComeBackAsTheyWere() throws DamagedBlockException {
        for (int seed = 1; seed <= 400; seed++) {
            Rng rng = new Rng(seed);
            RowKind kind = RowKind.values()[rng.nextInt(2)];
            int rows = 1 + rng.nextInt(300);
            int width = kind.width();
            long[] cells = new long[(rows + 2) * width];
            int style = rng.nextInt(7);
            for (int i = 0; i < cells.length; i++) {
                cells[i] = number(rng, style < 6 ? style : rng.nextInt(6));
            }
            BlockCodec codec = new BlockCodec(kind);
            byte[] block = codec.encode(cells, 2, rows, rng.nextInt(2) * 60_000_000_000L);
            long[] taken = Arrays.copyOfRange(cells, 2 * width, (rows + 2) * width);
            long[] back = new long[(rows + 1) * width];
            codec.decode(block, info(taken, rows, width, block.length), back, 1);
            assertThat(Arrays.copyOfRange(back, width, back.length)).as("seed %d", seed).isEqualTo(taken);
        }
    }

    @Test
    void everyFlippedBitIsSeen() {
        Rng rng = new Rng(5);
        long[] cells = new long[6 * 10];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = rng.nextInt(1_000);
        }
        BlockCodec codec = new BlockCodec(RowKind.CANDLES);
        byte[] block = codec.encode(cells, 0, 10, 1);
        BlockInfo info = info(cells, 10, 6, block.length);
        for (int bit = 0; bit < block.length * 8; bit++) {
            byte[] flipped = block.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> codec.decode(flipped, info, new long[60], 0))
                    .as("bit %d", bit)
                    .isInstanceOf(DamagedBlockException.class);
        }
    }

    @Test
    void aBlockCutShortOrOfOtherRowsIsSeen() {
        long[] cells = {7, 1, 1, 1, 1, 1};
        BlockCodec codec = new BlockCodec(RowKind.CANDLES);
        byte[] block = codec.encode(cells, 0, 1, 1);
        for (int length = 0; length < block.length; length++) {
            byte[] cut = Arrays.copyOf(block, length);
            assertThatThrownBy(() -> codec.decode(cut, info(cells, 1, 6, cut.length), new long[6], 0))
                    .isInstanceOf(DamagedBlockException.class);
        }
        BlockInfo other = new BlockInfo(0, 8, 8, 1, 0, 0, block.length, 0, 0);
        assertThatThrownBy(() -> codec.decode(block, other, new long[6], 0))
                .hasMessage("it holds other rows than the database says");
        assertThatThrownBy(() -> new BlockCodec(RowKind.TRADES)
                        .decode(block, info(cells, 1, 6, block.length), new long[6], 0))
                .hasMessage("it is of form 1.1, which this version does not read");
    }
}
