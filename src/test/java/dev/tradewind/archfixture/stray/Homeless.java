package dev.tradewind.archfixture.stray;

final class Homeless {
}
