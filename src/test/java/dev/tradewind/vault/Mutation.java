package dev.tradewind.vault;

import dev.tradewind.kernel.Rng;
import java.util.Arrays;

/** What faults and people do to files. */
final class Mutation {

    private Mutation() {}

    static byte[] of(byte[] whole, Rng rng) {
        byte[] bytes = whole.clone();
        for (int times = 1 + rng.nextInt(3); times > 0; times--) {
            bytes = once(bytes, rng);
        }
        return bytes;
    }

    private static byte[] once(byte[] bytes, Rng rng) {
        if (bytes.length == 0) {
            return new byte[] {(byte) rng.nextLong()};
        }
        int at = rng.nextInt(bytes.length);
        int length = 1 + rng.nextInt(Math.min(64, bytes.length - at));
        switch (rng.nextInt(7)) {
            case 0 -> bytes[at] ^= (byte) (1 << rng.nextInt(8));
            case 1 -> Arrays.fill(bytes, at, at + length, (byte) (rng.nextInt(2) == 0 ? 0 : 0xff));
            case 2 -> {
                for (int i = at; i < at + length; i++) {
                    bytes[i] = (byte) rng.nextLong();
                }
            }
            case 3 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 4 -> {
                return Arrays.copyOf(bytes, bytes.length + length);
            }
            case 5 -> {
                byte[] shorter = Arrays.copyOf(bytes, bytes.length - length);
                System.arraycopy(bytes, at + length, shorter, at, bytes.length - at - length);
                return shorter;
            }
            default -> System.arraycopy(bytes, at, bytes, rng.nextInt(bytes.length - length + 1), length);
        }
        return bytes;
    }
}
