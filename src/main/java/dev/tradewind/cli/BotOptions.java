package dev.tradewind.cli;

import dev.tradewind.app.BotChoice;
import dev.tradewind.app.PresetChoice;
import dev.tradewind.bot.BotType;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which bot, with what parameters. */
final class BotOptions {

    @Option(names = "--bot", paramLabel = "ID", completionCandidates = Ids.class,
            description = "The kind of bot: ${COMPLETION-CANDIDATES}.")
    String bot = "";

    @Option(names = "--preset", paramLabel = "NAME",
            description = "A preset of that bot, built in or saved in the window; --param goes over it.")
    private String preset = "";

    @Mixin private ParamOptions params = new ParamOptions();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** The ids there are, for the help text. */
    static final class Ids implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return BotChoice.types().stream().map(BotType::id).iterator();
        }
    }

    /** {@return the bot, its parameters checked} */
    BotChoice choice() {
        if (bot.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--bot=ID'");
        }
        if (preset.isEmpty()) {
            return BotChoice.of(bot, params.values());
        }
        BotType type = BotChoice.types().stream()
                .filter(known -> known.id().equals(bot))
                .findFirst()
                .orElseGet(() -> BotChoice.of(bot, Map.of()).type());
        Map<String, String> values = new LinkedHashMap<>(PresetChoice.values(type, preset));
        values.putAll(params.values());
        return BotChoice.of(bot, values);
    }
}
