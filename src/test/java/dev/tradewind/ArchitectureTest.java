package dev.tradewind;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds the program against {@code docs/architecture.md}: one test for each rule. */
class ArchitectureTest {

    private static final String ROOT = "dev.tradewind";

    @TestFactory
    Stream<DynamicTest> theProgramIsBuiltAsDocumented() throws IOException {
        PackageTable table = PackageTable.read(Path.of("docs", "architecture.md"));
        JavaClasses program = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(ROOT);
        assertFalse(program.isEmpty(), "classes to check");

        return new ArchitectureRules(ROOT, table)
                .all().stream().map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(program)));
    }
}
