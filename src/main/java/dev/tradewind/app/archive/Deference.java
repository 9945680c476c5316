package dev.tradewind.app.archive;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Lets every other thread go first. Linux otherwise lets a thread that computes finish its turn of some milliseconds while one
 * that has to send an order, and was just woken by the disk, waits on the same core.
 */
final class Deference {

    /** Of {@code sched.h}: run by this policy a thread gives way to any other at once, and still gets what nobody wants. */
    private static final int SCHED_IDLE = 5;

    private Deference() {}

    /** From now on the calling thread gives way; nothing happens where the system has no such thing. */
    static void begin() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return;
        }
        Linker linker = Linker.nativeLinker();
        linker.defaultLookup().find("sched_setscheduler").ifPresent(function -> {
            try (Arena arena = Arena.ofConfined()) {
                FunctionDescriptor form = FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
                MemorySegment priority = arena.allocateFrom(ValueLayout.JAVA_INT, 0);
                // 0 is the calling thread; a refusal leaves it as it was
                int refused = (int) linker.downcallHandle(function, form).invokeExact(0, SCHED_IDLE, priority);
                assert refused <= 0;
            } catch (Throwable e) {
                throw new IllegalStateException("a function of the system cannot be called", e);
            }
        });
    }
}
