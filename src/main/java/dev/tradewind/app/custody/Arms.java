package dev.tradewind.app.custody;

import dev.tradewind.venue.AccountKind;
import dev.tradewind.venue.AccountRow;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which live accounts may trade now; kept nowhere, so that every start and every sealing begins anew. Safe on any thread. */
final class Arms {

    private final Map<Integer, Boolean> said = new ConcurrentHashMap<>();

    /** {@return whether an account may trade, as far as arming goes} */
    boolean armed(AccountRow row) {
        return row.kind() != AccountKind.LIVE || said.getOrDefault(row.id(), row.armedByVault());
    }

    void arm(int account) {
        said.put(account, true);
    }

    void disarm(int account) {
        said.put(account, false);
    }

    void forget(int account) {
        said.remove(account);
    }

    void forgetAll() {
        said.clear();
    }
}
