package dev.tradewind.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.SavedStates;
import dev.tradewind.StateRules;
import dev.tradewind.bot.BotType;
import dev.tradewind.bot.type.BotCatalog;
import dev.tradewind.domain.MarginConfig;
import dev.tradewind.domain.MarginMode;
import dev.tradewind.domain.OrderState;
import dev.tradewind.domain.PositionMode;
import dev.tradewind.engine.StateStory.Feed;
import dev.tradewind.engine.StateStory.Setting;
import dev.tradewind.kernel.Rng;
import dev.tradewind.oms.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A session that was saved in the middle and loaded into a fresh one does from there on what it would have done: the same rows,
 * the same hash, the same state in the end, and every field of it is the same at once.
 */
class SessionStateTest {

    private static final int EVENTS = 400;

    /** A loaded session is played to the end at so many stops … */
    private static final int STOPS = 3;

    /** … and looked at only after so many more of the steps, in percent. */
    private static final int LOOKS = 2;

    private static final long SEED = 20_260_101;

    private final Set<String> met = new TreeSet<>();
    private final Map<String, Integer> orders = new TreeMap<>();

    /** A session that took a state over, and where. */
    private record Loaded(StateRig rig, int step, int row) {}

    private void goesOn(String what, StateStory story, Rng rng) {
        StateRig undisturbed = new StateRig(story);
        int size = story.steps.size();
        undisturbed.play(story.steps, 0, size);

        StateRig saved = new StateRig(story);
        List<Loaded> loaded = new ArrayList<>();
        int at = 0;
        for (int stop = 0; stop < STOPS; stop++) {
            int next = Math.max(at, stop * size / STOPS + rng.nextInt(size / STOPS));
            for (; at < next; at++) {
                saved.play(story.steps, at, at + 1);
                if (rng.nextInt(100) < LOOKS) {
                    loaded(what + ", after step " + at, saved, story);
                }
            }
            loaded.add(new Loaded(loaded(what + ", step " + at, saved, story), at, saved.rows.size()));
        }
        saved.play(story.steps, at, size);
        assertEquals(undisturbed.runHash(), saved.runHash(), what + ": saving changed what it does");
        EngineSnapshot end = undisturbed.snapshot();
        byte[] state = undisturbed.state();
        for (Loaded each : loaded) {
            String from = what + ", loaded at step " + each.step();
            each.rig().play(story.steps, each.step(), size);
            sameRows(from, undisturbed.rows.subList(each.row(), undisturbed.rows.size()), each.rig().rows);
            assertEquals(undisturbed.runHash(), each.rig().runHash(), from);
            StateRules.all().compare(from, end, each.rig().snapshot());
            assertArrayEquals(state, each.rig().state(), from);
        }
    }

