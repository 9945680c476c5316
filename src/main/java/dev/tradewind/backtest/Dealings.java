package dev.tradewind.backtest;

import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.ThirdAsset;
import java.util.List;
import java.util.Optional;

/**
 * Every order and fill of a run, for export. It is not part of a report: it may be large, and follows from the setup.
 *
 * @param markets one for each history
 */
public record Dealings(List<Market> markets) {

    /**
     * What was dealt in one market.
     *
     * @param instrument what ticks and lots mean
     * @param third      the asset that may have paid fees
     */
    public record Market(Instrument instrument, Optional<ThirdAsset> third, FillLog fills, OrderLog orders) {}

    public Dealings {
        markets = List.copyOf(markets);
    }
}
