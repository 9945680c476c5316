package dev.tradewind.ui.lock;

import dev.tradewind.app.custody.SecurityDesk.Cause;
import dev.tradewind.app.custody.SecurityDesk.LockPolicy;
import dev.tradewind.app.custody.SecurityDesk.Reaction;
import dev.tradewind.app.custody.SecurityDesk.SecurityState;
import dev.tradewind.app.custody.SecurityDesk.VaultState;
import dev.tradewind.app.custody.SecurityDesk;
import dev.tradewind.ui.fx.Hands;
import dev.tradewind.ui.fx.Ticker;
import dev.tradewind.ui.lock.IdleWatch.Verdict;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Locks and seals: when a person says so, when nobody is there, when the machine slept, or when another part of the program
 * does. The curtain falls first and the desk is told after it, so that nothing shows meanwhile. Holds no nodes; JavaFX thread
 * only.
 */
public final class LockGuard implements AutoCloseable {

    /** How often it looks at the clocks. */
    static final Duration PERIOD = Duration.ofSeconds(1);

    /** What hides the terminal. */
    public interface Curtain {

        /**
         * Hides everything at once; it may be down already.
         *
         * @param guard what lifts it again
         */
        void fall(LockGuard guard);

        /** Shows the terminal again; it may be up already. */
        void lift();

        /** Warns that it falls by itself soon; empty words end the warning. */
        void warn(String words);

        /** Tells why something could not be done. */
        void say(String words);

        /** Hides nothing, for a window without a lock screen. */
        Curtain NONE = new Curtain() {
            @Override
            public void fall(LockGuard guard) {}

            @Override
            public void lift() {}

            @Override
            public void warn(String words) {}

            @Override
            public void say(String words) {}
        };
    }

    /**
     * What time it is.
     *
     * @param nanos      a steady clock
     * @param wallMillis the wall clock
     */
    public record Clocks(LongSupplier nanos, LongSupplier wallMillis) {

        /** The machine's. */
        public static final Clocks SYSTEM = new Clocks(System::nanoTime, System::currentTimeMillis);
    }

    private final SecurityDesk desk;
    private final SecurityFeed feed;
    private Curtain curtain;
    private final Hands hands;
    private final Clocks clocks;
    private final IdleWatch idle;
    private final SleepWatch sleep;
    private @Nullable Ticker ticker;
    private boolean asked;
    private boolean warned;

    /** A guard that passes commands on to the desk; what locks by itself, and hides the window, begins with {@link #start}. */
    public LockGuard(SecurityDesk desk, SecurityFeed feed, Clocks clocks) {
        this(desk, feed, Curtain.NONE, Hands.threads(), clocks);
    }

    LockGuard(SecurityDesk desk, SecurityFeed feed, Curtain curtain, Hands hands, Clocks clocks) {
        this.desk = desk;
        this.feed = feed;
        this.curtain = curtain;
        this.hands = hands;
        this.clocks = clocks;
        this.idle = new IdleWatch(clocks.nanos.getAsLong());
        this.sleep = new SleepWatch(PERIOD, clocks.nanos.getAsLong(), clocks.wallMillis.getAsLong());
        feed.state().addListener((property, old, now) -> follow(now));
    }

    /** Begins to hide the window and to watch the clocks; what is locked already is hidden at once. */
    public void start(Curtain hiding) {
        curtain = hiding;
        touched();
        follow(feed.now());
        ticker = Ticker.every("lock-guard", PERIOD, this::tick);
    }

    /** {@return how things stand} */
    public SecurityFeed feed() {
        return feed;
    }

    /** {@return the desk it works on} */
    public SecurityDesk desk() {
        return desk;
    }

    /** Hides the terminal; without a passphrase nothing happens. */
    public void lock(Cause cause) {
        cover("lock-screen", () -> desk.lockScreen(cause));
    }

    /** Wipes the keys and hides the terminal; without a passphrase nothing happens. */
    public void seal(Cause cause) {
        cover("seal-keys", () -> desk.seal(cause));
    }

    private void cover(String name, Runnable telling) {
        if (feed.now().vault() == VaultState.NONE) {
            return;
        }
        asked = true;
        calm();
        curtain.fall(this);
        hands.apart(name, () -> {
            telling.run();
            return true;
        }, done -> settle(""), failure -> settle(UnlockModel.words(failure)));
    }

    private void settle(String trouble) {
        asked = false;
        feed.refresh();
        follow(feed.now());
        if (!trouble.isEmpty()) {
            curtain.say(trouble);
        }
    }

    private void follow(SecurityState state) {
        if (state.screenLocked()) {
            calm();
            curtain.fall(this);
        } else if (!asked) {
            curtain.lift();
        }
    }

    /** Somebody touched key, mouse or screen. */
    public void touched() {
        idle.touched(clocks.nanos.getAsLong());
        calm();
    }

    private void calm() {
        if (warned) {
            warned = false;
            curtain.warn("");
        }
    }

    /** Looks at the clocks. */
    void tick() {
        long now = clocks.nanos.getAsLong();
        boolean slept = sleep.slept(now, clocks.wallMillis.getAsLong());
        SecurityState state = feed.now();
        LockPolicy policy = state.policy();
        if (state.vault() == VaultState.NONE) {
            return;
        }
        if (slept) {
            react(policy.onSleep(), Cause.SLEEP);
        }
        boolean pointless = policy.onIdle() == Reaction.NOTHING || done(policy.onIdle(), state);
        Verdict verdict = idle.look(now, pointless ? 0 : policy.idleMinutes());
        switch (verdict) {
            case Verdict.Calm() -> calm();
            case Verdict.Warns(int seconds) -> warn(policy.onIdle(), seconds, state.screenLocked());
            case Verdict.Fires() -> react(policy.onIdle(), Cause.IDLE);
        }
    }

    private static boolean done(Reaction reaction, SecurityState state) {
        return switch (reaction) {
            case NOTHING -> true;
            case LOCK -> state.screenLocked();
            case SEAL -> state.screenLocked() && state.vault() == VaultState.SEALED;
        };
    }

    private void react(Reaction reaction, Cause cause) {
        if (done(reaction, feed.now())) {
            return;
        }
        switch (reaction) {
            case NOTHING -> { }
            case LOCK -> lock(cause);
            case SEAL -> seal(cause);
        }
    }

    private void warn(Reaction reaction, int seconds, boolean hidden) {
        if (!hidden) {
            warned = true;
            curtain.warn((reaction == Reaction.SEAL ? "Nobody here? Keys are sealed in " : "Nobody here? The screen locks in ")
                    + seconds + " s. Any key or a move of the mouse stops that.");
        }
    }

    @Override
    public void close() {
        if (ticker != null) {
            ticker.close();
        }
        feed.close();
    }
}
