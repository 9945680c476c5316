package dev.tradewind.venue;

import java.util.Set;

/**
 * Tries a key at an exchange and tells what it may do; a connector's part of adding an account. Sends nothing that could
 * trade. Blocks while the exchange answers; not for the engine's or the window's thread.
 */
public interface KeyCheck {

    /** {@return the exchange's stable id, for instance {@code binance}} */
    String exchange();

    /** {@return what the user calls it, for instance {@code Binance}} */
    String label();

    /** {@return the kinds of account a key of it can be for; never {@link AccountKind#PAPER}} */
    Set<AccountKind> kinds();

    /** {@return the ways of signing it takes, the best first in their order} */
    Set<KeyScheme> schemes();

    /**
     * Tries a key.
     *
     * @return what came of it; trouble of any kind is an outcome, never an exception
     */
    KeyReport check(AccountKind kind, Credentials credentials);
}
