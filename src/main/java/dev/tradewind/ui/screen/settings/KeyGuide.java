package dev.tradewind.ui.screen.settings;

import dev.tradewind.venue.AccountKind;
import dev.tradewind.venue.KeyScheme;
import java.util.ArrayList;
import java.util.List;

/** What to do on an exchange's page to get a key that is good enough and no better. Pure. */
final class KeyGuide {

    private static final String BINANCE = "binance";

    private KeyGuide() {}

    /** {@return the steps, in order} */
    static List<String> steps(String exchange, String label, AccountKind kind, KeyScheme scheme) {
        List<String> steps = new ArrayList<>();
        boolean pair = scheme == KeyScheme.ED25519;
        if (pair) {
            steps.add("Press “Make a key pair here”. The private half stays sealed on this computer; you never see"
                    + " it.");
        }
        steps.add(page(exchange, label, kind));
        steps.add(make(kind, pair));
        if (kind == AccountKind.LIVE) {
            steps.add("Allow reading and spot trading; futures only if you trade them here. Leave withdrawals off: a"
                    + " key"
                    + " that may withdraw is refused.");
            steps.add("Bind the key to this computer's internet address, unless yours changes.");
        }
        steps.add(pair
                ? "Copy the API key it then shows and paste it here."
                : "Copy API key and secret and paste both here. The clipboard is emptied half a minute later.");
        return steps;
    }

    private static String page(String exchange, String label, AccountKind kind) {
        if (kind == AccountKind.PRACTICE) {
            return "Open the practice exchange, where keys are made as on a real one but nothing is at stake.";
        }
        if (!exchange.equals(BINANCE)) {
            return "Sign in at " + label + " and open its page for API keys.";
        }
        return kind == AccountKind.TESTNET
                ? "Log in to Binance's Spot Test Network, testnet.binance.vision; it takes a GitHub account."
                : "Sign in at Binance, open Profile, API Management, and press Create API.";
    }

    private static String make(AccountKind kind, boolean pair) {
        if (kind == AccountKind.LIVE) {
            return pair
                    ? "Choose “Self-generated” and paste the public key from here, all of it with its first and last"
                            + " line."
                    : "Choose “System generated”. The secret is shown once.";
        }
        return pair
                ? "Register the public key from here, all of it with its first and last line."
                : "Let it generate an HMAC key. The secret is shown once.";
    }
}
