package dev.tradewind.archfixture.marketdata.right;

import dev.tradewind.archfixture.marketdata.left.Left;

public final class Right {

    Class<?> left() {
        return Left.class;
    }
}
