package dev.tradewind.archfixture.domain;

import dev.tradewind.archfixture.GoodMain;

final class RootUser {

    void use() {
        GoodMain.touch();
    }
}
