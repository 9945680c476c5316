package dev.tradewind.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.app.Profiles.Profile;
import dev.tradewind.persistence.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesTest {

    @TempDir
    private Path share;

    @Test
    void eachHasAFolderAndALockOfItsOwn() {
        Path usual = share.resolve("tradewind");
        Path practice = Profiles.folder(usual, "practice");
        long us = ProcessHandle.current().pid();

        try (DataFolder one = DataFolder.open(usual); DataFolder other = DataFolder.open(practice)) {
            assertThat(one.path()).isNotEqualTo(other.path());
            assertThat(Profiles.list(usual)).containsExactly(
                    new Profile("default", usual, OptionalLong.of(us)),
                    new Profile("practice", share.resolve("tradewind-practice"), OptionalLong.of(us)));
        }
        assertThat(Profiles.list(usual)).extracting(Profile::holder).containsOnly(OptionalLong.empty());
    }

    @Test
    void whatOnlyLooksLikeOneIsLeftOut() throws IOException {
        Path usual = share.resolve("tradewind");
        Files.createDirectories(share.resolve("tradewind-backups"));
        Files.createFile(share.resolve("tradewind-notes"));

        assertThat(Profiles.list(usual)).containsExactly(new Profile("default", usual, OptionalLong.empty()));
    }

    @Test
    void aKilledHolderHoldsNothing() throws IOException {
        Path usual = share.resolve("tradewind");
        DataFolder.open(usual).close();
        Files.writeString(usual.resolve("lock.pid"), "999999999999\n");

        assertThat(Profiles.list(usual)).containsExactly(new Profile("default", usual, OptionalLong.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Work", "../other", "a b", "-x", "é", "abcdefghijabcdefghijabcdefghijk"})
    void refusesWhatIsNoName(String name) {
        assertThatThrownBy(() -> Profiles.folder(share.resolve("tradewind"), name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("profile '" + name + "' is no name; it takes 1 to 30 lower-case letters");
    }

    @Test
    void theUsualOneHasAName() {
        assertThat(Profiles.folder(share.resolve("tradewind"), "default")).isEqualTo(share.resolve("tradewind"));
    }
}
