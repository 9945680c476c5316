package dev.tradewind.app.custody;

import static dev.tradewind.app.custody.Custodian.passphrase;
import static dev.tradewind.app.custody.Custodian.pasted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.app.custody.AccountsDesk.Account;
import dev.tradewind.app.custody.AccountsDesk.Arming;
import dev.tradewind.app.custody.AccountsDesk.Standing;
import dev.tradewind.app.custody.Cut.PowerLost;
import dev.tradewind.vault.Vault;
import dev.tradewind.venue.AccountKind;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Cuts the power before every step that lasts: after the next start an account is wholly there or wholly gone. */
class CustodyCrashTest {

    /** Runs something that ends in a power cut, or does not. {@return whether it did} */
    private static boolean cut(Custodian custodian, int steps, Runnable action) {
        custodian.cut.after(steps);
        boolean cut = false;
        try {
            action.run();
        } catch (PowerLost e) {
            cut = true;
        }
        custodian.cut.never();
        custodian.start();
        custodian.unlock();
        return cut;
    }

    private static long secrets(Custodian custodian) throws IOException {
        return Vault.open(custodian.vault, InstantSource.system()).ids().size();
    }

    @Test
    void addingIsAllOrNothing() throws IOException {
        int steps = 0;
        boolean cut = true;
        for (; cut; steps++) {
            Custodian custodian = new Custodian().withVault();
            custodian.added("First", AccountKind.TESTNET);
            var tried = custodian.accounts().tryKey(pasted(AccountKind.TESTNET, "public-0123456789", "secret"));
            cut = cut(custodian, steps, () -> custodian.accounts().seal(tried, "Second", Arming.EACH_START));
            List<Account> accounts = custodian.accounts().accounts();
            assertThat(accounts).as("after %d steps", steps).hasSize(cut ? 2 : 3);
            assertThat(secrets(custodian)).as("after %d steps", steps).isEqualTo(cut ? 2 : 4);
            assertThat(accounts.subList(1, accounts.size()))
                    .allSatisfy(account -> assertThat(account.standing()).isEqualTo(Standing.READY));
            if (cut) {
                Account again = custodian.added("Second", AccountKind.TESTNET);
                assertThat(custodian.custody.credentials(again.id()).sign(new byte[1])).hasSize(32);
            }
        }
        assertThat(steps).as("two secrets, the trail, the row, and one time through").isEqualTo(5);
    }

    @Test
    void deletingIsAllOrNothing() throws IOException {
        int steps = 0;
        boolean cut = true;
        for (; cut; steps++) {
            Custodian custodian = new Custodian().withVault();
            custodian.added("First", AccountKind.TESTNET);
            int id = custodian.added("Second", AccountKind.TESTNET).id();
            cut = cut(custodian, steps, () -> custodian.accounts().delete(id, passphrase(), Optional.empty()));
            boolean gone = custodian.accounts().accounts().stream().noneMatch(account -> account.id() == id);
            assertThat(gone).as("after %d steps", steps).isEqualTo(steps > 0);
            assertThat(secrets(custodian)).as("after %d steps", steps).isEqualTo(gone ? 2 : 4);
            assertThat(custodian.rows.rows()).as("after %d steps", steps).hasSize(gone ? 1 : 2);
            assertThat(custodian.actions(0).contains("account.swept")).as("after %d steps", steps).isEqualTo(gone && cut);
            assertThat(custodian.account(1).standing()).isEqualTo(Standing.READY);
        }
        assertThat(steps).as("the mark, the trail, the vault, the row, and one time through").isEqualTo(5);
    }

    @Test
    void aKeyWithoutItsRowIsSweptAndARowWithoutItsKeyIsInTrouble() {
        Custodian custodian = new Custodian().withVault();
        int id = custodian.added("Main", AccountKind.TESTNET).id();
        byte[] with = custodian.vault.read().orElseThrow();
        custodian.accounts().delete(id, passphrase(), Optional.empty());
        custodian.vault.replace(with);
        custodian.start();
        custodian.unlock();
        assertThat(custodian.actions(0)).endsWith("account.deleted", "vault.unlocked", "account.swept");

        byte[] without = custodian.vault.read().orElseThrow();
        int other = custodian.added("Other", AccountKind.TESTNET).id();
        custodian.vault.replace(without);
        custodian.start();
        custodian.unlock();
        assertThat(custodian.account(other).standing()).isEqualTo(Standing.KEY_TROUBLE);
        assertThatThrownBy(() -> custodian.accounts().tryAgain(other)).hasMessageContaining("The vault has no key for account");
        custodian.accounts().delete(other, passphrase(), Optional.empty());
        assertThat(custodian.accounts().accounts()).hasSize(1);
    }
}
