package dev.tradewind.archfixture.engine;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

final class ThreadStarter {

    Thread byBuilder() {
        return Thread.ofVirtual().unstarted(() -> { });
    }

    Thread byConstructor() {
        return new Thread("planted");
    }

    Executor byPool() {
        return Executors.newSingleThreadExecutor();
    }

    void byGivenExecutor(Executor executor) {
        executor.execute(() -> { });
    }

    int byCollection(List<String> list) {
        return list.parallelStream().mapToInt(String::length).sum();
    }

    int byStream() {
        return IntStream.range(0, 3).parallel().sum();
    }

    CompletableFuture<String> byFuture() {
        return CompletableFuture.supplyAsync(() -> "planted");
    }
}
