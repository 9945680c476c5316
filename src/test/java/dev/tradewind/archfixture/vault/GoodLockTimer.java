package dev.tradewind.archfixture.vault;

final class GoodLockTimer {

    long now() {
        return System.currentTimeMillis();
    }
}
