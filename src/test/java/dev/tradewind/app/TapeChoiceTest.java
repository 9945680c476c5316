package dev.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.persistence.TapeKeep;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person may say about how much of the tape is kept, and that the data folder remembers it. */
class TapeChoiceTest {

    private static TapeKeep said(String keep, String max, TapeKeep before) {
        return new TapeChoice(Optional.ofNullable(keep), Optional.ofNullable(max)).over(before);
    }

    @Test
    void whatIsNotSaidStaysAsItWas() {
        TapeKeep month = said("30d", null, TapeKeep.ALL);
        assertThat(month).isEqualTo(new TapeKeep(Duration.ofDays(30).toNanos(), Long.MAX_VALUE));
        assertThat(said(null, "2g", month)).isEqualTo(new TapeKeep(month.nanos(), 2L << 30));
        assertThat(said("12h", "500m", month)).isEqualTo(new TapeKeep(Duration.ofHours(12).toNanos(), 500L << 20));
        assertThat(said("all", "all", month)).isEqualTo(TapeKeep.ALL);
        assertThat(TapeChoice.NONE.given()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"soon", "0d", "-3h", "d", "1.5d", "999999999999999999d", "30"})
    void whatIsNoTimeIsNamed(String text) {
        assertThatThrownBy(() -> said(text, null, TapeKeep.ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--tape-keep '" + text + "' is no amount; 30d, 12h or all are");
    }

    @ParameterizedTest
    @CsvSource({"much", "0g", "2t", "9999999999999g"})
    void whatIsNoSizeIsNamed(String text) {
        assertThatThrownBy(() -> said(null, text, TapeKeep.ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--tape-max '" + text + "' is no amount; 500m, 2g or all are");
    }

    @Test
    void theDataFolderRemembers(@TempDir Path folder) {
        try (DataHome home = DataHome.open(Optional.of(folder))) {
            assertThat(home.tapeKeep()).isEqualTo(TapeKeep.ALL);
            home.keepTape(new TapeChoice(Optional.of("7d"), Optional.empty()));
        }
        try (DataHome home = DataHome.open(Optional.of(folder))) {
            assertThat(home.tapeKeep()).isEqualTo(new TapeKeep(Duration.ofDays(7).toNanos(), Long.MAX_VALUE));
        }
    }
}
