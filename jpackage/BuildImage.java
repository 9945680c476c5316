import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Build step of {@code mvn -Pimage package}: makes a program that needs no Java on the machine out of the runnable
 * layout, and trains its start-up cache. A single-file program that runs on the JDK the build selected and uses that
 * JDK's tools. It runs in the project's folder, as the paths in the options files do.
 *
 * <p>Arguments: the layout, the folder of this file, the folder to make the image in, the program's version, the smoke
 * run that the image has to pass. With {@code installer} before them, the installer for this platform is made of the
 * image that is there.
 */
class BuildImage {

    private static final String NAME = "tradewind";
    private static final String CACHE = "tradewind.aot";
    private static final String OPEN = "The Trade screen is open.";
    /** How often the terminal says how it stands before training ends: both the start and some playing are trained. */
    private static final int TRAINING_LINES = 2;
    private static final long PATIENCE_SECONDS = 300;

    private final Path jdk = Path.of(System.getProperty("java.home"));
    private final Path layout;
    private final Path definitions;
    private final Path out;
    private final String version;
    private final Path smokeRun;

    private BuildImage(List<String> arguments) {
        layout = Path.of(arguments.get(0)).toAbsolutePath();
        definitions = Path.of(arguments.get(1)).toAbsolutePath();
        out = Path.of(arguments.get(2)).toAbsolutePath();
        version = arguments.get(3);
        smokeRun = Path.of(arguments.get(4)).toAbsolutePath();
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> given = List.of(arguments);
        boolean installer = given.getFirst().equals("installer");
        BuildImage build = new BuildImage(installer ? given.subList(1, given.size()) : given);
        if (installer) {
            build.makeInstaller();
        } else {
            build.makeImage();
        }
    }

    private void makeImage() throws IOException, InterruptedException {
        deleteTree(out);
        Path work = Files.createDirectories(out.resolve("work"));
        Path input = collect(work.resolve("input"));
        Path runtime = work.resolve("runtime");
        run(List.of(tool("jlink"), "--add-modules", modules(), "--output", runtime.toString(),
                "--no-header-files", "--no-man-pages", "--strip-native-commands"));
        jpackage(input, runtime);
        trainCache(work);
        checkCache(work);
        smoke(work);
        deleteTree(work);
        System.out.println("image: " + image() + ", " + megabytes(image()) + " MB");
    }

    /** What comes into the image: all of the layout but its launcher and what only the benchmarks need. */
    private Path collect(Path input) throws IOException {
        copyTree(layout.resolve("lib"), input);
        copyTree(layout.resolve("sample-data"), input.resolve("sample-data"));
        try (Stream<Path> beside = Files.list(layout)) {
            for (Path file : beside.filter(Files::isRegularFile).toList()) {
                Files.copy(file, input.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Path menuEntry = definitions.resolve(platform()).resolve(NAME + ".desktop");
        if (Files.exists(menuEntry)) {
            Files.copy(menuEntry, input.resolve(menuEntry.getFileName()));
        }
        return input;
    }

    /** The modules of the JDK that the jars name; there is none that they look up by name alone. */
    private String modules() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                tool("jdeps"), "--multi-release", Integer.toString(Runtime.version().feature()),
                "--ignore-missing-deps", "--print-module-deps", "--module-path", layout.resolve("lib").toString()));
        for (Path jar : jars(layout.resolve("lib"))) {
            command.add(jar.toString());
        }
        String last = run(command).getLast();
        if (!last.startsWith("java.base")) {
            throw new IOException("jdeps names no modules but says: " + last);
        }
        return last;
    }

