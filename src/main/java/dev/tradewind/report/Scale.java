package dev.tradewind.report;

/** Takes values to places on a picture, in a straight line. */
record Scale(double low, double high, double from, double to) {

    Scale {
        if (!Double.isFinite(low) || !Double.isFinite(high)) {
            low = 0;
            high = 1;
        }
        if (!(high > low)) {
            // a curve that never moves lies in the middle
            double room = Math.max(Math.abs(low) * 0.01, 1e-9);
            low -= room;
            high = low + 2 * room;
        }
    }

    double at(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }

    /** {@return the same with so much of its range left free above and below} */
    Scale padded(double share) {
        double room = (high - low) * share;
        return new Scale(low - room, high + room, from, to);
    }
}
