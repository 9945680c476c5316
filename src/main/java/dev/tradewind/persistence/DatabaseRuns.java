package dev.tradewind.persistence;

import static dev.tradewind.persistence.schema.Tables.RUN;

import dev.tradewind.analytics.Metric;
import dev.tradewind.backtest.RunReport;
import dev.tradewind.backtest.RunStore;
import dev.tradewind.marketdata.StoreException;
import dev.tradewind.report.RunJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** Kept runs as rows of the database: a few columns to list by, and the whole report packed. Safe on any thread. */
public final class DatabaseRuns implements RunStore {

    private final Path file;
    private final Connection connection;

    DatabaseRuns(Path file, Connection connection) {
        this.file = file;
        this.connection = connection;
    }

    @Override
    public int keep(RunReport report, long atNanos) {
        byte[] json = RunJson.write(report).getBytes(StandardCharsets.UTF_8);
        byte[] packed = pack(json);
        String symbols = report.data().stream().map(RunReport.Data::symbol).distinct().collect(Collectors.joining(", "));
        return ask(sql -> sql.insertInto(RUN)
                .set(RUN.KEPT_AT_NANOS, atNanos)
                .set(RUN.TITLE, report.title())
                .set(RUN.SYMBOLS, symbols)
                .set(RUN.TIER, report.tier().name())
                .set(RUN.TOTAL_RETURN, number(report.totalReturn()))
                .set(RUN.MAX_DRAWDOWN, number(report.performance().value(Metric.MAX_DRAWDOWN)))
                .set(RUN.SHARPE, number(report.performance().value(Metric.SHARPE)))
                .set(RUN.TRADES, report.trades().stream().filter(trade -> !trade.isOpen()).count())
                .set(RUN.JOURNAL_HASH, report.journalHash())
                .set(RUN.SETUP, report.setup())
                .set(RUN.REPORT, packed)
                .set(RUN.REPORT_BYTES, (long) json.length)
                .set(RUN.REPORT_SHA256, sha256(json))
                .returningResult(RUN.NUMBER)
                .fetchSingle()
                .value1()
                .intValue());
    }

    @Override
    public List<Kept> newest(int most) {
        return ask(sql -> sql.select(
                        RUN.NUMBER, RUN.KEPT_AT_NANOS, RUN.TITLE, RUN.SYMBOLS, RUN.TOTAL_RETURN, RUN.MAX_DRAWDOWN,
                        RUN.SHARPE, RUN.TRADES, RUN.JOURNAL_HASH)
                .from(RUN)
                .orderBy(RUN.NUMBER.desc())
                .limit(most)
                .fetch(row -> new Kept(
                        row.value1().intValue(), row.value2(), row.value3(), row.value4(), number(row.value5()),
                        number(row.value6()), number(row.value7()), row.value8(), row.value9())));
    }

    @Override
    public Optional<RunReport> load(int number) {
        Record3<byte[], Long, String> row = ask(sql -> sql.select(RUN.REPORT, RUN.REPORT_BYTES, RUN.REPORT_SHA256)
                .from(RUN)
                .where(RUN.NUMBER.eq((long) number))
                .fetchOptional())
                .orElse(null);
        return row == null ? Optional.empty() : Optional.of(report(number, row));
    }

    private RunReport report(int number, Record3<byte[], Long, String> row) {
        try {
            byte[] json = unpack(row.value1(), row.value2());
            if (json.length != row.value2() || !sha256(json).equals(row.value3())) {
                throw damaged(number, "its checksum does not fit", null);
            }
            return RunJson.read(new String(json, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw damaged(number, "it cannot be unpacked", e);
        } catch (IllegalArgumentException e) {
            throw new StoreException("run " + number + " cannot be read: " + e.getMessage(), e);
        }
    }

    private StoreException damaged(int number, String why, @Nullable Exception cause) {
        return new StoreException(
                "run " + number + " in " + file + " is damaged: " + why + ". Its setup is kept apart and can be run again"
                        + " (tradewind runs rerun " + number + " --keep); drop it with: tradewind runs drop " + number,
                cause);
    }

    @Override
    public Optional<String> setup(int number) {
        return ask(sql -> sql.select(RUN.SETUP).from(RUN).where(RUN.NUMBER.eq((long) number)).fetchOptional(RUN.SETUP));
    }

    @Override
    public boolean drop(int number) {
        return ask(sql -> sql.deleteFrom(RUN).where(RUN.NUMBER.eq((long) number)).execute()) > 0;
    }

    private <T> T ask(Function<DSLContext, T> question) {
        try {
            synchronized (connection) {
                return question.apply(Database.sql(connection));
            }
        } catch (DataAccessException e) {
            throw new StoreException(Database.trouble(file, e).getMessage(), e);
        }
    }

    private static @Nullable Double number(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static double number(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }

    private static byte[] pack(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 3);
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail to be written to", impossible);
        }
        return packed.toByteArray();
    }

    /** Reads one byte more than there should be at most, so that damage cannot fill the memory. */
    private static byte[] unpack(byte[] packed, long bytes) throws IOException {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return in.readNBytes(Math.toIntExact(Math.min(bytes + 1, Integer.MAX_VALUE - 8)));
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
