package dev.tradewind.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.Progress;
import dev.tradewind.kernel.Rng;
import dev.tradewind.persistence.AuditReader;
import dev.tradewind.persistence.TrailCheck;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
        PaperFixture.start(undisturbed, PaperFixture.dca(market, 1, "5000"));
        PaperFixture.playTo(undisturbed, market, undisturbed.replay().position().toNanos());
        undisturbed.close();
        String expected = Long.toHexString(undisturbed.runHash());

        Rng rng = new Rng(SEED);
        Path session = folder.resolve("killed").resolve("sessions").resolve("1");
        List<Long> restarts = new ArrayList<>();
        int share = (int) (market.feed().total() / (KILLS + 1));
        for (int kill = 0; kill < KILLS; kill++) {
            run(session, kill * share + 1 + rng.nextInt(share), true, restarts);
            assertTied(folder.resolve("killed"), kill);
        }
        String last = run(session, 0, false, restarts);

        assertTied(folder.resolve("killed"), KILLS);
        System.out.println("seed " + SEED + ": killed " + KILLS + " times, restarted at events " + restarts);
        assertEquals("done " + expected, last, "seed " + SEED + ", restarts at " + restarts);
        assertEquals(
                KILLS + 1, restarts.stream().distinct().count(), "two kills fell into the same place: " + restarts);
    }

    /** The audit trail and the journal fit whenever the process dies, and each start was recorded before it took effect. */
    private static void assertTied(Path home, int kill) {
        TrailCheck.Result tied = TrailCheck.run(home, Progress.NONE);
        assertTrue(tied.sound(), "kill " + kill + " of seed " + SEED + ": " + tied.findings());
        List<String> starts = new ArrayList<>();
        AuditReader.of(home).check((row, head) -> starts.add(row.entry().action()), Progress.NONE);
        assertEquals(1, starts.stream().filter("session.began"::equals).count());
        assertEquals(Math.min(kill, KILLS), starts.stream().filter("session.resumed"::equals).count());
    }

    /**
     * Runs the child, and kills it while it plays on from {@code event}, or lets it end.
     *
     * @return the last line it printed
     */
    private static String run(Path session, long event, boolean kill, List<Long> restarts) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashChild.class.getName(),
                        session.toString(),
                        Long.toString(event))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = child.inputReader()) {
            String open = out.readLine();
            assertTrue(open != null && open.startsWith("open "), "the child said: " + open);
            restarts.add(Long.parseLong(open.substring(5)));
            assertEquals("reached", out.readLine());
            if (kill) {
                child.destroyForcibly();
            }
            return lastLine(out, open);
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
