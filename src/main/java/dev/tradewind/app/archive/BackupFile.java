package dev.tradewind.app.archive;

import dev.tradewind.domain.Progress;
import dev.tradewind.persistence.FolderMoment;
import dev.tradewind.persistence.FolderPiece;
import dev.tradewind.persistence.TableCounts;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A backup's file: head, body, and behind them the digest of both, which shows without a passphrase that all of it is whole. */
final class BackupFile {

    private static final long END_MAGIC = 0x5457454E440D0A0AL; // TWEND\r\n\n
    private static final int TRAILER_BYTES = Sha256.BYTES + 8;
    private static final int BUFFER_BYTES = 1 << 18;

    private BackupFile() {}

    /**
     * Writes a backup, whole or not at all.
     *
     * @param file     does not exist; its folder does
     * @param program  version of this program
     * @param seal     what it is sealed with, empty to leave it open
     * @param progress is told the bytes done
     * @return its head
     */
    static BackupHead write(
            Path file,
            FolderMoment moment,
            long nowNanos,
            String program,
            Optional<Seal.Closing> seal,
            Progress progress)
            throws IOException {
        Map<String, Long> rows = moment.database().map(TableCounts::of).orElse(Map.of());
        int schema = moment.database().map(TableCounts::schema).orElse(0);
        List<FolderPiece> pieces = moment.pieces();
        BackupHead head = new BackupHead(
                seal.isPresent(), nowNanos, program, schema, pieces.size(), moment.bytes(), moment.sessions(),
                Math.toIntExact(rows.getOrDefault("account", 0L)));
        try (DraftFile paced = DraftFile.begin(file)) {
            MessageDigest digest = Sha256.begin();
            DigestOutputStream all = new DigestOutputStream(paced, digest);
            byte[] first = head.encode();
            all.write(first);
            byte[] headSha256 = Sha256.begin().digest(first);
            try (OutputStream body = seal.orElse(Seal.PLAIN).over(all)) {
                BackupBody.write(pieces, headSha256, rows, body, progress);
            }
            paced.write(digest.digest());
            paced.write(ByteBuffer.allocate(8).putLong(END_MAGIC).array());
            paced.place(file);
        }
        return head;
    }

    /** {@return how a file begins} */
    static BackupHead head(Path file) throws IOException, BadBackupException {
        try (InputStream in = Files.newInputStream(file)) {
            return BackupHead.read(in);
        }
    }

    /**
     * Reads all bytes of a backup and holds them against the digest at its end.
     *
     * @return that digest
     */
    static byte[] checkBytes(Path file, Progress progress) throws IOException, BadBackupException {
        head(file);
        long size = Files.size(file);
        long content = size - TRAILER_BYTES;
        MessageDigest digest = Sha256.begin();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (long at = 0; at < content; ) {
                progress.at(at, size);
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, content - at));
                if (read < 0) {
                    throw new BadBackupException("it ends early");
                }
                digest.update(buffer, 0, read);
                at += read;
            }
            return trailer(in, digest);
        }
    }

    private static byte[] trailer(InputStream from, MessageDigest digest) throws IOException, BadBackupException {
        DataInputStream in = new DataInputStream(from);
        byte[] sha256 = new byte[Sha256.BYTES];
        try {
            in.readFully(sha256);
            boolean ended = in.readLong() == END_MAGIC;
            if (!ended || !MessageDigest.isEqual(sha256, digest.digest())) {
                throw new BadBackupException("it does not match the checksum at its end: it was cut, or changed since it was made");
            }
            return sha256;
        } catch (EOFException e) {
            throw new BadBackupException("it ends early", e);
        }
    }

    /**
     * Reads a backup with all that is in it.
     *
     * @param opening opens the seal of one that is encrypted
     * @param target  gets the files; what it got is to be believed only once this returns
     */
    static BackupManifest read(Path file, Seal.Opening opening, BackupBody.Target target, Progress progress)
            throws IOException, BadBackupException {
        long content = Files.size(file) - TRAILER_BYTES;
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES)) {
            MessageDigest digest = Sha256.begin();
            Counted all = new Counted(new DigestInputStream(raw, digest), content);
            BackupHead head = BackupHead.read(all);
            byte[] headSha256 = Sha256.begin().digest(head.encode());
            InputStream body = head.encrypted() ? opening.over(all) : all;
            BackupManifest manifest = BackupBody.read(body, headSha256, target, progress, head.bytes());
            if (all.left > 0) {
                throw new BadBackupException("there is something behind its list of files");
            }
            trailer(raw, digest);
            judge(head, manifest);
            return manifest;
        }
    }

    private static void judge(BackupHead head, BackupManifest manifest) throws BadBackupException {
        long bytes = manifest.entries().stream().mapToLong(BackupEntry::bytes).sum();
        if (head.files() != manifest.entries().size() || head.bytes() != bytes) {
            throw new BadBackupException("its head speaks of " + head.files() + " files of " + head.bytes()
                    + " bytes, it holds " + manifest.entries().size() + " of " + bytes);
        }
    }

    /** The first so many bytes of a stream. */
    private static final class Counted extends FilterInputStream {

        private long left;

        Counted(InputStream in, long most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            int single = left > 0 ? super.read() : -1;
            left -= single < 0 ? 0 : 1;
            return single;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            if (left <= 0) {
                return length == 0 ? 0 : -1;
            }
            int read = super.read(target, from, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            long before = left;
            while (left > before - count && read() >= 0) {
                // byte by byte: whoever skips, skips little
            }
            return before - left;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
