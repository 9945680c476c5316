package dev.tradewind.app.custody;

import dev.tradewind.app.custody.SecurityDesk.Watch;
import dev.tradewind.venue.AccountKind;
import dev.tradewind.venue.KeyReport;
import dev.tradewind.venue.KeyScheme;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The accounts and their keys. A key is pasted, tried at the exchange, described, sealed, and never shown again. Methods
 * throw {@link dev.tradewind.app.job.RefusedException} in words for the user; every {@code char[]} handed over is wiped.
 * Methods that ask an exchange or check a passphrase block.
 */
public interface AccountsDesk {

    /** {@return every account, by exchange, kind and name; the paper account that comes with the program is first} */
    List<Account> accounts();

    /** {@return the exchanges a key can be added for, in catalogue order} */
    List<Exchange> exchanges();

    /** Calls back after every change of {@link #accounts()}, on any thread. */
    Watch watch(Runnable changed);

    /**
     * Makes a key pair for an exchange that takes them. The private half stays here, until the offer is used or withdrawn.
     *
     * @return the public half, to be given to the exchange
     */
    KeyPairOffer offerKeyPair(String exchange, AccountKind kind);

    /** Tries a key at its exchange and holds it, until it is sealed or forgotten. A key that can withdraw is refused. */
    TriedKey tryKey(NewKey key);

    /** Seals a tried key as a new account. Needs the open vault. */
    Account seal(TriedKey tried, String name, Arming arming);

    /** Wipes a tried key that is not wanted. */
    void forget(TriedKey tried);

    /** Wipes a key pair that is not wanted. */
    void withdraw(KeyPairOffer offer);

    /** Tries the sealed key of an account again and keeps what the exchange says. */
    Account tryAgain(int account);

    /** Gives an account another name, 1 to 40 characters, unlike its siblings' at the exchange. */
    void rename(int account, String name);

    /** Lets an account trade, or keeps it from that; its key stays sealed. */
    void enable(int account, boolean enabled);

    /**
     * Deletes an account and its key: its bytes are overwritten here. Backups made before keep it. Asks for the passphrase.
     */
    void delete(int account, char[] passphrase, Optional<Path> keyFile);

    /** Lets a live account trade until the program ends, or until its keys are sealed. Asks for the passphrase. */
    void arm(int account, char[] passphrase, Optional<Path> keyFile);

    /** Takes that back; its bots stop entering, protective orders stay. */
    void disarm(int account);

    /** Keeps how an account is armed; doing without the passphrase asks for it this once. */
    void arming(int account, Arming arming, char[] passphrase, Optional<Path> keyFile);

    /** What it takes until a live account trades. */
    enum Arming {
        /** The passphrase, after each start. */
        EACH_START,
        /** Nothing once the vault is open. */
        WITH_THE_VAULT
    }

    /** Whether an account can trade. */
    enum Standing {
        /** Yes. */
        READY,
        /** Live and not armed since the start. */
        NOT_ARMED,
        /** The vault is sealed. */
        SEALED,
        /** A person took it out of use. */
        DISABLED,
        /** Its key was refused, can withdraw, or has not been tried with success yet. */
        KEY_TROUBLE
    }

    /**
     * An account.
     *
     * @param id        stable in this data folder
     * @param name      what the user calls it
     * @param exchange  its exchange's id, empty for paper
     * @param label     its exchange, for people
     * @param kind      what is at stake
     * @param scheme    how it signs, empty for paper
     * @param keyHint   the last four characters of the public half, empty for paper
     * @param publicKey of an Ed25519 pair, PEM; empty otherwise
     * @param standing  whether it can trade
     * @param arming    what it takes until it does
     * @param report    what the exchange last said of its key, empty for paper and before the first answer
     * @param triedAt   when that was
     * @param added     when it was added
     */
    record Account(
            int id,
            String name,
            String exchange,
            String label,
            AccountKind kind,
            Optional<KeyScheme> scheme,
            String keyHint,
            String publicKey,
            Standing standing,
            Arming arming,
            Optional<KeyReport> report,
            Optional<Instant> triedAt,
            Instant added) {}

    /** An exchange keys can be added for. */
    record Exchange(String id, String label, Set<AccountKind> kinds, List<KeyScheme> schemes) {}

    /**
     * A key as pasted.
     *
     * @param apiKey the public half, as the exchange shows it
     * @param secret the secret half of HMAC; empty with an {@code offer}
     * @param offer  the pair made here whose public half the exchange was given
     */
    record NewKey(
            String exchange,
            AccountKind kind,
            KeyScheme scheme,
            char[] apiKey,
            char[] secret,
            Optional<KeyPairOffer> offer) {

        @Override
        public String toString() {
            return "NewKey[" + exchange + " " + kind + " " + scheme + ", redacted]";
        }
    }

    /** A pair made here: {@code id} names it, {@code publicKey} is the public half as PEM. */
    record KeyPairOffer(long id, String publicKey) {}

    /**
     * A key that was tried and waits to be sealed.
     *
     * @param id       names it
     * @param report   what the exchange said
     * @param warnings what the user should know before sealing it, in words: works from any address, was not reached, …
     */
    record TriedKey(long id, KeyReport report, List<String> warnings) {

        public TriedKey {
            warnings = List.copyOf(warnings);
        }
    }
}
