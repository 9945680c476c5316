package dev.tradewind.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tradewind.engine.SessionConfig;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A session says which engine recorded it, so that a difference found at its next start has a name. */
class BehaviourTest {

    @Test
    void namesBothVersionsWhereTheyDiffer() {
        String words = " It was recorded by a program whose engine has version 1, this one's has " + SessionConfig.BEHAVIOUR
                + ": go on with that program, or start a new session.";
        assertEquals(words, PaperPlan.otherBehaviour(Map.of("number", "1")));
        assertEquals(words, PaperPlan.otherBehaviour(Map.of("engine", "1")));
        assertEquals("", PaperPlan.otherBehaviour(Map.of("engine", Integer.toString(SessionConfig.BEHAVIOUR))));
    }
}
