package dev.tradewind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build step that writes the bill of materials, on libraries made up for it. */
class BillOfMaterialsTest {

    /** SHA-256 of no bytes, which is what the made-up jars hold (FIPS 180-4's well-known value). */
    private static final String NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private static final String TREE = """
            {"groupId": "dev.tradewind", "artifactId": "tradewind", "version": "1", "children": [
              {"groupId": "org.a", "artifactId": "a", "version": "1", "classifier": "", "children": [
                {"groupId": "org.a", "artifactId": "a", "version": "1", "classifier": "linux"}]},
              {"groupId": "org.b", "artifactId": "b", "version": "2", "classifier": ""}]}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void layOutTheProgram() throws IOException {
        Files.createDirectories(folder.resolve("app/lib-bench"));
        write("tree.json", TREE);
        jar("tradewind-1.jar");
        jar("a-1-linux.jar");
        jar("b-2.jar");
        pom("org/a/a/1/a-1.pom", """
                <parent><groupId>org.a</groupId><artifactId>all</artifactId><version>7</version></parent>
                """);
        pom("org/a/all/7/all-7.pom", licences("MIT License"));
        pom("org/b/b/2/b-2.pom", licences("ASL, version 2", "GNU Lesser General Public License"));
        write("NOTICE", "all but what is looked for");
    }

    @Test
    void namesEachJarWithItsDigestItsLicenceAndWhatItNeeds() throws Exception {
        assertEquals("", run());

        JsonNode bill = new ObjectMapper().readTree(folder.resolve("app/bom.json").toFile());
        assertEquals("CycloneDX 1.6 2026-01-01T00:00:00Z", bill.get("bomFormat").asText() + " "
                + bill.get("specVersion").asText() + " " + bill.get("metadata").get("timestamp").asText());
        assertEquals(
                List.of("pkg:maven/org.a/a@1?classifier=linux&type=jar MIT " + NOTHING,
                        "pkg:maven/org.b/b@2?type=jar Apache-2.0 OR LGPL-2.1-only " + NOTHING),
                bill.get("components").valueStream().map(BillOfMaterialsTest::line).toList());
        // the jar without a platform in its name is not shipped: what it brings along takes its place
        assertEquals(
                "[\"pkg:maven/org.a/a@1?classifier=linux&type=jar\",\"pkg:maven/org.b/b@2?type=jar\"]",
                bill.get("dependencies").get(0).get("dependsOn").toString());
        String report = Files.readString(folder.resolve("app/LICENCES.txt"));
        assertTrue(report.contains("\n  MIT\n    a-1-linux.jar (org.a:a:1)\n"), report);
        assertFalse(report.contains("under the LGPL."), report);
    }

    @Test
    void refusesWhatNobodyHasLookedAt() throws Exception {
        pom("org/a/all/7/all-7.pom", licences("Do What You Like"));
        pom("org/b/b/2/b-2.pom", licences("LGPLv3"));
        jar("stray.jar");

        assertEquals(
                """
                org.a:a:1 is under "Do What You Like", which is not in the table of licences
                org.b:b:2 is under the LGPL-3.0-only and NOTICE does not name it
                lib/stray.jar is of none of the libraries that the build asks for
                """,
                run());
        assertFalse(Files.exists(folder.resolve("app/bom.json")), "no bill of what was refused");
    }

    private static String line(JsonNode component) {
        return component.get("purl").asText() + " " + component.get("licenses").get(0).get("expression").asText() + " "
                + component.get("hashes").get(0).get("content").asText();
    }

    /** {@return what the step had to complain of} */
    private String run() throws IOException, InterruptedException {
        Process step = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "src/build/java/BillOfMaterials.java",
                        folder.resolve("tree.json").toString(),
                        folder.resolve("repository").toString(),
                        folder.resolve("app").toString(),
                        "src/build/licences.txt",
                        folder.resolve("NOTICE").toString(),
                        "tradewind",
                        "1",
                        "2026-01-01T00:00:00Z")
                .start();
        String complaints;
        try (var said = step.errorReader()) {
            complaints = said.readAllAsString();
        }
        assertEquals(complaints.isEmpty() ? 0 : 1, step.waitFor());
        return complaints;
    }

    private void jar(String name) throws IOException {
        write("app/lib/" + name, "");
    }

    private void pom(String path, String content) throws IOException {
        write("repository/" + path, "<?xml version=\"1.0\"?>\n<project>" + content + "</project>\n");
    }

    private static String licences(String... names) {
        StringBuilder text = new StringBuilder("<licenses>\n");
        for (String name : names) {
            text.append("<license><name>").append(name).append("</name></license>\n");
        }
        return text.append("</licenses>").toString();
    }

    private void write(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
