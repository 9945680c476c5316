package dev.tradewind.app.archive;

import dev.tradewind.kernel.Clock;
import dev.tradewind.monitor.AuditTrail;
import dev.tradewind.settings.SettingTable;
import java.nio.file.Path;

/**
 * What backups are made with.
 *
 * @param folder   the data folder
 * @param program  version of this program
 * @param settings where the plan is kept
 * @param trail    where it is written what was done
 * @param clock    the time of backups and of their plan
 * @param start    starts from a folder as the program does, for rehearsals
 */
public record ArchiveParts(
        Path folder, String program, SettingTable settings, AuditTrail trail, Clock clock, StartTrial start) {}
