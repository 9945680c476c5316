package dev.tradewind.app.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** How the body of a backup is sealed and opened again; plain where there is no vault. */
final class Seal {

    private Seal() {}

    /** Seals what is written. */
    @FunctionalInterface
    interface Closing {
        /** {@return where the body goes; closing it ends the seal and leaves {@code out} open} */
        OutputStream over(OutputStream out) throws IOException;
    }

    /** Opens what is read. */
    @FunctionalInterface
    interface Opening {
        /** {@return the body} */
        InputStream over(InputStream in) throws IOException, BadBackupException;
    }

    /** Nothing is sealed. */
    static final Closing PLAIN = out -> new OutputStream() {
        @Override
        public void write(int single) throws IOException {
            out.write(single);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }
    };
}
