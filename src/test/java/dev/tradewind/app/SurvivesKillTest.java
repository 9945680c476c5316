package dev.tradewind.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.kernel.Rng;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a real process with SIGKILL at seeded moments in the middle of deals and starts it again, over and over: what it does
 * in the end is, to the last bit, what it would have done undisturbed. So no order was lost, doubled or forgotten, and the
 * market went on after the last journalled event.
 */
class SurvivesKillTest {

    private static final int KILLS = 20;
    private static final long SEED = 20131125;

    @Test
    void twentyKillsChangeNothing(@TempDir Path folder) throws Exception {
        LoadedMarket market = PaperFixture.sample("bitstamp-btcusd");
        PaperSession undisturbed =
                PaperSession.begin(PaperFixture.plan(market), market, folder.resolve("undisturbed"));
        undisturbed.send(PaperFixture.dca(market, 1, "5000"));
        PaperFixture.playTo(undisturbed, market, undisturbed.replay().position().toNanos());
        undisturbed.close();
        String expected = Long.toHexString(undisturbed.runHash());

        Rng rng = new Rng(SEED);
        Path session = folder.resolve("killed");
        List<Long> places = new ArrayList<>();
        String last = "";
        for (int kill = 0; kill < KILLS; kill++) {
            last = run(session, 1 + rng.nextInt(60), places);
        }
        if (!last.startsWith("done")) {
            last = run(session, -1, places);
        }

        System.out.println("seed " + SEED + ": killed " + KILLS + " times, restarted at events " + places);
        assertEquals("done " + expected, last, "seed " + SEED + ", restarts at " + places);
        assertTrue(
                places.stream().distinct().count() > KILLS / 2, "the kills did not fall into different places: " + places);
    }

    /** Runs the child and kills it some time after it opened, or never. {@return the last line it printed} */
    private static String run(Path session, int killAfterMillis, List<Long> places) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashChild.class.getName(),
                        session.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = child.inputReader()) {
            String line = out.readLine();
            assertTrue(line != null && line.startsWith("open "), "the child said: " + line);
            places.add(Long.parseLong(line.substring(5)));
            if (killAfterMillis < 0 || !child.waitFor(killAfterMillis, TimeUnit.MILLISECONDS)) {
                if (killAfterMillis >= 0) {
                    child.destroyForcibly();
                }
            }
            return lastLine(out, line);
        } finally {
            child.destroyForcibly();
            child.waitFor();
        }
    }

    private static String lastLine(BufferedReader out, String first) {
        String last = first;
        try {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                last = line;
            }
        } catch (IOException e) {
            // the pipe broke with the child
        }
        return last;
    }
}
