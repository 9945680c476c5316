package dev.tradewind;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks, before JavaFX starts, for the shared libraries it needs from a Linux system. Without them it dies with a stack
 * trace that names none of the packages to install.
 */
final class NativeLibraries {

    /** What the system has. */
    interface Host {

        /** Whether the dynamic linker finds the library and all that it needs itself. */
        boolean loads(String library);

        /** Whether there is at least one font to draw text with. Asked only once fontconfig is known to load. */
        boolean hasFont();
    }

    private record Requirement(String library, String debianPackage) {
    }

    private static final String FONTCONFIG = "libfontconfig.so.1";
    private static final String FONT_PACKAGE = "fonts-dejavu-core";

    private static final List<Requirement> FOR_TEXT = List.of(
            new Requirement("libfreetype.so.6", "libfreetype6"),
            new Requirement(FONTCONFIG, "libfontconfig1"),
            new Requirement("libpangoft2-1.0.so.0", "libpangoft2-1.0-0"));

    private static final List<Requirement> FOR_A_WINDOW = List.of(
            new Requirement("libgtk-3.so.0", "libgtk-3-0"),
            new Requirement("libXtst.so.6", "libxtst6"),
            new Requirement("libGL.so.1", "libgl1"),
            new Requirement("libXxf86vm.so.1", "libxxf86vm1"));

    private NativeLibraries() {
    }

    /**
     * Says in one line what is missing on this machine and which packages bring it.
     *
     * @param window whether a real window will open, which takes more than drawing without a display
     */
    static Optional<String> complaint(boolean window) {
        return System.getProperty("os.name").equals("Linux") ? complaint(window, new ThisHost()) : Optional.empty();
    }

    static Optional<String> complaint(boolean window, Host host) {
        Set<String> missing = new LinkedHashSet<>();
        Set<String> packages = new LinkedHashSet<>();
        find(FOR_TEXT, host, missing, packages);
        if (!missing.contains(FONTCONFIG) && !host.hasFont()) {
            missing.add("a font");
            packages.add(FONT_PACKAGE);
        } else if (missing.contains(FONTCONFIG)) {
            // Fonts cannot be counted without it; a machine that lacks the one hardly has the other.
            packages.add(FONT_PACKAGE);
        }
        if (window) {
            find(FOR_A_WINDOW, host, missing, packages);
        }
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("tradewind: cannot draw its screens without " + String.join(", ", missing)
                + "; on Debian: apt-get install " + String.join(" ", packages));
    }

    private static void find(List<Requirement> requirements, Host host, Set<String> missing, Set<String> packages) {
        for (Requirement requirement : requirements) {
            if (!host.loads(requirement.library())) {
                missing.add(requirement.library());
                packages.add(requirement.debianPackage());
            }
        }
    }

    /** Asks the dynamic linker, and fontconfig for fonts. What is loaded stays so: JavaFX needs it next. */
    @SuppressWarnings("restricted") // native access is what this class is for; java.options enables it
    private static final class ThisHost implements Host {

        @Override
        public boolean loads(String library) {
            try {
                SymbolLookup.libraryLookup(library, Arena.global());
                return true;
            } catch (IllegalArgumentException notFound) {
                return false;
            }
        }

        @Override
        public boolean hasFont() {
            // FcFontSet *FcConfigGetFonts(FcConfig *config, FcSetName set); null is the current configuration, 0 the
            // system's fonts; the struct starts with int nfont.
            MemorySegment address = SymbolLookup.libraryLookup(FONTCONFIG, Arena.global())
                    .findOrThrow("FcConfigGetFonts");
            var getFonts = Linker.nativeLinker().downcallHandle(
                    address,
                    FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
            try {
                var fonts = (MemorySegment) getFonts.invokeExact(MemorySegment.NULL, 0);
                return !fonts.equals(MemorySegment.NULL)
                        && fonts.reinterpret(ValueLayout.JAVA_INT.byteSize()).get(ValueLayout.JAVA_INT, 0) > 0;
            } catch (Throwable failure) {
                throw new IllegalStateException("Asking fontconfig for its fonts failed", failure);
            }
        }
    }
}
