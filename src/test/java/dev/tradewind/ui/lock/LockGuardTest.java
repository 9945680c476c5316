package dev.tradewind.ui.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.custody.SecurityDesk.Cause;
import dev.tradewind.app.custody.SecurityDesk.LockPolicy;
import dev.tradewind.app.custody.SecurityDesk.Reaction;
import dev.tradewind.app.custody.SecurityDesk.VaultState;
import dev.tradewind.app.job.Job;
import dev.tradewind.ui.AtOnce;
import dev.tradewind.ui.FakeSecurityDesk;
import dev.tradewind.ui.fx.Hands;
import dev.tradewind.ui.fx.JobWatch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LockGuardTest {

    private static final long SECOND = 1_000_000_000L;

    private final List<String> curtain = new ArrayList<>();
    private long nanos = 5 * SECOND;
    private long wallMillis = 1_700_000_000_000L;

    @Test
    void theCurtainFallsBeforeTheDeskIsTold() {
        FakeSecurityDesk desk = FakeSecurityDesk.of(VaultState.OPEN, false);
        List<String> calledWhenDown = new ArrayList<>();
        LockGuard guard = guard(desk, new Hands() {
            @Override
            public <T> void apart(String name, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
                calledWhenDown.addAll(curtain);
                new AtOnce().apart(name, work, done, failed);
            }

            @Override
            public <T> void follow(Job<T> job, JobWatch.Listener<T> listener) {
                throw new AssertionError("no job");
            }
        });
        guard.lock(Cause.USER);
        assertThat(calledWhenDown).containsExactly("falls");
        assertThat(desk.asked).containsExactly("lock USER");
        assertThat(curtain).containsOnly("falls");
        desk.stand(VaultState.OPEN, false);
        assertThat(curtain).last().isEqualTo("lifts");
    }

    @Test
    void aLockThatFailsLiftsTheCurtainAndSaysWhy() {
        FakeSecurityDesk desk = FakeSecurityDesk.of(VaultState.OPEN, false);
        LockGuard guard = guard(desk, new Hands() {
            @Override
            public <T> void apart(String name, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
                failed.accept(new IllegalStateException("disk full"));
            }

            @Override
            public <T> void follow(Job<T> job, JobWatch.Listener<T> listener) {
                throw new AssertionError("no job");
            }
        });
        guard.lock(Cause.USER);
        assertThat(curtain).containsExactly("falls", "lifts", "says That could not be done: disk full. Nothing was changed.");
    }

    @Test
    void idlenessWarnsFifteenSecondsBeforeAndFiresOnTheSecond() {
        FakeSecurityDesk desk = FakeSecurityDesk.of(VaultState.OPEN, false);
        LockGuard guard = guard(desk, new AtOnce());
        pass(guard, 15 * 60 - 16);
        assertThat(curtain).isEmpty();
        pass(guard, 1);
        assertThat(curtain).containsExactly(
                "warns Nobody here? The screen locks in 15 s. Any key or a move of the mouse stops that.");
        pass(guard, 14);
        assertThat(desk.asked).isEmpty();
        pass(guard, 1);
        assertThat(desk.asked).containsExactly("lock IDLE");
        assertThat(curtain).endsWith("warns ", "falls", "falls", "falls").doesNotContain("lifts");
        pass(guard, 3_600);
        assertThat(desk.asked).containsExactly("lock IDLE");
    }

    @Test
    void aTouchDuringTheWarningStopsIt() {
        FakeSecurityDesk desk = FakeSecurityDesk.of(VaultState.OPEN, false);
        LockGuard guard = guard(desk, new AtOnce());
        pass(guard, 15 * 60 - 3);
        guard.touched();
        assertThat(curtain).last().isEqualTo("warns ");
        pass(guard, 15 * 60 - 16);
        assertThat(desk.asked).isEmpty();
        assertThat(curtain).last().isEqualTo("warns ");
    }

    @Test
    void sleepIsNoticedWhetherTheSteadyClockStoodOrRan() {
        FakeSecurityDesk stood = FakeSecurityDesk.of(VaultState.OPEN, false);
        LockGuard first = guard(stood, new AtOnce());
        pass(first, 5);
        nanos += SECOND;
        wallMillis += 3_600_000;
        first.tick();
        assertThat(stood.asked).containsExactly("lock SLEEP");

        FakeSecurityDesk ran = FakeSecurityDesk.of(VaultState.OPEN, false);
        ran.policy(new LockPolicy(0, Reaction.NOTHING, Reaction.SEAL));
        ran.asked.clear();
        LockGuard second = guard(ran, new AtOnce());
        nanos += 12 * SECOND;
        wallMillis += 12_000;
        second.tick();
        assertThat(ran.asked).containsExactly("seal SLEEP");
    }

    @Test
    void aBusyMachineAndAClockSetBackAreNoSleep() {
        FakeSecurityDesk desk = FakeSecurityDesk.of(VaultState.OPEN, false);
        LockGuard guard = guard(desk, new AtOnce());
        nanos += 9 * SECOND;
        wallMillis += 9_000;
        guard.tick();
        nanos += SECOND;
        wallMillis -= 7_200_000;
        guard.tick();
        assertThat(desk.asked).isEmpty();
    }

    @Test
    void idlenessSealsALockedScreenIfThatIsThePolicy() {
        FakeSecurityDesk desk = FakeSecurityDesk.of(VaultState.OPEN, true);
        desk.policy(new LockPolicy(1, Reaction.SEAL, Reaction.NOTHING));
        desk.asked.clear();
        LockGuard guard = guard(desk, new AtOnce());
        pass(guard, 61);
        assertThat(desk.asked).containsExactly("seal IDLE");
        assertThat(curtain).noneMatch(words -> words.startsWith("warns N"));
    }

    @Test
    void withoutAPassphraseNothingLocks() {
        FakeSecurityDesk desk = FakeSecurityDesk.none();
        LockGuard guard = guard(desk, new AtOnce());
        guard.lock(Cause.USER);
        guard.seal(Cause.USER);
        pass(guard, 2_000);
        assertThat(desk.asked).isEmpty();
        assertThat(curtain).isEmpty();
    }

    private void pass(LockGuard guard, int seconds) {
        for (int i = 0; i < seconds; i++) {
            nanos += SECOND;
            wallMillis += 1_000;
            guard.tick();
        }
    }

    private LockGuard guard(FakeSecurityDesk desk, Hands hands) {
        return new LockGuard(desk, new SecurityFeed(desk, Runnable::run), new LockGuard.Curtain() {
            @Override
            public void fall(LockGuard guard) {
                curtain.add("falls");
            }

            @Override
            public void lift() {
                curtain.add("lifts");
            }

            @Override
            public void warn(String words) {
                curtain.add("warns " + words);
            }

            @Override
            public void say(String words) {
                curtain.add("says " + words);
            }
        }, hands, new LockGuard.Clocks(() -> nanos, () -> wallMillis));
    }
}
