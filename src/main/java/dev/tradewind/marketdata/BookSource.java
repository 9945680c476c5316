package dev.tradewind.marketdata;

import java.io.IOException;
import java.io.InputStream;

/** A recording that can be read from its beginning as often as needed. */
@FunctionalInterface
public interface BookSource {

    /**
     * {@return the unpacked text from its beginning; the caller closes it}
     *
     * @throws IOException if it cannot be opened
     */
    InputStream open() throws IOException;
}
