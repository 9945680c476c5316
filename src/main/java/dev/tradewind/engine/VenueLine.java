package dev.tradewind.engine;

import dev.tradewind.domain.StateReader;
import dev.tradewind.domain.StateWriter;
import dev.tradewind.domain.Stateful;
import dev.tradewind.risk.Verdict;
import java.util.List;
import java.util.TreeSet;

/** The line to the exchange; always open to one in this process. Engine thread only. */
final class VenueLine implements Stateful {

    private static final String RULE = "LINE";

    private LineState state = LineState.OPEN;
    private long sinceNanos;

    private final TreeSet<Integer> waiting = new TreeSet<>();

    /** Asked for every order. */
    private boolean open = true;

    /** A bot's entry was held back because of it. */
    void heldBack(int botId) {
        waiting.add(botId);
    }

    /** {@return the bots whose entries were held back, by id; nobody waits after that} */
    List<Integer> woken() {
        List<Integer> woken = List.copyOf(waiting);
        waiting.clear();
        return woken;
    }

    boolean isOpen() {
        return open;
    }

    LineState state() {
        return state;
    }

    long sinceNanos() {
        return sinceNanos;
    }

    void state(LineState next, long timeNanos) {
        if (next != state) {
            sinceNanos = timeNanos;
        }
        state = next;
        open = next == LineState.OPEN;
    }

    /** {@return why nothing is sent, in words for a person} */
    String words() {
        return switch (state) {
            case OPEN -> "";
            case LOST -> "the exchange is not reachable; nothing was sent. What works there stays there; try again when the"
                    + " line is back";
            case COMPARING -> "the exchange is reachable again, and what it says is still being compared with what we think;"
                    + " nothing was sent. Try again in a moment";
        };
    }

    Verdict refusal() {
        return Verdict.refuse(RULE, words());
    }

    @Override
    public void save(StateWriter out) {
        out.section("VenueLine", 1).constant(state).number(sinceNanos).number(waiting.size());
        waiting.forEach(out::number);
    }

    @Override
    public void load(StateReader in) {
        in.section("VenueLine", 1);
        state = in.constant(LineState.class);
        sinceNanos = in.number();
        open = state == LineState.OPEN;
        int count = in.count();
        for (int i = 0; i < count; i++) {
            waiting.add(in.integer());
        }
    }
}
