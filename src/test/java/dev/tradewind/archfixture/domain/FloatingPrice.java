package dev.tradewind.archfixture.domain;

record FloatingPrice(double ticks) {
}
