package dev.tradewind.ui.screen.data;

import dev.tradewind.marketdata.SeriesCheck;
import dev.tradewind.marketdata.SeriesKey;
import dev.tradewind.marketdata.StoredSeries;
import dev.tradewind.ui.widget.Figures;
import java.util.Optional;

/**
 * A stored series as its row shows it.
 *
 * @param check what checking it found, empty before it was checked
 */
record SeriesLine(StoredSeries series, Optional<SeriesCheck> check) {

    SeriesKey key() {
        return series.key();
    }

    /** {@return the timeframe, or that it holds trades} */
    String kind() {
        return key().timeframe().map(timeframe -> timeframe.label()).orElse("trades");
    }

    String gaps() {
        return key().timeframe().isEmpty() ? Figures.NONE : Figures.whole(series.gaps());
    }

    String missing() {
        return key().timeframe().isEmpty() ? Figures.NONE : Figures.whole(series.missing());
    }

    /** {@return how the check came out, with its sign, so that colour does not carry it alone} */
    String state() {
        if (check.isEmpty()) {
            return "○ Not checked";
        }
        SeriesCheck found = check.get();
        if (!found.sound()) {
            return "✕ " + Figures.whole(found.findings().stream()
                    .filter(finding -> finding.kind() != SeriesCheck.Kind.GAP)
                    .count()) + " wrong";
        }
        return series.gaps() == 0 ? "✓ Sound" : "✓ Sound, gaps";
    }

    String tone() {
        return check.isEmpty() ? "is-faint" : check.get().sound() ? "is-buy" : "is-sell";
    }

    /** {@return bytes in the unit a person reads} */
    static String size(long bytes) {
        if (bytes < 1 << 20) {
            return Figures.fixed(bytes / 1024.0, 1) + " KB";
        }
        return Figures.fixed(bytes / (double) (1 << 20), 1) + " MB";
    }
}
