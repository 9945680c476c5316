package dev.tradewind.domain;

/** Which way an order or a fill moves the base asset. */
public enum Side {
    BUY(1),
    SELL(-1);

    private final int sign;

    Side(int sign) {
        this.sign = sign;
    }

    /** {@return +1 for a buy, −1 for a sell} */
    public int sign() {
        return sign;
    }

    /** {@return the other side} */
    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }
}
