package dev.tradewind.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/** The program's log in its data folder: from INFO up, at most four files of 5 MB. */
public final class LogFile {

    private static final long MAX_BYTES = 5L * 1024 * 1024;
    private static final int OLD_FILES = 3;

    /** Makes each of its files readable by its owner alone before it writes to it. */
    private static final class OwnerOnlyAppender extends RollingFileAppender<ILoggingEvent> {

        private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

        @Override
        public void openFile(String name) throws IOException {
            Path path = Path.of(name);
            if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                if (Files.exists(path)) {
                    Files.setPosixFilePermissions(path, OWNER_ONLY);
                } else {
                    Files.createFile(path, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
                }
            }
            super.openFile(name);
        }
    }

    private LogFile() {}

    /** Starts to log to a file, beside what goes to the error stream. Trouble with the file never stops the program. */
    public static void start(Path file) {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (!(factory instanceof LoggerContext context)) {
            return;
        }
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z', UTC} %-5level [%thread] %logger{0} %msg%n");
        encoder.start();
        RollingFileAppender<ILoggingEvent> appender = new OwnerOnlyAppender();
        appender.setContext(context);
        appender.setFile(file.toString());
        FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(appender);
        rolling.setFileNamePattern(file + ".%i");
        rolling.setMinIndex(1);
        rolling.setMaxIndex(OLD_FILES);
        rolling.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(new FileSize(MAX_BYTES));
        size.start();
        appender.setEncoder(encoder);
        appender.setRollingPolicy(rolling);
        appender.setTriggeringPolicy(size);
        appender.start();
        context.getLogger("dev.tradewind").setLevel(Level.INFO);
        context.getLogger("dev.tradewind").addAppender(appender);
    }
}
