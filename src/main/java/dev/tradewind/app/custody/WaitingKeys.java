package dev.tradewind.app.custody;

import dev.tradewind.app.custody.AccountsDesk.KeyPairOffer;
import dev.tradewind.app.custody.AccountsDesk.NewKey;
import dev.tradewind.app.custody.AccountsDesk.TriedKey;
import dev.tradewind.app.job.RefusedException;
import dev.tradewind.vault.Signer;
import dev.tradewind.venue.AccountKind;
import dev.tradewind.venue.KeyReport;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Key pairs that were offered and keys that were tried, until they are sealed, withdrawn or forgotten; the oldest go when
 * there are many. Safe on any thread.
 */
final class WaitingKeys {

    private static final int MOST = 16;

    private final Map<Long, Offer> offers = new LinkedHashMap<>();
    private final Map<Long, Tried> tried = new LinkedHashMap<>();
    private long lastId;

    private record Offer(String exchange, AccountKind kind, Signer pair) {}

    /**
     * A key that was tried.
     *
     * @param offer the number of the offer its pair came with
     */
    record Tried(WaitingKey key, KeyReport report, Instant at, Optional<Long> offer) {}

    synchronized KeyPairOffer offer(String exchange, AccountKind kind) {
        Signer pair = Signer.newEd25519();
        long id = ++lastId;
        offers.put(id, new Offer(exchange, kind, pair));
        if (offers.size() > MOST) {
            withdraw(offers.keySet().iterator().next());
        }
        return new KeyPairOffer(id, pair.publicPem().orElseThrow());
    }

    /** {@return what signs for a pasted key, where that is a pair made here} */
    synchronized Optional<Signer> pair(NewKey pasted) {
        if (pasted.offer().isEmpty()) {
            return Optional.empty();
        }
        Offer offer = offers.get(pasted.offer().get().id());
        if (offer == null) {
            throw new RefusedException("This key pair is gone: it was withdrawn, or wiped when the keys were sealed. Make"
                    + " another one and give the exchange its public half.");
        }
        if (!offer.exchange.equals(pasted.exchange()) || offer.kind != pasted.kind()) {
            throw new RefusedException("This key pair was made for " + offer.kind + " accounts at " + offer.exchange
                    + "; make another one for " + pasted.kind() + " accounts at " + pasted.exchange() + ".");
        }
        return Optional.of(offer.pair);
    }

    synchronized TriedKey keep(Tried one, List<String> warnings) {
        long id = ++lastId;
        tried.put(id, one);
        if (tried.size() > MOST) {
            forget(tried.keySet().iterator().next());
        }
        return new TriedKey(id, one.report, warnings);
    }

    synchronized Tried tried(long id) {
        Tried one = tried.get(id);
        if (one == null) {
            throw new RefusedException("This key is gone: it was forgotten, or wiped when the keys were sealed. Paste it"
                    + " again.");
        }
        return one;
    }

    synchronized void forget(long id) {
        Tried one = tried.remove(id);
        if (one != null) {
            one.key.close();
        }
    }

    synchronized void withdraw(long id) {
        Offer offer = offers.remove(id);
        if (offer != null) {
            offer.pair.close();
        }
    }

    /** Wipes a key that was sealed, and the pair it came with. */
    synchronized void sealed(long id) {
        Tried one = tried.get(id);
        forget(id);
        if (one != null) {
            one.offer.ifPresent(this::withdraw);
        }
    }

    /** Wipes all of them. */
    synchronized void wipe() {
        List.copyOf(tried.keySet()).forEach(this::forget);
        List.copyOf(offers.keySet()).forEach(this::withdraw);
    }
}
