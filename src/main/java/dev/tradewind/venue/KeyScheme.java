package dev.tradewind.venue;

/** How an exchange wants requests signed. */
public enum KeyScheme {
    /** A secret both sides know (RFC 2104 with SHA-256). The exchange makes it and shows it once. */
    HMAC_SHA256,
    /** A key pair made here (RFC 8032); the exchange gets the public half only. */
    ED25519
}
