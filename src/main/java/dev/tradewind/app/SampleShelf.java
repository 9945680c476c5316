package dev.tradewind.app;

import dev.tradewind.marketdata.ImportException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The samples of an installation, each read once however often it is asked for. Safe on any thread; the first reading
 * blocks.
 */
final class SampleShelf {

    private final List<Path> roots;
    private final Map<SampleFile, LoadedMarket> markets = new EnumMap<>(SampleFile.class);
    private @Nullable List<SampleData> told;

    /** @param roots folders that may hold {@link SampleFile#FOLDER}, best first */
    SampleShelf(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /** Starts to read on a thread of its own: at a start they are needed soon, and the database takes its time. */
    void readAhead() {
        Thread.ofPlatform().name("samples").daemon().start(() -> {
            try {
                all();
            } catch (ImportException unreadable) {
                // whoever asks for it reads it again and is told why
            }
        });
    }

    /**
     * {@return the market a sample holds}
     *
     * @throws ImportException if its file is missing, unreadable or malformed
     */
    synchronized LoadedMarket market(SampleFile sample) {
        LoadedMarket known = markets.get(sample);
        if (known != null) {
            return known;
        }
        LoadedMarket read = LoadedMarket.load(new StartChoice.Sample(sample.id()), roots);
        markets.put(sample, read);
        return read;
    }

    /**
     * {@return what the start page tells of those that are installed, in order}
     *
     * @throws ImportException if one is unreadable or malformed
     */
    synchronized List<SampleData> all() {
        List<SampleData> known = told;
        if (known != null) {
            return known;
        }
        List<SampleData> samples = new ArrayList<>();
        for (SampleFile sample : SampleFile.values()) {
            if (sample.find(roots).isPresent()) {
                samples.add(sample.describe(market(sample)));
            }
        }
        told = List.copyOf(samples);
        return told;
    }
}
