package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was done in a data folder, through the commands. */
class AuditCommandTest {

    @TempDir
    Path folder;

    private String home() {
        return folder.resolve("home").toString();
    }

    @BeforeEach
    void tradeAndImport() throws Exception {
        StringBuilder csv = new StringBuilder("openTime,open,high,low,close,volume\n");
        for (int row = 0; row < 40; row++) {
            int price = 1000 + 10 * (row % 8 < 4 ? row % 8 : 8 - row % 8);
            csv.append(1_678_730_400_000L + row * 1000L)
                    .append(",%d,%d,%d,%d,5%n".formatted(price, price + 5, price - 5, price + 1));
        }
        Path data = Files.writeString(folder.resolve("xyzeur.csv"), csv);
        Shell paper = Shell.type(
                "paper", "--bot", "sma-cross", "--param", "fast=2", "slow=4", "size=1", "--data", data.toString(), "--speed",
                "10000", "--capital", "5000", "--tape-max", "500m", "--data-dir", home());
        assertThat(paper.exitCode()).as(paper.err()).isZero();
        Shell data1 = Shell.type(
                "data", "import", data.toString(), "--as", "here:XYZEUR:1s", "--data-dir", home());
        assertThat(data1.exitCode()).as(data1.err()).isZero();
        assertThat(Shell.type("data", "drop", "here:XYZEUR:1s", "--data-dir", home()).exitCode()).isZero();
    }

    private List<String> actions(String... filter) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("audit", "list", "--data-dir", home(), "--json"));
        arguments.addAll(List.of(filter));
        Shell list = Shell.type(arguments.toArray(new String[0]));
        assertThat(list.exitCode()).as(list.err()).isZero();
        List<String> actions = new ArrayList<>();
        for (JsonNode row : list.json().get("rows")) {
            actions.add(row.get("action").asText());
        }
        return actions;
    }

    @Test
    void whatWasDoneIsListedWithWhoDidItNewestFirst() throws Exception {
        assertThat(actions("--actor", "user", "--topic", "data"))
                .containsExactly("data.dropped", "data.imported", "data.import.asked");
        assertThat(actions("--text", "HOW MUCH of the tape")).containsExactly("settings.tape");
        assertThat(actions("--topic", "change")).containsExactly("settings.tape");
        assertThat(actions("--actor", "program", "--topic", "action"))
                .containsExactly("session.ended", "session.began", "trail.began", "session.started");
        assertThat(actions("--actor", "bot", "--topic", "order", "--most", "100000"))
                .contains("order.sent", "exchange.filled")
                .allMatch(action -> action.startsWith("order.") || action.startsWith("exchange."));
        assertThat(actions("--session", "1", "--topic", "data")).isEmpty();
        assertThat(actions("--to", "2020-01-01")).isEmpty();
        assertThat(Shell.type("audit", "list", "--data-dir", home(), "--topic", "change").out())
                .contains("Changed how much of the tape is kept [all events -> all events, at most 500 MiB]");
    }

    @Test
    void whatIsSoundVerifiesAndASwappedJournalDoesNot() throws Exception {
        Shell sound = Shell.type("audit", "verify", "--data-dir", home());
        assertThat(sound.exitCode()).as(sound.out()).isZero();
        assertThat(sound.lines()).last().asString().endsWith(" rows checked, nothing is wrong");

        Path journal = folder.resolve("home/sessions/1/journal/00000001.twj");
        byte[] bytes = Files.readAllBytes(journal);
        bytes[bytes.length / 2] ^= 4;
        Files.write(journal, bytes);
        Shell changed = Shell.type("audit", "verify", "--data-dir", home(), "--json");
        assertThat(changed.exitCode()).isEqualTo(1);
        assertThat(changed.json().get("sound").asBoolean()).isFalse();
        assertThat(changed.json().at("/findings/0/sound").asBoolean()).isTrue();
        assertThat(changed.json().at("/findings/1/words").asText()).startsWith("Session 1: The journal is damaged at row ");
        assertThat(Shell.type("audit", "verify", "--data-dir", home()).out())
                .contains("WRONG  Session 1: The journal is damaged")
                .contains("1 thing is wrong");
    }

    @Test
    void anExportHoldsEveryRowThatPasses() throws Exception {
        Path out = folder.resolve("rows.jsonl");
        Shell export = Shell.type("audit", "export", out.toString(), "--data-dir", home(), "--actor", "bot", "--json");
        assertThat(export.exitCode()).as(export.err()).isZero();
        List<String> lines = Files.readAllLines(out);
        assertThat(export.json().get("rows").asInt()).isEqualTo(lines.size());
        assertThat(lines).hasSize(actions("--actor", "bot", "--most", "100000").size());
        for (String line : lines) {
            assertThat(new ObjectMapper().readTree(line).get("actor").asText()).isEqualTo("bot");
        }
    }

    @Test
    void whatIsAskedWronglyIsSaid() throws Exception {
        Shell nowhere = Shell.type("audit", "verify", "--data-dir", folder.resolve("none").toString());
        assertThat(nowhere.exitCode()).isEqualTo(1);
        assertThat(nowhere.err()).contains("there is no data folder ").contains("none");
        Shell ending = Shell.type("audit", "export", folder.resolve("rows.txt").toString(), "--data-dir", home());
        assertThat(ending.exitCode()).isEqualTo(1);
        assertThat(ending.err()).contains("says neither CSV nor JSON lines");
        assertThat(Shell.type("audit", "list", "--data-dir", home(), "--most", "0").exitCode()).isEqualTo(2);
        assertThat(Shell.type("audit").exitCode()).isEqualTo(2);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).doesNotContain("rows.txt", "none");
        }
    }
}
