package dev.tradewind;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NativeLibrariesTest {

    private record Lacking(Set<String> libraries, boolean hasFont) implements NativeLibraries.Host {

        @Override
        public boolean loads(String library) {
            return !libraries.contains(library);
        }
    }

    @Test
    void aCompleteMachineHasNothingToComplainAbout() {
        assertEquals(Optional.empty(), NativeLibraries.complaint(true, new Lacking(Set.of(), true)));
    }

    @Test
    void oneLineNamesEveryPackageThatIsMissing() {
        var host = new Lacking(Set.of("libfreetype.so.6", "libpangoft2-1.0.so.0", "libXtst.so.6"), true);

        assertEquals(
                Optional.of("tradewind: cannot draw its screens without libfreetype.so.6, libpangoft2-1.0.so.0,"
                        + " libXtst.so.6; on Debian: apt-get install libfreetype6 libpangoft2-1.0-0 libxtst6"),
                NativeLibraries.complaint(true, host));
    }

    @Test
    void withoutADisplayTheLibrariesOfAWindowAreNotNeeded() {
        var host = new Lacking(Set.of("libgtk-3.so.0", "libXtst.so.6", "libGL.so.1", "libXxf86vm.so.1"), true);

        assertEquals(Optional.empty(), NativeLibraries.complaint(false, host));
    }

    @Test
    void librariesWithoutAFontCannotWrite() {
        assertEquals(
                Optional.of("tradewind: cannot draw its screens without a font;"
                        + " on Debian: apt-get install fonts-dejavu-core"),
                NativeLibraries.complaint(false, new Lacking(Set.of(), false)));
    }

    @Test
    void whereFontsCannotBeCountedTheyAreInstalledToo() {
        assertEquals(
                Optional.of("tradewind: cannot draw its screens without libfontconfig.so.1;"
                        + " on Debian: apt-get install libfontconfig1 fonts-dejavu-core"),
                NativeLibraries.complaint(false, new Lacking(Set.of("libfontconfig.so.1"), false)));
    }

    @Test
    void theMachineThatRunsTheScreenTestsIsComplete() {
        assertEquals(Optional.empty(), NativeLibraries.complaint(false));
    }
}
