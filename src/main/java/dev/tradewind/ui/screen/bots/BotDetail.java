package dev.tradewind.ui.screen.bots;

import dev.tradewind.bot.BotLevel;
import dev.tradewind.bot.BotType;
import dev.tradewind.bot.Deal;
import dev.tradewind.domain.BotState;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.Instrument;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.EngineSnapshot.BotRow;
import dev.tradewind.engine.EngineSnapshot.DecisionRow;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.IconView;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Buttons;
import dev.tradewind.ui.widget.Columns;
import dev.tradewind.ui.widget.Figures;
import dev.tradewind.ui.widget.Labels;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One bot: head with actions; equity and deals; levels; state and why. */
final class BotDetail extends VBox {

    private static final int MOST_REASONS = 60;

    private final Theme theme;
    private final BotActions actions;
    private final List<BotType> types;
    private final HBox head = new HBox();
    private final EquityChart equity;
    private final Label equityNote = Labels.of("", "t-secondary");
    private final TableView<DealLine> deals = new TableView<>();
    private final Label dealsNote = Labels.of("", "t-secondary");
    private final LevelsPane levels;
    private final VBox stateBox = new VBox();
    private final VBox reasons = new VBox();
    private String headKey = "";
    private long reasonsRow = -1;

    /** A deal as the table writes it. */
    private record DealLine(
            String number, String opened, String orders, String invested, String lasted, String net, String netTone,
            String endedBy) {}

    BotDetail(Theme theme, List<BotType> types, BotActions actions) {
        this.theme = theme;
        this.types = types;
        this.actions = actions;
        this.equity = new EquityChart(theme);
        this.levels = new LevelsPane(theme);
        getStyleClass().add("bot-detail");
        head.getStyleClass().addAll("pane", "detail-head");
        HBox panes = new HBox(money(), levels, why());
        panes.getStyleClass().add("bot-panes");
        VBox.setVgrow(panes, Priority.ALWAYS);
        for (Node pane : panes.getChildren()) {
            HBox.setHgrow(pane, Priority.ALWAYS);
        }
        getChildren().addAll(head, panes);
    }

    private VBox money() {
        deals.getColumns().addAll(List.of(
                Columns.text("Deal", 44, DealLine::number, deal -> "strong"),
                Columns.text("Opened", 90, DealLine::opened, deal -> ""),
                Columns.figure("Orders", 50, DealLine::orders, deal -> ""),
                Columns.figure("Invested", 80, DealLine::invested, deal -> ""),
                Columns.figure("Lasted", 72, DealLine::lasted, deal -> ""),
                Columns.figure("Net", 66, DealLine::net, DealLine::netTone),
                Columns.text("Ended by", 84, DealLine::endedBy, deal -> "is-secondary")));
        deals.setPlaceholder(Labels.of("No deal yet", "t-faint"));
        deals.widthProperty().addListener((property, old, now) ->
                Columns.spread(deals, theme.appearanceProperty().get().textPercent()));
        VBox.setVgrow(deals, Priority.ALWAYS);
        VBox pane = new VBox(head("Equity of this bot", equityNote), equity, head("Deals", dealsNote), deals);
        pane.getStyleClass().addAll("pane", "bot-pane");
        return pane;
    }

    private VBox why() {
        stateBox.getStyleClass().add("bot-state");
        reasons.getStyleClass().add("reasons");
        ScrollPane scroll = new ScrollPane(reasons);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox state = new VBox(head("State"), stateBox);
        state.getStyleClass().add("pane");
        VBox why = new VBox(head("Why did it do that", Labels.spring(), Labels.of("Journal row", "t-label")), scroll);
        why.getStyleClass().add("pane");
        VBox.setVgrow(why, Priority.ALWAYS);
        VBox column = new VBox(state, why);
        column.getStyleClass().addAll("bot-pane", "spacing-4");
        return column;
    }

    static HBox head(String title, Node... more) {
        HBox head = new HBox(Labels.of(title, "t-strong"));
        head.getStyleClass().add("pane-head");
        head.getChildren().addAll(more);
        return head;
    }

    void show(BotRow bot, EngineSnapshot snapshot) {
        Instrument instrument = snapshot.market().instrument();
        Asset quote = instrument.quote();
        showHead(bot, instrument);
        equity.show(bot.equity(), quote);
        long net = bot.realisedAtoms() + bot.unrealisedAtoms();
        equityNote.setText("since " + Figures.minute(bot.startedNanos()) + ", fees in, now " + Figures.profit(quote, net));
        dealsNote.setText(bot.dealsClosed() + " closed");
        Columns.show(deals, bot.deals().stream().map(deal -> line(deal, quote, snapshot.timeNanos())).toList());
        levels.show(bot, snapshot);
        showState(bot, instrument);
        showReasons(bot, snapshot);
    }

