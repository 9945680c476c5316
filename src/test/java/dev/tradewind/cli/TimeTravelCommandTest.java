package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code journal replay --until} and {@code --what-if} on a session traded on paper. */
class TimeTravelCommandTest {

    private static final int CANDLES = 120;

    @TempDir
    Path folder;

    private JsonNode end;
    private int lastInput;

    /** Prices that climb and fall by steps of 10 in a wave of eight candles. */
    @BeforeEach
    void trade() throws Exception {
        StringBuilder csv = new StringBuilder("openTime,open,high,low,close,volume\n");
        for (int row = 0; row < CANDLES; row++) {
            int price = 1000 + 10 * (row % 8 < 4 ? row % 8 : 8 - row % 8);
            csv.append(1_678_730_400_000L + row * 1000L)
                    .append(",%d,%d,%d,%d,5%n".formatted(price, price + 5, price - 5, price + 1));
        }
        Path data = Files.writeString(folder.resolve("xyzeur.csv"), csv);
        Shell paper = Shell.type(
                "paper", "--bot", "sma-cross", "--param", "fast=2", "slow=4", "size=1", "--data", data.toString(),
                "--speed", "10000", "--capital", "5000", "--data-dir", folder.resolve("home").toString(), "--json");
        assertThat(paper.exitCode()).as(paper.err()).isZero();
        end = paper.json();
        lastInput = until(1).get("last").asInt();
    }

    private Shell replay(String... more) {
        String[] words = new String[more.length + 3];
        words[0] = "journal";
        words[1] = "replay";
        words[2] = folder.resolve("home").toString();
        System.arraycopy(more, 0, words, 3, more.length);
        return Shell.type(words);
    }

    private JsonNode until(int input) throws Exception {
        Shell shell = replay("--until", Integer.toString(input), "--json");
        assertThat(shell.exitCode()).as(shell.err()).isZero();
        return shell.json();
    }

    @Test
    void theLastInputIsTheSessionsEnd() throws Exception {
        JsonNode state = until(lastInput);

        assertThat(state.get("hash").asText()).isEqualTo(end.get("hash").asText());
        assertThat(state.get("equity").decimalValue()).isEqualByComparingTo(end.get("equity").decimalValue());
        assertThat(state.get("fills").asInt()).isEqualTo(end.get("fills").asInt());
    }

    /** Stopping at any input and at the next one differs by what that input did: fills never fall, the number rises by one. */
    @Test
    void stopsAtEachInput() throws Exception {
        int fills = 0;
        for (int input = 1; input <= lastInput; input += 7) {
            JsonNode state = until(input);
            assertThat(state.get("sequence").asInt()).isEqualTo(input);
            assertThat(state.get("fills").asInt()).isGreaterThanOrEqualTo(fills);
            fills = state.get("fills").asInt();
        }
        assertThat(fills).isPositive();
    }

    @Test
    void printsTheStateInWords() {
        Shell shell = replay("--until", Integer.toString(lastInput));

        assertThat(shell.out())
                .contains("After input " + lastInput + " of " + lastInput + ", 2023-03-13 18:02:00 UTC")
                .contains("Market    XYZEUR")
                .contains("1 SMA crossover  RUNNING");
    }

    /** Twice the size on the same market trades at the same times and doubles what was won or lost. */
    @Test
    void forksWithAnotherSize() throws Exception {
        JsonNode fork = replay("--what-if", "1.size=2", "--json").json();

        double was = fork.at("/bots/0/profit").asDouble();
        assertThat(was).isNotZero();
        assertThat(fork.at("/bots/0/whatIfProfit").asDouble()).isCloseTo(2 * was, org.assertj.core.data.Offset.offset(0.01));
        assertThat(fork.at("/recorded/hash").asText()).isEqualTo(end.get("hash").asText());
        assertThat(fork.at("/whatIf/orders").asInt()).isEqualTo(fork.at("/recorded/orders").asInt());
    }

    /** The bot may be named by number, name or type, and a fork that changes nothing is the session. */
    @Test
    void sameValuesMakeTheSameSession() {
        Shell shell = replay("--what-if", "sma-cross.fast=2", "--what-if", "SMA crossover.slow=4");

        assertThat(shell.exitCode()).as(shell.err()).isZero();
        assertThat(shell.out()).contains("Not one order would have been different.");
    }

    @Test
    void saysWhatWouldPass() {
        assertThat(replay("--until", "0").err()).contains("there is no input 0; the session's inputs are 1 to " + lastInput);
        assertThat(replay("--until", "999999").err()).contains("there is no input 999999");
        assertThat(replay("--until", "x").err()).contains("--until", "x");
        assertThat(replay("--what-if", "takeProfit").err())
                .contains("'takeProfit' is no change; bot.param=value is, for instance 1.takeProfit=2");
        assertThat(replay("--what-if", "9.size=1").err())
                .contains("no bot '9' was started", "there are 1 (sma-cross 'SMA crossover')");
        assertThat(replay("--what-if", "1.colour=red").err()).contains("colour", "fast, slow");
        assertThat(replay("--what-if", "1.fast=9").err()).contains("bot 1: parameter fast: '9' is not allowed", "fewer candles than slow");
    }
}
