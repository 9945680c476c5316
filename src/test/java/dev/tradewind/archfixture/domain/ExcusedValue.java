package dev.tradewind.archfixture.domain;

import dev.tradewind.domain.Ambient;

@Ambient(reason = "convenience")
final class ExcusedValue {
}
