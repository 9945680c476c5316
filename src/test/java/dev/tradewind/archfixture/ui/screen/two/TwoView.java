package dev.tradewind.archfixture.ui.screen.two;

public final class TwoView {
}
