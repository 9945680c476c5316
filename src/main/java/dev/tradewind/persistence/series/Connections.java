package dev.tradewind.persistence.series;

import dev.tradewind.marketdata.StoreException;
import java.sql.Connection;
import java.sql.SQLException;

/** The database, as far as the store needs it. */
public interface Connections {

    /**
     * {@return a connection of the caller's own, to be closed by it}
     *
     * @throws SQLException if the database cannot be opened
     */
    Connection open() throws SQLException;

    /** {@return whether they only read, so that nothing can be kept} */
    boolean onlyReads();

    /** {@return trouble with the database in words for people} */
    StoreException trouble(Exception cause);
}
