package dev.tradewind.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dump of a whole heap, dead objects included, holds neither passphrase nor keys nor secrets. */
class HeapDumpTest {

    @TempDir
    Path folder;

    @Test
    void holdsNoSecret() throws Exception {
        Path output = folder.resolve("output");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                        HeapProbe.class.getName(), folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(child.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).as(Files.readString(output)).isZero();

        for (String name : new String[] {"open.hprof", "sealed.hprof"}) {
            byte[] dump = Files.readAllBytes(folder.resolve(name));
            assertThat(holds(dump, HeapProbe.pattern(HeapProbe.DECOY, 32))).as("the search finds what is there").isTrue();
            sought().forEach((what, bytes) -> assertThat(holds(dump, bytes)).as(what + " in " + name).isFalse());
        }
        for (String name : new String[] {"vault", "vault.tries"}) {
            byte[] file = Files.readAllBytes(folder.resolve(name));
            sought().forEach((what, bytes) -> assertThat(holds(file, bytes)).as(what + " in " + name).isFalse());
        }
    }

    private static Map<String, byte[]> sought() {
        Map<String, byte[]> sought = new LinkedHashMap<>();
        byte[] passphrase = HeapProbe.pattern(HeapProbe.PASSPHRASE, 32);
        sought.put("the passphrase", passphrase);
        sought.put("the passphrase as characters", wide(passphrase));
        sought.put("the shared secret", HeapProbe.pattern(HeapProbe.SECRET, 64));
        sought.put("the pair's private half", HeapProbe.pattern(HeapProbe.SEED, 32));
        sought.put("the data key", HeapProbe.pattern(HeapProbe.KEY_DRAW, 32));
        sought.put("the pasted private half", HeapProbe.pattern(HeapProbe.PASTED_SEED, 32));
        sought.put("the pasted text", HeapProbe.pastedKey());
        sought.put("the pasted characters", wide(HeapProbe.pastedKey()));
        DataKey key = new DataKey(
                Secret.of(HeapProbe.pattern(HeapProbe.KEY_DRAW, 32)), HeapProbe.pattern(HeapProbe.ID_DRAW, 16));
        sought.put("the key of the secrets", key.secrets().lend(byte[]::clone));
        sought.put("the key of the backup key", key.backup().lend(byte[]::clone));
        return sought;
    }

    private static byte[] wide(byte[] text) {
        byte[] wide = new byte[2 * text.length];
        for (int i = 0; i < text.length; i++) {
            wide[2 * i + 1] = text[i];
        }
        return wide;
    }

    private static boolean holds(byte[] dump, byte[] sought) {
        for (int at = 0; at + sought.length <= dump.length; at++) {
            int same = 0;
            while (same < sought.length && dump[at + same] == sought[same]) {
                same++;
            }
            if (same == sought.length) {
                return true;
            }
        }
        return false;
    }
}
