package dev.tradewind.app;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.tradewind.app.custody.AccountsDesk;
import dev.tradewind.app.custody.AccountsDesk.Arming;
import dev.tradewind.app.custody.AccountsDesk.NewKey;
import dev.tradewind.app.custody.Custody;
import dev.tradewind.app.custody.SecurityDesk;
import dev.tradewind.app.custody.SecurityDesk.Cause;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.persistence.AuditLog;
import dev.tradewind.persistence.Database;
import dev.tradewind.venue.AccountKind;
import dev.tradewind.venue.Credentials;
import dev.tradewind.venue.KeyScheme;
import dev.tradewind.venue.KeysSealedException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program {@link LeakTest} looks through: makes a vault, seals keys in it, signs with them, logs, trades on paper, exports,
 * provokes errors, seals, and then writes down its own memory.
 */
public final class LeakChild {

    private static final Logger LOG = LoggerFactory.getLogger(LeakChild.class);

    /** Shows that what is in memory is found. */
    private static final List<Object> KEPT = new ArrayList<>();

    private static final FileInputStream IN = new FileInputStream(FileDescriptor.in);

    private LeakChild() {}

    /**
     * {@code args}: the data folder, the file of the first dump, the file of the second. Standard input: a canary; passphrase,
     * API key, secret, another API key, an Ed25519 key as one line of PEM, the new passphrase, a wrong one; and once more the
     * new passphrase.
     */
    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[0]);
        char[] canary = line();
        KEPT.add(canary);
        KEPT.add(new String(canary));
        Files.createDirectories(data);
        try (AuditLog audit = TrailFile.open(data);
                Database database = Database.open(data)) {
            Custody custody = KeyFolders.custody(data, database, audit);
            KEPT.add(custody);
            useKeys(custody);
            // still reachable, sealed, as in a program that runs on
            dump(args[1]);
            custody.close();
        }
        useProgram(data);
        try (DataHome home = DataHome.open(Optional.of(data))) {
            SecurityDesk security = home.terminal().desks().security();
            security.unlock(line(), Optional.empty());
            security.lockScreen(Cause.USER);
            LOG.warn("state {}", security.state());
            security.seal(Cause.USER);
            dump(args[2]);
        }
        System.out.println("done " + KEPT.size());
    }

    private static void useKeys(Custody custody) {
        SecurityDesk security = custody.security();
        AccountsDesk accounts = custody.accounts();
        char[] passphrase = line();
        security.create(passphrase.clone(), "a hint", Optional.empty());
        NewKey hmac = new NewKey(
                "binance", AccountKind.LIVE, KeyScheme.HMAC_SHA256, line(), line(), Optional.empty());
        LOG.warn("pasted {}", hmac);
        var tried = accounts.tryKey(hmac);
        LOG.warn("tried {}", tried);
        int first = accounts.seal(tried, "Account-with-a-name", Arming.WITH_THE_VAULT).id();
        NewKey pair = new NewKey("binance", AccountKind.TESTNET, KeyScheme.ED25519, line(), line(), Optional.empty());
        int second = accounts.seal(accounts.tryKey(pair), "Pair", Arming.EACH_START).id();
        Credentials one = custody.credentials(first);
        Credentials other = custody.credentials(second);
        for (int i = 0; i < 2_000; i++) {
            byte[] payload = ("symbol=BTCUSDT&timestamp=" + i).getBytes(StandardCharsets.US_ASCII);
            one.sign(payload);
            other.sign(payload);
            Arrays.fill(one.apiKey(), (byte) 0);
        }
        LOG.warn("signs {} {} {}", one, other, custody);
        char[] next = line();
        security.change(passphrase, Optional.empty(), next.clone(), "another hint", Optional.empty());
        provoke(() -> security.unlock(line(), Optional.empty()));
        security.rotate(next.clone(), Optional.empty());
        Arrays.fill(security.recoveryCode(next.clone(), Optional.empty()), '\0');
        security.strength(next);
        provoke(() -> accounts.tryKey(new NewKey(
                "binance", AccountKind.LIVE, KeyScheme.ED25519, new char[] {'k'}, new char[] {'n', 'o'}, Optional.empty())));
        security.seal(Cause.USER);
        provoke(() -> one.sign(new byte[4]));
        provoke(() -> other.apiKey());
        LOG.warn("accounts {}", accounts.accounts());
    }

    private static void provoke(Runnable trouble) {
        try {
            trouble.run();
            throw new AssertionError("was to fail");
        } catch (RefusedException | KeysSealedException e) {
            LOG.error("Provoked.", e);
        }
    }

    private static void useProgram(Path data) throws Exception {
        try (DataHome home = DataHome.open(Optional.of(data))) {
            LoadedMarket market = PaperFixture.sample("bitstamp-btcusd");
            PaperSession session = home.terminal().open(
                    new StartChoice(new StartChoice.Sample("bitstamp-btcusd"), new BigDecimal("10000")));
            PaperFixture.start(session, PaperFixture.dca(market, 1, "5000"));
            PaperFixture.playTo(session, market, session.replay().position().toNanos());
            session.close();
        }
        JournalInspection journal = JournalInspection.of(data);
        try (Writer out = Files.newBufferedWriter(data.resolve("export.jsonl"))) {
            journal.export(out);
        }
    }

    private static void dump(String file) throws IOException {
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file, true);
    }

    /** Reads a line as a careful program does: nothing of it stays anywhere but in what is returned. */
    private static char[] line() {
        byte[] bytes = new byte[1_024];
        try {
            int size = 0;
            for (int read = IN.read(); read >= 0 && read != '\n'; read = IN.read()) {
                bytes[size++] = (byte) read;
            }
            char[] text = new char[size];
            for (int i = 0; i < size; i++) {
                text[i] = (char) bytes[i];
            }
            return text;
        } catch (IOException e) {
            throw new IllegalStateException("standard input broke", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
