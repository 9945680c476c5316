package dev.tradewind.app;

import dev.tradewind.app.activity.ActivityDesk;
import dev.tradewind.app.archive.BackupDesk;
import dev.tradewind.app.custody.AccountsDesk;
import dev.tradewind.app.custody.SecurityDesk;
import dev.tradewind.app.upkeep.DiagnosticsDesk;

/**
 * What screens work with beside the session that runs.
 *
 * @param here        the program and its data folder
 * @param lab         backtests on local data
 * @param data        what is stored of markets
 * @param security    passphrase, lock and seal
 * @param accounts    accounts and their keys
 * @param backups     backups, restore, export
 * @param activity    what has happened
 * @param diagnostics log, metrics, bundle
 */
public record Desks(
        Installation here,
        LabDesk lab,
        DataDesk data,
        SecurityDesk security,
        AccountsDesk accounts,
        BackupDesk backups,
        ActivityDesk activity,
        DiagnosticsDesk diagnostics) {}