    private static void sameRows(String what, List<String> expected, List<String> found) {
        for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
            assertEquals(expected.get(i), found.get(i), what + ", its row " + i);
        }
        assertEquals(expected.size(), found.size(), what);
    }

    private StateRig loaded(String what, StateRig saved, StateStory story) {
        byte[] state = saved.state();
        StateRig fresh = SavedStates.loaded(state, new StateRig(story));
        assertEquals(List.of(), fresh.rows, what + ": loading wrote rows");
        assertArrayEquals(state, fresh.state(), what + ": saved again");
        met.addAll(StateRules.all().compare(what, saved.session, fresh.session));
        met.addAll(StateRules.all().compare(what, saved.venue(), fresh.venue()));
        count(fresh.session);
        return fresh;
    }

    private void count(Session session) {
        for (int i = 0; i < session.desk().orders().size(); i++) {
            Order order = session.desk().orders().get(i);
            count(order.state().name());
            count(order.amending() ? "amending" : "");
            count(order.parking() ? "parking" : "");
            count(order.ahead() != null ? "waits for another" : "");
            count(order.request().linkId() != 0 ? "linked" : "");
            count(order.sentAgain() ? "sent again" : "");
        }
        count("trading " + session.desk().tradingState());
        count(session.risk().killSwitch().closing() ? "closing" : "");
        session.fleet().slots().forEach(slot -> count("bot " + slot.botState()));
    }

    private void count(String what) {
        orders.merge(what, 1, Integer::sum);
    }

    /** Whatever is cut off or garbled is refused, or is another state; nothing else happens. */
    @Test
    void damageIsRefused() {
        for (int number : new int[] {0, 10, 23}) {
            Setting setting = StateStory.setting(number);
            PositionMode mode = setting.perpetual() ? setting.margin().positions() : PositionMode.ONE_WAY;
            StateStory story = new StateStory(SEED, setting, "", 150, StateDeeds.anything(mode, 60));
            StateRig rig = new StateRig(story);
            rig.play(story.steps, 0, story.steps.size());
            SavedStates.refuseDamageOf(SavedStates.of(rig.session), () -> new StateRig(story).session, new Rng(SEED), 150);
        }
    }

    static Stream<Arguments> presets() {
        List<Arguments> all = new ArrayList<>();
        for (BotType type : BotCatalog.TYPES) {
            for (BotType.Preset preset : type.presets()) {
                for (Feed feed : Feed.values()) {
                    all.add(Arguments.of(type.id(), preset.label(), feed));
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyPresetGoesOn(String type, String label, Feed feed) {
        BotType.Preset preset = BotCatalog.type(type).presets().stream()
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow();
        MarginConfig margin = type.startsWith("futures")
                ? new MarginConfig(2, MarginMode.ISOLATED, PositionMode.ONE_WAY)
                : null;
        StateStory story = new StateStory(
                SEED, new Setting(feed, margin, true, 0), "", EVENTS, StateDeeds.oneBot(type, preset.values(), EVENTS));
        goesOn(type + " " + label + " on " + feed + ", seed " + SEED, story, new Rng(SEED));
        assertTrue(met.contains("engine.BotSlot"), "no bot ran");
    }

    /** Bots, algorithms, orders of all kinds, rules and the kill switch together, in every setting. */
    @Test
    void anythingGoesOn() {
        for (int number = 0; number < StateStory.settings(); number++) {
            Setting setting = StateStory.setting(number);
            PositionMode mode = setting.perpetual() ? setting.margin().positions() : PositionMode.ONE_WAY;
            StateStory story = new StateStory(
                    SEED + number, setting, "account unprotected 5s protect\nbot:* drawdown 20% over 1h warn", EVENTS,
                    StateDeeds.anything(mode, 40));
            goesOn(setting + ", seed " + (SEED + number), story, new Rng(SEED + number));
        }
        System.out.println("at the stops: " + orders);
        for (OrderState state : List.of(
                OrderState.PENDING_NEW, OrderState.LIVE, OrderState.PARTIALLY_FILLED, OrderState.HELD, OrderState.CANCEL_PENDING)) {
            assertTrue(orders.containsKey(state.name()), "no order was " + state + " at a stop: " + orders);
        }
        for (String kind : List.of(
                "amending", "parking", "waits for another", "linked", "sent again", "trading HALTED",
                "trading REDUCING", "bot PAUSED", "bot ERROR", "bot STOPPED")) {
            assertTrue(orders.containsKey(kind), "nothing was " + kind + " at a stop: " + orders);
        }
        for (String type : List.of(
                "oms.TrailingStop", "oms.LinkedExits", "oms.Bracket", "oms.Iceberg", "oms.Twap", "oms.ExitPair",
                "bot.type.DcaBot", "bot.type.GridBot", "bot.type.FuturesGridBot", "bot.type.SmaCrossBot", "engine.RuleWatch",
                "risk.WindowSum", "risk.WindowTimes", "risk.ProfitCurves", "risk.UsualSize",
                "engine.EngineSnapshot$QuarantineRow")) {
            assertTrue(met.contains(type), "no " + type + " was there at a stop: " + met);
        }
    }
}
