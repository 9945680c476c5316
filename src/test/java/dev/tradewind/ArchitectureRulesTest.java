package dev.tradewind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules find every planted offender below {@code archfixture}, and nobody else. */
class ArchitectureRulesTest {

    private static final String ROOT = "dev.tradewind.archfixture";

    private static JavaClasses planted;
    private static ArchitectureRules rules;

    @BeforeAll
    static void importThePlanted() throws IOException {
        planted = new ClassFileImporter().importPackages(ROOT);
        rules = new ArchitectureRules(ROOT, PackageTable.read(Path.of("docs", "architecture.md")));
    }

    @Test
    void aClassUsesOnlyWhatItsLineNames() {
        assertEquals(
                Set.of("domain.UpwardLooker", "domain.RootUser", "bot.type.ReachAroundBot", "stray.Homeless"),
                offenders(rules.table()));
    }

    @Test
    void packagesInACycleAreFound() {
        List<String> cycles = details(rules.cycles());

        assertEquals(1, cycles.size(), cycles::toString);
        assertTrue(cycles.getFirst().contains("marketdata.left"), cycles::toString);
        assertTrue(cycles.getFirst().contains("marketdata.right"), cycles::toString);
    }

    @Test
    void screensAreApart() {
        assertEquals(Set.of("ui.screen.one.OneView"), offenders(rules.screens()));
    }

    @Test
    void botTypesAreApart() {
        assertEquals(Set.of("bot.type.CopyingBot"), offenders(rules.botTypes()));
    }

    @Test
    void wallsHold() {
        Map<String, Set<String>> offendersByWall = rules.walls().stream()
                .collect(Collectors.toMap(
                        wall -> wall.getDescription().replaceAll(" only in .*", ""),
                        this::offenders,
                        (one, other) -> one,
                        TreeMap::new));

        assertEquals(
                Map.of(
                        "JavaFX and what is built on it", Set.of("engine.NodeHolder"),
                        "XChange", Set.of(),
                        "jOOQ, JDBC, SQLite and Flyway", Set.of("monitor.Connected"),
                        "clients for HTTP and WebSocket", Set.of("monitor.Connected"),
                        "servers", Set.of("monitor.Connected"),
                        "sockets", Set.of("monitor.Connected"),
                        "Bouncy Castle and zxcvbn", Set.of("monitor.HomeMadeCipher"),
                        "picocli", Set.of("monitor.Connected")),
                offendersByWall);
    }

    @Test
    void determinismIsWalledIn() {
        assertEquals(
                Map.of(
                        "domain.WallClockReader", 4L,
                        "sim.UnseededDice", 6L,
                        "engine.ThreadStarter", 8L),
                violationsByOffender(rules.determinism()));
    }

    @Test
    void exemptionsAreFewAndSayWhy() {
        assertEquals(Set.of("domain.ExcusedValue", "kernel.SilentDriver"), offenders(rules.ambient()));
    }

    @Test
    void staticsNeverChange() {
        assertEquals(Map.of("kernel.StaticCounter", 4L), violationsByOffender(rules.statics()));
    }

    @Test
    void moneyIsExact() {
        assertEquals(
                Map.of("domain.FloatingPrice", 1L, "portfolio.FloatingLedger", 3L),
                violationsByOffender(rules.exactMoney()));
    }

    @Test
    void onlyTheBridgeTouchesThePlatform() {
        assertEquals(Set.of("ui.widget.PlatformCaller"), offenders(rules.platform()));
    }

    @Test
    void viewModelsKnowNoNodes() {
        assertEquals(Set.of("ui.screen.two.TwoViewModel"), offenders(rules.viewModels()));
    }

    @Test
    void theAssistantCannotTrade() {
        assertEquals(Set.of("assistant.TradingAssistant"), offenders(rules.assistant()));
    }

    @Test
    void packagesExplainThemselves() {
        Set<String> withoutExplanation = planted.stream()
                .filter(type -> !type.getPackageName().equals(ROOT))
                .filter(type -> type.getEnclosingClass().isEmpty())
                .map(ArchitectureRulesTest::name)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(withoutExplanation, offenders(rules.packageInfo()));
    }

    private Set<String> offenders(ArchRule rule) {
        return violationsByOffender(rule).keySet();
    }

    private Map<String, Long> violationsByOffender(ArchRule rule) {
        return details(rule).stream()
                .collect(Collectors.groupingBy(this::offender, TreeMap::new, Collectors.counting()));
    }

    private static List<String> details(ArchRule rule) {
        return rule.allowEmptyShould(true).evaluate(planted).getFailureReport().getDetails();
    }

    /** The planted file that a violation names first. */
    private String offender(String detail) {
        return planted.stream()
                .filter(type -> type.getEnclosingClass().isEmpty())
                .filter(type -> detail.contains(type.getName()))
                .min(Comparator.comparingInt((JavaClass type) -> detail.indexOf(type.getName()))
                        .thenComparing(type -> -type.getName().length()))
                .map(ArchitectureRulesTest::name)
                .orElseThrow(() -> new AssertionError("No planted class in: " + detail));
    }

    private static String name(JavaClass type) {
        return type.getName().substring(ROOT.length() + 1);
    }
}
