package dev.tradewind.ui.screen.settings;

import java.util.Optional;

/**
 * A job that runs.
 *
 * @param words     what it does
 * @param share     done, 0 to 1, −1 while unknown
 * @param leftNanos time left, empty while unknown
 */
record Going(String words, double share, Optional<Long> leftNanos) {}
