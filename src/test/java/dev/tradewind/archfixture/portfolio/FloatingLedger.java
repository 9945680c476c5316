package dev.tradewind.archfixture.portfolio;

import java.util.List;

final class FloatingLedger {

    long atoms;
    float rate;
    double[] equity = {};
    List<Double> fees = List.of();
}
