package dev.tradewind.ui;

import dev.tradewind.app.AlgoTypes;
import dev.tradewind.app.OpenSession;
import dev.tradewind.app.ReplayControl;
import dev.tradewind.app.SessionLabel;
import dev.tradewind.bot.BotType;
import dev.tradewind.bot.PlanTerms;
import dev.tradewind.domain.AlgoType;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.engine.EngineCommands;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineView;
import dev.tradewind.engine.OrderPreview;
import dev.tradewind.settings.BotPresetStore;
import java.util.ArrayList;
import java.util.List;

/** A session made of one snapshot that tests replace, which writes down what it was asked. */
public final class FakeSession implements OpenSession, ReplayControl {

    public final List<Command> sent = new ArrayList<>();
    public volatile EngineSnapshot snapshot;
    private final List<BotType> types;
    public boolean paused;
    public final BotPresetStore presets = BotPresetStore.inMemory();
    public double speed = 60;
    public long jumpedTo;
    public int steps;

    public FakeSession(EngineSnapshot snapshot, List<BotType> types) {
        this.snapshot = snapshot;
        this.types = types;
    }

    @Override
    public EngineView view() {
        return new EngineView() {
            @Override
            public EngineSnapshot snapshot() {
                return snapshot;
            }

            @Override
            public void request() {}

            @Override
            public OrderPreview preview(Command.PlaceOrder order) {
                return SnapshotFacts.preview(snapshot, order);
            }
        };
    }

    @Override
    public EngineCommands commands() {
        return sent::add;
    }

    @Override
    public ReplayControl replay() {
        return this;
    }

    @Override
    public SessionLabel label() {
        return new SessionLabel(SessionLabel.Mode.REPLAY, "Paper account", "Bitstamp replay", true);
    }

    @Override
    public List<BotType> botTypes() {
        return types;
    }

    @Override
    public List<AlgoType> algoTypes() {
        return AlgoTypes.all();
    }

    @Override
    public PlanTerms planTerms(EngineSnapshot now, long capitalAtoms) {
        FeeRate fee = new FeeRate(100_000);
        return new PlanTerms(
                now.market().instrument(), now.market().lastTicks(), fee, fee, FeeAsset.QUOTE, capitalAtoms,
                now.openOrders().size());
    }

    @Override
    public BotPresetStore presets() {
        return presets;
    }

    @Override
    public int nextBotId() {
        return 7;
    }

    @Override
    public void close() {}

    @Override
    public Position position() {
        return new Position(paused, false, speed, 62_310, 100_000, Fixtures.NOW - 1, Fixtures.NOW + 1);
    }

    @Override
    public void pause() {
        paused = true;
    }

    @Override
    public void resume() {
        paused = false;
    }

    @Override
    public void speed(double times) {
        speed = times;
    }

    @Override
    public void step() {
        steps++;
    }

    @Override
    public void jump(long toNanos) {
        jumpedTo = toNanos;
    }
}
