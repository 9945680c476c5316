package dev.tradewind.cli;

import dev.tradewind.app.MarketChoice;
import dev.tradewind.app.MarketSource;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which market data, and what is known about it. */
final class MarketOptions {

    static final String DEFAULT_RULES = MarketChoice.DEFAULT_RULES;

    @Option(
            names = {"--data", "--book"},
            paramLabel = "FILE|SERIES",
            description = {
                "Candles (openTime,open,high,low,close,volume; times in ms) or trades",
                "(time,price,quantity[,side][,id]) as CSV or in another form that 'data import' takes; or a",
                "recorded book: streams of depthUpdate and trade as JSON lines with a snapshot, or a depth",
                "file; plain or packed. Or a stored series, binance:BTCUSDT:1h, built from finer ones if need be."
            })
    private @Nullable String data;

    @Mixin private DataFolderOptions folder = new DataFolderOptions();

    @Option(names = "--symbol", paramLabel = "PAIR", description = "What the data is of, for instance BTC/USD.")
    @Nullable String symbol;

    @Option(names = "--tick", paramLabel = "T", description = "Smallest price step; else from the file's decimals.")
    @Nullable BigDecimal tick;

    @Option(names = "--lot", paramLabel = "L", description = "Smallest quantity step; else from the file's decimals.")
    @Nullable BigDecimal lot;

    @Option(
            names = "--rules",
            paramLabel = "FILE|default",
            description = {
                "An exchange's rules: steps, smallest order and so on, from an exchangeInfo JSON;",
                "'default' is tick 0.01, lot 0.00001, orders worth 10 or more."
            })
    @Nullable String rules;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /** {@return where stored series are kept, empty for the usual place} */
    Optional<Path> dataDir() {
        return folder.chosen();
    }

    /** {@return the market as described} */
    MarketChoice choice() {
        String given = data;
        if (given == null) {
            throw new ParameterException(spec.commandLine(), "Missing required option: '--data=FILE'");
        }
        return new MarketChoice(
                MarketSource.parse(given, dataDir()), Optional.ofNullable(symbol), Optional.ofNullable(tick),
                Optional.ofNullable(lot),
                Optional.ofNullable(rules));
    }
}
