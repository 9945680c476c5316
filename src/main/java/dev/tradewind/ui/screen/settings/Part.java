package dev.tradewind.ui.screen.settings;

import dev.tradewind.ui.theme.Icon;

/** The sections, in order. */
enum Part {
    ACCOUNTS("Accounts and keys", Icon.KEY),
    SECURITY("Passphrase and lock", Icon.LOCK),
    BACKUPS("Backups", Icon.ARCHIVE),
    DIAGNOSTICS("Log and metrics", Icon.SCROLL),
    LOOK("Look", Icon.SUN),
    ABOUT("Profiles, about", Icon.INFO);

    private final String title;
    private final Icon icon;

    Part(String title, Icon icon) {
        this.title = title;
        this.icon = icon;
    }

    String title() {
        return title;
    }

    Icon icon() {
        return icon;
    }
}
