package dev.tradewind.app;

/**
 * What screens work with beside the session that runs.
 *
 * @param lab backtests on local data
 */
public record Desks(LabDesk lab) {}
