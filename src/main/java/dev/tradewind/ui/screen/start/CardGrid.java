package dev.tradewind.ui.screen.start;

import dev.tradewind.ui.theme.Theme;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;

/** Cards in two columns, or in one where two would be too narrow; each row is as high as its words need. */
final class CardGrid extends Pane {

    private static final double GAP = 10;
    private static final double NARROWEST_EM = 21;

    private final List<ChoiceCard> cards;
    private final Theme theme;

    CardGrid(List<ChoiceCard> cards, Theme theme) {
        this.cards = List.copyOf(cards);
        this.theme = theme;
        getChildren().addAll(cards);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return NARROWEST_EM * theme.rootPixels();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 2 * NARROWEST_EM * theme.rootPixels() + GAP;
    }

    @Override
    protected double computePrefHeight(double width) {
        return place(width, false);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        place(getWidth(), true);
    }

    private double place(double width, boolean move) {
        int columns = width >= 2 * NARROWEST_EM * theme.rootPixels() + GAP || width < 0 ? 2 : 1;
        double one = (Math.max(width, 1) - GAP * (columns - 1)) / columns;
        double top = 0;
        for (int i = 0; i < cards.size(); i += columns) {
            double height = 0;
            for (int j = i; j < Math.min(i + columns, cards.size()); j++) {
                height = Math.max(height, cards.get(j).prefHeight(one));
            }
            for (int j = i; move && j < Math.min(i + columns, cards.size()); j++) {
                cards.get(j).resizeRelocate((one + GAP) * (j - i), top, one, height);
            }
            top += height + GAP;
        }
        return Math.max(0, top - GAP);
    }
}
