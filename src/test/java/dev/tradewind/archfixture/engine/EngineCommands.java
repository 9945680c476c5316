package dev.tradewind.archfixture.engine;

public interface EngineCommands {
}
