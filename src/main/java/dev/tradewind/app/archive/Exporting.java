package dev.tradewind.app.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.app.archive.BackupDesk.ExportReceipt;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.domain.Progress;
import dev.tradewind.marketdata.CandleStore;
import dev.tradewind.marketdata.SeriesCsv;
import dev.tradewind.marketdata.StoreException;
import dev.tradewind.marketdata.StoredSeries;
import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.monitor.AuditException;
import dev.tradewind.persistence.AuditReader;
import dev.tradewind.persistence.AuditRow;
import dev.tradewind.persistence.ExportTables;
import dev.tradewind.persistence.FolderMoment;
import dev.tradewind.persistence.JournalReader;
import dev.tradewind.persistence.StorageException;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes everything of the data folder that is no secret as CSV and JSON into a new folder, with a manifest. Keys, passphrases
 * and what is encrypted stay where they are: nothing of the vault is read.
 */
final class Exporting {

    private static final int BUFFER_BYTES = 1 << 16;

    private final ArchiveParts parts;
    private final List<ExportTables.Written> written = new ArrayList<>();

    Exporting(ArchiveParts parts) {
        this.parts = parts;
    }

    /** Writes it; a folder that cannot be written whole is as it was. */
    ExportReceipt export(Path folder, Progress progress) {
        try {
            Workplace place = Workplace.take(folder);
            boolean whole = false;
            try (FolderMoment moment = FolderMoment.take(parts.folder(), progress)) {
                moment.database().ifPresent(copy -> tables(copy, place.folder(), progress));
                audit(place.folder(), progress);
                manifest(place.folder());
                parts.trail().record(AuditEntry.of(Actor.USER, "data.exported", place.folder().toString()));
                place.finish(progress);
                whole = true;
                return new ExportReceipt(place.folder(), written.size() + 1, bytes(place.folder()));
            } finally {
                if (!whole) {
                    place.remove();
                }
            }
        } catch (UncheckedIOException e) {
            throw refused(folder, e.getCause());
        } catch (IOException | StorageException | StoreException | AuditException e) {
            throw refused(folder, e);
        }
    }

    private static RefusedException refused(Path folder, Exception cause) {
        return new RefusedException("Nothing was exported to " + folder + ": " + cause.getMessage(), cause);
    }

    private void tables(Path copy, Path folder, Progress progress) {
        try (ExportTables tables = ExportTables.of(copy)) {
            List<String> sessions = sessions();
            for (String session : sessions) {
                tables.catchUp(parts.folder().resolve("sessions").resolve(session));
                Files.createDirectories(
                        folder.resolve("sessions").resolve(session), DraftFile.ownerOnly(folder, "rwx------"));
                written.addAll(tables.writeSession(folder, session, progress));
            }
            written.addAll(tables.writeGlobal(folder, progress));
            series(tables.candles(), folder, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> sessions() throws IOException {
        Path folder = parts.folder().resolve("sessions");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(JournalReader::begun)
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("[1-9][0-9]{0,6}"))
                    .sorted()
                    .toList();
        }
    }

    private void series(CandleStore store, Path folder, Progress progress) throws IOException {
        List<StoredSeries> all = store.list();
        if (!all.isEmpty()) {
            Files.createDirectories(folder.resolve("series"), DraftFile.ownerOnly(folder, "rwx------"));
        }
        int done = 0;
        for (StoredSeries each : all) {
            progress.at(done++, all.size());
            String name = "series/" + each.key().toString().replaceAll("[^A-Za-z0-9._-]", "-") + ".csv";
            try (OutputStream out = out(folder, name)) {
                if (each.key().timeframe().isEmpty()) {
                    SeriesCsv.write(
                            out, each.key(), store.trades(each.key(), Long.MIN_VALUE, Long.MAX_VALUE), Progress.NONE);
                } else {
                    SeriesCsv.write(
                            out, each.key(), store.candles(each.key(), each.firstNanos(), each.lastNanos() + 1), Progress.NONE);
                }
            }
            written.add(new ExportTables.Written(name, each.rows()));
        }
    }

    private static OutputStream out(Path folder, String name) throws IOException {
        Path file = Files.createFile(folder.resolve(name), DraftFile.ownerOnly(folder, "rw-------"));
        return new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES);
    }

    private void audit(Path folder, Progress progress) throws IOException {
        Path file = Files.createFile(folder.resolve("audit.csv"), DraftFile.ownerOnly(folder, "rw-------"));
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            lines.write("row,at,actor,action,subject,before,after\n");
            AuditReader.Found found = AuditReader.of(parts.folder()).check((row, head) -> line(lines, row), progress);
            written.add(new ExportTables.Written("audit.csv", found.rows()));
        }
    }

    private static void line(BufferedWriter lines, AuditRow row) {
        AuditEntry entry = row.entry();
        try {
            lines.write(row.row() + "," + Instant.ofEpochSecond(0, row.timeNanos()) + "," + entry.actor() + ","
                    + entry.action() + "," + ExportTables.cell(entry.subject()) + "," + ExportTables.cell(entry.before())
                    + "," + ExportTables.cell(entry.after()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void manifest(Path folder) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode json = mapper.createObjectNode()
                .put("made", Instant.ofEpochSecond(0, parts.clock().nowNanos()).toString())
                .put("program", parts.program())
                .put("secrets", false);
        ArrayNode files = json.putArray("files");
        for (ExportTables.Written each : written) {
            Path file = folder.resolve(each.path());
            files.addObject()
                    .put("path", each.path())
                    .put("rows", each.rows())
                    .put("bytes", Files.size(file))
                    .put("sha256", sha256(file));
        }
        try (OutputStream out = out(folder, "manifest.json")) {
            mapper.writerWithDefaultPrettyPrinter().writeValue(out, json);
        }
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = Sha256.begin();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static long bytes(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }
}
