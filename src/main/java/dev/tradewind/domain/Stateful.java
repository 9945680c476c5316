package dev.tradewind.domain;

/**
 * Something whose state can be written down and taken up again, so that a session need not live through its whole past to
 * go on. What is saved is exact and canonical: a thing that loaded a state behaves from then on as the one that saved it,
 * input for input, and saves the same bytes.
 *
 * <p>What follows from the constructor's arguments is not saved; caches are made anew. Engine thread only.
 */
public interface Stateful {

    /** Writes the state, beginning with a {@linkplain StateWriter#section section} of its own. */
    void save(StateWriter out);

    /**
     * Takes the state over; called once, on a thing made with the same arguments that has seen no input.
     *
     * @throws StateException if the bytes are not such a state; the thing must not be used then
     */
    void load(StateReader in);
}
