package dev.tradewind.app.custody;

/** Where a test cuts the power: after so many steps nothing more reaches any store. */
final class Cut {

    private int left = Integer.MAX_VALUE;

    /** The power went. */
    static final class PowerLost extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PowerLost() {
            super("the power was cut");
        }
    }

    /** Lets so many more steps happen. */
    void after(int steps) {
        left = steps;
    }

    void never() {
        left = Integer.MAX_VALUE;
    }

    /** One step that would last. */
    void step() {
        if (left <= 0) {
            throw new PowerLost();
        }
        left--;
    }
}
