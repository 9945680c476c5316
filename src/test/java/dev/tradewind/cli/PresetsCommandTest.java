package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetsCommandTest {

    @TempDir
    Path folder;

    private Shell presets(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("presets", "--bot", "dca", "--data-dir", folder.toString()));
        arguments.addAll(List.of(more));
        return Shell.type(arguments.toArray(String[]::new));
    }

    @Test
    void keepsListsAndForgets() throws Exception {
        int builtIn = presets().lines().size();
        Shell saved = presets("--save", "Nights", "--param", "takeProfit=3");

        assertThat(saved.exitCode()).as(saved.err()).isZero();
        assertThat(saved.lines()).hasSize(builtIn + 1).endsWith("Nights (your own): takeProfit=3");
        assertThat(presets("--json").json().get("presets").get(builtIn).at("/values/takeProfit").asText()).isEqualTo("3");
        assertThat(presets("--delete", "Nights").lines()).hasSize(builtIn);
        assertThat(presets("--delete", "Nights").err())
                .contains("there is no preset 'Nights' of your own for bot dca; there are: none");
    }

    @Test
    void refusesWhatCannotBeKept() {
        assertThat(presets("--save", "Calm", "--param", "takeProfit=3").err())
                .contains("preset 'Calm' comes with bot dca");
        assertThat(presets("--save", "Bad", "--param", "takeProfit=0").err()).contains("takes a number from 0.01 to 1000");
        assertThat(presets("--save", "Empty").err()).contains("--save NAME and --param go together");
        assertThat(presets("--param", "takeProfit=3").err()).contains("--save NAME and --param go together");
    }
}
