package dev.tradewind.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.Command.StopMode;
import dev.tradewind.domain.Reason;
import org.junit.jupiter.api.Test;

/** Putting stopped bots out of sight and bringing them back. */
class ArchiveTest {

    private final Script bot = new Script();
    private final Scene scene = new Scene(bot.type("script")).trades(100).start(1, "script", 400);

    private boolean archived() {
        return scene.snapshot().bots().getFirst().archived();
    }

    @Test
    void aStoppedBotGoesAndComesBackAndTheJournalSaysSo() {
        scene.send(new Command.StopBot(1, StopMode.KEEP)).send(new Command.ArchiveBot(1));
        assertTrue(archived());
        assertEquals(Reason.BOT_ARCHIVED, scene.snapshot().log().getFirst().reason());
        scene.send(new Command.RestoreBot(1));
        assertFalse(archived());
        assertEquals(Reason.BOT_RESTORED, scene.snapshot().log().getFirst().reason());
    }

    @Test
    void onlyAStoppedBotIsArchivedAndOnlyAnArchivedOneComesBack() {
        assertEquals("bot 1 is RUNNING; only a STOPPED bot can be archived", refusal(new Command.ArchiveBot(1)));
        assertEquals("bot 1 is not archived", refusal(new Command.RestoreBot(1)));
        scene.send(new Command.StopBot(1, StopMode.KEEP)).send(new Command.ArchiveBot(1));
        assertEquals("bot 1 is archived already", refusal(new Command.ArchiveBot(1)));
        assertEquals("there is no bot 7", refusal(new Command.ArchiveBot(7)));
    }

    private String refusal(Command command) {
        return scene.send(command).snapshot().lastRefusal();
    }
}
