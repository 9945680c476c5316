package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.app.BotChoice;
import dev.tradewind.app.MarketSource;
import dev.tradewind.app.PaperChoice;
import dev.tradewind.app.PaperRun;
import dev.tradewind.app.ReplayControl;
import dev.tradewind.app.StartChoice;
import dev.tradewind.app.StartException;
import dev.tradewind.app.StatusLine;
import dev.tradewind.domain.Asset;
import dev.tradewind.engine.EngineSnapshot;
import dev.tradewind.engine.ReconciliationReport;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tradewind paper}: a bot trades play money on a replayed market, without a window. */
@Command(
        name = "paper",
        description = {
            "Let a bot trade play money on a replayed market, without a window.",
            "Everything is journalled and survives the end of the process; Ctrl-C ends it cleanly."
        })
final class PaperCommand implements Callable<Integer> {

    private static final double DEFAULT_SPEED = 60;
    private static final long STATUS_MILLIS = 5_000;
    private static final long LOOK_MILLIS = 50;

    private final Output output;

    @Mixin private CommonOptions common = new CommonOptions();

    @Option(
            names = "--bot",
            paramLabel = "ID",
            completionCandidates = BotOptions.Ids.class,
            description = "The kind of bot: ${COMPLETION-CANDIDATES}.")
    private @Nullable String bot;

    @Mixin private ParamOptions params = new ParamOptions();

    @Option(
            names = {"--data", "--book"},
            paramLabel = "FILE|SERIES",
            description = {
                "Candles or trades as CSV or in another form that 'data import' takes, or a recorded book;",
                "plain or packed. Or a stored series such as binance:BTCUSDT:1m."
            })
    private @Nullable String data;

    @Option(names = "--resume", description = "Go on with the data folder's last session instead of beginning one.")
    private boolean resume;

    @Option(names = "--speed", paramLabel = "X", description = "1 to 10000 times the market's own pace; default 60.")
    private double speed = DEFAULT_SPEED;

    @Option(names = "--seconds", paramLabel = "N", description = "How long to run; without it until the data ends.")
    private @Nullable Long seconds;

    @Option(names = "--capital", paramLabel = "C", description = "Quote units of play money; default 10000.")
    private BigDecimal capital = StartChoice.DEFAULT_CAPITAL;

    @Mixin private DataFolderOptions folder = new DataFolderOptions();

    @Mixin private RiskOptions risk = new RiskOptions();

    @Mixin private TermsOptions terms = new TermsOptions();

    @Mixin private PerpetualOptions perpetual = new PerpetualOptions();

    @Mixin private TapeOptions tape = new TapeOptions();

    PaperCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws StartException, InterruptedException {
        check();
        PaperRun run = open();
        if (!common.json) {
            run.found().ifPresent(output::line);
        }
        Thread hook = Thread.ofPlatform().name("save-and-end").unstarted(run::close);
        Runtime.getRuntime().addShutdownHook(hook);
        try (run) {
            watch(run);
        } finally {
            unhook(hook);
        }
        EngineSnapshot last = run.newest();
        if (common.json) {
            output.json(json(run, last));
        } else {
            output.line(StatusLine.of(last));
            RiskText.lines(last).forEach(output::line);
            for (EngineSnapshot.BotRow row : last.bots()) {
                if (!row.stateReason().isEmpty()) {
                    output.line("bot " + row.id() + " (" + row.type() + ") " + BacktestText.words(row.state()) + ": "
                            + row.stateReason());
                }
            }
            output.line("saved in " + run.dataDir() + ", run hash " + run.hash());
        }
        Optional<String> halted = run.halted();
        if (halted.isPresent()) {
            throw new StartException("the session halted: " + halted.get());
        }
        return TradewindCommand.DONE;
    }

