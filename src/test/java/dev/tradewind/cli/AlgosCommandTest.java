package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AlgosCommandTest {

    @Test
    void listsEveryAlgorithmWithItsParameters() {
        Shell shell = Shell.type("algos");

        assertThat(shell.exitCode()).isZero();
        assertThat(shell.lines()).contains(
                "trailing-stop: A stop that follows the market at a distance and never goes back.",
                "oco: A limit order and a stop for the same coins; what one trades the other loses.",
                "twap: Trades a quantity evenly over a time, so that the average price is the time's.");
        assertThat(shell.out()).contains("  activation ");
    }

    @Test
    void printsThemAsJson() {
        Shell shell = Shell.type("algos", "--json");

        assertThat(shell.exitCode()).isZero();
        assertThat(shell.out()).startsWith("{\"algos\":[{\"id\":\"trailing-stop\"");
    }
}
