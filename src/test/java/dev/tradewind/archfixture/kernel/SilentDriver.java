package dev.tradewind.archfixture.kernel;

import dev.tradewind.domain.Ambient;

final class SilentDriver {

    @Ambient(reason = " ")
    void drive() {
    }
}
