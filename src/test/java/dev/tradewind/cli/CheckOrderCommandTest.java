package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every rule's verdict on an order, from the command line. */
class CheckOrderCommandTest {

    private static Shell check(String... more) {
        List<String> all = new ArrayList<>(List.of(
                "check-order", "--rules", "src/test/resources/exchangeinfo/spot.json", "--symbol", "ABCEUR"));
        all.addAll(List.of(more));
        return Shell.type(all.toArray(String[]::new));
    }

    @Test
    void tellsWhatEveryFilterSaysAndWhatWouldPass() {
        Shell shell = check(
                "--side", "buy", "--size", "0.0015", "--price", "130.005", "--market", "100", "--open-orders", "200");

        assertThat(shell.err()).isEmpty();
        assertThat(shell.exitCode()).isZero();
        assertThat(shell.lines()).containsExactly(
                "  REFUSES PRICE_FILTER: price 130.005 is no multiple of 0.01; nearest 120.00",
                "  REFUSES LOT_SIZE: quantity 0.0015 is no multiple of 0.001; nearest 0.039",
                "  passes  TRADING_STATE: trading is ACTIVE",
                "  REFUSES PERCENT_PRICE_BY_SIDE: price 130.00 is outside 20.00 to 120.00 around 100.00; nearest 120.00",
                "  REFUSES NOTIONAL: worth 0.13 EUR, minimum 5; smallest here: 0.039",
                "  REFUSES MAX_NUM_ORDERS: 200 orders are open on ABCEUR, the limit; cancel one first",
                "  passes  MAX_POSITION: at most 10.000 ABC",
                "  passes  EXCHANGE_MAX_NUM_ORDERS: 200 of 1000 orders",
                "  unknown T_PLUS_SELL: the exchange asks for it, this program does not know it",
                "Worth 0.13 EUR, fee 0 EUR as taker",
                "5 of these refuse it.");
    }

    @Test
    void namesTheOrderThatWouldPass() throws Exception {
        JsonNode json = check(
                        "--side", "buy", "--size", "0.001", "--price", "130", "--market", "100", "--fee-bps", "10",
                        "--free", "1000", "--json")
                .json();

        assertThat(json.get("passes").asBoolean()).isFalse();
        assertThat(json.get("wouldPass").asText()).isEqualTo("BUY LIMIT 0.042 ABC at 120.00");
        assertThat(json.at("/unknownFilters/0").asText()).isEqualTo("T_PLUS_SELL");
        JsonNode worth = json.get("verdicts").findParent("rule");
        assertThat(worth).isNotNull();
        assertThat(json.get("verdicts")).anySatisfy(verdict -> {
            assertThat(verdict.get("rule").asText()).isEqualTo("NOTIONAL");
            assertThat(verdict.get("field").asText()).isEqualTo("quantity");
            assertThat(verdict.at("/nearest/0").asText()).isEqualTo("0.039");
        });
    }

    @Test
    void passesWithinTheRules() {
        Shell shell = check("--side", "sell", "--type", "stop_market", "--size", "1", "--stop", "95.005", "--market", "100",
                "--fee-bps", "10", "--trailing-bps", "19");

        assertThat(shell.lines()).contains(
                "  REFUSES PRICE_FILTER: stop price 95.005 is no multiple of 0.01; nearest 95.00 or 95.01",
                "  REFUSES TRAILING_DELTA: trailing distance 19 is outside the bounds, in basis points; nearest 20",
                "Worth 95.01 EUR, fee 0.09501 EUR as taker");
        assertThat(check("--side", "sell", "--size", "1", "--price", "100").lines()).endsWith("This order would be sent.");
    }

    @Test
    void judgesByYourOwnRulesToo() {
        assertThat(check("--side", "buy", "--size", "2", "--price", "104", "--market", "100", "--collar-cross", "3",
                        "--collar-size", "3", "--usual", "0.5", "--max-order", "150").lines())
                .contains(
                        "  REFUSES PRICE_COLLAR: price 104.00 is 4.00 % above the market at 100.00; the collar allows 0.01 to "
                                + "103.00; nearest 103.00",
                        "  REFUSES SIZE_COLLAR: quantity 2.000 is 4.0 times the usual 0.500; the collar allows 1.500; "
                                + "nearest 1.500",
                        "  REFUSES ORDER_SIZE: 208.00 EUR in one order; the rule allows 150.00 EUR",
                        "would pass: BUY LIMIT 1.456 ABC at 103.00");
    }

    @Test
    void saysWhatIsCalledWrongly() {
        assertThat(check("--side", "buy", "--type", "market", "--size", "1").err())
                .startsWith("tradewind check-order: --market is needed for a market order");
        assertThat(check("--side", "buy", "--size", "-1", "--price", "1").err())
                .startsWith("tradewind check-order: --size -1 must be 0 or more");
        assertThat(check("--side", "buy", "--size", "1", "--price", "1", "--collar-size", "0.5").exitCode()).isEqualTo(2);
        assertThat(check("--side", "buy", "--size", "99999999999999999999", "--price", "1").err())
                .startsWith("tradewind check-order: a figure of the order is too large to be counted");
    }
}
