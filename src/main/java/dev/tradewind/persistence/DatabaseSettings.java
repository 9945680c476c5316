package dev.tradewind.persistence;

import static dev.tradewind.persistence.schema.Tables.SETTING;

import dev.tradewind.settings.LastUse;
import dev.tradewind.settings.LastUseStore;
import dev.tradewind.settings.PreferenceStore;
import dev.tradewind.settings.Preferences;
import dev.tradewind.settings.SettingTable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Preferences and the last use's choices as rows of the database. Safe on any thread. What cannot be read or written is
 * logged and costs only the setting.
 */
public final class DatabaseSettings implements PreferenceStore, LastUseStore, SettingTable {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseSettings.class);

    private final Path file;
    private final Connection connection;

    DatabaseSettings(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    @Override
    public Preferences load() {
        Map<String, String> values = values();
        Preferences standard = Preferences.DEFAULT;
        try {
            return new Preferences(
                    Boolean.parseBoolean(values.getOrDefault("look.light", Boolean.toString(standard.light()))),
                    Boolean.parseBoolean(
                            values.getOrDefault("look.colourBlind", Boolean.toString(standard.colourBlind()))),
                    Integer.parseInt(
                            values.getOrDefault("look.textPercent", Integer.toString(standard.textPercent()))));
        } catch (IllegalArgumentException e) {
            LOG.warn("The saved look is not readable ({}); the usual one is used.", e.getMessage());
            return standard;
        }
    }

    @Override
    public void save(Preferences preferences) {
        put(Map.of(
                "look.light", Boolean.toString(preferences.light()),
                "look.colourBlind", Boolean.toString(preferences.colourBlind()),
                "look.textPercent", Integer.toString(preferences.textPercent())));
    }

    @Override
    public LastUse loadLastUse() {
        Map<String, String> values = values();
        LastUse standard = LastUse.NONE;
        try {
            return new LastUse(
                    values.getOrDefault("start.data", standard.data()),
                    values.getOrDefault("start.capital", standard.capital()),
                    Integer.parseInt(values.getOrDefault("start.speed", Integer.toString(standard.speed()))),
                    new LastUse.Window(
                            Integer.parseInt(values.getOrDefault("window.x", "0")),
                            Integer.parseInt(values.getOrDefault("window.y", "0")),
                            Integer.parseInt(values.getOrDefault("window.width", "0")),
                            Integer.parseInt(values.getOrDefault("window.height", "0")),
                            Boolean.parseBoolean(values.getOrDefault("window.maximised", "false"))));
        } catch (IllegalArgumentException e) {
            LOG.warn("The saved window and start choices are not readable ({}).", e.getMessage());
            return standard;
        }
    }

    @Override
    public void saveLastUse(LastUse use) {
        put(Map.of(
                "start.data", use.data(),
                "start.capital", use.capital(),
                "start.speed", Integer.toString(use.speed()),
                "window.x", Integer.toString(use.window().x()),
                "window.y", Integer.toString(use.window().y()),
                "window.width", Integer.toString(use.window().width()),
                "window.height", Integer.toString(use.window().height()),
                "window.maximised", Boolean.toString(use.window().maximised())));
    }

    /** {@return how much of the tape is to be kept, as saved last; all of it where nothing was} */
    public TapeKeep loadTapeKeep() {
        Map<String, String> values = values();
        String all = Long.toString(Long.MAX_VALUE);
        try {
            return new TapeKeep(
                    Long.parseLong(values.getOrDefault("tape.keepNanos", all)),
                    Long.parseLong(values.getOrDefault("tape.maxBytes", all)));
        } catch (IllegalArgumentException e) {
            LOG.warn("How much of the tape is to be kept is not readable ({}); all of it is.", e.getMessage());
            return TapeKeep.ALL;
        }
    }

    /** Keeps how much of the tape is to be kept. */
    public void saveTapeKeep(TapeKeep keep) {
        put(Map.of("tape.keepNanos", Long.toString(keep.nanos()), "tape.maxBytes", Long.toString(keep.bytes())));
    }

    /** Read before the first window shows: without jOOQ, whose own start takes longer than a bare window's. */
    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            synchronized (connection) {
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery("select name, value from setting")) {
                    while (rows.next()) {
                        values.put(rows.getString(1), rows.getString(2));
                    }
                }
            }
            return values;
        } catch (SQLException e) {
            LOG.warn("{}", Database.trouble(file, e).getMessage(), e);
            return new LinkedHashMap<>();
        }
    }

    @Override
    public Map<String, String> values(String prefix) {
        Map<String, String> values = values();
        values.keySet().removeIf(name -> !name.startsWith(prefix));
        return values;
    }

    @Override
    public void put(Map<String, String> values) {
        try {
            synchronized (connection) {
                Database.sql(connection).transaction(all -> values.forEach((name, value) -> all.dsl()
                        .insertInto(SETTING, SETTING.NAME, SETTING.VALUE)
                        .values(name, value)
                        .onDuplicateKeyUpdate()
                        .set(SETTING.VALUE, value)
                        .execute()));
            }
        } catch (DataAccessException e) {
            LOG.warn("{}", Database.trouble(file, e).getMessage(), e);
        }
    }
}
