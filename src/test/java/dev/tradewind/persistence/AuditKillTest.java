package dev.tradewind.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.domain.Progress;
import dev.tradewind.kernel.Rng;
import dev.tradewind.kernel.SystemClock;
import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process with SIGKILL while it records, again and again: nothing it was told to be recorded is lost. */
class AuditKillTest {

    private static final long SEED = 4_711;
    private static final int KILLS = 4;

    @Test
    void nothingThatRecordReturnedForIsLost(@TempDir Path home) throws Exception {
        Rng rng = new Rng(SEED);
        List<String> told = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            told.addAll(run(home, kill, 20 + rng.nextInt(300)));
            List<String> kept = new ArrayList<>();
            AuditReader.Found found =
                    AuditReader.of(home).check((row, head) -> kept.add(row.entry().subject()), Progress.NONE);
            String about = "seed " + SEED + ", kill " + kill + ": " + found.message();
            assertThat(found.whole()).as(about).isTrue();
            assertThat(kept).as(about).containsAll(told);
            // of what was under way when it died, a row for each thread may be there too
            assertThat(kept.size()).as(about).isBetween(told.size() + 1, told.size() + 1 + 2 * (kill + 1));
        }
    }

    /** {@return what the child said was recorded before it was killed} */
    private static List<String> run(Path home, int kill, int lines) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                        AuditKillTest.class.getName(), home.toString(), Integer.toString(kill))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> told = new ArrayList<>();
        try (BufferedReader out = child.inputReader()) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                told.add(line);
                if (told.size() == lines) {
                    child.destroyForcibly();
                }
            }
        } catch (IOException e) {
            // the pipe broke with the child
        } finally {
            child.destroyForcibly();
            child.waitFor();
        }
        assertThat(told).hasSizeGreaterThanOrEqualTo(lines);
        // the last line may have been cut by the kill
        return told.stream().filter(line -> line.endsWith(".")).toList();
    }

    /** The child: two threads record without end, and say each row once it is recorded. */
    public static void main(String[] args) {
        AuditLog log = AuditLog.open(
                Path.of(args[0]), new SystemClock(), () -> AuditEntry.of(Actor.PROGRAM, "trail.began", "sessions "));
        for (int thread = 0; thread < 2; thread++) {
            String who = args[1] + " " + thread + " ";
            Thread.ofPlatform().start(() -> {
                for (long i = 0; i < Long.MAX_VALUE; i++) {
                    String subject = who + i + ".";
                    log.record(AuditEntry.of(Actor.USER, "settings.look", subject));
                    System.out.println(subject);
                }
            });
        }
    }
}
