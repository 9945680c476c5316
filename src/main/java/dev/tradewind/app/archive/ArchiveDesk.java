package dev.tradewind.app.archive;

import dev.tradewind.app.job.Job;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Backups of a data folder, and the plan they are made by. Closing it ends the plan's thread. Any thread. */
public final class ArchiveDesk implements BackupDesk, AutoCloseable {

    private final ArchiveParts parts;
    private final PlanStore plans;
    private final Making making;
    private final Unpacking unpacking;
    private final Schedule schedule;

    private ArchiveDesk(ArchiveParts parts) {
        this.parts = parts;
        this.plans = new PlanStore(parts.settings(), parts.folder());
        this.making = new Making(parts, plans);
        this.unpacking = new Unpacking(parts, plans);
        this.schedule = new Schedule(plans, making, parts.clock());
    }

    /** {@return the desk of a program that runs on: a thread makes the backups of the plan} */
    public static ArchiveDesk running(ArchiveParts parts) {
        ArchiveDesk desk = new ArchiveDesk(parts);
        desk.schedule.start();
        return desk;
    }

    /** {@return the desk for a single command; nothing is made by itself} */
    public static ArchiveDesk once(ArchiveParts parts) {
        return new ArchiveDesk(parts);
    }

    /** The plan, for tests that let time pass. */
    Schedule schedule() {
        return schedule;
    }

    @Override
    public BackupPlan plan() {
        return plans.load();
    }

    @Override
    public void plan(BackupPlan plan) {
        Path folder = plan.folder().toAbsolutePath().normalize();
        try {
            Making.makeFolder(folder);
        } catch (IOException e) {
            throw new RefusedException(
                    "Backups cannot go to " + folder + ": " + e.getMessage() + ". The plan is as it was.", e);
        }
        BackupPlan wanted = new BackupPlan(folder, plan.every(), plan.keep());
        BackupPlan before = plans.load();
        if (!wanted.equals(before)) {
            parts.trail().record(new AuditEntry(Actor.USER, "plan.changed", "backups", words(before), words(wanted)));
            plans.save(wanted);
            schedule.wake();
        }
    }

    private static String words(BackupPlan plan) {
        return plan.folder() + ", " + plan.every() + ", keep " + plan.keep();
    }

    @Override
    public List<BackupRow> list() {
        return Making.list(plans.load().folder());
    }

    /**
     * {@return what a file is, wherever it lies}
     *
     * @throws RefusedException if it cannot be read
     */
    public BackupRow look(Path file) {
        return Making.look(file);
    }

    @Override
    public Optional<Instant> due() {
        return schedule.due();
    }

    @Override
    public String trouble() {
        return schedule.trouble();
    }

    @Override
    public Job<BackupRow> create() {
        return Job.start("backup-create", progress -> {
            Deference.begin();
            return making.make(Actor.USER, progress);
        });
    }

    @Override
    public Job<BackupCheck> verify(Path file, Optional<Unlock> unlock) {
        return Job.start("backup-verify", progress -> unpacking.verify(file, unlock, progress));
    }

    @Override
    public Job<RestoreReceipt> restore(Path file, Path folder, Optional<Unlock> unlock) {
        return Job.start("backup-restore", progress -> unpacking.restore(file, folder, unlock, progress));
    }

    @Override
    public Job<Rehearsal> rehearse(Path file, Optional<Unlock> unlock) {
        return Job.start("backup-rehearse", progress -> unpacking.rehearse(file, unlock, progress));
    }

    @Override
    public Job<ExportReceipt> export(Path folder) {
        return Job.start("data-export-all", progress -> new Exporting(parts).export(folder, progress));
    }

    @Override
    public void close() {
        schedule.close();
    }
}
