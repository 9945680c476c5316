package dev.tradewind.monitor;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.RuntimeMXBean;
import java.util.Locale;

/** What is true of the process: memory, garbage collection, threads, how long it has run, its log. */
public final class ProcessGauges {

    private static final double MILLIS_PER_SECOND = 1_000;

    private ProcessGauges() {}

    /** Registers them. */
    public static void register(Metrics metrics, String version, LogRing log) {
        RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
        metrics.gauge("tradewind_build_info", "Always 1; the program's version.", "version", version, () -> 1);
        metrics.gauge(
                "process_start_time_seconds", "When the process started, in seconds since 1970.",
                () -> runtime.getStartTime() / MILLIS_PER_SECOND);
        metrics.gauge(
                "process_uptime_seconds", "How long the process has run.", () -> runtime.getUptime() / MILLIS_PER_SECOND);
        memory(metrics);
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            metrics.counter(
                    "jvm_gc_collections_total", "Collections of garbage.", "gc", collector.getName(),
                    collector::getCollectionCount);
            metrics.sum(
                    "jvm_gc_collection_seconds_total", "Time spent collecting garbage.", "gc", collector.getName(),
                    () -> collector.getCollectionTime() / MILLIS_PER_SECOND);
        }
        metrics.gauge(
                "jvm_threads_current", "Platform threads.", () -> ManagementFactory.getThreadMXBean().getThreadCount());
        for (Severity severity : Severity.values()) {
            metrics.counter(
                    "tradewind_log_lines_total", "Lines logged, by severity.", "level",
                    severity.name().toLowerCase(Locale.ROOT), () -> log.count(severity));
        }
    }

    private static void memory(Metrics metrics) {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        String used = "Memory in use.";
        metrics.gauge(
                "jvm_memory_used_bytes", used, "area", "heap", () -> memory.getHeapMemoryUsage().getUsed());
        metrics.gauge(
                "jvm_memory_used_bytes", used, "area", "nonheap", () -> memory.getNonHeapMemoryUsage().getUsed());
        metrics.gauge(
                "jvm_memory_committed_bytes", "Heap the system has given.", "area", "heap",
                () -> memory.getHeapMemoryUsage().getCommitted());
        metrics.gauge(
                "jvm_memory_max_bytes", "The most the heap may grow to.", "area", "heap",
                () -> memory.getHeapMemoryUsage().getMax());
    }
}
