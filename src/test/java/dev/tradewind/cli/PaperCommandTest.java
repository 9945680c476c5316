package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paper sessions and their journals, through the commands. */
class PaperCommandTest {

    private static final int CANDLES = 40;

    @TempDir
    Path folder;

    private Path home() {
        return folder.resolve("home");
    }

    /** One-second candles that rise and fall, over in a moment at the fastest speed. */
    private Path candles() throws Exception {
        StringBuilder csv = new StringBuilder("openTime,open,high,low,close,volume\n");
        for (int row = 0; row < CANDLES; row++) {
            int price = 1000 + 10 * (row % 8 < 4 ? row % 8 : 8 - row % 8);
            csv.append(1_678_730_400_000L + row * 1000L)
                    .append(",%d,%d,%d,%d,5%n".formatted(price, price + 5, price - 5, price + 1));
        }
        return Files.writeString(folder.resolve("xyzeur.csv"), csv);
    }

    private Shell trade() throws Exception {
        return Shell.type(
                "paper", "--bot", "sma-cross", "--param", "fast=2", "slow=4", "size=1", "--data", candles().toString(),
                "--speed", "10000", "--capital", "5000", "--data-dir", home().toString(), "--json");
    }

    @Test
    void tradesUntilTheDataEnds() throws Exception {
        Shell shell = trade();

        JsonNode end = shell.json();
        assertThat(shell.exitCode()).as(shell.err()).isZero();
        assertThat(end.get("ended").asBoolean()).isTrue();
        assertThat(end.get("played").asInt()).isEqualTo(CANDLES);
        assertThat(end.get("fills").asInt()).isPositive();
        assertThat(end.at("/bots/0/type").asText()).isEqualTo("sma-cross");
    }

    @Test
    void leavesAJournalThatVerifiesReplaysAndExports() throws Exception {
        String hash = trade().json().get("hash").asText();

        Shell verify = Shell.type("journal", "verify", home().toString(), "--json");
        Shell replay = Shell.type("journal", "replay", home().toString(), "--json");
        Path out = folder.resolve("rows.jsonl");
        Shell export = Shell.type("journal", "export", home().toString(), "--out", out.toString());

        assertThat(verify.exitCode()).as(verify.err()).isZero();
        assertThat(verify.json().get("outcome").asText()).isEqualTo("intact");
        assertThat(verify.json().get("hash").asText()).isEqualTo(hash);
        assertThat(replay.exitCode()).as(replay.out()).isZero();
        assertThat(replay.json().get("same").asBoolean()).isTrue();
        assertThat(replay.json().get("replayedHash").asText()).isEqualTo(hash);
        assertThat(export.exitCode()).as(export.err()).isZero();
        List<String> rows = Files.readAllLines(out);
        assertThat(rows).hasSize(verify.json().get("rows").asInt());
        assertThat(new ObjectMapper().readTree(rows.get(1)).get("command").asText()).isEqualTo("StartBot");
    }

    @Test
    void namesTheDamagedRow() throws Exception {
        trade();
        Path session = home().resolve("sessions/1");
        Path journal;
        try (var files = Files.list(session.resolve("journal"))) {
            journal = files.findFirst().orElseThrow();
        }
        try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {'?', '?'}), channel.size() / 2);
        }

        Shell verify = Shell.type("journal", "verify", session.toString());
        Shell replay = Shell.type("journal", "replay", session.toString());
        Shell resume = Shell.type("paper", "--resume", "--data-dir", home().toString());

        assertThat(verify.exitCode()).isEqualTo(TradewindCommand.FAILED);
        assertThat(verify.err()).contains("The journal is damaged at row ").hasLineCount(1);
        assertThat(replay.exitCode()).isEqualTo(TradewindCommand.FAILED);
        assertThat(resume.exitCode()).isEqualTo(TradewindCommand.FAILED);
        assertThat(resume.err()).contains("The journal is damaged at row ");
    }

    @Test
    void goesOnWithASession() throws Exception {
        JsonNode first = trade().json();

        Shell again = Shell.type("paper", "--resume", "--data-dir", home().toString(), "--json");

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.json().get("hash")).isEqualTo(first.get("hash"));
        assertThat(again.json().get("equity")).isEqualTo(first.get("equity"));
        assertThat(again.json().at("/reconciliation/agrees").asBoolean()).isTrue();
        assertThat(again.json().at("/reconciliation/rows")).isEmpty();
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        Shell nothing = Shell.type("paper", "--data-dir", home().toString());
        Shell both = Shell.type("paper", "--resume", "--bot", "dca", "--data-dir", home().toString());
        Shell fast = Shell.type("paper", "--resume", "--speed", "20000", "--data-dir", home().toString());
        Shell empty = Shell.type("paper", "--resume", "--data-dir", home().toString());
        Shell nowhere = Shell.type("journal", "verify", folder.resolve("nowhere").toString());

        assertThat(nothing.exitCode()).isEqualTo(TradewindCommand.USAGE);
        assertThat(nothing.err()).contains("--bot and --data are needed");
        assertThat(both.exitCode()).isEqualTo(TradewindCommand.USAGE);
        assertThat(fast.err()).contains("--speed 20000.0 must be from 1 to 10000");
        assertThat(empty.exitCode()).isEqualTo(TradewindCommand.FAILED);
        assertThat(empty.err()).contains("no session");
        assertThat(nowhere.exitCode()).isEqualTo(TradewindCommand.FAILED);
        assertThat(nowhere.err()).contains("is not a folder");
    }

    @Test
    void saysThatATornTailWasCut() throws Exception {
        trade();
        Path journal = home().resolve("sessions/1/journal/00000001.twj");
        Files.write(journal, new byte[] {1, 2, 3}, StandardOpenOption.APPEND);

        Shell resume = Shell.type("paper", "--resume", "--data-dir", home().toString());

        assertThat(resume.exitCode()).as(resume.err()).isZero();
        assertThat(resume.out()).contains("The journal's last write was torn: ", "3 bytes and 0 market events");
    }

    @Test
    void refusesAParameterGivenTwice() throws Exception {
        Shell twice = Shell.type(
                "paper", "--bot", "sma-cross", "--param", "fast=2", "fast=3", "--data", candles().toString(),
                "--data-dir", home().toString());
        Shell bare = Shell.type("backtest", "--bot", "dca", "--param", "baseOrder", "--data", candles().toString());

        assertThat(twice.exitCode()).isEqualTo(TradewindCommand.USAGE);
        assertThat(twice.err()).contains("parameter fast is given twice: '2' and '3'");
        assertThat(bare.exitCode()).isEqualTo(TradewindCommand.USAGE);
        assertThat(bare.err()).contains("--param 'baseOrder' must be id=value");
    }

    @Test
    void saysWhyABotCannotTrade() throws Exception {
        Path dear = Files.writeString(folder.resolve("dear.csv"), """
                1678730400000,90000000000,90000000000,90000000000,90000000000,5
                1678730460000,90000000000,90000000000,90000000000,90000000000,5
                """);

        Shell shell = Shell.type("backtest", "--bot", "dca", "--data", dear.toString(), "--lot", "0.00000001", "--json");

        assertThat(shell.json().get("state").asText()).isEqualTo("ERROR");
        assertThat(shell.json().get("stateReason").asText()).contains("below the smallest of the exchange");

        Shell huge = Shell.type("backtest", "--bot", "dca", "--data", dear.toString(), "--lot", "1", "--json");

        assertThat(huge.json().get("stateReason").asText()).contains("too large to be counted exactly");
    }
}
