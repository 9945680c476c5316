package dev.tradewind.app;

import java.util.Optional;

/**
 * What screens work with beside the session that runs.
 *
 * @param lab  backtests on local data
 * @param data what is stored of markets; empty where nothing is stored at all, as in a terminal made for a test
 */
public record Desks(LabDesk lab, Optional<DataDesk> data) {

    /** Desks of a terminal that stores no market data. */
    public Desks(LabDesk lab) {
        this(lab, Optional.empty());
    }
}
