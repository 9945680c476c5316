package dev.tradewind.archfixture.ui.screen.one;

import dev.tradewind.archfixture.ui.screen.two.TwoView;

final class OneView {

    TwoView other() {
        return new TwoView();
    }
}
