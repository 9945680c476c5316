package dev.tradewind.app.custody;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.app.custody.AccountsDesk.NewKey;
import dev.tradewind.vault.Opening;
import dev.tradewind.vault.Secret;
import dev.tradewind.vault.Signer;
import dev.tradewind.venue.AccountKind;
import dev.tradewind.venue.Credentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever holds a secret says nothing of it. */
class RedactionTest {

    private static final String SECRET = "lemon-harbour-0123456789";

    @Test
    void nothingThatHoldsASecretSaysIt() {
        Custodian custodian = new Custodian().withVault();
        NewKey pasted = Custodian.pasted(AccountKind.TESTNET, SECRET, SECRET);
        List<Object> holders = new ArrayList<>();
        holders.add(pasted.toString());
        holders.add(WaitingKey.of(Custodian.pasted(AccountKind.TESTNET, SECRET, SECRET), Optional.empty()).toString());
        var tried = custodian.accounts().tryKey(pasted);
        holders.add(tried);
        var account = custodian.accounts().seal(tried, "Main", AccountsDesk.Arming.EACH_START);
        holders.add(account);
        Credentials key = custodian.custody.credentials(account.id());
        holders.add(key);
        holders.add(custodian.custody);
        holders.add(custodian.security().state());
        holders.add(Secret.ofAscii(SECRET.toCharArray()));
        holders.add(Signer.of(Signer.Scheme.HMAC_SHA256, Secret.ofAscii(SECRET.toCharArray())));
        holders.add(Opening.Factors.of(SECRET.toCharArray()));
        holders.add(custodian.trail);
        for (Object holder : holders) {
            assertThat(holder.toString()).doesNotContain("lemon").doesNotContain("harbour").doesNotContain("012345");
        }
        assertThat(key.toString()).isEqualTo("SealedKey[account 1 HMAC_SHA256, redacted]");
    }
}
