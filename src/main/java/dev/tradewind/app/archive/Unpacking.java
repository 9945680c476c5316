package dev.tradewind.app.archive;

import dev.tradewind.app.archive.BackupDesk.BackupCheck;
import dev.tradewind.app.archive.BackupDesk.Rehearsal;
import dev.tradewind.app.archive.BackupDesk.RestoreReceipt;
import dev.tradewind.app.archive.BackupDesk.Unlock;
import dev.tradewind.app.archive.PlanStore.Sound;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.domain.CancelledException;
import dev.tradewind.domain.Progress;
import dev.tradewind.monitor.Actor;
import dev.tradewind.monitor.AuditEntry;
import dev.tradewind.monitor.AuditException;
import dev.tradewind.persistence.StorageException;
import dev.tradewind.vault.VaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What is done with a backup that was made: checked, restored, rehearsed. */
final class Unpacking {

    private final ArchiveParts parts;
    private final PlanStore plans;

    Unpacking(ArchiveParts parts, PlanStore plans) {
        this.parts = parts;
        this.plans = plans;
    }

    /** Checks a backup: all its bytes, and where it can be opened all that is in it. */
    BackupCheck verify(Path file, Optional<Unlock> unlock, Progress progress) {
        List<String> findings = new ArrayList<>();
        boolean sound = false;
        try {
            BackupHead head = BackupFile.head(file);
            findings.add("made " + head.made() + " by Tradewind " + head.program() + ": " + head.words());
            byte[] digest = BackupFile.checkBytes(file, progress);
            findings.add("all " + BackupHead.size(Files.size(file)) + " match the checksum at the end");
            if (head.encrypted() && unlock.isEmpty()) {
                findings.add("encrypted: what is in it was not looked at; that takes the passphrase");
                sound = true;
            } else {
                sound = verifyContent(file, unlock, findings, progress);
            }
            if (sound) {
                remember(file, digest);
            }
        } catch (BadBackupException | VaultException e) {
            findings.add("damaged: " + e.getMessage());
        } catch (IOException e) {
            throw new RefusedException(file + " cannot be read: " + e.getMessage(), e);
        } finally {
            VaultSeal.wipe(unlock);
        }
        record("backup.verified", file, (sound ? "sound: " : "not sound: ") + String.join("; ", findings));
        return new BackupCheck(file, sound, findings);
    }

    private boolean verifyContent(Path file, Optional<Unlock> unlock, List<String> findings, Progress progress)
            throws IOException, BadBackupException {
        Path folder = besides(file, Workplace.VERIFY);
        Workplace place = Workplace.take(folder);
        try {
            BackupManifest manifest = BackupFile.read(file, VaultSeal.opening(unlock), place, progress);
            findings.add("all " + manifest.entries().size() + " files are what was put into it");
            boolean sound = true;
            for (StartTrial.Step step : new ContentCheck(folder, manifest).all(progress)) {
                findings.add(step.words());
                sound &= step.passed();
            }
            return sound;
        } finally {
            Workplace.removeAll(folder);
        }
    }

    private void remember(Path file, byte[] digest) {
        Path name = file.toAbsolutePath().normalize();
        Optional<BackupName> found = BackupName.parse(name.getFileName().toString());
        Path folder = plans.load().folder().toAbsolutePath().normalize();
        if (found.isEmpty() || !folder.equals(name.getParent())) {
            return;
        }
        Optional<BackupName> known = plans.sound().map(Sound::name).flatMap(BackupName::parse);
        boolean newer = known.isEmpty()
                || known.get().compareTo(found.get()) <= 0
                || !Files.exists(folder.resolve(known.get().text()));
        if (newer) {
            plans.sound(new Sound(found.get().text(), HexFormat.of().formatHex(digest)));
        }
    }

    /** Restores a backup; a folder it cannot be restored into whole is as it was. */
    RestoreReceipt restore(Path file, Path folder, Optional<Unlock> unlock, Progress progress) {
        try {
            Workplace place = take(folder);
            boolean whole = false;
            try {
                BackupManifest manifest = BackupFile.read(file, VaultSeal.opening(unlock), place, progress);
                long bytes = manifest.entries().stream().mapToLong(BackupEntry::bytes).sum();
                record("backup.restored", file, place.folder().toString());
                place.finish(progress);
                whole = true;
                return new RestoreReceipt(place.folder(), manifest.entries().size(), bytes);
            } finally {
                if (!whole) {
                    place.remove();
                }
            }
        } catch (BadBackupException | VaultException e) {
            throw new RefusedException(
                    "Nothing was restored: " + file + " is damaged: " + e.getMessage() + ". Try another backup.", e);
        } catch (IOException e) {
            throw new RefusedException("Nothing was restored from " + file + ": " + e.getMessage(), e);
        } finally {
            VaultSeal.wipe(unlock);
        }
    }

    private static Workplace take(Path folder) {
        try {
            return Workplace.take(folder);
        } catch (IOException e) {
            throw new RefusedException("Nothing was restored: " + e.getMessage(), e);
        }
    }

    /** Restores a backup beside it, starts from it and removes it again. */
    Rehearsal rehearse(Path file, Optional<Unlock> unlock, Progress progress) {
        long began = System.nanoTime();
        List<String> steps = new ArrayList<>();
        boolean passed;
        try {
            passed = rehearse(file, unlock, steps, progress);
        } catch (BadBackupException | VaultException e) {
            steps.add("failed: it cannot be restored: " + e.getMessage());
            passed = false;
        } catch (IOException e) {
            throw new RefusedException(file + " cannot be rehearsed: " + e.getMessage(), e);
        } finally {
            VaultSeal.wipe(unlock);
        }
        record("backup.rehearsed", file, (passed ? "passed: " : "failed: ") + String.join("; ", steps));
        return new Rehearsal(passed, steps, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    private boolean rehearse(Path file, Optional<Unlock> unlock, List<String> steps, Progress progress)
            throws IOException, BadBackupException {
        Path folder = besides(file, Workplace.REHEARSAL);
        Workplace place = Workplace.take(folder);
        try {
            BackupManifest manifest = BackupFile.read(file, VaultSeal.opening(unlock), place, progress);
            place.finish(progress);
            steps.add("restored " + manifest.entries().size() + " files beside the backup");
            List<StartTrial.Step> all = new ArrayList<>(new ContentCheck(folder, manifest).database());
            all.addAll(started(folder, progress));
            boolean passed = true;
            for (StartTrial.Step step : all) {
                steps.add((step.passed() ? "" : "failed: ") + step.words());
                passed &= step.passed();
            }
            if (passed) {
                remember(file, BackupFile.checkBytes(file, progress));
            }
            return passed;
        } finally {
            Workplace.removeAll(folder);
        }
    }

    private List<StartTrial.Step> started(Path folder, Progress progress) {
        try {
            return parts.start().start(folder, progress);
        } catch (CancelledException e) {
            throw e;
        } catch (StorageException e) {
            return List.of(new StartTrial.Step(false, String.valueOf(e.getMessage())));
        }
    }

    private static Path besides(Path file, String what) throws IOException {
        Path folder = file.toAbsolutePath().normalize().getParent();
        Workplace.removeLeft(folder);
        return folder.resolve(what + ProcessHandle.current().pid() + "-" + System.nanoTime());
    }

    private void record(String action, Path file, String after) {
        try {
            parts.trail().record(new AuditEntry(Actor.USER, action, file.toString(), "", after));
        } catch (AuditException e) {
            throw new RefusedException(String.valueOf(e.getMessage()), e);
        }
    }
}