    private static void unhook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // the process ends right now, and the hook with it
        }
    }

    private void check() {
        if (!(speed >= ReplayControl.MIN_SPEED && speed <= ReplayControl.MAX_SPEED)) {
            throw new IllegalArgumentException("--speed " + speed + " must be from 1 to 10000");
        }
        if (seconds != null && seconds <= 0) {
            throw new IllegalArgumentException("--seconds " + seconds + " must be above 0");
        }
        if (capital.signum() <= 0) {
            throw new IllegalArgumentException("--capital " + capital.toPlainString() + " must be above 0");
        }
        if (resume && risk.given()) {
            throw new IllegalArgumentException("--resume keeps the session's risk rules; leave --risk and --risk-rule out");
        }
        if (resume && (terms.given() || perpetual.choice().isPresent())) {
            throw new IllegalArgumentException("--resume keeps the session's fees, fill models and perpetual terms; leave"
                    + " --fee-bps, --fees, --slippage-bps, --latency-ms, models and --perpetual out");
        }
        if (resume && (bot != null || data != null)) {
            throw new IllegalArgumentException(
                    "--resume takes bot and data from the session; leave --bot and --data out");
        }
    }

    private PaperRun open() throws StartException {
        Optional<Path> chosen = folder.chosen();
        if (resume) {
            return PaperRun.resume(chosen, speed, tape.choice());
        }
        String kind = bot;
        String file = data;
        if (kind == null || file == null) {
            throw new IllegalArgumentException("--bot and --data are needed to begin a session (or --resume to go on)");
        }
        PaperChoice choice = new PaperChoice(
                MarketSource.parse(file, chosen), capital, risk.rules(), terms.choice(), perpetual.choice());
        return PaperRun.begin(chosen, BotChoice.of(kind, params.values()), choice, speed, tape.choice());
    }

    private void watch(PaperRun run) throws InterruptedException {
        long began = System.nanoTime();
        long nextStatus = 0;
        boolean compared = false;
        while (true) {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
            boolean over = run.over() || seconds != null && millis >= TimeUnit.SECONDS.toMillis(seconds);
            if (!common.json && (over ? !compared : millis >= nextStatus)) {
                EngineSnapshot now = run.fresh();
                ReconciliationReport report = reconciliation(now);
                if (!compared && report != null) {
                    compared = true;
                    ReconciliationText.lines(report).forEach(output::line);
                }
                if (!over) {
                    output.line(StatusLine.of(now));
                    nextStatus = millis + STATUS_MILLIS;
                }
            }
            if (over) {
                return;
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private static @Nullable ReconciliationReport reconciliation(EngineSnapshot snapshot) {
        EngineSnapshot.Outside outside = snapshot.outside();
        return outside == null ? null : outside.report();
    }

    private ObjectNode json(PaperRun run, EngineSnapshot last) {
        Asset quote = run.instrument().quote();
        EngineSnapshot.Account account = last.account();
        ReplayControl.Position position = run.position();
        ObjectNode json = output.object()
                .put("dataDir", run.dataDir().toString())
                .put("symbol", run.instrument().symbol())
                .put("time", Times.iso(last.timeNanos()))
                .put("played", position.played())
                .put("total", position.total())
                .put("ended", position.ended())
                .put("trading", last.trading().name())
                .put("tier", last.tier() == null ? "" : last.tier().name())
                .put("haltReason", last.haltReason())
                .put("openOrders", last.openOrders().size())
                .put("fills", last.fills().size())
                .put("startEquity", Output.amount(quote, account.startEquityAtoms()))
                .put("equity", Output.amount(quote, account.equityAtoms()))
                .put("realised", Output.amount(quote, account.realisedAtoms()))
                .put("unrealised", Output.amount(quote, account.unrealisedAtoms()))
                .put("fees", Output.amount(quote, account.feesAtoms()))
                .put("found", run.found().orElse(""))
                .put("journalRows", last.journalRow())
                .put("hash", run.hash());
        ReconciliationReport report = reconciliation(last);
        if (report != null) {
            ReconciliationText.json(json, report);
        }
        RiskText.json(json, last.risk());
        terms(json, run, account);
        var bots = json.putArray("bots");
        for (EngineSnapshot.BotRow row : last.bots()) {
            bots.addObject()
                    .put("id", row.id())
                    .put("type", row.type())
                    .put("state", row.state().name())
                    .put("stateReason", row.stateReason())
                    .put("dealsClosed", row.dealsClosed());
        }
        return json;
    }

    private static void terms(ObjectNode json, PaperRun run, EngineSnapshot.Account account) {
        EngineSnapshot.AccountMore more = account.more();
        run.third().ifPresent(third -> json.putObject("thirdAsset")
                .put("asset", third.asset().code())
                .put("left", Output.amount(third.asset(), more.thirdAtoms())));
        if (run.instrument().isPerpetual()) {
            Asset quote = run.instrument().quote();
            json.putObject("perpetual")
                    .put("leverage", more.margin().leverage())
                    .put("margin", more.margin().mode().name().toLowerCase(Locale.ROOT))
                    .put("positions", more.margin().positions().name().toLowerCase(Locale.ROOT))
                    .put("marginHeld", Output.amount(quote, more.marginAtoms()))
                    .put("funding", Output.amount(quote, more.fundingAtoms()));
        }
    }
}
