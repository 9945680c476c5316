package dev.tradewind.hostile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.kernel.Disk;
import dev.tradewind.kernel.Rng;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HostileDiskTest {

    private static final Path FILE = Path.of("folder", "file");

    @Test
    void whatWasForcedSurvivesAPowerCutAndNothingElseIsPromised() throws IOException {
        int torn = 0;
        int whole = 0;
        for (long seed = 1; seed <= 2_000; seed++) {
            Rng rng = new Rng(seed);
            HostileDisk disk = disk(seed, EnumSet.noneOf(Fault.class));
            disk.replace(FILE, ByteBuffer.wrap(bytes(rng, 8)));
            byte[] forced = disk.read(FILE);
            try (Disk.OpenFile file = disk.open(FILE)) {
                for (int i = 0; i < 12; i++) {
                    file.append(ByteBuffer.wrap(bytes(rng, 1 + rng.nextInt(200))));
                    if (rng.nextInt(4) == 0) {
                        file.force();
                        forced = disk.read(FILE);
                    }
                }
            }
            byte[] written = disk.read(FILE);
            disk.cutPower();
            byte[] left = disk.read(FILE);
            assertTrue(left.length >= forced.length, "seed " + seed);
            assertArrayEquals(forced, Arrays.copyOf(left, forced.length), "seed " + seed);
            torn += Arrays.equals(left, written) ? 0 : 1;
            whole += Arrays.equals(left, written) ? 1 : 0;
        }
        assertTrue(torn > 500 && whole > 100, torn + " torn, " + whole + " whole");
    }

    @Test
    void aCutThatWasNotForcedMayBeUndone() throws IOException {
        Set<Integer> sizes = new TreeSet<>();
        for (long seed = 1; seed <= 50; seed++) {
            HostileDisk disk = disk(seed, EnumSet.noneOf(Fault.class));
            disk.replace(FILE, ByteBuffer.wrap(new byte[100]));
            try (Disk.OpenFile file = disk.open(FILE)) {
                file.truncate(40);
            }
            disk.cutPower();
            sizes.add(disk.read(FILE).length);
        }
        assertEquals(Set.of(40, 100), sizes);
    }

    @Test
    void theDeathOfTheProcessAloneLosesNothing() throws IOException {
        HostileDisk disk = disk(7, EnumSet.noneOf(Fault.class));
        disk.createFolder(FILE.getParent());
        disk.replace(FILE, ByteBuffer.wrap(new byte[] {1}));
        disk.open(FILE).append(ByteBuffer.wrap(new byte[] {2, 3}));
        assertArrayEquals(new byte[] {1, 2, 3}, disk.read(FILE));
        assertEquals(List.of("file"), disk.list(FILE.getParent()));
    }

    @Test
    void aFullDiskStaysFullUntilRoomIsMade() throws IOException {
        HostileDisk disk = null;
        for (long seed = 1; disk == null || disk.failure() == null; seed++) {
            disk = disk(seed, EnumSet.of(Fault.DISK_FULL));
            disk.replace(FILE, ByteBuffer.wrap(new byte[] {1}));
            Disk.OpenFile file = disk.open(FILE);
            try {
                for (int i = 0; i < 5_000; i++) {
                    file.append(ByteBuffer.wrap(new byte[] {2}));
                }
            } catch (IOException full) {
                assertEquals("No space left on device", full.getMessage());
            }
        }
        HostileDisk full = disk;
        assertThrows(IOException.class, () -> full.open(FILE).append(ByteBuffer.wrap(new byte[] {2})));
        full.mended();
        full.open(FILE).force();
    }

    private static HostileDisk disk(long seed, Set<Fault> faults) {
        Storm storm = new Storm(seed, new Coverage(), faults);
        storm.calm(false);
        return new HostileDisk(storm);
    }

    private static byte[] bytes(Rng rng, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (1 + rng.nextInt(255));
        }
        return bytes;
    }
}
