package dev.tradewind.app;

import dev.tradewind.app.archive.StartTrial;
import dev.tradewind.domain.Progress;
import dev.tradewind.domain.StateException;
import dev.tradewind.kernel.JournalException;
import dev.tradewind.marketdata.ImportException;
import dev.tradewind.persistence.DataFolder;
import dev.tradewind.persistence.Database;
import dev.tradewind.persistence.JournalReader;
import dev.tradewind.persistence.StorageException;
import dev.tradewind.persistence.StoredSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Starts from a folder as the program does: takes it, opens its database with the migrations it needs, and recovers every
 * session from its journal, tape and states. Nobody trades. Any thread.
 */
final class StartRehearsal implements StartTrial {

    private final List<Path> roots;

    /** @param roots folders that may hold the samples */
    StartRehearsal(List<Path> roots) {
        this.roots = roots;
    }

    @Override
    public List<Step> start(Path folder, Progress progress) {
        List<Step> steps = new ArrayList<>();
        try (DataFolder taken = DataFolder.open(folder)) {
            try (Database database = Database.open(taken.path())) {
                steps.add(new Step(true, "the database opens, " + database.settings().values("").size() + " settings, "
                        + database.candles().list().size() + " series"));
            }
            List<Path> sessions = sessions(folder.resolve("sessions"));
            for (int i = 0; i < sessions.size(); i++) {
                progress.at(i, sessions.size());
                steps.add(session(folder, sessions.get(i), i == sessions.size() - 1));
            }
        } catch (IOException e) {
            throw new StorageException("the sessions cannot be listed: " + e.getMessage(), e);
        }
        return steps;
    }

    private static List<Path> sessions(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().matches("[1-9][0-9]{0,6}"))
                    .filter(JournalReader::begun)
                    .sorted(Comparator.comparingInt(path -> Integer.parseInt(path.getFileName().toString())))
                    .toList();
        }
    }

    /** Recovers a session; where its market's data is elsewhere and gone, only the newest one keeps a start from succeeding. */
    private Step session(Path folder, Path session, boolean newest) {
        String name = "session " + session.getFileName() + ": ";
        StoredSession stored;
        PaperPlan plan;
        try {
            plan = PaperPlan.of(JournalReader.properties(session));
            stored = StoredSession.newest(session, plan.identity());
            if (!stored.check().usable()) {
                return new Step(false, name + stored.check().message());
            }
        } catch (JournalException e) {
            return new Step(false, name + e.getMessage());
        }
        LoadedMarket market;
        try {
            market = plan.market(roots, folder);
        } catch (ImportException e) {
            return new Step(!newest, name + stored.check().message() + " It was not recovered: its market's data is no part of"
                    + " the backup and not there: " + e.getMessage());
        }
        return recovered(name, plan, market, stored);
    }

    private static Step recovered(String name, PaperPlan plan, LoadedMarket market, StoredSession stored) {
        if (market.checksum() != plan.checksum()) {
            return new Step(false, name + "the data behind " + plan.source() + " has changed since the session began");
        }
        try {
            PaperRecovery.Recovered recovered = PaperRecovery.recover(plan, market, stored, Saving.DEFAULT);
            try (StateKeeper keeper = recovered.keeper()) {
                return new Step(true, name + "recovered behind input " + recovered.target().lastSequence() + ", run hash "
                        + String.format("%016x", recovered.journal().runHash()));
            } finally {
                recovered.journal().close();
            }
        } catch (JournalException | StateException e) {
            return new Step(false, name + e.getMessage());
        }
    }
}
