package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.tradewind.app.Profiles;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The data folders side by side. */
@Command(
        name = "profiles",
        description = {
            "List the profiles: data folders side by side, each with its own passphrase, accounts and sessions.",
            "A new one is made by using it, as in 'tradewind --profile practice'."
        })
final class ProfilesCommand implements Callable<Integer> {

    private final Output output;

    @Mixin
    private CommonOptions common = new CommonOptions();

    ProfilesCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        List<Profiles.Profile> profiles = Profiles.list();
        if (common.json) {
            var json = output.object();
            ArrayNode rows = json.putArray("profiles");
            for (Profiles.Profile profile : profiles) {
                var row = rows.addObject().put("name", profile.name()).put("folder", profile.folder().toString());
                profile.holder().ifPresent(process -> row.put("process", process));
            }
            output.json(json);
            return TradewindCommand.DONE;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("profile", "in use by", "folder"));
        for (Profiles.Profile profile : profiles) {
            String holder = profile.holder().isPresent() ? "process " + profile.holder().getAsLong() : "–";
            rows.add(List.of(profile.name(), holder, profile.folder().toString()));
        }
        Table.words(rows).forEach(output::line);
        return TradewindCommand.DONE;
    }
}
