package dev.tradewind.app.archive;

import dev.tradewind.domain.Progress;
import dev.tradewind.persistence.FolderPiece;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The body of a backup: files one after the other in chunks, each chunk deflated where that makes it smaller, and the
 * manifest. See {@code docs/backup.md}.
 */
final class BackupBody {

    private static final int FILE = 'F';
    private static final int MANIFEST = 'M';
    private static final int CHUNK_BYTES = 1 << 18;

    /** No chunk of ours is longer, here or unpacked. */
    private static final int MOST_CHUNK_BYTES = 1 << 20;

    private static final int MOST_FILES = 1_000_000;

    /** After a chunk that does not shrink so many are written as they are, unseen: packed candles never do. */
    private static final int UNSHRUNK = 31;

    private BackupBody() {}

    /** Where files go while a body is read. */
    interface Target {
        /** {@return where the content of the file goes; closed once it is whole} */
        OutputStream file(String path) throws IOException, BadBackupException;
    }

    /** Looks at everything and keeps nothing. */
    static final Target NOWHERE = path -> OutputStream.nullOutputStream();

    /**
     * Writes a body.
     *
     * @param progress is told the bytes of files done
     * @return the files
     */
    static List<BackupEntry> write(
            List<FolderPiece> pieces, byte[] headSha256, Map<String, Long> rows, OutputStream to, Progress progress)
            throws IOException {
        long total = pieces.stream().mapToLong(FolderPiece::bytes).sum();
        List<BackupEntry> entries = new ArrayList<>();
        DataOutputStream out = new DataOutputStream(to);
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED, true)) {
            Packer packer = new Packer(out, deflater, progress, total);
            for (FolderPiece piece : pieces) {
                entries.add(packer.write(piece));
            }
        }
        byte[] manifest = new BackupManifest(HexFormat.of().formatHex(headSha256), entries, rows).json();
        out.writeByte(MANIFEST);
        out.writeInt(manifest.length);
        out.write(manifest);
        out.flush();
        return entries;
    }

    /** Writes files one after the other. */
    private static final class Packer {

        private final DataOutputStream out;
        private final Deflater deflater;
        private final Progress progress;
        private final long total;
        private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES);
        private final byte[] packed = new byte[CHUNK_BYTES];
        private final Pace pace = new Pace();
        private long done;
        private int plainLeft;

        Packer(DataOutputStream out, Deflater deflater, Progress progress, long total) {
            this.out = out;
            this.deflater = deflater;
            this.progress = progress;
            this.total = total;
        }

        BackupEntry write(FolderPiece piece) throws IOException {
            byte[] name = piece.path().getBytes(StandardCharsets.UTF_8);
            out.writeByte(FILE);
            out.writeShort(name.length);
            out.write(name);
            MessageDigest digest = Sha256.begin();
            plainLeft = 0;
            for (long at = 0; at < piece.bytes(); ) {
                progress.at(done, total);
                pace.rest(done);
                chunk.clear();
                int length = piece.read(at, chunk);
                digest.update(chunk.array(), 0, length);
                write(length);
                at += length;
                done += length;
            }
            byte[] sha256 = digest.digest();
            out.writeInt(0);
            out.writeLong(piece.bytes());
            out.write(sha256);
            return new BackupEntry(piece.path(), piece.bytes(), HexFormat.of().formatHex(sha256));
        }

        private void write(int length) throws IOException {
            int smaller = plainLeft > 0 ? 0 : deflate(length);
            out.writeInt(length);
            if (smaller > 0) {
                out.writeInt(smaller);
                out.write(packed, 0, smaller);
            } else {
                plainLeft = plainLeft > 0 ? plainLeft - 1 : UNSHRUNK;
                out.writeInt(length);
                out.write(chunk.array(), 0, length);
            }
        }

        /** {@return bytes of the packed chunk, 0 where it does not become a quarter smaller} */
        private int deflate(int length) {
            deflater.reset();
            deflater.setInput(chunk.array(), 0, length);
            deflater.finish();
            int size = deflater.deflate(packed, 0, length - length / 4);
            return deflater.finished() ? size : 0;
        }
    }

    /**
     * Reads a body to its end.
     *
     * @param target   gets the files
     * @param progress is told the bytes of files done, of {@code total}
     * @return what the manifest says, which is what was read
     */
    static BackupManifest read(InputStream from, byte[] headSha256, Target target, Progress progress, long total)
            throws IOException, BadBackupException {
        DataInputStream in = new DataInputStream(from);
        List<BackupEntry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        try (Inflater inflater = new Inflater(true)) {
            Unpacker unpacker = new Unpacker(in, inflater, progress, total);
            int kind = in.readUnsignedByte();
            for (; kind == FILE; kind = in.readUnsignedByte()) {
                BackupEntry entry = unpacker.read(target, names);
                if (entries.size() == MOST_FILES) {
                    throw new BadBackupException("it holds more than " + MOST_FILES + " files");
                }
                entries.add(entry);
            }
            if (kind != MANIFEST) {
                throw new BadBackupException("there is something in it that is neither a file nor the list of them");
            }
            return manifest(in, entries, headSha256);
        } catch (EOFException e) {
            throw new BadBackupException("it ends early", e);
        }
    }

    private static BackupManifest manifest(DataInputStream in, List<BackupEntry> entries, byte[] headSha256)
            throws IOException, BadBackupException {
        int length = in.readInt();
        if (length < 0 || length > BackupManifest.MOST_BYTES) {
            throw new BadBackupException("its list of files has the impossible length " + length);
        }
        byte[] json = in.readNBytes(length);
        if (json.length < length || in.read() >= 0) {
            throw new BadBackupException("its list of files is not where it ends");
        }
        BackupManifest manifest = BackupManifest.read(json);
        if (!manifest.entries().equals(entries)) {
            throw new BadBackupException("its list of files does not name the files it holds");
        }
        if (!manifest.headSha256().equals(HexFormat.of().formatHex(headSha256))) {
            throw new BadBackupException("its head is not the one it was made with");
        }
        return manifest;
    }

    /** Reads files one after the other. */
    private static final class Unpacker {

        private final DataInputStream in;
        private final Inflater inflater;
        private final Progress progress;
        private final long total;
        private final byte[] stored = new byte[MOST_CHUNK_BYTES];
        private final byte[] plain = new byte[MOST_CHUNK_BYTES];
        private long done;

        Unpacker(DataInputStream in, Inflater inflater, Progress progress, long total) {
            this.in = in;
            this.inflater = inflater;
            this.progress = progress;
            this.total = total;
        }

        BackupEntry read(Target target, Set<String> names) throws IOException, BadBackupException {
            int length = in.readUnsignedShort();
            if (length > BackupEntry.MOST_PATH_BYTES) {
                throw new BadBackupException("it holds a file whose name has " + length + " bytes");
            }
            byte[] name = new byte[length];
            in.readFully(name);
            String path = BackupEntry.checked(new String(name, StandardCharsets.UTF_8));
            if (!names.add(path.toLowerCase(Locale.ROOT))) {
                throw new BadBackupException("it holds the file " + path + " twice");
            }
            MessageDigest digest = Sha256.begin();
            long bytes = 0;
            try (OutputStream out = target.file(path)) {
                for (int raw = in.readInt(); raw != 0; raw = in.readInt()) {
                    progress.at(Math.min(done, total), total);
                    byte[] chunk = chunk(path, raw);
                    digest.update(chunk, 0, raw);
                    out.write(chunk, 0, raw);
                    bytes += raw;
                    done += raw;
                }
            }
            byte[] sha256 = new byte[Sha256.BYTES];
            boolean sameLength = in.readLong() == bytes;
            in.readFully(sha256);
            if (!sameLength || !MessageDigest.isEqual(sha256, digest.digest())) {
                throw new BadBackupException(path + " in it is not what was put into it");
            }
            return new BackupEntry(path, bytes, HexFormat.of().formatHex(sha256));
        }

        private byte[] chunk(String path, int raw) throws IOException, BadBackupException {
            int packed = in.readInt();
            if (raw < 0 || raw > MOST_CHUNK_BYTES || packed < 1 || packed > raw) {
                throw new BadBackupException(path + " in it has a part of the impossible length " + raw);
            }
            in.readFully(stored, 0, packed);
            if (packed == raw) {
                return stored;
            }
            inflater.reset();
            inflater.setInput(stored, 0, packed);
            try {
                int size = 0;
                while (size < raw && !inflater.finished()) {
                    int more = inflater.inflate(plain, size, raw - size);
                    if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                        break;
                    }
                    size += more;
                }
                if (size == raw) {
                    return plain;
                }
            } catch (DataFormatException e) {
                throw new BadBackupException(path + " in it has a part that cannot be unpacked", e);
            }
            throw new BadBackupException(path + " in it has a part that ends early");
        }
    }
}
