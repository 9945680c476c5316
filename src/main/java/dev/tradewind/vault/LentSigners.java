package dev.tradewind.vault;

import java.util.ArrayList;
import java.util.List;

/** The signers a vault gave out, to be ended with it. */
final class LentSigners {

    private record Lent(SecretId id, Signer signer) {}

    private final List<Lent> lent = new ArrayList<>();

    Signer keep(SecretId id, Signer signer) {
        lent.removeIf(one -> one.signer.isClosed());
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
