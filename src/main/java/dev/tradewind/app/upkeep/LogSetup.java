package dev.tradewind.app.upkeep;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * Sets the log up: everything goes through a {@link LogGate}, which sends warnings to the terminal, a line each, and all to
 * the file it is given. Logback finds this class by {@code META-INF/services} and asks nobody else: a configuration of
 * somebody's own would get lines before secrets are taken out of them. In code, not in XML: reading that takes a tenth of the
 * time to the first window.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogSetup extends ContextAwareBase implements Configurator {

    /** Made by Logback. */
    public LogSetup() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        // the libraries' own progress is of no interest to a user
        context.getLogger("org.flywaydb").setLevel(Level.WARN);
        context.getLogger("org.jooq").setLevel(Level.WARN);
        LogGate.install(context, line -> System.err.println(line));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
