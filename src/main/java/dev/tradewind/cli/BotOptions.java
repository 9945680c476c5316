package dev.tradewind.cli;

import dev.tradewind.app.BotChoice;
import dev.tradewind.bot.BotType;
import java.util.Iterator;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which bot, with what parameters. */
final class BotOptions {

    @Option(names = "--bot", required = true, paramLabel = "ID", completionCandidates = Ids.class,
            description = "The kind of bot: ${COMPLETION-CANDIDATES}.")
    String bot = "";

    @Mixin private ParamOptions params = new ParamOptions();

    /** The ids there are, for the help text. */
    static final class Ids implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return BotChoice.types().stream().map(BotType::id).iterator();
        }
    }

    /** {@return the bot, its parameters checked} */
    BotChoice choice() {
        return BotChoice.of(bot, params.values());
    }
}
