package dev.tradewind.archfixture.assistant;

import dev.tradewind.archfixture.engine.EngineCommands;

abstract class TradingAssistant {

    abstract EngineCommands commands();
}
