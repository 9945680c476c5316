package dev.tradewind.domain;

/** Long work was ended because somebody asked for it. Expected; leaves nothing half done behind. */
public final class CancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param what what was ended, and what is left of it, for people
     */
    public CancelledException(String what) {
        super(what);
    }
}
