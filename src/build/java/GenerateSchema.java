import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;
import org.slf4j.LoggerFactory;

/**
 * Build step: migrates an empty database and writes jOOQ's classes for the schema that comes out, so that a query which
 * does not fit the migrations does not compile. The build runs it as a single-file program on the JDK it selected,
 * because the generator needs a newer Java than the one Maven may be running on.
 *
 * <p>Arguments: migrations folder, database file to make, folder to generate into, package name, jOOQ's version. The
 * digest of all that went in is kept beside the database; when it has not changed, nothing is done.
 */
class GenerateSchema {

    private static final String BUILT_ON = "2026-01-01 00:00:00.000";

    public static void main(String[] arguments) throws Exception {
        Path migrations = Path.of(arguments[0]).toAbsolutePath();
        Path database = Path.of(arguments[1]).toAbsolutePath();
        Path generated = Path.of(arguments[2]).toAbsolutePath();
        String packageName = arguments[3];
        String jooqVersion = arguments[4];

        Path packageFolder = generated.resolve(packageName.replace('.', '/'));
        Path digestFile = database.resolveSibling(database.getFileName() + ".sha256");
        String digest = digest(migrations, packageName, jooqVersion);
        if (Files.exists(packageFolder.resolve("Tables.java"))
                && Files.exists(digestFile)
                && Files.readString(digestFile).equals(digest)) {
            return;
        }

        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");

        Files.createDirectories(database.getParent());
        Files.deleteIfExists(digestFile);
        Files.deleteIfExists(database);
        deleteTree(packageFolder);

        String url = "jdbc:sqlite:" + database;
        Flyway flyway = Flyway.configure()
                .dataSource(url, null, null)
                .locations("filesystem:" + migrations)
                .load();
        flyway.migrate();
        // what the program looks for before it looks for migrations
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("pragma user_version = " + flyway.info().current().getVersion());
            // it is shipped: the same migrations give the same bytes, whenever that was
            statement.execute("update flyway_schema_history set installed_on = '" + BUILT_ON + "', execution_time = 0");
            statement.execute("vacuum");
        }
        GenerationTool.generate(configuration(url, generated, packageName));
        describePackage(packageFolder, packageName);
        Files.writeString(digestFile, digest);
    }

    private static Configuration configuration(String url, Path generated, String packageName) {
        return new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc().withDriver("org.sqlite.JDBC").withUrl(url))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.sqlite.SQLiteDatabase")
                                .withIncludes(".*")
                                .withExcludes("flyway_schema_history|sqlite_.*")
                                // SQLite's integer has 64 bits; jOOQ would take it for 32.
                                .withForcedTypes(new ForcedType()
                                        .withName("BIGINT")
                                        .withIncludeTypes("(?i:integer|int)")))
                        .withGenerate(new Generate()
                                .withGeneratedAnnotation(false)
                                .withJavaTimeTypes(true)
                                .withDaos(false)
                                .withPojos(false))
                        .withTarget(new Target()
                                .withPackageName(packageName)
                                .withDirectory(generated.toString())));
    }

    private static void describePackage(Path packageFolder, String packageName) throws IOException {
        Files.writeString(packageFolder.resolve("package-info.java"), """
                /** The tables as the migrations leave them; generated by the build, never edited. */
                package %s;
                """.formatted(packageName));
    }

    private static String digest(Path migrations, String... settings) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String setting : settings) {
            digest.update(setting.getBytes());
            digest.update((byte) 0);
        }
        // This very file: a change of the settings above counts too.
        digest.update(Files.readAllBytes(Path.of(System.getProperty("tradewind.generator"))));
        List<Path> files;
        try (Stream<Path> found = Files.walk(migrations)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            digest.update(migrations.relativize(file).toString().getBytes());
            digest.update((byte) 0);
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            found.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }
}
