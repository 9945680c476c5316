package dev.tradewind.vault;

/** Says that something is damaged, and what to do. */
final class Damage {

    static final String VAULT = "The vault's file";
    static final String STREAM = "The encrypted file";

    private Damage() {}

    static VaultDamagedException of(String what, String why) {
        return new VaultDamagedException(what + " is damaged: " + why + ". "
                + (what.equals(VAULT)
                        ? "Nothing was changed. Restore it from a backup, or move it away and add the keys anew."
                        : "Use another copy of it."));
    }
}
