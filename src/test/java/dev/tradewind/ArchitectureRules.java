package dev.tradewind;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.tradewind.domain.Ambient;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of {@code docs/architecture.md}, for the classes below a root package. The root is a parameter so that the
 * rules can also be held against planted offenders.
 */
final class ArchitectureRules {

    /** Written by the build from the migrations: one unit for cycles, and free of the rules of style. */
    private static final String GENERATED = "persistence.schema";

    private static final String FIRST_DETERMINISTIC = "kernel";
    private static final String LAST_DETERMINISTIC = "optimise";
    private static final Set<String> MAY_BE_AMBIENT = Set.of("kernel", "optimise");

    private static final String MONEY_TYPE = ".*(Price|Quantity|Money|Amount|Notional|Balance|Fee|Fill|Order|Trade"
            + "|Candle|Book|Position|Margin|Instrument|Asset).*";
    private static final Set<String> INEXACT =
            Set.of("double", "float", Double.class.getName(), Float.class.getName());

    private static final List<Class<?>> HOLDS_STATE = List.of(
            StringBuilder.class,
            ThreadLocal.class,
            java.util.AbstractCollection.class,
            java.util.AbstractMap.class,
            java.util.BitSet.class,
            java.util.Queue.class,
            java.util.concurrent.ConcurrentMap.class,
            java.util.concurrent.locks.Lock.class,
            java.util.random.RandomGenerator.class);

    private final String root;
    private final PackageTable table;

    ArchitectureRules(String root, PackageTable table) {
        this.root = root;
        this.table = table;
    }

    List<ArchRule> all() {
        return Stream.of(
                        List.of(table(), cycles(), screens(), botTypes()),
                        walls(),
                        List.of(determinism(), ambient(), statics(), exactMoney(), platform(), viewModels(),
                                assistant(), packageInfo()))
                .flatMap(List::stream)
                .map(rule -> rule.allowEmptyShould(true))
                .toList();
    }

    ArchRule table() {
        return classes()
                .should(new ArchCondition<JavaClass>("use only what the line of their package names") {
                    @Override
                    public void check(JavaClass user, ConditionEvents events) {
                        checkLine(user, events);
                    }
                })
                .because("the package table of docs/architecture.md is the order everything is built in;"
                        + " a package needs a line, and a new arrow is a change of that table with its reason");
    }

