package dev.tradewind.persistence;

import dev.tradewind.marketdata.StoreException;
import dev.tradewind.persistence.series.Connections;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Connections for the store of candles and trades. */
final class StoreConnections implements Connections {

    private final Path file;
    private final DataSource source;
    private final boolean onlyReads;

    /** @param onlyReads whether SQLite is told to refuse every change */
    StoreConnections(Path file, DataSource source, boolean onlyReads) {
        this.file = file;
        this.source = source;
        this.onlyReads = onlyReads;
    }

    @Override
    public Connection open() throws SQLException {
        Connection connection = source.getConnection();
        if (onlyReads) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("pragma query_only = 1");
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }
        return connection;
    }

    @Override
    public boolean onlyReads() {
        return onlyReads;
    }

    @Override
    public StoreException trouble(Exception cause) {
        return new StoreException(Database.trouble(file, cause).getMessage(), cause);
    }
}
