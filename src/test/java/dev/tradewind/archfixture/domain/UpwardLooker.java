package dev.tradewind.archfixture.domain;

import dev.tradewind.archfixture.kernel.GoodDriver;

final class UpwardLooker {

    GoodDriver[] drivers() {
        return new GoodDriver[0];
    }
}
