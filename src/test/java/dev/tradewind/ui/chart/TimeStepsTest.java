package dev.tradewind.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeStepsTest {

    private static final long SECOND = 1_000_000_000L;

    private static long at(String instant) {
        return Instant.parse(instant).getEpochSecond() * SECOND;
    }

    @Test
    void stepsLandOnRoundMoments() {
        int twoHours = TimeSteps.step(6_000.0 * SECOND);
        assertThat(TimeSteps.atOrAfter(at("2024-08-05T06:01:00Z"), twoHours)).isEqualTo(at("2024-08-05T08:00:00Z"));
        assertThat(TimeSteps.atOrAfter(at("2024-08-05T08:00:00Z"), twoHours)).isEqualTo(at("2024-08-05T08:00:00Z"));
        int months = TimeSteps.step(25.0 * 86_400 * SECOND);
        assertThat(TimeSteps.atOrAfter(at("2024-01-15T00:00:00Z"), months)).isEqualTo(at("2024-02-01T00:00:00Z"));
        int quarters = TimeSteps.step(80.0 * 86_400 * SECOND);
        assertThat(TimeSteps.atOrAfter(at("2024-02-15T00:00:00Z"), quarters)).isEqualTo(at("2024-04-01T00:00:00Z"));
    }

    @Test
    void labelsSayTheCoarsestPartThatChanges() {
        int hours = TimeSteps.step(3_600.0 * SECOND);
        assertThat(TimeSteps.label(at("2024-08-05T06:00:00Z"), hours)).isEqualTo("06:00");
        assertThat(TimeSteps.label(at("2024-08-05T00:00:00Z"), hours)).isEqualTo("5 Aug");
        int seconds = TimeSteps.step(10.0 * SECOND);
        assertThat(TimeSteps.label(at("2024-08-05T06:00:10Z"), seconds)).isEqualTo("06:00:10");
        int days = TimeSteps.step(7.0 * 86_400 * SECOND);
        assertThat(TimeSteps.label(at("2024-01-01T00:00:00Z"), days)).isEqualTo("2024");
        assertThat(TimeSteps.full(at("2024-08-05T06:20:00Z"), false)).isEqualTo("Mon 5 Aug 24  06:20");
    }
}
