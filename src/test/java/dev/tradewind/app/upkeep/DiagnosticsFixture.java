package dev.tradewind.app.upkeep;

import dev.tradewind.app.activity.ActivityDesk;
import dev.tradewind.app.job.Job;
import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.settings.SettingTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Diagnostics over a folder, with settings and trail in memory. */
final class DiagnosticsFixture {

    final TreeMap<String, String> settings = new TreeMap<>();
    final List<AuditEntry> trail = new ArrayList<>();
    final List<ActivityDesk.Row> rows = new ArrayList<>();
    private final Path folder;

    DiagnosticsFixture(Path folder) {
        this.folder = folder;
    }

    Diagnostics open() {
        SettingTable table = new SettingTable() {
            @Override
            public Map<String, String> values(String prefix) {
                Map<String, String> values = new TreeMap<>(settings);
                values.keySet().removeIf(name -> !name.startsWith(prefix));
                return values;
            }

            @Override
            public void put(Map<String, String> values) {
                settings.putAll(values);
            }
        };
        return Diagnostics.open(folder, "9.9.9", table, trail::add, new Rows());
    }

    void row(String action, String before, String after) {
        rows.add(new ActivityDesk.Row(
                1_700_000_000_000_000_000L, "audit", rows.size() + 1, Actor.USER, "You", ActivityDesk.Topic.SECURITY, action,
                "words about " + after, before, after));
    }

    private final class Rows implements ActivityDesk {

        @Override
        public Job<Page> read(Filter filter) {
            return Job.start("read", progress -> new Page(rows, Optional.empty(), List.of()));
        }

        @Override
        public Job<Page> older(Filter filter, Cursor cursor) {
            throw new AssertionError("not asked for here");
        }

        @Override
        public List<Integer> sessions() {
            return List.of();
        }

        @Override
        public Job<Verdict> verify() {
            throw new AssertionError("not asked for here");
        }

        @Override
        public Job<ExportReceipt> export(Filter filter, Path file) {
            throw new AssertionError("not asked for here");
        }
    }
}
