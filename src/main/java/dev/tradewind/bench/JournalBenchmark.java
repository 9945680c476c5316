package dev.tradewind.bench;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.persistence.FileJournal;
import dev.tradewind.persistence.JournalCheck;
import dev.tradewind.persistence.JournalReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Order intents a second that the journal makes durable, so many to a commit, beside a bare file that is written as
 * much and forced as often. In the folder for temporary files, which should lie on the disk the data folder lies on.
 */
final class JournalBenchmark implements Benchmark {

    private static final int WARM_UPS = 1;
    private static final int RUNS = 5;
    private static final double NANOS_PER_SECOND = 1e9;

    /** All intents follow from one input, as a bot's do from one price. */
    private static final long INPUT = 1;

    /** How the session began, and that input. */
    private static final int ROWS_BEFORE = 2;

    private static final String IDENTITY = "bench";

    private final String name;
    private final double goal;
    private final int rowsPerCommit;
    private final int commits;

    JournalBenchmark(String name, double goal, int rowsPerCommit, int commits) {
        this.name = name;
        this.goal = goal;
        this.rowsPerCommit = rowsPerCommit;
        this.commits = commits;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String unit() {
        return "rows/s";
    }

    @Override
    public OptionalDouble goal() {
        return OptionalDouble.of(goal);
    }

    private long rows() {
        return (long) rowsPerCommit * commits;
    }

    @Override
    public BenchResult run() throws Exception {
        Path folder = Files.createTempDirectory("tradewind-bench");
        try {
            Turn turn = new Turn(folder);
            Repeated.Pair medians = Repeated.inTurns(WARM_UPS, RUNS, turn::journal, turn::bare);
            return BenchResult.of(medians.work()).beside("bare file, fdatasync", medians.peer()).judged(turn.verdict);
        } finally {
            delete(folder);
        }
    }

    /** The runs, each in files of its own. */
    private final class Turn {

        private final Path folder;
        private String verdict = BenchResult.OK;
        private long rowBytes;
        private int run;

        Turn(Path folder) {
            this.folder = folder;
        }

        double journal() throws IOException {
            Path session = folder.resolve("journal-" + ++run);
            double rate = JournalBenchmark.this.journal(session);
            rowBytes = size(session) / rows();
            String found = gate(session);
            verdict = verdict.equals(BenchResult.OK) ? found : verdict;
            return rate;
        }

        double bare() throws IOException {
            return JournalBenchmark.this.bare(folder.resolve("bare-" + run), rowBytes);
        }
    }

    private double journal(Path session) {
        OrderRequest request = new OrderRequest();
        try (FileJournal journal = FileJournal.create(session, IDENTITY, 0, Map.of())) {
            journal.command(INPUT, INPUT, new Command.CancelMine());
            journal.commit();
            long began = System.nanoTime();
            long id = 0;
            for (int commit = 0; commit < commits; commit++) {
                for (int row = 0; row < rowsPerCommit; row++) {
                    id++;
                    request.set(
                            id, 1, 0, Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 1_000 + id % 100,
                            3_000_000 + id % 1_000, 0, (int) (id % 10), 0);
                    journal.submitIntent(INPUT, INPUT, request);
                }
                journal.commit();
            }
            return rows() * NANOS_PER_SECOND / (System.nanoTime() - began);
        }
    }

    /** Every row must be there, and the chain unbroken. */
    private String gate(Path session) {
        JournalCheck check = JournalReader.check(session);
        return check instanceof JournalCheck.Intact intact && intact.rows() == rows() + ROWS_BEFORE
                ? BenchResult.OK
                : rows() + ROWS_BEFORE + " rows were written; " + check.message();
    }

    private double bare(Path file, long rowBytes) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocateDirect(Math.toIntExact(rowBytes * rowsPerCommit));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long began = System.nanoTime();
            for (int commit = 0; commit < commits; commit++) {
                bytes.clear();
                channel.write(bytes);
                channel.force(false);
            }
            return rows() * NANOS_PER_SECOND / (System.nanoTime() - began);
        }
    }

    private static long size(Path folder) throws IOException {
        long bytes = 0;
        for (Path file : files(folder)) {
            bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
        }
        return bytes;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        for (Path file : files(folder)) {
            Files.delete(file);
        }
    }
}
