package dev.tradewind.bot;

import java.util.List;

/**
 * What a screen shows of a bot beyond its account.
 *
 * @param phase       what it is doing, in a few words
 * @param levels      prices that matter now, entries first
 * @param deals       newest first, bounded
 * @param dealsClosed how many deals have closed in all
 * @param protection  in a few words: what covers the open position, for instance {@code Stop 47,982.83} or {@code No stop set}
 */
public record BotStatus(String phase, List<BotLevel> levels, List<Deal> deals, int dealsClosed, String protection) {

    public BotStatus {
        levels = List.copyOf(levels);
        deals = List.copyOf(deals);
    }
}
