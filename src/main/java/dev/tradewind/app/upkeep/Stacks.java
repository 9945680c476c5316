package dev.tradewind.app.upkeep;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;

/** Stacks as text: an exception's, and those of all threads. */
final class Stacks {

    private Stacks() {}

    static String of(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    /** {@return what every platform thread does now} */
    static String ofAllThreads() {
        StringBuilder out = new StringBuilder();
        for (ThreadInfo thread : ManagementFactory.getThreadMXBean().dumpAllThreads(true, true)) {
            out.append('"').append(thread.getThreadName()).append("\" ").append(thread.getThreadState());
            out.append(thread.isDaemon() ? " daemon" : "").append('\n');
            LockInfo waited = thread.getLockInfo();
            if (waited != null) {
                out.append("    waits for ").append(waited.getClassName());
                out.append(thread.getLockOwnerName() == null ? "" : ", held by \"" + thread.getLockOwnerName() + '"');
                out.append('\n');
            }
            for (StackTraceElement frame : thread.getStackTrace()) {
                out.append("    at ").append(frame).append('\n');
            }
            out.append('\n');
        }
        return out.toString();
    }
}
