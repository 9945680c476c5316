package dev.tradewind.archfixture.sim;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

final class UnseededDice {

    double byMath() {
        return Math.random();
    }

    Supplier<Random> byConstructorReference() {
        return Random::new;
    }

    int byThread() {
        return ThreadLocalRandom.current().nextInt();
    }

    Supplier<UUID> byUuid() {
        return UUID::randomUUID;
    }

    void byShuffle(List<String> list) {
        Collections.shuffle(list);
    }
}