    private void jpackage(Path input, Path runtime) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                tool("jpackage"), "@" + definitions.resolve("image.options"), "@" + platformOptions(""),
                "--type", "app-image", "--app-version", version, "--dest", out.toString(),
                "--input", input.toString(), "--runtime-image", runtime.toString(),
                "--main-jar", NAME + "-" + version + ".jar",
                "--add-launcher", NAME + "-window=" + definitions.resolve("window.properties")));
        for (String option : javaOptions()) {
            command.add("--java-options");
            command.add(option);
        }
        run(command);
    }

    /** java.options as the launcher gets them, and where the program finds what lies beside its jars. */
    private List<String> javaOptions() throws IOException {
        List<String> options = new ArrayList<>(optionLines("java.options"));
        options.add("-Dtradewind.app=$APPDIR");
        options.add("-Dorg.sqlite.lib.path=$APPDIR/native");
        return options;
    }

    private List<String> optionLines(String file) throws IOException {
        return Files.readAllLines(definitions.resolve(file)).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /**
     * Lets the packaged program itself trade the sample without a display, and makes the cache of what it loaded. Both
     * steps start the launcher that users start, so class path and options are those the cache will be used with.
     */
    private void trainCache(Path work) throws IOException, InterruptedException {
        addOptions(launcherSettings(NAME + "-window"), optionLines("window.options"));
        Path configuration = work.resolve("training.aotconf");
        play(work, "-XX:AOTMode=record -XX:AOTConfiguration=" + configuration + " -Xlog:aot=off -Xlog:cds=off");
        Path cache = applicationFolder().resolve(CACHE);
        launch(work, "-XX:AOTMode=create -XX:AOTConfiguration=" + configuration + " -XX:AOTCache=" + cache
                + " -Xlog:aot=off -Xlog:cds=off");
        if (!Files.isRegularFile(cache)) {
            throw new IOException("training made no " + cache);
        }
        for (String launcher : List.of(NAME, NAME + "-window")) {
            // where it does not fit, which only a changed image brings about, the program starts without it
            addOptions(launcherSettings(launcher),
                    List.of("-XX:AOTCache=$APPDIR/" + CACHE, "-Xlog:aot=off", "-Xlog:cds=off"));
        }
    }

    /** Fails unless both launchers take the cache and load the program's classes from it. */
    private void checkCache(Path work) throws IOException, InterruptedException {
        for (String launcher : List.of(NAME, NAME + "-window")) {
            Path log = work.resolve(launcher + ".classes");
            String options = "-XX:AOTMode=on -Xlog:class+load:file=" + log;
            run(builder(launcher(launcher), options, List.of("--version")));
            String loaded = Files.readString(log);
            if (!loaded.contains("dev.tradewind.Main source: shared objects file")) {
                throw new IOException(launcher + " does not start from " + CACHE);
            }
        }
        System.out.println("cache: " + megabytes(applicationFolder().resolve(CACHE)) + " MB, used by both launchers");
    }

    /** Plays the same run on the image as on the layout, in a process of its own. */
    private void smoke(Path work) throws IOException, InterruptedException {
        run(List.of(tool("java"), smokeRun.toString(), "", work.resolve("smoke").toString(), launcher(NAME).toString()))
                .forEach(System.out::println);
    }

    private void play(Path work, String options) throws IOException, InterruptedException {
        Path data = work.resolve("training");
        Process terminal = builder(
                        launcher(NAME + "-window"), options, List.of("--data-dir", data.toString()))
                .start();
        List<String> said = new ArrayList<>();
        alarm(terminal);
        int lines = -1;
        try (var output = terminal.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                said.add(line);
                lines = line.equals(OPEN) ? 0 : lines < 0 ? lines : lines + 1;
                if (lines == TRAINING_LINES) {
                    // Process.destroy would close the stream that is still read
                    terminal.toHandle().destroy();
                }
            }
        }
        if (terminal.waitFor() != 0 || lines < TRAINING_LINES) {
            throw new IOException("the training run failed: " + String.join("\n", said));
        }
    }

    private void launch(Path work, String options) throws IOException, InterruptedException {
        run(builder(launcher(NAME + "-window"), options, List.of("--data-dir", work.resolve("none").toString())));
    }

    private static ProcessBuilder builder(Path program, String options, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("DISPLAY");
        builder.environment().putAll(Map.of("JAVA_TOOL_OPTIONS", options));
        return builder;
    }

    private void makeInstaller() throws IOException, InterruptedException {
        run(List.of(tool("jpackage"), "@" + platformOptions("-installer"), "--name", NAME,
                "--app-version", version, "--dest", out.toString(), "--app-image", image().toString()));
        try (Stream<Path> made = Files.list(out)) {
            for (Path file : made.filter(Files::isRegularFile).toList()) {
                System.out.println("installer: " + file + ", " + megabytes(file) + " MB");
            }
        }
    }

    // places

    private String tool(String name) {
        return jdk.resolve("bin").resolve(name).toString();
    }

    private Path platformOptions(String suffix) {
        return definitions.resolve(platform() + suffix + ".options");
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return system.startsWith("mac") ? "mac" : system.startsWith("win") ? "windows" : "linux";
    }

    private Path image() {
        return out.resolve(platform().equals("mac") ? NAME + ".app" : NAME);
    }

    private Path launcher(String name) {
        return switch (platform()) {
            case "mac" -> image().resolve("Contents/MacOS").resolve(name);
            case "windows" -> image().resolve(name + ".exe");
            default -> image().resolve("bin").resolve(name);
        };
    }

    private Path applicationFolder() {
        return switch (platform()) {
            case "mac" -> image().resolve("Contents/app");
            case "windows" -> image().resolve("app");
            default -> image().resolve("lib/app");
        };
    }

    private Path launcherSettings(String launcher) {
        return applicationFolder().resolve(launcher + ".cfg");
    }

    // files and processes

    /** Adds Java options to a launcher's settings, behind those that are there. */
    private static void addOptions(Path settings, List<String> options) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(settings));
        int section = lines.indexOf("[JavaOptions]");
        if (section < 0) {
            throw new IOException(settings + " has no Java options");
        }
        int end = section + 1;
        while (end < lines.size() && lines.get(end).startsWith("java-options=")) {
            end++;
        }
        lines.addAll(end, options.stream().map(option -> "java-options=" + option).toList());
        Files.write(settings, lines);
    }

    private static List<String> run(List<String> command) throws IOException, InterruptedException {
        return run(new ProcessBuilder(command).redirectErrorStream(true));
    }

    private static List<String> run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.start();
        alarm(process);
        List<String> said;
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            said = output.lines().toList();
        }
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException(
                    String.join(" ", builder.command()) + " ended with " + status + ":\n" + String.join("\n", said));
        }
        return said;
    }

    private static void alarm(Process process) {
        Thread.ofVirtual().start(() -> {
            try {
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> found = Files.walk(from)) {
            for (Path file : found.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> found = Files.walk(folder)) {
                for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static long megabytes(Path tree) throws IOException {
        long bytes = 0;
        try (Stream<Path> found = Files.walk(tree)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return Math.round(bytes / 1e6);
    }
}
