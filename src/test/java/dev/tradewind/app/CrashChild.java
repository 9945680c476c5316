package dev.tradewind.app;

import dev.tradewind.persistence.JournalReader;
import java.nio.file.Files;
import java.nio.file.Path;

/** The program {@link SurvivesKillTest} kills: a paper session that plays its sample as fast as it can. */
public final class CrashChild {

    private CrashChild() {}

    /** {@code args[0]} is the session's folder. Prints {@code open N}, then {@code done HASH} if it is let to the end. */
    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        LoadedMarket market = PaperFixture.sample("bitstamp-btcusd");
        PaperSession session;
        if (Files.exists(folder.resolve("journal"))) {
            session = PaperSession.goOn(PaperPlan.of(JournalReader.properties(folder)), market, folder);
        } else {
            session = PaperSession.begin(PaperFixture.plan(market), market, folder);
        }
        if (PaperFixture.fresh(session).bots().isEmpty()) {
            session.send(PaperFixture.dca(market, 1, "5000"));
        }
        System.out.println("open " + session.replay().position().played());
        PaperFixture.playTo(session, market, session.replay().position().toNanos());
        session.close();
        System.out.println("done " + Long.toHexString(session.runHash()));
    }
}
