package dev.tradewind.vault;

import java.util.function.ToLongFunction;

/**
 * What one guess at a passphrase costs: the parameters of Argon2id (RFC 9106), kept with the vault. Immutable.
 */
public final class KdfCost {

    /**
     * The least a vault is made with: 64 MiB and three passes, RFC 9106's second recommendation (but for its lanes).
     */
    public static final KdfCost LEAST = new KdfCost(65_536, 3, 1);

    private static final int MOST_MEMORY_KIB = 1 << 20;
    private static final int MOST_PASSES = 1_000;
    private static final int MOST_LANES = 16;
    /** So that nobody can make a vault that takes hours to try, and a changed byte cannot. */
    private static final long MOST_WORK_KIB = 1L << 24;
    private static final int TUNED_MEMORY_KIB = 256 << 10;
    private static final long GOAL_NANOS = 500_000_000;

    private final int memoryKib;
    private final int passes;
    private final int lanes;

    private KdfCost(int memoryKib, int passes, int lanes) {
        if (!isPossible(memoryKib, passes, lanes)) {
            throw new IllegalArgumentException("cost of " + memoryKib + " KiB, " + passes + " passes, " + lanes
                    + " lanes; it takes 8 KiB a lane to " + MOST_MEMORY_KIB + " KiB, 1 to " + MOST_PASSES
                    + " passes, 1 to " + MOST_LANES + " lanes, and no more than " + MOST_WORK_KIB
                    + " KiB over all passes");
        }
        this.memoryKib = memoryKib;
        this.passes = passes;
        this.lanes = lanes;
    }

    static boolean isPossible(int memoryKib, int passes, int lanes) {
        return lanes >= 1 && lanes <= MOST_LANES && passes >= 1 && passes <= MOST_PASSES
                && memoryKib >= 8 * lanes && memoryKib <= MOST_MEMORY_KIB
                && (long) memoryKib * passes <= MOST_WORK_KIB;
    }

    /**
     * {@return a cost for keeping real keys}
     *
     * @param memoryKib KiB of memory, at least 65,536
     * @param passes    over that memory, at least 3
     * @param lanes     computed one after the other here; more of them help only who attacks
     * @throws IllegalArgumentException if it is less than {@link #LEAST}
     */
    public static KdfCost of(int memoryKib, int passes, int lanes) {
        if (memoryKib < LEAST.memoryKib || passes < LEAST.passes) {
            throw new IllegalArgumentException("cost of " + memoryKib + " KiB and " + passes
                    + " passes; a vault takes at least " + LEAST.memoryKib + " KiB and " + LEAST.passes + " passes");
        }
        return new KdfCost(memoryKib, passes, lanes);
    }

    /** {@return a cost of any size, for vaults that guard nothing: those of tests and rehearsals} */
    public static KdfCost guardingNothing(int memoryKib, int passes, int lanes) {
        return new KdfCost(memoryKib, passes, lanes);
    }

    /**
     * {@return a cost that takes about half a second on this machine, never less than {@link #LEAST}}
     *
     * <p>Blocks for two to three seconds. Memory grows first, to 256 MiB or a quarter of the heap, since memory is what
     * an attacker's hardware lacks; passes after that.
     */
    public static KdfCost tune() {
        return tune(Argon2::nanos, Runtime.getRuntime().maxMemory());
    }

    static KdfCost tune(ToLongFunction<KdfCost> nanos, long heapBytes) {
        int most = (int) Math.clamp(heapBytes / 1024 / 4, LEAST.memoryKib, TUNED_MEMORY_KIB);
        // the first runs are the compiler's, not the machine's
        nanos.applyAsLong(LEAST);
        KdfCost tuned = scaled(LEAST, Math.min(nanos.applyAsLong(LEAST), nanos.applyAsLong(LEAST)), most);
        // time does not grow in step with memory, so what was found is tried as well
        return scaled(tuned, nanos.applyAsLong(tuned), most);
    }

    /**
     * {@return what takes the time that is aimed at, as far as the least allows, if {@code measured} took {@code
     * nanos}}
     */
    private static KdfCost scaled(KdfCost measured, long nanos, int mostMemoryKib) {
        double work = (double) measured.memoryKib * measured.passes * GOAL_NANOS / Math.max(1, nanos);
        // whole MiB, so that the parameters read well
        int memory = (int) Math.clamp(Math.round(work / LEAST.passes), LEAST.memoryKib, mostMemoryKib) >> 10 << 10;
        int passes = (int) Math.clamp(Math.round(work / memory), LEAST.passes, MOST_WORK_KIB / memory);
        return of(memory, Math.min(passes, MOST_PASSES), 1);
    }

    /** {@return the memory in KiB} */
    public int memoryKib() {
        return memoryKib;
    }

    /** {@return the passes over it} */
    public int passes() {
        return passes;
    }

    /** {@return the lanes} */
    public int lanes() {
        return lanes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KdfCost that
                && memoryKib == that.memoryKib && passes == that.passes && lanes == that.lanes;
    }

    @Override
    public int hashCode() {
        return (memoryKib * 31 + passes) * 31 + lanes;
    }

    @Override
    public String toString() {
        return "Argon2id with " + memoryKib / 1024 + " MiB, " + passes + " passes, " + lanes + " lanes";
    }
}
