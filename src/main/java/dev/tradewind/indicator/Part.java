package dev.tradewind.indicator;

import dev.tradewind.domain.Stateful;

/** A piece of an indicator's memory: it can be saved, taken up again and emptied. */
interface Part extends Stateful {

    /** Forgets everything, as if newly made. Allocates nothing. */
    void reset();
}
