package dev.tradewind.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * This program, and where it keeps what is its user's.
 *
 * @param version    for instance {@code 0.1.0}
 * @param dataFolder what this process has open
 * @param notices    texts that came with the program: whose work is in it, under which terms
 */
public record Installation(String version, Path dataFolder, List<Path> notices) {

    private static final List<String> NAMES = List.of("LICENSE", "NOTICE", "LICENCES.txt");

    public Installation {
        notices = List.copyOf(notices);
    }

    /** {@return the program as found in the first of the folders it may be installed in} */
    static Installation of(String version, Path dataFolder, List<Path> roots) {
        List<Path> found = roots.stream().limit(1)
                .flatMap(root -> NAMES.stream().map(root::resolve))
                .filter(Files::isRegularFile)
                .distinct()
                .toList();
        return new Installation(version, dataFolder, found);
    }
}
