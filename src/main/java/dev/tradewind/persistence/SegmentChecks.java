package dev.tradewind.persistence;

import dev.tradewind.kernel.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Checks the files of a journal: those of a small one on the caller's thread, those of a large one on all cores. */
final class SegmentChecks {

    /** A journal shorter than this is not worth a thread. */
    private static final long LARGE_BYTES = 32L << 20;

    private SegmentChecks() {}

    /** {@return files 1 to {@code files}, in this order} */
    static List<SegmentCheck.Segment> all(Disk disk, Path folder, int files, long[] marks) throws IOException {
        int workers = Math.min(files, Runtime.getRuntime().availableProcessors());
        if (workers > 1 && size(disk, folder, files) >= LARGE_BYTES) {
            return atOnce(disk, folder, files, marks, workers);
        }
        SegmentCheck check = new SegmentCheck(disk, folder, marks);
        List<SegmentCheck.Segment> segments = new ArrayList<>();
        for (int number = 1; number <= files; number++) {
            segments.add(check.check(number));
        }
        return segments;
    }

    private static long size(Disk disk, Path folder, int files) throws IOException {
        long bytes = 0;
        for (int number = 1; number <= files; number++) {
            Path file = SegmentFiles.file(folder, number, SegmentFiles.JOURNAL_SUFFIX);
            bytes += disk.isFile(file) ? disk.size(file) : 0;
        }
        return bytes;
    }

    private static List<SegmentCheck.Segment> atOnce(Disk disk, Path folder, int files, long[] marks, int workers)
            throws IOException {
        SegmentCheck.Segment[] segments = new SegmentCheck.Segment[files];
        AtomicInteger next = new AtomicInteger(1);
        try (ExecutorService pool = Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().name("journal-check-", 1).daemon().factory())) {
            List<Future<?>> running = new ArrayList<>();
            for (int worker = 0; worker < workers; worker++) {
                running.add(pool.submit(() -> {
                    SegmentCheck check = new SegmentCheck(disk, folder, marks);
                    for (int number = next.getAndIncrement(); number <= files; number = next.getAndIncrement()) {
                        segments[number - 1] = check.check(number);
                    }
                    return null;
                }));
            }
            for (Future<?> worker : running) {
                await(worker);
            }
        }
        return List.of(segments);
    }

    private static void await(Future<?> worker) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    worker.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause
                    ? cause
                    : new IOException("the journal could not be checked", e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
