package dev.tradewind.sim;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.kernel.Rng;

/**
 * A venue's models, made, with the streams of chance they draw from: each its own, so that one model's draws do not move
 * another's. A model has no state but its stream.
 */
final class MadeModels {

    private static final int LATENCY = 0;
    private static final int SLIPPAGE = 1;
    private static final int QUEUE = 2;
    private static final int SHARE = 3;

    private final Rng[] streams = new Rng[4];
    private final LatencyModel latency;
    private final SlippageModel slippage;
    private final QueueModel queue;
    private final QueueShare share;

    MadeModels(SimTerms terms) {
        FillModels chosen = terms.models();
        for (int i = 0; i < streams.length; i++) {
            streams[i] = new Rng(new Rng(chosen.seed() + i + 1).nextLong());
        }
        latency = ModelCatalog.make("latency", ModelCatalog.LATENCY, chosen.latency(), terms, streams[LATENCY]);
        slippage = ModelCatalog.make("slippage", ModelCatalog.SLIPPAGE, chosen.slippage(), terms, streams[SLIPPAGE]);
        queue = ModelCatalog.make("queue", ModelCatalog.QUEUE, chosen.queue(), terms, streams[QUEUE]);
        share = ModelCatalog.make("cancel share", ModelCatalog.SHARE, chosen.share(), terms, streams[SHARE]);
    }

    LatencyModel latency() {
        return latency;
    }

    SlippageModel slippage() {
        return slippage;
    }

    QueueModel queue() {
        return queue;
    }

    QueueShare share() {
        return share;
    }

    void save(StateWriter out) {
        out.section("MadeModels", 1);
        for (Rng stream : streams) {
            out.part(stream);
        }
    }

    void load(StateReader in) {
        in.section("MadeModels", 1);
        for (Rng stream : streams) {
            in.part(stream);
        }
    }
}
