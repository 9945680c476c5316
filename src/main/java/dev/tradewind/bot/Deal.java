package dev.tradewind.bot;

/**
 * One round of a bot, open or closed.
 *
 * @param number         counted from 1
 * @param openedNanos    when its first order filled
 * @param closedNanos    when it closed, 0 while open
 * @param filledOrders   entries filled
 * @param plannedOrders  entries it may place in all
 * @param investedAtoms  quote atoms paid, fees included
 * @param resultAtoms    realised profit in quote atoms after all fees; of an open deal what it would be now
 * @param endedBy        {@code open}, {@code take profit}, {@code stop loss}, {@code time-out}, {@code you} …
 */
public record Deal(
        int number,
        long openedNanos,
        long closedNanos,
        int filledOrders,
        int plannedOrders,
        long investedAtoms,
        long resultAtoms,
        String endedBy) {}
