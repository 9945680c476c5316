package dev.tradewind.venue;

/**
 * A key to an account at an exchange, able to sign and to nothing else: the secret half stays where it is kept. Safe on any
 * thread; usable until the vault behind it is sealed.
 */
public interface Credentials {

    /** {@return how requests are signed} */
    KeyScheme scheme();

    /**
     * {@return the public half as the exchange names it, which goes out with every request; ASCII, a copy the caller wipes
     * once it is sent}
     *
     * @throws KeysSealedException if the vault is sealed
     */
    byte[] apiKey();

    /**
     * {@return the signature over a payload: 32 bytes of HMAC-SHA-256, or 64 bytes of Ed25519}
     *
     * @param payload what is signed, as it goes out
     * @throws KeysSealedException if the vault is sealed
     */
    byte[] sign(byte[] payload);
}
