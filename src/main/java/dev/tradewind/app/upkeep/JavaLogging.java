package dev.tradewind.app.upkeep;

import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Takes what libraries, JavaFX among them, say through {@code java.util.logging} into our log instead of the terminal. */
public final class JavaLogging {

    private JavaLogging() {}

    /** Hands a record on. */
    private static final class Bridge extends Handler {

        @Override
        public void publish(LogRecord record) {
            if (!isLoggable(record)) {
                return;
            }
            String name = record.getLoggerName() == null ? "java" : record.getLoggerName();
            LoggingEventBuilder event = LoggerFactory.getLogger(name).atLevel(levelOf(record.getLevel()));
            if (record.getThrown() != null) {
                event = event.setCause(record.getThrown());
            }
            event.log(new SimpleFormatter().formatMessage(record));
        }

        private static org.slf4j.event.Level levelOf(Level level) {
            if (level.intValue() >= Level.SEVERE.intValue()) {
                return org.slf4j.event.Level.ERROR;
            }
            if (level.intValue() >= Level.WARNING.intValue()) {
                return org.slf4j.event.Level.WARN;
            }
            return level.intValue() >= Level.INFO.intValue() ? org.slf4j.event.Level.INFO : org.slf4j.event.Level.DEBUG;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /** From now on, and for the whole process; a second call changes nothing. */
    public static void redirect() {
        Logger root = LogManager.getLogManager().getLogger("");
        if (root == null) {
            return;
        }
        boolean bridged = false;
        for (Handler handler : root.getHandlers()) {
            if (handler instanceof ConsoleHandler) {
                root.removeHandler(handler);
            }
            bridged |= handler instanceof Bridge;
        }
        if (!bridged) {
            root.addHandler(new Bridge());
        }
    }
}
