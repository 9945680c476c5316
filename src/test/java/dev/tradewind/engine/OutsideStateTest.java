package dev.tradewind.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.SavedStates;
import dev.tradewind.StateRules;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.VenueReport;
import dev.tradewind.domain.VenueReport.Kind;
import dev.tradewind.kernel.HashJournal;
import dev.tradewind.kernel.Rng;
import dev.tradewind.oms.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * As {@link SessionStateTest} at a venue outside this process, whose line is lost and comes back, which times out, answers late
 * and tells statements that agree or do not: what is in doubt, asked for or being compared goes on in a loaded session.
 */
class OutsideStateTest {

    private static final int SEEDS = 12;
    private static final int STEPS = 240;
    private static final long SEED = 40_001;
    private static final List<Kind> TOLD = List.of(
            Kind.ACCEPTED, Kind.CANCELED, Kind.REJECTED, Kind.TIMED_OUT, Kind.TIMED_OUT, Kind.CANCEL_REJECTED, Kind.EXPIRED,
            Kind.WORKING, Kind.DONE, Kind.UNKNOWN);

    private final Set<String> met = new TreeSet<>();
    private final Set<String> seen = new TreeSet<>();

    /** A scene whose journal is saved with it. */
    private static final class Kept {

        final HashJournal journal = new HashJournal();
        final OutsideScene scene = new OutsideScene(OutsideScene.spot(), journal, venue -> venue);

        void save(StateWriter out) {
            out.number(scene.now).part(scene.session).part(journal);
        }

        void load(StateReader in) {
            scene.now = in.number();
            in.part(scene.session).part(journal);
        }

        byte[] state() {
            return SavedStates.of(this::save);
        }
    }

    private record Loaded(Kept kept, int step, int sent) {}

    private static List<Consumer<OutsideScene>> steps(Rng rng) {
        List<Consumer<OutsideScene>> steps = new ArrayList<>();
        steps.add(scene -> scene.open().trade(100));
        long price = 100;
        for (int i = 1; i < STEPS; i++) {
            price = Math.max(80, price + rng.nextInt(5) - 2);
            steps.add(step(price, i, rng));
        }
        return steps;
    }

    private static Consumer<OutsideScene> step(long price, int number, Rng rng) {
        int pick = rng.nextInt(1_000);
        long lots = 1 + rng.nextInt(12);
        long near = price + rng.nextInt(9) - 4;
        Kind told = TOLD.get(rng.nextInt(TOLD.size()));
        Side side = rng.nextInt(3) == 0 ? Side.SELL : Side.BUY;
        long wait = rng.nextInt(12);
        return switch (rng.nextInt(20)) {
            case 0, 1, 2, 3 -> scene -> scene.place(side, lots, near);
            case 4, 5, 6, 7 -> scene -> scene.hear(told, picked(scene, pick), lots % 3);
            case 8, 9 -> scene -> scene.hear(scene.fill(picked(scene, pick), number, 1 + lots / 4, near));
            case 10 -> scene -> scene.send(new Command.CancelOrder(OutsideScene.id(picked(scene, pick))));
            case 11 -> scene -> scene.send(
                    new Command.AmendOrder(OutsideScene.id(picked(scene, pick)), lots + 4, near, 0));
            case 12 -> scene -> scene.hear(Kind.LINE_LOST, 0);
            case 13 -> scene -> scene.hear(Kind.LINE_BACK, 0);
            case 14, 15 -> OutsideScene::agree;
            case 16 -> scene -> scene.hear(new VenueReport().set(
                    pick % 2 == 0 ? Kind.STATEMENT_BEGAN : Kind.STATEMENT_FAILED, VenueReport.Reason.NONE, 0, scene.now));
            case 17 -> scene -> scene.tell(
                    List.of(scene.works(OutsideScene.id(picked(scene, pick)), side.sign() * (lots + 4), near, 0)),
                    List.of(scene.traded(OutsideScene.id(picked(scene, pick + 1)), number, side.sign(), near)),
                    scene.session.ledger().quoteAtoms(),
                    scene.session.ledger().baseAtoms());
            case 18 -> scene -> scene.after(wait);
            default -> scene -> scene.trade(price);
        };
    }

    private static long picked(OutsideScene scene, int pick) {
        int size = scene.session.desk().orders().size();
        if (size == 0 || pick % 11 == 0) {
            return 1 + pick % 7;
        }
        return OutsideScene.number(scene.session.desk().orders().get(pick % size).clientOrderId());
    }

    @Test
    void whatIsInDoubtGoesOn() {
        for (long seed = SEED; seed < SEED + SEEDS; seed++) {
            Rng rng = new Rng(seed);
            goesOn("seed " + seed, steps(rng), rng);
        }
        for (String state : List.of("UNRESOLVED", "LOST", "COMPARING", "OPEN")) {
            assertTrue(seen.contains(state), "nothing was " + state + " at a stop: " + seen);
        }
        for (String type : List.of("engine.Inquiries", "engine.Reconciler", "engine.LateFills", "oms.EndedFills")) {
            assertTrue(met.contains(type), "no " + type + " among " + met);
        }
    }

    private void goesOn(String what, List<Consumer<OutsideScene>> steps, Rng rng) {
        Kept saved = new Kept();
        List<Loaded> loaded = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            steps.get(i).accept(saved.scene);
            if (rng.nextInt(6) == 0) {
                String at = what + ", after step " + i;
                byte[] state = saved.state();
                Kept fresh = new Kept();
                SavedStates.load(state, fresh::load);
                assertEquals(List.of(), fresh.scene.sent, at);
                assertArrayEquals(state, fresh.state(), at);
                met.addAll(StateRules.all().compare(at, saved.scene.session, fresh.scene.session));
                see(fresh.scene);
                loaded.add(new Loaded(fresh, i + 1, saved.scene.sent.size()));
            }
        }
        byte[] end = saved.state();
        for (Loaded each : loaded) {
            steps.subList(each.step(), STEPS).forEach(step -> step.accept(each.kept().scene));
            String from = what + ", loaded after step " + (each.step() - 1);
            List<String> sent = saved.scene.sent;
            assertEquals(sent.subList(each.sent(), sent.size()), each.kept().scene.sent, from);
            assertEquals(saved.journal.runHash(), each.kept().journal.runHash(), from);
            assertArrayEquals(end, each.kept().state(), from);
        }
    }

    private void see(OutsideScene scene) {
        seen.add(scene.session.desk().line().state().name());
        for (int i = 0; i < scene.session.desk().orders().size(); i++) {
            Order order = scene.session.desk().orders().get(i);
            seen.add(order.state().name());
        }
    }
}
