package dev.tradewind.app;

import dev.tradewind.domain.AlgoType;
import dev.tradewind.oms.AlgoCatalog;
import java.util.List;

/** The execution algorithms a session can run, for screens and commands that may not know what runs them. */
public final class AlgoTypes {

    private AlgoTypes() {}

    /** {@return all types, in catalogue order} */
    public static List<AlgoType> all() {
        return AlgoCatalog.types();
    }
}
