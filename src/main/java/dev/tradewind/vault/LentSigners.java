package dev.tradewind.vault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The signers a vault gave out, to be ended with it; one for each secret and scheme, however many ask. */
final class LentSigners {

    private record Lent(SecretId id, Signer signer) {}

    private final List<Lent> lent = new ArrayList<>();

    Optional<Signer> find(SecretId id, Signer.Scheme scheme) {
        lent.removeIf(one -> one.signer.isClosed());
        return lent.stream()
                .filter(one -> one.id.equals(id) && one.signer.scheme() == scheme)
                .map(Lent::signer)
                .findFirst();
    }

    Signer keep(SecretId id, Signer signer) {
        lent.add(new Lent(id, signer));
        return signer;
    }

    void close(SecretId id) {
        lent.stream().filter(one -> one.id.equals(id)).forEach(one -> one.signer.close());
        lent.removeIf(one -> one.signer.isClosed());
    }

    void closeAll() {
        lent.forEach(one -> one.signer.close());
        lent.clear();
    }
}
