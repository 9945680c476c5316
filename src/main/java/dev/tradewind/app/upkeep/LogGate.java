package dev.tradewind.app.upkeep;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import dev.tradewind.monitor.LogLine;
import dev.tradewind.monitor.LogRing;
import dev.tradewind.monitor.Severity;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The one appender of the log: makes a {@link LogLine} of each event, which takes secrets out, and hands that on. The newest
 * lines stay in memory; warnings go to the terminal; lines from the chosen severity on go to the file.
 */
final class LogGate extends AppenderBase<ILoggingEvent> {

    private static final String NAME = "gate";
    private static final String OURS = "dev.tradewind";
    private static final int KEPT_LINES = 1_000;

    private final LogRing ring = new LogRing(KEPT_LINES);
    private final LoggerContext context;
    private final Consumer<String> terminal;
    private volatile Severity least = Severity.INFO;
    private volatile @Nullable LogFile file;

    private LogGate(LoggerContext context, Consumer<String> terminal) {
        this.context = context;
        this.terminal = terminal;
        setContext(context);
        setName(NAME);
    }

    /** Makes it the only appender there is. */
    static LogGate install(LoggerContext context, Consumer<String> terminal) {
        context.getLogger(Logger.ROOT_LOGGER_NAME).detachAndStopAllAppenders();
        LogGate gate = new LogGate(context, terminal);
        gate.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(gate);
        gate.takeFrom(Severity.INFO);
        return gate;
    }

    /** {@return the log of this process} */
    static LogGate ofProcess() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
                && context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(NAME) instanceof LogGate gate) {
            return gate;
        }
        throw new IllegalStateException("the log was set up by something else than " + LogSetup.class.getName());
    }

    /** The file takes lines from that severity on; what goes to the terminal stays as it is. */
    void takeFrom(Severity severity) {
        least = severity;
        Level ours = severity == Severity.DEBUG ? Level.DEBUG : severity == Severity.INFO ? Level.INFO : Level.WARN;
        context.getLogger(OURS).setLevel(ours);
        // the libraries' details are many and help nobody here
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(ours == Level.DEBUG ? Level.INFO : ours);
    }

    /** {@return from which severity on the file takes lines} */
    Severity least() {
        return least;
    }

    /** Lines go to that file too, from now on; to none if it is null. */
    void writeTo(@Nullable LogFile target) {
        file = target;
    }

    /** {@return the newest lines, and how many there were} */
    LogRing ring() {
        return ring;
    }

    @Override
    protected void append(ILoggingEvent event) {
        LogLine line = lineOf(event);
        ring.add(line);
        if (line.severity().passes(Severity.WARN)) {
            terminal.accept(TerminalLine.of(line));
        }
        LogFile target = file;
        if (target != null && line.severity().passes(least)) {
            target.write(line);
        }
    }

    private static LogLine lineOf(ILoggingEvent event) {
        Instant time = event.getInstant() == null ? Instant.ofEpochMilli(event.getTimeStamp()) : event.getInstant();
        IThrowableProxy thrown = event.getThrowableProxy();
        return new LogLine(
                time,
                severityOf(event.getLevel()),
                event.getLoggerName(),
                event.getThreadName(),
                String.valueOf(event.getFormattedMessage()),
                thrown == null ? "" : ThrowableProxyUtil.asString(thrown));
    }

    private static Severity severityOf(Level level) {
        if (level.isGreaterOrEqual(Level.ERROR)) {
            return Severity.ERROR;
        }
        if (level.isGreaterOrEqual(Level.WARN)) {
            return Severity.WARN;
        }
        return level.isGreaterOrEqual(Level.INFO) ? Severity.INFO : Severity.DEBUG;
    }
}
