package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.app.JournalInspection;
import dev.tradewind.app.JournalInspection.Replayed;
import dev.tradewind.app.StartException;
import dev.tradewind.app.TimeTravel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tradewind journal replay}: a session again, whole, up to a moment, or as it would have been. */
@Command(
        name = "replay",
        description = {
            "Build the session again from its journal and tape and compare every row and the run hash.",
            "With --until, stop after an input and print the state; with --what-if, print what other parameters would have"
                    + " made of the same market and commands."
        })
final class ReplayCommand implements Callable<Integer> {

    private final Output output;

    @Mixin private CommonOptions common = new CommonOptions();

    @Mixin private SessionFolder folder = new SessionFolder();

    @Option(
            names = "--until",
            paramLabel = "SEQ",
            description = "Stop after this input ('sequence' in the export) and print the state.")
    private @Nullable Long until;

    @Option(
            names = "--what-if",
            paramLabel = "BOT.PARAM=VALUE",
            description = "Start a bot (its number, name or type) with another value; may be given several times.")
    private List<String> changes = new ArrayList<>();

    ReplayCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws StartException {
        JournalInspection inspection = folder.inspection();
        if (!changes.isEmpty()) {
            fork(TimeTravel.of(inspection));
        } else if (until != null) {
            moment(TimeTravel.of(inspection), until);
        } else {
            return whole(inspection);
        }
        return TradewindCommand.DONE;
    }

    private void moment(TimeTravel travel, long sequence) throws StartException {
        TimeTravel.Moment moment = travel.until(sequence);
        if (common.json) {
            ObjectNode json = output.object();
            StateText.json(json, moment);
            output.json(json);
        } else {
            StateText.lines(moment).forEach(output::line);
        }
    }

    private void fork(TimeTravel travel) throws StartException {
        List<TimeTravel.Change> wanted = new ArrayList<>();
        for (String change : changes) {
            wanted.add(TimeTravel.Change.of(change));
        }
        TimeTravel.Fork fork = travel.whatIf(until == null ? travel.last() : until, wanted);
        if (common.json) {
            ObjectNode json = output.object();
            ForkText.json(json, fork);
            output.json(json);
        } else {
            ForkText.lines(fork, String.join(" ", changes)).forEach(output::line);
        }
    }

    private int whole(JournalInspection inspection) throws StartException {
        Replayed replayed = inspection.replay();
        if (common.json) {
            ObjectNode json = output.object()
                    .put("session", inspection.session().toString())
                    .put("same", replayed.same())
                    .put("rows", replayed.rows())
                    .put("recordedHash", replayed.recorded())
                    .put("replayedHash", replayed.replayed())
                    .put("message", replayed.message());
            output.json(json);
        } else if (replayed.same()) {
            output.line(replayed.message());
        } else {
            output.error("tradewind journal replay", replayed.message(), TradewindCommand.FAILED, false);
        }
        return replayed.same() ? TradewindCommand.DONE : TradewindCommand.FAILED;
    }
}
