package dev.tradewind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The package table of {@code docs/architecture.md}: for each package, in dependency order, the packages it may use. A
 * line speaks for the packages nested in its own as long as they have no line themselves.
 */
final class PackageTable {

    private static final String FENCE = "```packages";
    private static final String EVERYTHING_ABOVE = "everything above";

    private final Map<String, Set<String>> usableByPackage;

    private PackageTable(Map<String, Set<String>> usableByPackage) {
        this.usableByPackage = usableByPackage;
    }

    /** Reads the fenced block of a Markdown document. */
    static PackageTable read(Path document) throws IOException {
        List<String> lines = Files.readAllLines(document);
        int start = lines.indexOf(FENCE);
        if (start < 0 || start != lines.lastIndexOf(FENCE)) {
            throw new IllegalArgumentException(document + " needs exactly one block that starts with " + FENCE);
        }
        List<String> rest = lines.subList(start + 1, lines.size());
        int end = rest.indexOf("```");
        if (end < 0) {
            throw new IllegalArgumentException(document + ": the block that starts with " + FENCE + " has no end");
        }
        return parse(rest.subList(0, end));
    }

    /** Parses lines of the form {@code name : name name}. */
    static PackageTable parse(List<String> lines) {
        Map<String, Set<String>> usableByPackage = new LinkedHashMap<>();
        for (String line : lines) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("Not a line of the package table: " + line);
            }
            String name = line.substring(0, colon).strip();
            Set<String> usable = usable(name, line.substring(colon + 1).strip(), usableByPackage.keySet());
            if (usableByPackage.put(name, usable) != null) {
                throw new IllegalArgumentException("Package " + name + " has two lines in the table");
            }
        }
        return new PackageTable(usableByPackage);
    }

    private static Set<String> usable(String name, String written, Set<String> above) {
        if (written.equals(EVERYTHING_ABOVE)) {
            return new LinkedHashSet<>(above);
        }
        Set<String> usable = new LinkedHashSet<>();
        for (String used : written.isEmpty() ? List.<String>of() : List.of(written.split("\\s+"))) {
            if (!above.contains(used)) {
                throw new IllegalArgumentException(
                        "The line of " + name + " names " + used + ", which has no line above it");
            }
            usable.add(used);
        }
        return usable;
    }

    /** The package whose line speaks for {@code name}, relative to the root package. */
    Optional<String> lineFor(String name) {
        String candidate = name;
        while (!usableByPackage.containsKey(candidate)) {
            int dot = candidate.lastIndexOf('.');
            if (dot < 0) {
                return Optional.empty();
            }
            candidate = candidate.substring(0, dot);
        }
        return Optional.of(candidate);
    }

    /** Whether classes under {@code user}'s line may use classes under {@code used}'s line. */
    boolean allows(String user, String used) {
        return user.equals(used) || usableByPackage.getOrDefault(user, Set.of()).contains(used);
    }

    /** The packages with a line, in order. */
    List<String> names() {
        return List.copyOf(usableByPackage.keySet());
    }

    /** The packages from one line down to another, both included. */
    Collection<String> range(String first, String last) {
        List<String> names = names();
        if (!names.contains(first) || !names.contains(last)) {
            throw new IllegalArgumentException("The package table has no line for " + first + " or " + last);
        }
        return new ArrayList<>(names.subList(names.indexOf(first), names.indexOf(last) + 1));
    }
}
