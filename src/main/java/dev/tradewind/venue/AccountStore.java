package dev.tradewind.venue;

import java.util.List;
import java.util.Set;

/**
 * Where accounts are kept, without their keys. Safe on any thread. A change is durable when its call returns; trouble with
 * the disk is an unchecked exception in words for the user, and the change is not made then.
 */
public interface AccountStore {

    /** {@return every account that can be read, by number; one that cannot is left out with a note in the log} */
    List<AccountRow> rows();

    /** {@return the numbers of all accounts, also of those that cannot be read} */
    Set<Integer> ids();

    /** {@return a number no account has ever had} */
    int nextId();

    /**
     * Adds an account.
     *
     * @throws IllegalArgumentException if its number is taken
     */
    void add(AccountRow row);

    /**
     * Puts an account in place of what is kept under its number.
     *
     * @throws IllegalArgumentException if there is none
     */
    void update(AccountRow row);

    /**
     * Deletes an account and overwrites its bytes wherever they are; one that is not there is deleted already.
     *
     * @return whether the bytes are overwritten everywhere; if not, other work on the store was in the way and
     *     {@link #overwrite()} has to be called again
     */
    boolean delete(int id);

    /** Overwrites what deletions left in side files. {@return whether nothing is left} */
    boolean overwrite();
}
