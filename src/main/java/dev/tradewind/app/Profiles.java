package dev.tradewind.app;

import dev.tradewind.persistence.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Data folders side by side, for instance one to practise with and one for money: each with its own passphrase, accounts,
 * sessions and settings, and with a lock of its own, so that several can be open at once. They lie beside the system's usual
 * place for programs' data under its name, a hyphen and theirs. Any thread.
 */
public final class Profiles {

    /** The name of the usual data folder. */
    public static final String USUAL = "default";

    private Profiles() {}

    /**
     * A profile.
     *
     * @param holder the process that has it open, empty where none seems to
     */
    public record Profile(String name, Path folder, OptionalLong holder) {}

    /**
     * {@return the folder of a profile, which need not exist yet}
     *
     * @throws IllegalArgumentException if the name is none
     */
    public static Path folder(String name) {
        return folder(DataHome.usual(), name);
    }

    static Path folder(Path usual, String name) {
        if (name.equals(USUAL)) {
            return usual;
        }
        if (!name.matches("[a-z0-9][a-z0-9-]{0,29}")) {
            throw new IllegalArgumentException("profile '" + name + "' is no name; it takes 1 to 30 lower-case letters, digits"
                    + " and hyphens, as in practice, or " + USUAL);
        }
        return usual.resolveSibling(usual.getFileName() + "-" + name);
    }

    /** {@return the profiles there are, the usual one first even where it was never used, then by name} */
    public static List<Profile> list() {
        return list(DataHome.usual());
    }

    static List<Profile> list(Path usual) {
        List<Profile> found = new ArrayList<>();
        found.add(profile(USUAL, usual));
        String prefix = usual.getFileName() + "-";
        Path parent = usual.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return found;
        }
        try (Stream<Path> siblings = Files.list(parent)) {
            siblings.filter(path -> path.getFileName().toString().startsWith(prefix) && DataFolder.isOne(path))
                    .sorted()
                    .map(path -> profile(path.getFileName().toString().substring(prefix.length()), path))
                    .forEach(found::add);
        } catch (IOException e) {
            // what cannot be listed cannot be opened either, and opening says why
            return found;
        }
        return found;
    }

    private static Profile profile(String name, Path folder) {
        return new Profile(name, folder, DataFolder.holder(folder));
    }
}
