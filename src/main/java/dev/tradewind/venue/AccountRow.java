package dev.tradewind.venue;

import java.time.Instant;
import java.util.Optional;

/**
 * What is kept of an account at an exchange. Its key is not here.
 *
 * @param id            stable in a data folder and never used twice, from 1
 * @param name          what the user calls it
 * @param exchange      its exchange's id
 * @param kind          what is at stake; never {@link AccountKind#PAPER}
 * @param scheme        how its requests are signed
 * @param keyHint       the last characters of the public half
 * @param publicKey     PEM of a key pair's public half, empty for {@link KeyScheme#HMAC_SHA256}
 * @param enabled       whether the user lets it trade
 * @param armedByVault  whether opening the vault is enough to trade with it
 * @param report        what the exchange last said of the key, empty before it was first tried
 * @param triedAt       when that was; there if the report is
 * @param added         when it was added
 * @param leaving       whether its deletion has begun
 */
public record AccountRow(
        int id,
        String name,
        String exchange,
        AccountKind kind,
        KeyScheme scheme,
        String keyHint,
        String publicKey,
        boolean enabled,
        boolean armedByVault,
        Optional<KeyReport> report,
        Optional<Instant> triedAt,
        Instant added,
        boolean leaving) {

    public AccountRow {
        if (id < 1) {
            throw new IllegalArgumentException("account number " + id + "; they begin at 1");
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("account " + id + " has no name");
        }
        if (kind == AccountKind.PAPER) {
            throw new IllegalArgumentException("account " + id + " is a paper account, which is kept nowhere");
        }
        if (report.isPresent() != triedAt.isPresent()) {
            throw new IllegalArgumentException("account " + id + " needs what its exchange said and when, or neither");
        }
    }

    /** {@return the same under another name} */
    public AccountRow named(String other) {
        return new AccountRow(
                id, other, exchange, kind, scheme, keyHint, publicKey, enabled, armedByVault, report, triedAt, added,
                leaving);
    }

    /** {@return the same, in use or not} */
    public AccountRow enabled(boolean inUse) {
        return new AccountRow(
                id, name, exchange, kind, scheme, keyHint, publicKey, inUse, armedByVault, report, triedAt, added, leaving);
    }

    /** {@return the same, armed by opening the vault or not} */
    public AccountRow armedByVault(boolean byVault) {
        return new AccountRow(
                id, name, exchange, kind, scheme, keyHint, publicKey, enabled, byVault, report, triedAt, added, leaving);
    }

    /** {@return the same with what the exchange said at a time} */
    public AccountRow tried(KeyReport said, Instant at) {
        return new AccountRow(
                id, name, exchange, kind, scheme, keyHint, publicKey, enabled, armedByVault, Optional.of(said),
                Optional.of(at), added, leaving);
    }

    /** {@return the same, its deletion begun} */
    public AccountRow left() {
        return new AccountRow(
                id, name, exchange, kind, scheme, keyHint, publicKey, enabled, armedByVault, report, triedAt, added, true);
    }
}
