package dev.tradewind;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import dev.tradewind.domain.Ambient;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;

/**
 * Accesses to what the machine happens to be doing: its clock, its threads, its chance. Calls and method references
 * count alike; code marked {@link Ambient} is let through.
 */
final class AmbientAccess extends DescribedPredicate<JavaAccess<?>> {

    private static final Set<String> HARMLESS_ON_A_THREAD =
            Set.of("currentThread", "threadId", "getName", "isInterrupted");

    AmbientAccess() {
        super("the wall clock, threads or unseeded randomness");
    }

    @Override
    public boolean test(JavaAccess<?> access) {
        return isAmbient(access.getTargetOwner(), access.getName(), parameters(access)) && !isExempt(access);
    }

    /** Whether code unit or class, or anything around it, is marked {@link Ambient}. */
    static boolean isMarked(JavaClass type) {
        for (Optional<JavaClass> around = Optional.of(type); around.isPresent(); ) {
            JavaClass candidate = around.get();
            if (candidate.isAnnotatedWith(Ambient.class)
                    || candidate.getEnclosingCodeUnit().filter(AmbientAccess::isMarkedItself).isPresent()) {
                return true;
            }
            around = candidate.getEnclosingClass();
        }
        return false;
    }

    private static boolean isMarkedItself(JavaCodeUnit codeUnit) {
        return codeUnit.isAnnotatedWith(Ambient.class);
    }

    private static boolean isExempt(JavaAccess<?> access) {
        return isMarkedItself(access.getOrigin()) || isMarked(access.getOriginOwner());
    }

    private static List<String> parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                ? target.getRawParameterTypes().stream().map(JavaClass::getName).toList()
                : List.of();
    }

    private static boolean isAmbient(JavaClass owner, String member, List<String> parameters) {
        return isTime(owner, member, parameters) || isChance(owner, member, parameters) || isThread(owner, member);
    }

    private static boolean isTime(JavaClass owner, String member, List<String> parameters) {
        boolean withoutParameters = parameters.isEmpty();
        return switch (owner.getName()) {
            case "java.lang.System" -> Set.of("currentTimeMillis", "nanoTime").contains(member);
            case "java.time.Clock" -> member.startsWith("system") || member.matches("tick(Millis|Seconds|Minutes)");
            case "java.time.InstantSource" -> member.equals("system");
            case "java.time.ZoneId" -> member.equals("systemDefault");
            case "java.util.TimeZone" -> member.equals("getDefault");
            case "java.util.Calendar" -> member.equals("getInstance");
            case "java.util.Date", "java.util.GregorianCalendar" -> isConstructor(member) && withoutParameters;
            default -> owner.getPackageName().startsWith("java.time")
                    && member.equals("now")
                    && !parameters.contains(Clock.class.getName());
        };
    }

    private static boolean isChance(JavaClass owner, String member, List<String> parameters) {
        return switch (owner.getName()) {
            case "java.lang.Math", "java.lang.StrictMath" -> member.equals("random");
            case "java.lang.System" -> member.equals("identityHashCode");
            case "java.util.UUID" -> member.equals("randomUUID");
            case "java.util.Collections" -> member.equals("shuffle") && parameters.size() == 1;
            case "java.util.Random", "java.util.SplittableRandom" -> isConstructor(member) && parameters.isEmpty();
            case "java.util.random.RandomGenerator" -> Set.of("getDefault", "of").contains(member);
            case "java.util.random.RandomGeneratorFactory",
                    "java.util.concurrent.ThreadLocalRandom",
                    "java.security.SecureRandom" -> true;
            default -> false;
        };
    }

    private static boolean isThread(JavaClass owner, String member) {
        return switch (owner.getName()) {
            case "java.util.Timer",
                    "java.util.TimerTask",
                    "java.util.concurrent.Executors",
                    "java.util.concurrent.StructuredTaskScope",
                    "java.util.concurrent.locks.LockSupport" -> true;
            case "java.util.concurrent.TimeUnit" -> member.equals("sleep");
            case "java.util.Arrays" -> member.startsWith("parallel");
            default -> owner.isAssignableTo(Thread.class) && !HARMLESS_ON_A_THREAD.contains(member)
                    || owner.isAssignableTo(Thread.Builder.class)
                    || owner.isAssignableTo(Executor.class)
                    || owner.isAssignableTo(Future.class)
                    || owner.isAssignableTo(CompletionStage.class)
                    || owner.isAssignableTo(Collection.class) && member.equals("parallelStream")
                    || owner.isAssignableTo(BaseStream.class) && member.equals("parallel");
        };
    }

    private static boolean isConstructor(String member) {
        return member.equals(JavaConstructor.CONSTRUCTOR_NAME);
    }
}
