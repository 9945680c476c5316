package dev.tradewind.smoke;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * The run that every form of the program has to pass, whatever starts it: the terminal without a display trades the
 * sample in a new data folder, is ended, goes on, and journal and backtest say what they ought to. A single file that
 * needs the JDK alone, so that the build can play it as a program too.
 */
public final class SmokeRun {

    private static final String OPEN = "The Trade screen is open.";
    private static final Pattern TRADING = Pattern.compile(".* \\| bots 1 of 1 \\| .* \\| fills [1-9]\\d* \\| .*");
    private static final String SAVED = "Stopped; everything is saved.";
    private static final String GOES_ON = "Going on with the last session.";
    private static final String INTACT = "Journal intact: ";
    private static final Pattern README_HASH =
            Pattern.compile("(?m)^Hash {2,}(\\p{XDigit}{16} over [\\d,]+ journal rows)$");
    private static final String SAMPLE = "sample-data/bitstamp-btcusd-2013-11-trades.csv.gz";
    private static final int FEWEST_COLOURS = 50;
    private static final long PATIENCE_SECONDS = 120;

    private final Path project;
    private final Path scratch;
    private final List<String> launcher;
    private final Consumer<Process> started;

    /**
     * @param project  the project's folder, with the README whose figure a backtest has to give and the sample data
     * @param scratch  an empty folder; the data folder is made in it
     * @param launcher what starts the program, without its arguments
     * @param started  told of each process once it runs
     */
    public SmokeRun(Path project, Path scratch, List<String> launcher, Consumer<Process> started) {
        this.project = project.toAbsolutePath();
        this.scratch = scratch.toAbsolutePath();
        this.launcher = List.copyOf(launcher);
        this.started = started;
    }

    /**
     * Plays the run as a program.
     *
     * @param arguments project folder, scratch folder, then what starts the program
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> launcher = new ArrayList<>(List.of(arguments).subList(2, arguments.length));
        launcher.set(0, Path.of(launcher.getFirst()).toAbsolutePath().toString());
        long began = System.nanoTime();
        Path scratch = Path.of(arguments[1]);
        Files.createDirectories(scratch.getParent());
        SmokeRun run = new SmokeRun(
                Path.of(arguments[0]),
                Files.createTempDirectory(scratch.getParent(), "smoke"),
                launcher,
                process -> {});
        run.trade(() -> {});
        run.goOn();
        run.verify();
        String hash = run.backtest();
        System.out.println(launcher.getFirst() + " passed its smoke run in "
                + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) 
                + " s: traded, was ended, went on; backtest " + hash);
    }

    /** {@return the data folder of the run} */
    public Path dataFolder() {
        return scratch.resolve("data");
    }

    /**
     * Opens the terminal on a new data folder, lets it trade, looks at its picture and ends it.
     *
     * @param whileOpen what to do before it is ended
     */
    public void trade(Runnable whileOpen) throws IOException, InterruptedException {
        try (Started terminal = terminal()) {
            terminal.await(OPEN::equals, OPEN);
            terminal.await(line -> TRADING.matcher(line).matches(), "a bot with a fill");
            checkPicture(dataFolder().resolve("trade.png"));
            whileOpen.run();
            end(terminal);
        }
    }

    /** Opens the terminal again: it goes on with the session where it was. */
    public void goOn() throws IOException, InterruptedException {
        try (Started terminal = terminal()) {
            terminal.await(line -> line.startsWith(GOES_ON), GOES_ON);
            terminal.await(OPEN::equals, OPEN);
            terminal.await(line -> TRADING.matcher(line).matches(), "a bot with a fill");
            end(terminal);
        }
    }

    /** Checks and plays back the session's journal. */
    public void verify() throws IOException, InterruptedException {
        require(command("journal", "verify", dataFolder().toString()), INTACT);
        require(command("journal", "replay", dataFolder().toString()), "every one came out as recorded");
    }

    /** {@return the hash of the README's backtest, the same as there} */
    public String backtest() throws IOException, InterruptedException {
        Matcher readme = README_HASH.matcher(Files.readString(project.resolve("README.md")));
        if (!readme.find()) {
            throw new AssertionError("the README shows no backtest with its hash");
        }
        require(
                command("backtest", "--bot", "dca", "--param", "takeProfit=2", "safetyOrders=4",
                        "--data", project.resolve(SAMPLE).toString(), "--slippage-bps", "1"),
                readme.group(1));
        return readme.group(1);
    }

    /** {@return what a command printed, having ended with 0} */
    public String command(String... arguments) throws IOException, InterruptedException {
        try (Started process = start(arguments)) {
            process.awaitEnd(0);
            return process.said();
        }
    }

    private Started terminal() throws IOException {
        return start("--data-dir", dataFolder().toString());
    }

    private static void end(Started terminal) throws InterruptedException {
        terminal.process.toHandle().destroy();
        terminal.awaitEnd(0);
        require(terminal.said(), SAVED);
    }

    private static void require(String said, String wanted) {
        if (!said.contains(wanted)) {
            throw new AssertionError("expected \"" + wanted + "\" but it said:\n" + said);
        }
    }

    /** A picture of a screen has many colours; one that was never drawn has one. */
    private static void checkPicture(Path file) throws IOException {
        BufferedImage picture = ImageIO.read(file.toFile());
        if (picture == null) {
            throw new AssertionError(file + " is no PNG");
        }
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                colours.add(picture.getRGB(x, y));
            }
        }
        if (colours.size() < FEWEST_COLOURS) {
            throw new AssertionError(file + " is empty: " + colours.size() + " colours");
        }
    }

    private Started start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(launcher);
        Collections.addAll(command, arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(scratch.toFile()).redirectErrorStream(true);
        builder.environment().remove("DISPLAY");
        builder.environment().put("XDG_DATA_HOME", scratch.resolve("home").toString());
        builder.environment().put("XDG_CACHE_HOME", scratch.resolve("cache").toString());
        Process process = builder.start();
        started.accept(process);
        return new Started(process);
    }

    /** A process with what it said so far. */
    private static final class Started implements AutoCloseable {

        private final Process process;
        private final List<String> lines = new ArrayList<>();
        private int read;
        private boolean ended;

        Started(Process process) {
            this.process = process;
            Thread.ofVirtual().start(this::listen);
        }

        private void listen() {
            try (var out = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    add(line);
                }
            } catch (IOException broken) {
                add("(its output broke off: " + broken.getMessage() + ")");
            } finally {
                end();
            }
        }

        private synchronized void add(String line) {
            lines.add(line);
            notifyAll();
        }

        private synchronized void end() {
            ended = true;
            notifyAll();
        }

        /** Waits for a line that has not been looked at yet. */
        synchronized void await(Predicate<String> wanted, String words) throws InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (true) {
                while (read < lines.size()) {
                    if (wanted.test(lines.get(read++))) {
                        return;
                    }
                }
                waitUntil(deadline, words);
            }
        }

        void awaitEnd(int status) throws InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            synchronized (this) {
                while (!ended) {
                    waitUntil(deadline, "the end");
                }
            }
            int actual = process.waitFor();
            if (actual != status) {
                throw new AssertionError("ended with " + actual + ", having said:\n" + said());
            }
        }

        private void waitUntil(long deadline, String words) throws InterruptedException {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (ended && !words.equals("the end") || left <= 0) {
                throw new AssertionError("waited for \"" + words + "\" but it said:\n" + said());
            }
            wait(left);
        }

        synchronized String said() {
            return String.join("\n", lines);
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
