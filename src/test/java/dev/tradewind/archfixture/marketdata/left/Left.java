package dev.tradewind.archfixture.marketdata.left;

import dev.tradewind.archfixture.marketdata.right.Right;

public final class Left {

    Right right() {
        return new Right();
    }
}
