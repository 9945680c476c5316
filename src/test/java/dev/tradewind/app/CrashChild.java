package dev.tradewind.app;

import dev.tradewind.marketdata.HistoryFeed;
import dev.tradewind.persistence.AuditLog;
import dev.tradewind.persistence.JournalReader;
import dev.tradewind.persistence.StoredSession;
import dev.tradewind.persistence.SystemDisk;
import dev.tradewind.persistence.TapeKeep;
import java.nio.file.Files;
import java.nio.file.Path;

/** The program {@link SurvivesKillTest} kills: a paper session that plays its sample as fast as it can. */
public final class CrashChild {

    /** A state is saved after almost every deal, so that kills fall between states and while one is written. */
    private static final long EVERY_ROWS = 20;

    /** Events to play at least before saying so: whoever kills may have been slow the last time. */
    private static final long LEAST_EVENTS = 1_000;

    private CrashChild() {}

    /**
     * {@code args[0]} is the session's folder in the folder {@code sessions} of a data folder, {@code args[1]} the number of market events after which to say
     * {@code reached} and play on. Prints {@code open N} first and {@code done HASH} if it is let to the end.
     */
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        AuditLog trail = TrailFile.open(folder.getParent().getParent());
        Saving often = new Saving(new SystemDisk(), TapeKeep.ALL, EVERY_ROWS).with(SessionTrail.of(trail));
        LoadedMarket market = PaperFixture.sample("bitstamp-btcusd");
        PaperSession session;
        if (Files.exists(folder.resolve("journal"))) {
            PaperPlan plan = PaperPlan.of(JournalReader.properties(folder));
            session = PaperSession.goOn(plan, market, StoredSession.newest(folder, plan.identity()), often);
        } else {
            PaperPlan plan = PaperFixture.plan(market);
            session = PaperSession.begin(plan, market, folder, plan.startNanos(), often);
        }
        if (PaperFixture.fresh(session).bots().isEmpty()) {
            PaperFixture.start(session, PaperFixture.dca(market, 1, "5000"));
        }
        long opened = session.replay().position().played();
        System.out.println("open " + opened);
        HistoryFeed probe = market.feed();
        probe.seek(Math.min(Math.max(Long.parseLong(args[1]), opened + LEAST_EVENTS), probe.total() - 1));
        PaperFixture.playTo(session, market, probe.nextTimeNanos());
        System.out.println("reached");
        PaperFixture.playTo(session, market, session.replay().position().toNanos());
        session.close();
        System.out.println("done " + Long.toHexString(session.runHash()));
    }
}
