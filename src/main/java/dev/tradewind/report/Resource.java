package dev.tradewind.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files that come with the program and go into a report. */
final class Resource {

    private static final String FONTS = "/dev/tradewind/ui/font/";

    private Resource() {}

    /** {@return a text file of this package} */
    static String text(String name) {
        return new String(bytes("/dev/tradewind/report/" + name), StandardCharsets.UTF_8);
    }

    /** {@return a font file of the program, as WOFF} */
    static byte[] font(String name) {
        return bytes(FONTS + name + ".woff");
    }

    private static byte[] bytes(String path) {
        try (InputStream in = Resource.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("this installation lacks " + path);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
