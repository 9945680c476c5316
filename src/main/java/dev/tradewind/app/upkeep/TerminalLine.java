package dev.tradewind.app.upkeep;

import ch.qos.logback.classic.pattern.TargetLengthBasedClassNameAbbreviator;
import dev.tradewind.monitor.LogLine;
import java.time.LocalTime;
import java.time.ZoneId;

/** A log line as a person reads it in a terminal: one line, the time of the day here, no stack. */
final class TerminalLine {

    private static final int LOGGER_WIDTH = 24;

    private TerminalLine() {}

    static String of(LogLine line) {
        LocalTime time = line.time().atZone(ZoneId.systemDefault()).toLocalTime();
        return String.format(
                "%02d:%02d:%02d.%03d %-5s %s - %s",
                time.getHour(), time.getMinute(), time.getSecond(), time.getNano() / 1_000_000, line.severity(),
                new TargetLengthBasedClassNameAbbreviator(LOGGER_WIDTH).abbreviate(line.logger()),
                // nothing that was logged can move the cursor or begin a line of its own
                line.message().replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cntrl}", "?"));
    }
}