    private void showHead(BotRow bot, Instrument instrument) {
        String key = bot.id() + bot.name() + bot.state() + bot.archived();
        if (key.equals(headKey)) {
            return;
        }
        headKey = key;
        StackPane box = new StackPane(new IconView(BotTable.icon(bot.type()), "is-accent"));
        box.getStyleClass().add("bot-icon");
        head.getChildren().setAll(
                box,
                Labels.of(bot.name(), "t-section"),
                Labels.of(bot.type() + "-" + bot.id(), "t-id"),
                BotStates.chip(bot.state(), bot.archived()),
                Labels.of(BotLine.typeLabel(types, bot.type()) + " · " + instrument.symbol(), "t-secondary"),
                Labels.spring());
        if (BotStates.mayStop(bot.state())) {
            types.stream()
                    .filter(type -> type.id().equals(bot.type()))
                    .findFirst()
                    .ifPresent(type -> addActions(type, bot, instrument));
            head.getChildren().addAll(
                    button("Clone", Icon.COPY, () -> actions.copy(bot.id()), "quiet"),
                    button("Edit", Icon.PENCIL, () -> actions.edit(bot.id()), "quiet"),
                    button(BotStates.mayResume(bot.state()) ? "Resume" : "Pause",
                            BotStates.mayResume(bot.state()) ? Icon.PLAY : Icon.PAUSE,
                            () -> actions.pauseOrResume(bot.id(), bot.state())),
                    button("Stop…", Icon.SQUARE, () -> actions.stop(bot.id(), bot.name()), "danger"));
        } else if (bot.state() == BotState.STOPPED) {
            head.getChildren().addAll(
                    button("Clone", Icon.COPY, () -> actions.copy(bot.id()), "quiet"),
                    button(bot.archived() ? "Restore" : "Archive", bot.archived() ? Icon.UNDO : Icon.INBOX,
                            () -> actions.archive(bot.id(), !bot.archived()), "quiet"));
        }
    }

    private void addActions(BotType type, BotRow bot, Instrument instrument) {
        for (BotType.Action action : type.actions()) {
            boolean asks = !action.argument().isEmpty();
            Button button = Buttons.of(action.label() + (asks ? "…" : ""), () -> {}, "quiet");
            button.setId("act-" + action.id());
            if (asks) {
                AmountCard card = new AmountCard(theme, action, unit(action, instrument),
                        amount -> actions.act(bot.id(), action.id(), amount));
                button.setOnAction(event -> card.toggle(button));
            } else {
                button.setOnAction(event -> actions.act(bot.id(), action.id(), ""));
            }
            head.getChildren().add(button);
        }
    }

    private static String unit(BotType.Action action, Instrument instrument) {
        return switch (action.argument()) {
            case "quote" -> instrument.quote().code();
            case "base" -> instrument.base().code();
            default -> action.argument();
        };
    }

    private static Button button(String text, Icon icon, Runnable action, String... classes) {
        Button button = Buttons.of(text, action, classes);
        button.setGraphic(new IconView(icon));
        button.setId("bot-" + text.toLowerCase(Locale.ROOT).replace("…", ""));
        return button;
    }

    private static DealLine line(Deal deal, Asset quote, long nowNanos) {
        long until = deal.closedNanos() == 0 ? nowNanos : deal.closedNanos();
        return new DealLine(
                Integer.toString(deal.number()),
                Figures.minute(deal.openedNanos()),
                deal.filledOrders() + " of " + deal.plannedOrders(),
                Figures.money(quote, deal.investedAtoms()),
                Figures.duration(until - deal.openedNanos()),
                Figures.profit(quote, deal.resultAtoms()),
                Labels.toneOf(deal.resultAtoms()),
                deal.endedBy());
    }

    private void showState(BotRow bot, Instrument instrument) {
        Asset quote = instrument.quote();
        stateBox.getChildren().setAll(
                pair("Now", BotStates.word(bot.state()) + (bot.stateReason().isEmpty() ? "" : ": " + bot.stateReason())),
                pair("Doing", bot.phase()),
                pair("Protection", bot.protection()),
                pair("Holds", Figures.fixed(instrument.base().toDecimal(bot.baseAtoms()), instrument.quantityDecimals())
                        + " " + instrument.base().code() + ", cost " + Figures.money(quote, bot.costAtoms()) + " "
                        + quote.code()),
                pair("Parameters", parameters(bot.params())));
    }

    private static String parameters(Map<String, String> params) {
        StringBuilder text = new StringBuilder();
        params.entrySet().stream().limit(8).forEach(entry ->
                text.append(text.isEmpty() ? "" : " · ").append(entry.getKey()).append(' ').append(entry.getValue()));
        return text.append(params.size() > 8 ? " …" : "").toString();
    }

    private static HBox pair(String label, String value) {
        HBox row = new HBox(Labels.of(label, "t-secondary", "pair-label"), Labels.wrapped(value));
        row.getStyleClass().add("spacing-8");
        return row;
    }

    private void showReasons(BotRow bot, EngineSnapshot snapshot) {
        List<DecisionRow> own = snapshot.log().stream()
                .filter(row -> row.botId() == bot.id() || row.botId() == 0)
                .limit(MOST_REASONS)
                .toList();
        long newest = own.isEmpty() ? 0 : own.getFirst().row() * 31 + bot.id();
        if (newest == reasonsRow) {
            return;
        }
        reasonsRow = newest;
        reasons.getChildren().clear();
        for (DecisionRow row : own) {
            HBox line = new HBox(
                    Labels.of(Figures.clock(row.timeNanos()), "t-secondary"),
                    Labels.wrapped(
                            Figures.decision(snapshot.market().instrument(), row.reason(), row.first(), row.second()),
                            "t-medium"),
                    Labels.spring(),
                    Labels.of(Figures.whole(row.row()), "t-mono"));
            line.getStyleClass().add("reason");
            reasons.getChildren().add(line);
        }
        if (own.isEmpty()) {
            reasons.getChildren().add(Labels.of("Nothing decided yet", "t-faint"));
        }
    }

    /** {@return a level's state in words, for the levels table} */
    static String words(BotLevel.Kind kind) {
        return switch (kind) {
            case PLANNED -> "Planned";
            case LIVE -> "Live";
            case FILLED -> "Filled";
            case AVERAGE -> "Average";
            case TAKE_PROFIT -> "Take profit";
            case STOP -> "Stop";
        };
    }
}
