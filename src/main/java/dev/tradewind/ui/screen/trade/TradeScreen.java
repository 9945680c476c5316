package dev.tradewind.ui.screen.trade;

import dev.tradewind.app.OpenSession;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.ui.chart.CandleChart;
import dev.tradewind.ui.chart.ChartStyle;
import dev.tradewind.ui.fx.EngineFeed;
import dev.tradewind.ui.screen.Screen;
import dev.tradewind.ui.screen.ScreenContext;
import dev.tradewind.ui.screen.ScreenDescriptor;
import dev.tradewind.ui.theme.Icon;
import dev.tradewind.ui.theme.Theme;
import dev.tradewind.ui.widget.Segments;
import java.net.URL;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

/** Chart over blotter, ladder, ticket over tape. Listens to the feed only while it shows. */
public final class TradeScreen implements Screen {

    /** How the rail lists it. */
    public static final ScreenDescriptor DESCRIPTOR =
            new ScreenDescriptor("trade", "Trade", Icon.TRADE, TradeScreen::new);

    private static final double LADDER_WIDTH = 376;
    private static final double SIDE_WIDTH = 284;
    private static final double BLOTTER_SHARE = 0.765;

    /** Below this width, in pixels at 100 % text, three columns do not fit. */
    private static final double NARROW = 1_140;

    private final EngineFeed feed;
    private final Theme theme;
    private final TradeViewModel model;
    private final ChartPane chart;
    private final LadderPane ladder;
    private final TapePane tape;
    private final SplitPane columns = new SplitPane();
    private final Consumer<EngineSnapshot> listener;
    private final SplitPane left = new SplitPane();
    private final VBox side = new VBox();
    private final BlotterPane blotter;
    private final TicketPane ticket;
    private final Segments<Part> tabs = new Segments<>(List.of(Part.values()), part -> part.words, true);
    private final HBox tabHead = new HBox(tabs);
    private double placedScale;
    private boolean compact;

    /** What shares a column where there is little room. */
    private enum Part {
        TICKET("Ticket"),
        LADDER("Ladder"),
        TAPE("Tape");

        private final String words;

        Part(String words) {
            this.words = words;
        }
    }

    /** The screen of a session; it shows nothing new before {@link #shown}. */
    public TradeScreen(ScreenContext context) {
        this(context, new SampledDepth());
    }

    TradeScreen(ScreenContext context, DepthSource depth) {
        OpenSession session = context.session();
        EngineSnapshot first = session.view().snapshot();
        feed = context.feed();
        theme = context.theme();
        model = new TradeViewModel(
                first, session.commands(), session.view()::preview, session.algoTypes(), depth, context.say());
        listener = model::take;
        ChartStyle style = style();
        chart = new ChartPane(model, style);
        ladder = new LadderPane(
                model.ladder(), style, session.label().syntheticDepth(), model.ticket()::pickPrice, model::cancelMine);
        tape = new TapePane(first.market(), style);
        model.snapshotProperty().addListener((property, before, now) -> tape.show(now.market()));
        blotter = new BlotterPane(model.blotter(), model, theme);
        ticket = new TicketPane(model.ticket());
        blotter.rescale(style.scale());
        HBox.setHgrow(tabs, Priority.ALWAYS);
        build();
        ChangeListener<Object> restyled = (property, before, now) -> restyle();
        theme.appearanceProperty().addListener(restyled);
        theme.paletteProperty().addListener(restyled);
    }

    private ChartStyle style() {
        return new ChartStyle(theme.palette(), theme.rootPixels() / Theme.ROOT_PIXELS);
    }

    private void build() {
        left.getItems().addAll(chart, blotter);
        left.setOrientation(Orientation.VERTICAL);
        left.setDividerPositions(BLOTTER_SHARE);
        tape.setMinHeight(90);
        side.getStyleClass().add("trade-side");
        VBox.setVgrow(tape, Priority.ALWAYS);
        tabs.onChoice(this::front);
        tabHead.getStyleClass().addAll("pane", "tab-head");
        for (Region region : List.of(chart, blotter, ladder, tape, ticket)) {
            clipped(region);
        }
        left.setMinWidth(0);
        side.setMinWidth(0);
        SplitPane.setResizableWithParent(ladder, false);
        SplitPane.setResizableWithParent(side, false);
        columns.getStyleClass().add("trade");
        columns.setId("trade-screen");
        columns.getStylesheets().add(sheet());
        columns.widthProperty().addListener((property, before, now) -> place(now.doubleValue()));
        arrange(false);
    }

    /** A pane narrower than its head cuts it off rather than writing over its neighbour. */
    private static void clipped(Region pane) {
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(pane.widthProperty());
        clip.heightProperty().bind(pane.heightProperty());
        pane.setClip(clip);
        pane.setMinWidth(0);
    }

    /** Three columns where there is room for them; else ladder, ticket and tape share one, one at a time. */
    private void arrange(boolean narrow) {
        compact = narrow;
        if (narrow) {
            columns.getItems().setAll(left, side);
            front(Part.TICKET);
        } else {
            side.getChildren().setAll(ticket, tape);
            columns.getItems().setAll(left, ladder, side);
        }
    }

    private void front(Part part) {
        tabs.select(part);
        Region shown = switch (part) {
            case TICKET -> ticket;
            case LADDER -> ladder;
            case TAPE -> tape;
        };
        VBox.setVgrow(shown, part == Part.TICKET ? Priority.NEVER : Priority.ALWAYS);
        side.getChildren().setAll(tabHead, shown);
    }

    private static String sheet() {
        URL resource = TradeScreen.class.getResource("trade.css");
        if (resource == null) {
            throw new IllegalStateException("the style sheet trade.css is missing from the program's files");
        }
        return resource.toExternalForm();
    }

    /** Gives ladder and side their design widths when a width is first known and when the text size changes. */
    private void place(double width) {
        double scale = style().scale();
        boolean narrow = width / scale < NARROW;
        if (width < 200 || placedScale == scale && narrow == compact) {
            return;
        }
        placedScale = scale;
        left.setDividerPositions(Math.max(0.5, 1 - (1 - BLOTTER_SHARE) * Math.sqrt(scale)));
        if (narrow != compact) {
            arrange(narrow);
        }
        double sideWidth = Math.min(SIDE_WIDTH * scale, width * 0.45);
        if (narrow) {
            columns.setDividerPositions((width - sideWidth - 2) / width);
        } else {
            columns.setDividerPositions(
                    (width - sideWidth - LADDER_WIDTH * scale - 6) / width, (width - sideWidth - 2) / width);
        }
    }

    private void restyle() {
        ChartStyle style = style();
        chart.restyle(style);
        ladder.restyle(style);
        tape.restyle(style);
        blotter.rescale(style.scale());
        place(columns.getWidth());
    }

    @Override
    public Parent node() {
        return columns;
    }

    @Override
    public void shown() {
        feed.listen(listener);
    }

    @Override
    public void hidden() {
        feed.ignore(listener);
    }

    /** {@return the chart, for pictures and measurements} */
    public CandleChart chart() {
        return chart.chart();
    }

    TradeViewModel model() {
        return model;
    }
}
