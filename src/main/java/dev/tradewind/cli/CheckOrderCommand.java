package dev.tradewind.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tradewind.app.InstrumentRules;
import dev.tradewind.app.OrderCheck;
import dev.tradewind.domain.Asset;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.Instrument;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport.FeeAsset;
import dev.tradewind.engine.OrderPreview;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tradewind check-order}: what every rule says of an order, without sending it. */
@Command(
        name = "check-order",
        description = {
            "Show what each of an exchange's filters and of your own rules says of an order, and what would pass.",
            "Nothing is sent."
        })
final class CheckOrderCommand implements Callable<Integer> {

    private static final long NANOS = 1_000_000_000L;

    private final Output output;

    @Mixin private CommonOptions common = new CommonOptions();

    @Option(
            names = "--rules",
            required = true,
            paramLabel = "FILE|default",
            description = {
                "The exchange's rules, from an exchangeInfo JSON; 'default' is tick 0.01, lot 0.00001, orders worth 10",
                "or more."
            })
    private String rules = "";

    @Option(names = "--symbol", paramLabel = "NAME", description = "Which symbol of the rules, if there are several.")
    private String symbol = "";

    @Option(names = "--side", required = true, paramLabel = "buy|sell", description = "Buy or sell.")
    private Side side = Side.BUY;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "One of ${COMPLETION-CANDIDATES}; default LIMIT.")
    private OrderType type = OrderType.LIMIT;

    @Option(names = "--time-in-force", paramLabel = "TIF", description = "One of ${COMPLETION-CANDIDATES}; default GTC.")
    private TimeInForce timeInForce = TimeInForce.GTC;

    @Option(names = "--expires", paramLabel = "TIME", converter = Times.class, description = "When a GTD order ends (UTC).")
    private long expires;

    @Option(names = "--size", paramLabel = "B", description = "The size in base.")
    private BigDecimal size = BigDecimal.ZERO;

    @Option(names = "--worth", paramLabel = "Q", description = "The size of a market order in quote, instead of --size.")
    private BigDecimal worth = BigDecimal.ZERO;

    @Option(names = "--price", paramLabel = "P", description = "The limit.")
    private BigDecimal price = BigDecimal.ZERO;

    @Option(names = "--stop", paramLabel = "P", description = "The price that triggers it.")
    private BigDecimal stop = BigDecimal.ZERO;

    @Option(names = "--display", paramLabel = "B", description = "How much of it an iceberg order shows.")
    private BigDecimal display = BigDecimal.ZERO;

    @Option(names = "--trailing-bps", paramLabel = "N", description = "How far it trails the market, in basis points.")
    private long trailingBps;

    @Option(names = "--post-only", description = "It never takes.")
    private boolean postOnly;

    @Option(names = "--reduce-only", description = "It never opens or enlarges a position.")
    private boolean reduceOnly;

    @Option(names = "--market", paramLabel = "P", description = "The last price; default the order's own.")
    private @Nullable BigDecimal market;

    @Option(names = "--average", paramLabel = "P", description = "The average price filters refer to; default the last.")
    private BigDecimal average = BigDecimal.ZERO;

    @Option(names = "--mark", paramLabel = "P", description = "The mark price of a future; default the last.")
    private BigDecimal mark = BigDecimal.ZERO;

    @Option(names = "--open-orders", paramLabel = "N", description = "Orders open on the symbol; default 0.")
    private int openOrders;

    @Option(names = "--open-stops", paramLabel = "N", description = "Those of them that wait for a stop price; default 0.")
    private int openStops;

    @Option(names = "--free", paramLabel = "Q", description = "Quote to spend; without it balances are not judged.")
    private @Nullable BigDecimal free;

    @Option(names = "--held", paramLabel = "B", description = "Base to sell; without it holdings are not judged.")
    private @Nullable BigDecimal held;

    @Option(names = "--usual", paramLabel = "B", description = "The usual size of your orders, for --collar-size.")
    private BigDecimal usual = BigDecimal.ZERO;

    @Option(names = "--fee-bps", paramLabel = "F", description = "Fee in basis points (1 bp = 0.01 %%); default 0.")
    private BigDecimal feeBps = BigDecimal.ZERO;

    @Option(
            names = "--fee-asset",
            paramLabel = "quote|base",
            description = "Asset a buy's fee is taken in; default quote.")
    private FeeAsset feeAsset = FeeAsset.QUOTE;

    @Mixin private RiskOptions risk = new RiskOptions();

    CheckOrderCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        Instrument instrument = rules.equals(MarketOptions.DEFAULT_RULES)
                ? InstrumentRules.standard()
                : InstrumentRules.read(Path.of(rules), symbol);
        OrderCheck check = OrderCheck.of(instrument, order(), place(), risk.rules());
        if (common.json) {
            output.json(json(check));
        } else {
            print(check);
        }
        return TradewindCommand.DONE;
    }

    private OrderCheck.Order order() {
        atLeastZero("--size", size);
        atLeastZero("--worth", worth);
        atLeastZero("--price", price);
        atLeastZero("--stop", stop);
        atLeastZero("--display", display);
        atLeastZero("--trailing-bps", BigDecimal.valueOf(trailingBps));
        return new OrderCheck.Order(
                side, type, timeInForce, size, worth, price, stop, display, postOnly, reduceOnly, expires, trailingBps);
    }

    private OrderCheck.Place place() {
        BigDecimal last = market == null ? type.hasLimit() ? price : stop : market;
        if (last.signum() <= 0 && type == OrderType.MARKET) {
            throw new IllegalArgumentException("--market is needed for a market order: the last price, above 0");
        }
        atLeastZero("--market", last);
        atLeastZero("--average", average);
        atLeastZero("--mark", mark);
        atLeastZero("--usual", usual);
        atLeastZero("--free", free == null ? BigDecimal.ZERO : free);
        atLeastZero("--held", held == null ? BigDecimal.ZERO : held);
        atLeastZero("--open-orders", BigDecimal.valueOf(openOrders));
        atLeastZero("--open-stops", BigDecimal.valueOf(openStops));
        FeeRate fee = Fees.ofBps(feeBps);
        Instant now = Instant.now();
        return new OrderCheck.Place(
                last, average, mark, openOrders, openStops, Optional.ofNullable(free), Optional.ofNullable(held), usual,
                now.getEpochSecond() * NANOS + now.getNano(), fee, feeAsset);
    }

    private static void atLeastZero(String option, BigDecimal figure) {
        if (figure.signum() < 0) {
            throw new IllegalArgumentException(option + " " + figure.toPlainString() + " must be 0 or more");
        }
    }

    private void print(OrderCheck check) {
        for (OrderCheck.Line line : check.lines()) {
            output.line((line.passes() ? "  passes  " : "  REFUSES ") + line.rule() + ": " + line.message());
        }
        for (String unknown : check.instrument().filters().unknown()) {
            output.line("  unknown " + unknown + ": the exchange asks for it, this program does not know it");
        }
        OrderPreview preview = check.preview();
        if (preview.notionalAtoms() > 0) {
            Instrument instrument = check.instrument();
            output.line("Worth " + Numbers.money(instrument.quote(), preview.notionalAtoms()) + " "
                    + instrument.quote().code() + ", fee "
                    + Output.amount(feeAsset(instrument, preview), preview.feeAtoms()).toPlainString() + " "
                    + feeAsset(instrument, preview).code() + (preview.taker() ? " as taker" : " as maker"));
        }
        long refusing = check.lines().stream().filter(line -> !line.passes()).count();
        output.line(refusing == 0 ? "This order would be sent." : refusing + " of these refuse it.");
        check.mended().ifPresent(words -> output.line("would pass: " + words));
    }

    private static Asset feeAsset(Instrument instrument, OrderPreview preview) {
        return preview.feeInBase() ? instrument.base() : instrument.quote();
    }

    private ObjectNode json(OrderCheck check) {
        Instrument instrument = check.instrument();
        OrderPreview preview = check.preview();
        ObjectNode json = output.object()
                .put("symbol", instrument.symbol())
                .put("passes", check.passes())
                .put("price", instrument.toPrice(preview.priceTicks()))
                .put("size", instrument.toQuantity(preview.quantityLots()))
                .put("worth", Output.amount(instrument.quote(), preview.notionalAtoms()))
                .put("taker", preview.taker())
                .put("fee", Output.amount(feeAsset(instrument, preview), preview.feeAtoms()))
                .put("feeAsset", feeAsset(instrument, preview).code())
                .put("reserved", Output.amount(instrument.quote(), preview.reservedAtoms()))
                .put("wouldPass", check.mended().orElse(""));
        ArrayNode lines = json.putArray("verdicts");
        for (OrderCheck.Line line : check.lines()) {
            ArrayNode nearest = lines.addObject()
                    .put("passes", line.passes())
                    .put("rule", line.rule())
                    .put("message", line.message())
                    .put("field", line.field())
                    .putArray("nearest");
            line.nearest().forEach(nearest::add);
        }
        ArrayNode unknown = json.putArray("unknownFilters");
        instrument.filters().unknown().forEach(unknown::add);
        return json;
    }
}
