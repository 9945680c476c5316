package dev.tradewind.persistence;

import dev.tradewind.kernel.Disk;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A disk that can also move a file and overwrite what one holds: what it takes to leave no old copy of a secret behind.
 */
public interface WipingDisk extends Disk {

    /**
     * Gives a file another name in its folder, durably and at once; a file that had that name is gone then.
     *
     * @throws NoSuchFileException if there is no file to move
     */
    void move(Path from, Path to) throws IOException;

    /**
     * Overwrites all bytes of a file with zeros where they are, durably, and leaves it as long as it is. A file system
     * that writes elsewhere what is written anew, and a drive that does so beneath it, keep the old bytes until they
     * use the room again.
     *
     * @throws NoSuchFileException if there is none
     */
    void overwrite(Path file) throws IOException;
}
