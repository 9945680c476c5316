package dev.tradewind.app;

/**
 * What screens work with beside the session that runs.
 *
 * @param lab  backtests on local data
 * @param data what is stored of markets
 */
public record Desks(LabDesk lab, DataDesk data) {}
