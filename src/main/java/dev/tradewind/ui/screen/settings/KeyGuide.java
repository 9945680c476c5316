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
            steps.add("Press “Make a key pair here”. The private half stays sealed on this computer; you never see it.");
        }
        if (kind == AccountKind.PRACTICE) {
            steps.add("Start the practice exchange, where keys are made as on a real one but nothing is at stake.");
        } else {
            steps.add(page(exchange, label, kind));
        }
        steps.add(pair
                ? "Choose “Self-generated” and paste the public key from here, all of it with its first and last line."
                : "Choose “System generated”. The exchange shows the secret once.");
        steps.add("Allow reading and spot trading; futures only if you trade them here. Leave withdrawals off: a key that may"
                + " withdraw is refused.");
        if (kind == AccountKind.LIVE) {
            steps.add("Bind the key to this computer's internet address, unless yours changes.");
        }
        steps.add(pair
                ? "Copy the API key it then shows and paste it here."
                : "Copy API key and secret and paste both here. The clipboard is emptied half a minute later.");
        return steps;
    }

    private static String page(String exchange, String label, AccountKind kind) {
        if (!exchange.equals(BINANCE)) {
            return "Sign in at " + label + " and open its page for API keys.";
        }
        return kind == AccountKind.TESTNET
                ? "Sign in at Binance's spot test network and open “API Key”."
                : "Sign in at Binance and open Account, API Management, Create API.";
    }
}
