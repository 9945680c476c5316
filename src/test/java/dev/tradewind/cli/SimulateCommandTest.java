package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SimulateCommandTest {

    @Test
    void tellsWhatMetWhatAndThatEverythingHeld() {
        Shell shell = Shell.type("simulate", "--seeds", "4", "--from", "9");

        assertThat(shell.exitCode()).isZero();
        assertThat(shell.lines().getFirst()).startsWith("fault").contains("PENDING_NE", "HELD");
        assertThat(shell.out()).contains("seeds 9 to 12: ");
        assertThat(shell.lines().getLast()).isEqualTo("everything held");
    }

    @Test
    void printsItAsJson() throws Exception {
        Shell shell = Shell.type("simulate", "--seeds", "2", "--threads", "1", "--json");

        assertThat(shell.exitCode()).isZero();
        assertThat(shell.json().get("seeds").asLong()).isEqualTo(2);
        assertThat(shell.json().get("inputs").asLong()).isGreaterThanOrEqualTo(4_000);
        assertThat(shell.json().get("violations")).isEmpty();
    }

    @Test
    void refusesNoSeeds() {
        Shell shell = Shell.type("simulate", "--seeds", "0");

        assertThat(shell.exitCode()).isEqualTo(2);
        assertThat(shell.err()).contains("at least one of each");
    }
}
