package dev.tradewind.app.archive;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A file in a backup.
 *
 * @param path   its name in the data folder, its parts separated by {@code /}
 * @param bytes  its length
 * @param sha256 of its content, in hexadecimal digits
 */
record BackupEntry(String path, long bytes, String sha256) {

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._ -]{0,119}");
    private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");
    private static final int MOST_PARTS = 8;
    static final int MOST_PATH_BYTES = 480;

    /**
     * {@return the same path, if it names a file inside a folder and nothing else on any system: no part that leads up or away,
     * no name with a meaning of its own}
     */
    static String checked(String path) throws BadBackupException {
        String[] parts = path.split("/", -1);
        boolean fine = parts.length <= MOST_PARTS && path.length() <= MOST_PATH_BYTES;
        for (String part : parts) {
            fine &= PART.matcher(part).matches()
                    && !part.endsWith(".")
                    && !part.endsWith(" ")
                    && !DEVICE.matcher(part.toLowerCase(Locale.ROOT)).matches();
        }
        if (!fine) {
            throw new BadBackupException("it holds a file of the name '" + shown(path) + "', which no data folder has");
        }
        return path;
    }

    private static String shown(String path) {
        String plain = path.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.length() <= 60 ? plain : plain.substring(0, 60) + "…";
    }
}
