package dev.tradewind.ui.chart;

import io.fair_acc.dataset.DataSet;
import io.fair_acc.dataset.locks.DataSetLock;
import io.fair_acc.dataset.spi.DoubleDataSet;
import java.util.function.Supplier;

/**
 * A curve that only the JavaFX thread reads and writes, and which therefore needs no lock. ChartFX's own one would
 * freeze the window: a chart takes it for reading in a layout outside a pulse (a picture, a stage that shows) and
 * gives it back only after the next pulse's layout, but new figures are written in that pulse before its layout.
 */
public final class CurveData extends DoubleDataSet {

    private static final long serialVersionUID = 1L;

    /** An empty curve. */
    public CurveData(String name) {
        super(name);
    }

    @Override
    public DataSetLock<? extends DataSet> lock() {
        return new Unlocked(this);
    }

    /** Runs what it is given, at once. */
    private record Unlocked(CurveData curve) implements DataSetLock<CurveData> {

        @Override
        public CurveData readLock() {
            return curve;
        }

        @Override
        public CurveData readLockGuard(Runnable reading) {
            reading.run();
            return curve;
        }

        @Override
        public <R> R readLockGuard(Supplier<R> reading) {
            return reading.get();
        }

        @Override
        public CurveData readLockGuardOptimistic(Runnable reading) {
            reading.run();
            return curve;
        }

        @Override
        public <R> R readLockGuardOptimistic(Supplier<R> reading) {
            return reading.get();
        }

        @Override
        public CurveData readUnLock() {
            return curve;
        }

        @Override
        public CurveData writeLock() {
            return curve;
        }

        @Override
        public CurveData writeLockGuard(Runnable writing) {
            writing.run();
            return curve;
        }

        @Override
        public <R> R writeLockGuard(Supplier<R> writing) {
            return writing.get();
        }

        @Override
        public CurveData writeUnLock() {
            return curve;
        }
    }
}
