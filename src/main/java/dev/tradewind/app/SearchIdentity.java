package dev.tradewind.app;

import dev.tradewind.optimise.SearchAxis;
import dev.tradewind.optimise.SearchSpace;
import dev.tradewind.optimise.SearchSpec;
import dev.tradewind.optimise.TrialLedger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells one search from another: same setup, values, conditions, objective, order and data are the same search, however
 * the ranges were written and however many workers there are.
 */
final class SearchIdentity {

    private SearchIdentity() {}

    /** {@return the identity, never that of backtests by hand} */
    static long of(
            RunSetup setup, Map<String, String> fixed, SearchSpec spec, SearchSpace space, long dataChecksum) {
        MessageDigest digest = sha256();
        add(digest, DataHome.version());
        add(digest, Long.toHexString(dataChecksum));
        add(digest, neutral(setup).toJson());
        fixed.forEach((id, value) -> add(digest, id + "=" + value));
        for (SearchAxis axis : space.axes()) {
            add(digest, axis.param());
            axis.values().forEach(value -> add(digest, value));
        }
        spec.constraints().forEach(text -> add(digest, text.strip()));
        add(digest, spec.objective().id());
        add(digest, spec.draw().map(draw -> draw.trials() + " by " + draw.seed()).orElse("all"));
        long id = ByteBuffer.wrap(digest.digest()).getLong();
        return id == TrialLedger.BY_HAND ? 1 : id;
    }

    /** The setup without its title and with the bot's defaults: its parameters are told apart from it. */
    private static RunSetup neutral(RunSetup setup) {
        RunSetup.Lane lane = setup.lanes().getFirst();
        RunSetup.Entry entry = lane.bots().getFirst();
        BotChoice plain = BotChoice.of(entry.bot().type().id(), Map.of());
        return new RunSetup(
                        "", setup.terms(),
                        List.of(new RunSetup.Lane(
                                lane.market(), lane.perpetual(), lane.timeframe(),
                                List.of(new RunSetup.Entry(plain, Optional.empty(), entry.timeframe())))))
                .absolute();
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
