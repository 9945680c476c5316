package dev.tradewind.bench;

import dev.tradewind.app.BackupShelf;
import dev.tradewind.app.archive.BackupDesk;
import dev.tradewind.app.archive.BackupDesk.BackupCheck;
import dev.tradewind.app.archive.BackupDesk.BackupPlan;
import dev.tradewind.app.archive.BackupDesk.BackupRow;
import dev.tradewind.app.archive.BackupDesk.Every;
import dev.tradewind.app.archive.BackupDesk.Unlock;
import dev.tradewind.persistence.SystemDisk;
import dev.tradewind.persistence.VaultFile;
import dev.tradewind.vault.KdfCost;
import dev.tradewind.vault.Opening;
import dev.tradewind.vault.Vault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Seconds that a backup of a data folder of 2 GB takes, as {@code tradewind backup create} makes it, encrypted, while a paper
 * session in that folder sends 250 orders a second; and in turns the same files copied one after the other and forced. The gate
 * demands that the 99th percentile of an order's latency during backups is no more than twice that of the pauses between them,
 * and that the last backup is sound to its last row. In the folder for temporary files, which should lie on the disk the data
 * folder lies on.
 */
final class BackupBenchmark implements Benchmark {

    private static final String PEER = "its files copied and forced";
    private static final double GOAL_SECONDS = 60;
    private static final int RUNS = 5;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long PAUSE_MILLIS = 6_000;
    private static final int COPY_BYTES = 1 << 20;
    private static final double MOST_SLOWER = 2;
    private static final String PASSPHRASE = "only for the benchmark's folder";

    private final long bytes;
    private String verdict = BenchResult.OK;
    private double usualMillis;
    private double busyMillis;

    BackupBenchmark(long bytes) {
        this.bytes = bytes;
    }

    @Override
    public String name() {
        return "backup.2g";
    }

    @Override
    public String unit() {
        return "s";
    }

    @Override
    public OptionalDouble goal() {
        return OptionalDouble.of(GOAL_SECONDS);
    }

    @Override
    public BenchResult run() throws Exception {
        Path all = Files.createTempDirectory("tradewind-backup");
        try {
            Path folder = Files.createDirectory(all.resolve("data"));
            LargeFolder.make(folder, bytes);
            Vault.create(
                            new VaultFile(new SystemDisk(), folder), InstantSource.system(),
                            Opening.Factors.of(PASSPHRASE.toCharArray()), "", KdfCost.LEAST)
                    .close();
            Repeated.Pair seconds = measured(all, folder);
            return BenchResult.of(seconds.work())
                    .beside(PEER + String.format(
                            Locale.ROOT, " (p99 of an order %.2f ms during backups, %.2f ms usually)", busyMillis, usualMillis),
                            seconds.peer())
                    .judged(verdict);
        } finally {
            ImportBenchmark.delete(all);
        }
    }

    private Repeated.Pair measured(Path all, Path folder) throws Exception {
        try (BackupShelf shelf = BackupShelf.open(Optional.of(folder), true);
                OrderPace pace = new OrderPace(folder.resolve("sessions").resolve("1"))) {
            BackupDesk desk = shelf.desk();
            desk.plan(new BackupPlan(all.resolve("backups"), Every.NEVER, 1));
            Latencies latencies = new Latencies(pace);
            Repeated.Pair seconds = Repeated.inTurns(1, RUNS, () -> latencies.during(() -> backedUp(desk)), () -> {
                double copied = copied(folder, Files.createTempDirectory(all, "copy"));
                latencies.pause();
                return copied;
            });
            usualMillis = latencies.usual();
            busyMillis = latencies.busy();
            judge(desk, pace);
            return seconds;
        }
    }

    private static double backedUp(BackupDesk desk) throws Exception {
        long began = System.nanoTime();
        desk.create().await();
        return (System.nanoTime() - began) / NANOS_PER_SECOND;
    }

    private void judge(BackupDesk desk, OrderPace pace) throws Exception {
        BackupRow newest = desk.list().getFirst();
        BackupCheck check = desk.verify(
                        newest.file(), Optional.of(new Unlock(PASSPHRASE.toCharArray(), Optional.empty(), false)))
                .await();
        if (!check.sound()) {
            verdict = "the backup is not sound: " + String.join("; ", check.findings());
        } else if (!newest.encrypted()) {
            verdict = "the backup is not encrypted";
        } else if (!pace.trouble().isEmpty()) {
            verdict = "the session ended: " + pace.trouble();
        } else if (busyMillis > MOST_SLOWER * usualMillis) {
            verdict = String.format(
                    Locale.ROOT, "p99 of an order is %.2f ms during backups, %.2f ms usually", busyMillis, usualMillis);
        }
    }

    /** Which orders were sent while a backup was made, and which while nothing was. */
    private static final class Latencies {

        private final OrderPace pace;
        private final List<int[]> busy = new ArrayList<>();
        private final List<int[]> usual = new ArrayList<>();

        Latencies(OrderPace pace) {
            this.pace = pace;
        }

        double during(Repeated.Work work) throws Exception {
            int from = pace.orders();
            double figure = work.run();
            busy.add(new int[] {from, pace.orders()});
            return figure;
        }

        void pause() throws InterruptedException {
            int from = pace.orders();
            Thread.sleep(PAUSE_MILLIS);
            usual.add(new int[] {from, pace.orders()});
        }

        double busy() {
            return median(busy);
        }

        double usual() {
            return median(usual);
        }

        private double median(List<int[]> spans) {
            return Repeated.middle(spans.stream().mapToDouble(span -> pace.p99Millis(span[0], span[1])).toArray());
        }
    }

    private static double copied(Path folder, Path target) throws IOException {
        long began = System.nanoTime();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        ByteBuffer buffer = ByteBuffer.allocateDirect(COPY_BYTES);
        int number = 0;
        for (Path file : files) {
            Path copy = target.resolve(Integer.toString(number++));
            try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ);
                    FileChannel out = FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                while (in.read(buffer.clear()) >= 0) {
                    buffer.flip();
                    while (buffer.hasRemaining()) {
                        out.write(buffer);
                    }
                }
                out.force(true);
            }
        }
        double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
        ImportBenchmark.delete(target);
        return seconds;
    }
}
