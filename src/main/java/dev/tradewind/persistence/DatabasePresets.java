package dev.tradewind.persistence;

import static dev.tradewind.persistence.schema.Tables.BOT_PRESET;

import dev.tradewind.settings.BotPreset;
import dev.tradewind.settings.BotPresetStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A person's presets as rows of the database, one for each value. Safe on any thread. */
public final class DatabasePresets implements BotPresetStore {

    private static final Logger LOG = LoggerFactory.getLogger(DatabasePresets.class);

    private final Path file;
    private final Connection connection;

    DatabasePresets(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    @Override
    public List<BotPreset> presets(String type) {
        Map<String, Map<String, String>> byName = new TreeMap<>();
        try {
            synchronized (connection) {
                for (Record3<String, String, String> row : Database.sql(connection)
                        .select(BOT_PRESET.NAME, BOT_PRESET.PARAM, BOT_PRESET.VALUE)
                        .from(BOT_PRESET)
                        .where(BOT_PRESET.TYPE.eq(type))
                        .orderBy(BOT_PRESET.NAME, BOT_PRESET.PARAM)
                        .fetch()) {
                    byName.computeIfAbsent(row.value1(), name -> new TreeMap<>()).put(row.value2(), row.value3());
                }
            }
        } catch (DataAccessException e) {
            LOG.warn("{}", Database.trouble(file, e).getMessage(), e);
        }
        List<BotPreset> presets = new ArrayList<>();
        byName.forEach((name, values) -> presets.add(new BotPreset(type, name, values)));
        return presets;
    }

    @Override
    public void savePreset(BotPreset preset) {
        change(sql -> {
            delete(sql, preset.type(), preset.name());
            preset.values().forEach((param, value) -> sql.insertInto(BOT_PRESET)
                    .set(BOT_PRESET.TYPE, preset.type())
                    .set(BOT_PRESET.NAME, preset.name())
                    .set(BOT_PRESET.PARAM, param)
                    .set(BOT_PRESET.VALUE, value)
                    .execute());
        });
    }

    @Override
    public void renamePreset(String type, String from, String to) {
        String name = BotPreset.checked(to);
        if (!exists(type, from)) {
            throw new IllegalArgumentException("there is no preset '" + from + "' of bot '" + type + "'");
        }
        if (!name.equals(from) && exists(type, name)) {
            throw new IllegalArgumentException("bot '" + type + "' has a preset '" + name + "' already");
        }
        change(sql -> sql.update(BOT_PRESET)
                .set(BOT_PRESET.NAME, name)
                .where(BOT_PRESET.TYPE.eq(type), BOT_PRESET.NAME.eq(from))
                .execute());
    }

    private boolean exists(String type, String name) {
        return presets(type).stream().anyMatch(preset -> preset.name().equals(name));
    }

    @Override
    public void deletePreset(String type, String name) {
        change(sql -> delete(sql, type, name));
    }

    private static void delete(DSLContext sql, String type, String name) {
        sql.deleteFrom(BOT_PRESET)
                .where(BOT_PRESET.TYPE.eq(type), BOT_PRESET.NAME.eq(name))
                .execute();
    }

    private interface Change {
        void make(DSLContext sql);
    }

    private void change(Change change) {
        try {
            synchronized (connection) {
                Database.sql(connection).transaction(all -> change.make(all.dsl()));
            }
        } catch (DataAccessException e) {
            LOG.warn("{}", Database.trouble(file, e).getMessage(), e);
        }
    }
}
