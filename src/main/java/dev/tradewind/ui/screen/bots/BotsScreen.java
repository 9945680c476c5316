package dev.tradewind.ui.screen.bots;

import dev.tradewind.bot.BotType;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Command;
import dev.tradewind.domain.Instrument;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import dev.tradewind.ui.screen.Screen;
import dev.tradewind.ui.screen.ScreenContext;
import dev.tradewind.ui.screen.ScreenDescriptor;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The Bots screen: list with detail, or the form of one bot. JavaFX thread only. */
public final class BotsScreen implements Screen, BotActions {

    /** How the rail lists it. */
    public static final ScreenDescriptor DESCRIPTOR = new ScreenDescriptor("bots", "Bots", Icon.BOT, BotsScreen::new);

    /** Ten updates a second are as many as a person reads in a table. */
    private static final long UPDATE_NANOS = 100_000_000L;

    private final ScreenContext context;
    private final BotsViewModel model;
    private final BotDetail detail;
    private final StackPane root = new StackPane();
    private final VBox listPage = new VBox();
    private final VBox listPane;
    private final Consumer<EngineSnapshot> listener = this::update;
    private final VBox empty;
    private @Nullable BotFormView form;
    private long updatedNanos;

    BotsScreen(ScreenContext context) {
        this.context = context;
        List<BotType> types = context.session().botTypes();
        this.model = new BotsViewModel(types);
        this.detail = new BotDetail(context.theme(), types, this);
        BotTable table = new BotTable(model, context.theme(), this);
        VBox.setVgrow(table, Priority.ALWAYS);
        listPane = new VBox(new BotsHead(model, this), table);
        listPane.getStyleClass().addAll("pane", "bot-list");
        VBox.setVgrow(detail, Priority.ALWAYS);
        Button first = Buttons.of("New bot", this::newBot, "primary");
        first.setId("first-bot");
        empty = Messages.empty(Icon.BOT, "No bots yet", "A bot shows every order it could place before it starts.", first);
        empty.getStyleClass().add("pane");
        VBox.setVgrow(empty, Priority.ALWAYS);
        listPage.getStyleClass().addAll("spacing-4");
        listPage.getChildren().addAll(listPane, empty);
        root.getStyleClass().addAll("gutter", "bots-screen");
        root.getChildren().add(listPage);
        model.selected.addListener((property, old, now) -> refresh());
        model.filter.addListener((property, old, now) -> refresh());
        model.search.addListener((property, old, now) -> refresh());
        model.showArchived.addListener((property, old, now) -> refresh());
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        updatedNanos = 0;
        context.feed().listen(listener);
    }

    @Override
    public void hidden() {
        context.feed().ignore(listener);
    }

    private void refresh() {
        updatedNanos = 0;
        update(context.session().view().snapshot());
    }

    private void update(EngineSnapshot snapshot) {
        long now = System.nanoTime();
        if (updatedNanos != 0 && now - updatedNanos < UPDATE_NANOS) {
            return;
        }
        updatedNanos = now;
        if (form != null) {
            form.update(snapshot);
            return;
        }
        model.update(snapshot);
        double em = context.theme().rootPixels() / Theme.ROOT_PIXELS;
        double height = (86 + 40 * Math.clamp(model.lines.get().size(), 3, 8)) * em;
        listPane.setMinHeight(height);
        listPane.setMaxHeight(height);
        Optional<BotRow> selected = model.selectedBot();
        Node below = selected.isPresent() ? detail : empty;
        if (listPage.getChildren().getLast() != below) {
            listPage.getChildren().set(listPage.getChildren().size() - 1, below);
        }
        selected.ifPresent(bot -> detail.show(bot, snapshot));
    }

    @Override
    public void newBot() {
        List<BotType> types = context.session().botTypes();
        if (types.isEmpty()) {
            context.say().accept("This session offers no bots");
            return;
        }
        openForm(BotFormModel.forNew(context.session(), types.getFirst()), types);
    }

    @Override
    public void edit(int botId) {
        withType(botId, (type, bot) -> openForm(BotFormModel.forEdit(context.session(), type, bot), List.of(type)));
    }

    @Override
    public void copy(int botId) {
        withType(botId, (type, bot) -> openForm(BotFormModel.forClone(context.session(), type, bot), List.of(type)));
    }

    private void withType(int botId, BiConsumer<BotType, BotRow> action) {
        BotRow bot = find(botId);
        if (bot != null) {
            context.session().botTypes().stream()
                    .filter(type -> type.id().equals(bot.type()))
                    .findFirst()
                    .ifPresent(type -> action.accept(type, bot));
        }
    }

    @Override
    public void archive(int botId, boolean away) {
        send(away ? new Command.ArchiveBot(botId) : new Command.RestoreBot(botId));
    }

    private void openForm(BotFormModel formModel, List<BotType> types) {
        Instrument instrument = context.session().view().snapshot().market().instrument();
        form = new BotFormView(
                formModel, types, instrument, context.theme(),
                type -> openForm(BotFormModel.forNew(context.session(), type), types),
                command -> {
                    form = null;
                    root.getChildren().setAll(listPage);
                    command.ifPresent(this::send);
                    refresh();
                });
        root.getChildren().setAll(form);
        refresh();
    }

    @Override
    public void pauseOrResume(int botId, BotState state) {
        send(BotStates.mayResume(state) ? new Command.ResumeBot(botId) : new Command.PauseBot(botId));
    }

    @Override
    public void stop(int botId, String name) {
        BotRow bot = find(botId);
        if (bot == null) {
            return;
        }
        Instrument instrument = context.session().view().snapshot().market().instrument();
        Asset base = instrument.base();
        String holding = bot.baseAtoms() == 0
                ? "It holds nothing."
                : "It holds " + Figures.fixed(base.toDecimal(bot.baseAtoms()), instrument.quantityDecimals()) + " "
                        + base.code() + ", open result " + Figures.profit(instrument.quote(), bot.unrealisedAtoms()) + " "
                        + instrument.quote().code() + ".";
        StackPane[] shown = new StackPane[1];
        shown[0] = new StopCard(
                name, holding, mode -> send(new Command.StopBot(botId, mode)), () -> root.getChildren().remove(shown[0]));
        root.getChildren().add(shown[0]);
        shown[0].lookup("#stop-back").requestFocus();
    }

    @Override
    public void act(int botId, String action, String amount) {
        send(new Command.ActOnBot(botId, action, amount));
    }

    private @Nullable BotRow find(int botId) {
        for (BotRow bot : context.session().view().snapshot().bots()) {
            if (bot.id() == botId) {
                return bot;
            }
        }
        return null;
    }

    private void send(Command command) {
        try {
            context.session().commands().send(command);
            context.session().view().request();
        } catch (IllegalStateException e) {
            context.say().accept("Not sent: " + e.getMessage());
        }
    }
}
