package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tradewind.app.BotChoice;
import dev.tradewind.app.PresetChoice;
import dev.tradewind.bot.BotType;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tradewind presets}: lists a bot's presets, keeps or forgets one of the person's own. */
@Command(name = "presets", description = "List a bot's presets; with --save or --delete change your own.")
final class PresetsCommand implements Callable<Integer> {

    private final Output output;

    @Mixin private CommonOptions common = new CommonOptions();

    @Option(names = "--bot", required = true, paramLabel = "ID", completionCandidates = BotOptions.Ids.class,
            description = "The kind of bot: ${COMPLETION-CANDIDATES}.")
    private String bot = "";

    @Option(names = "--save", paramLabel = "NAME", description = "Keep the values of --param under this name.")
    private @Nullable String save;

    @Option(names = "--delete", paramLabel = "NAME", description = "Forget your preset of this name.")
    private @Nullable String delete;

    @Mixin private ParamOptions params = new ParamOptions();

    @Mixin private DataFolderOptions folder = new DataFolderOptions();

    PresetsCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        Map<String, String> values = params.values();
        if (save != null && delete != null) {
            throw new IllegalArgumentException("--save and --delete exclude each other; do one after the other");
        }
        if ((save != null) == values.isEmpty()) {
            throw new IllegalArgumentException("--save NAME and --param go together: a preset is a name and its values");
        }
        BotChoice choice = BotChoice.of(bot, values);
        Optional<Path> chosen = folder.chosen().map(Path::toAbsolutePath);
        if (save != null) {
            PresetChoice.save(choice, save, values, chosen);
        } else if (delete != null) {
            PresetChoice.delete(choice.type(), delete, chosen);
        }
        list(choice.type(), chosen);
        return TradewindCommand.DONE;
    }

    private void list(BotType type, Optional<Path> folder) {
        var json = output.object();
        ArrayNode rows = json.putArray("presets");
        for (BotType.Preset preset : type.presets()) {
            row(rows, preset.label(), false, preset.values());
        }
        PresetChoice.own(type, folder).forEach((name, values) -> row(rows, name, true, values));
        if (common.json) {
            output.json(json);
        }
    }

    private void row(ArrayNode rows, String name, boolean own, Map<String, String> values) {
        var row = rows.addObject().put("name", name).put("own", own);
        var json = row.putObject("values");
        StringBuilder text = new StringBuilder(name).append(own ? " (your own):" : ":");
        values.forEach((id, value) -> {
            json.put(id, value);
            text.append(' ').append(id).append('=').append(value);
        });
        if (!common.json) {
            output.line(text.toString());
        }
    }
}