    private void checkLine(JavaClass user, ConditionEvents events) {
        if (user.getPackageName().equals(root)) {
            return;
        }
        String userPackage = relative(user).orElseThrow();
        Optional<String> userLine = table.lineFor(userPackage);
        if (userLine.isEmpty()) {
            events.add(SimpleConditionEvent.violated(
                    user, user.getName() + " is in package " + userPackage + ", which has no line in the table"));
            return;
        }
        for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
            JavaClass used = dependency.getTargetClass().getBaseComponentType();
            if (used.getPackageName().equals(root)) {
                events.add(SimpleConditionEvent.violated(
                        dependency, dependency.getDescription() + ": nothing may use the root package"));
            }
            relative(used)
                    .flatMap(table::lineFor)
                    .filter(usedLine -> !table.allows(userLine.get(), usedLine))
                    .ifPresent(usedLine -> events.add(SimpleConditionEvent.violated(
                            dependency,
                            dependency.getDescription() + ": the line of " + userLine.get() + " does not name "
                                    + usedLine)));
        }
    }

    ArchRule cycles() {
        return slices()
                .assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return relative(type)
                                .map(name -> isGenerated(type) ? GENERATED : name)
                                .map(SliceIdentifier::of)
                                .orElse(SliceIdentifier.ignore());
                    }

                    @Override
                    public String getDescription() {
                        return "packages";
                    }
                })
                .should()
                .beFreeOfCycles()
                .because("packages in a cycle can only be understood, tested and changed together");
    }

    ArchRule screens() {
        return slices()
                .matching(root + ".ui.screen.(*)..")
                .should()
                .notDependOnEachOther()
                .because("a screen is opened through the shell and shares through ui.widget; it is removed by removing"
                        + " its folder and its line in the catalogue");
    }

    ArchRule botTypes() {
        return slices()
                .assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        JavaClass file = outermost(type);
                        return isBotType(type) || isBotType(file)
                                ? SliceIdentifier.of(file.getSimpleName())
                                : SliceIdentifier.ignore();
                    }

                    @Override
                    public String getDescription() {
                        return "bot types";
                    }
                })
                .should()
                .notDependOnEachOther()
                .because("a bot type is one file that can be read, changed and removed alone");
    }

    private boolean isBotType(JavaClass type) {
        return isUnder("bot.type", type)
                && (type.getSimpleName().endsWith("Bot") || type.isAssignableTo(root + ".bot.Bot"));
    }

    /** One rule for each library, or kind of library, that only some packages may know. */
    List<ArchRule> walls() {
        return List.of(
                wall("JavaFX and what is built on it",
                        "deleting ui leaves a program that still trades",
                        List.of("javafx..", "com.sun.javafx..", "com.sun.glass..", "atlantafx..", "org.controlsfx..",
                                "impl.org.controlsfx..", "io.fair_acc..", "org.kordamp.ikonli.."),
                        "ui"),
                wall("XChange",
                        "what an exchange library thinks an order is stays on its side of the venue port",
                        List.of("org.knowm.."),
                        "connector"),
                wall("jOOQ, JDBC, SQLite and Flyway",
                        "everything else stores through a port; a benchmark's peer is SQLite without one",
                        List.of("org.jooq..", "java.sql..", "javax.sql..", "org.sqlite..", "org.flywaydb.."),
                        "persistence", "bench"),
                wall("clients for HTTP and WebSocket",
                        "what goes over the wire is limited, retried and logged in few places",
                        List.of("java.net.http..", "io.helidon.webclient..", "io.netty..", "okhttp3..",
                                "jakarta.websocket..", "javax.websocket.."),
                        "connector", "assistant", "alert"),
                wall("servers",
                        "only two packages listen, on loopback",
                        List.of("com.sun.net.httpserver..", "io.helidon.webserver..", "io.helidon.websocket.."),
                        "practice", "inbound"),
                sockets(),
                wall("Bouncy Castle and zxcvbn",
                        "what touches keys and passphrases is read, and replaced, in one place",
                        List.of("org.bouncycastle..", "com.nulabinc.."),
                        "vault"),
                wall("picocli",
                        "a command is a thin shell over app",
                        List.of("picocli.."),
                        "cli"));
    }

    private ArchRule wall(String what, String because, List<String> libraries, String... inside) {
        return noClasses()
                .that(areOutside(inside))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries.toArray(String[]::new))
                .as(what + " only in " + String.join(", ", inside))
                .because(because);
    }

    private ArchRule sockets() {
        String[] inside = {"connector", "assistant", "alert", "practice", "inbound"};
        Set<String> sockets = Set.of(
                "java.net.Socket", "java.net.ServerSocket", "java.net.DatagramSocket", "java.net.URLConnection",
                "java.net.HttpURLConnection", "java.nio.channels.SocketChannel",
                "java.nio.channels.ServerSocketChannel", "java.nio.channels.DatagramChannel",
                "java.nio.channels.AsynchronousSocketChannel", "java.nio.channels.AsynchronousServerSocketChannel");
        return noClasses()
                .that(areOutside(inside))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("are sockets", type -> sockets.contains(type.getName())))
                .as("sockets only in " + String.join(", ", inside))
                .because("the network is reached through the packages that guard it");
    }

    ArchRule determinism() {
        Collection<String> walled = table.range(FIRST_DETERMINISTIC, LAST_DETERMINISTIC);
        walled.add("domain");
        return noClasses()
                .that(describe("are in the deterministic part", type -> isUnder(walled, type)))
                .should()
                .accessTargetWhere(new AmbientAccess())
                .because("the same inputs must give the same run: time comes from Clock, chance from Rng, ids from Ids,"
                        + " and threads belong to the drivers; an exemption is marked @Ambient with its reason");
    }

    ArchRule ambient() {
        return classes()
                .should(new ArchCondition<JavaClass>("be marked @Ambient only in " + MAY_BE_AMBIENT + " and for a reason") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.tryGetAnnotationOfType(Ambient.class)
                                .ifPresent(ambient -> checkAmbient(type, type.getName(), ambient, events));
                        for (JavaCodeUnit codeUnit : type.getCodeUnits()) {
                            codeUnit.tryGetAnnotationOfType(Ambient.class)
                                    .ifPresent(ambient -> checkAmbient(type, codeUnit.getFullName(), ambient, events));
                        }
                    }
                })
                .because("the drivers and the optimiser's workers are the only places where the world comes in");
    }

    private void checkAmbient(JavaClass type, String marked, Ambient ambient, ConditionEvents events) {
        if (!isUnder(MAY_BE_AMBIENT, type)) {
            events.add(SimpleConditionEvent.violated(type, marked + " is marked @Ambient outside " + MAY_BE_AMBIENT));
        }
        if (ambient.reason().isBlank()) {
            events.add(SimpleConditionEvent.violated(type, marked + " is marked @Ambient without a reason"));
        }
    }

    ArchRule statics() {
        return fields()
                .that()
                .areStatic()
                .and(describe("are written by hand", (JavaField field) ->
                        !field.getModifiers().contains(JavaModifier.SYNTHETIC) && !isGenerated(field.getOwner())))
                .should(new ArchCondition<JavaField>("never change") {
                    @Override
                    public void check(JavaField field, ConditionEvents events) {
                        changeability(field).ifPresent(why -> events.add(SimpleConditionEvent.violated(
                                field, field.getFullName() + " " + why + " in " + field.getSourceCodeLocation())));
                    }
                })
                .because("two sessions in one process, and two tests, must not see each other");
    }

    private static Optional<String> changeability(JavaField field) {
        JavaClass type = field.getRawType();
        if (!field.getModifiers().contains(JavaModifier.FINAL)) {
            return Optional.of("is static and not final");
        }
        if (type.isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE)) {
            return Optional.of("is a static array that others can write to");
        }
        if (type.getPackageName().equals("java.util.concurrent.atomic")
                || HOLDS_STATE.stream().anyMatch(type::isAssignableTo)) {
            return Optional.of("is static and holds state");
        }
        return Optional.empty();
    }

    ArchRule exactMoney() {
        return fields()
                .that(describe("count money", (JavaField field) -> isMoney(field.getOwner())))
                .should(new ArchCondition<JavaField>("not be float or double") {
                    @Override
                    public void check(JavaField field, ConditionEvents events) {
                        boolean inexact = field.getType().getAllInvolvedRawTypes().stream()
                                .anyMatch(type -> INEXACT.contains(type.getBaseComponentType().getName()));
                        if (inexact) {
                            events.add(SimpleConditionEvent.violated(
                                    field, field.getFullName() + " is inexact in " + field.getSourceCodeLocation()));
                        }
                    }
                })
                .because("money is exact: ticks, lots and atoms in long; double is for indicators and statistics");
    }

    private boolean isMoney(JavaClass type) {
        return isUnder(List.of("portfolio", "oms"), type)
                || isUnder("domain", type) && outermost(type).getSimpleName().matches(MONEY_TYPE);
    }

    ArchRule platform() {
        return noClasses()
                .that(areOutside("ui.fx"))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.application.Platform")
                .as("Platform only in ui.fx")
                .because("there is one bridge onto the JavaFX thread, and it delivers once a frame");
    }

    ArchRule viewModels() {
        return noClasses()
                .that(describe("are view models", type -> outermost(type).getSimpleName().endsWith("ViewModel")
                        || type.getSimpleName().endsWith("ViewModel")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .because("a view model is tested without a toolkit");
    }

    ArchRule assistant() {
        return noClasses()
                .that(describe("are in assistant", type -> isUnder("assistant", type)))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(root + ".engine.EngineCommands")
                .because("the assistant reads and proposes; it cannot trade");
    }

    ArchRule packageInfo() {
        return classes()
                .that(describe("are written by hand", type -> !isGenerated(type)))
                .should(new ArchCondition<JavaClass>("be in a package whose package-info.java is @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                            events.add(SimpleConditionEvent.violated(
                                    type, type.getName() + " is in a package without a @NullMarked package-info.java"));
                        }
                    }
                })
                .because("a package says what it owns, its thread and what it may not do, and null is never a value");
    }

    private static <T> DescribedPredicate<T> describe(String description, Predicate<T> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }

    /** Outside these packages and outside the root package, where Main has to know both sides. */
    private DescribedPredicate<JavaClass> areOutside(String... packages) {
        return are(describe("outside " + String.join(", ", packages), type ->
                !type.getPackageName().equals(root) && !isUnder(Arrays.asList(packages), type)));
    }

    private boolean isGenerated(JavaClass type) {
        return isUnder(GENERATED, type);
    }

    private boolean isUnder(Collection<String> packages, JavaClass type) {
        return packages.stream().anyMatch(name -> isUnder(name, type));
    }

    private boolean isUnder(String name, JavaClass type) {
        return (type.getPackageName() + ".").startsWith(root + "." + name + ".");
    }

    /** The package of a class relative to the root; empty for the root itself and for what is not ours. */
    private Optional<String> relative(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(root + ".") ? Optional.of(name.substring(root.length() + 1)) : Optional.empty();
    }

    private static JavaClass outermost(JavaClass type) {
        JavaClass outermost = type;
        while (outermost.getEnclosingClass().isPresent()) {
            outermost = outermost.getEnclosingClass().get();
        }
        return outermost;
    }
}
