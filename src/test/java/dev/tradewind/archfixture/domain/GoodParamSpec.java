package dev.tradewind.archfixture.domain;

record GoodParamSpec(double least, double most) {
}
