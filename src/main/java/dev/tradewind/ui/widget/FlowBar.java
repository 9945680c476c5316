package dev.tradewind.ui.widget;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * A bar whose groups sit in one row while they fit and wrap into further rows when they do not (large text, narrow
 * window). Groups after the mark are pushed to the right edge of their row; a hairline ({@link Labels#ruleVertical}) that
 * would begin or end a row is left out.
 */
public final class FlowBar extends Pane {

    private static final double RULE_SHARE = 0.55;

    private final int firstRight;
    private final double gapEm;

    /**
     * @param firstRight index of the first group that belongs to the right edge
     * @param gapEm      space between groups in pixels at 100 %
     */
    public FlowBar(int firstRight, double gapEm, Node... groups) {
        this.firstRight = firstRight;
        this.gapEm = gapEm;
        getChildren().addAll(groups);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets insets = getInsets();
        int rows = rows(width - insets.getLeft() - insets.getRight()).size();
        return insets.getTop() + insets.getBottom() + rows * rowHeight();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private double rowHeight() {
        double height = 0;
        for (Node node : getManagedChildren()) {
            height = Math.max(height, node.prefHeight(-1));
        }
        return height;
    }

    private List<List<Node>> rows(double width) {
        List<List<Node>> rows = new ArrayList<>();
        List<Node> row = new ArrayList<>();
        double used = 0;
        for (Node node : getManagedChildren()) {
            double wanted = node.prefWidth(-1);
            double with = used + (row.isEmpty() ? 0 : gapEm) + wanted;
            if (width > 0 && with > width && !row.isEmpty()) {
                rows.add(row);
                row = new ArrayList<>();
                with = wanted;
            }
            row.add(node);
            used = with;
        }
        rows.add(row);
        return rows.stream().map(FlowBar::trimmed).toList();
    }

    private static List<Node> trimmed(List<Node> row) {
        int from = 0;
        int to = row.size();
        while (from < to && isRule(row.get(from))) {
            from++;
        }
        while (to > from && isRule(row.get(to - 1))) {
            to--;
        }
        return row.subList(from, to);
    }

    private static boolean isRule(Node node) {
        return node.getStyleClass().contains("rule-vertical");
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double width = getWidth() - insets.getLeft() - insets.getRight();
        double top = insets.getTop();
        double height = rowHeight();
        getManagedChildren().stream().filter(FlowBar::isRule).forEach(rule -> rule.resizeRelocate(-10, -10, 0, 0));
        for (List<Node> row : rows(width)) {
            layoutRow(row, insets.getLeft(), top, width, height);
            top += height;
        }
    }

    private void layoutRow(List<Node> row, double left, double top, double width, double height) {
        double rightWidth = 0;
        for (Node node : row) {
            rightWidth += isRight(node) ? node.prefWidth(-1) + gapEm : 0;
        }
        double x = left;
        double right = left + width - rightWidth + gapEm;
        for (Node node : row) {
            double wanted = node.prefWidth(-1);
            double tall = Math.min(height, isRule(node) ? height * RULE_SHARE : node.prefHeight(-1));
            double at = isRight(node) ? right : x;
            node.resizeRelocate(snapPositionX(at), snapPositionY(top + (height - tall) / 2), wanted, tall);
            if (isRight(node)) {
                right += wanted + gapEm;
            } else {
                x += wanted + gapEm;
            }
        }
    }

    private boolean isRight(Node node) {
        return getChildren().indexOf(node) >= firstRight;
    }
}
