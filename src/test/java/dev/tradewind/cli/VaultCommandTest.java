package dev.tradewind.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradewind.app.KeyFolders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultCommandTest {

    private static final String PASSPHRASE = "tram-quartz-lobster-9";
    private static final String OTHER = "granite-violin-oyster-4";

    @TempDir
    Path home;

    private Shell type(String input, String... arguments) {
        InputStream before = System.in;
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--data-dir");
        all.add(home.resolve("data").toString());
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return Shell.type(all.toArray(String[]::new));
        } finally {
            System.setIn(before);
        }
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    private void makeVault() throws IOException {
        KeyFolders.make(home.resolve("data"), PASSPHRASE, Optional.empty());
    }

    @Test
    void aVaultIsMade() throws Exception {
        assertThat(type("", "vault", "status").out()).isEqualTo("no vault yet; 'tradewind vault create' makes one\n");
        assertThat(Files.exists(home.resolve("data"))).as("looking makes nothing").isFalse();
        assertThat(type(lines(PASSPHRASE), "vault", "create", "--stdin", "--hint", "sea").err()).isEmpty();
        JsonNode status = type("", "vault", "status", "--json").json();
        assertThat(status.get("vault").asText()).isEqualTo("SEALED");
        assertThat(status.get("hint").asText()).isEqualTo("sea");
    }

    @Test
    void aVaultIsCheckedChangedAndRecovered() throws Exception {
        makeVault();
        Shell wrong = type(lines(OTHER), "vault", "unlock-check", "--stdin");
        assertThat(wrong.exitCode()).isEqualTo(TradewindCommand.FAILED);
        assertThat(wrong.err()).isEqualTo("tradewind vault unlock-check: That does not open the vault.\n");
        assertThat(type(lines(PASSPHRASE + "\r"), "vault", "unlock-check", "--stdin").out())
                .isEqualTo("it opens the vault\n");

        assertThat(type(lines(PASSPHRASE, OTHER), "vault", "change", "--stdin").exitCode()).isZero();
        assertThat(type(lines(OTHER), "vault", "rotate", "--stdin").exitCode()).isZero();
        String code = type(lines(OTHER), "vault", "recovery", "--stdin", "--json").json().get("recoveryCode").asText();
        assertThat(code).matches("[A-Z0-9]{5}(-[A-Z0-9]{5}){6}");
        assertThat(type(lines(code, PASSPHRASE), "vault", "recover", "--stdin").out()).startsWith("the vault opens");
        assertThat(type(lines(PASSPHRASE), "vault", "unlock-check", "--stdin").exitCode()).isZero();
    }

    @Test
    void aKeyFileIsMadeAndNeeded() throws Exception {
        String file = home.resolve("key").toString();
        assertThat(type("", "vault", "key-file", file).exitCode()).isZero();
        assertThat(type("", "vault", "key-file", file).err()).contains("is there already");
        KeyFolders.make(home.resolve("data"), PASSPHRASE, Optional.of(Path.of(file)));
        assertThat(type(lines(PASSPHRASE), "vault", "unlock-check", "--stdin").err()).contains("key file");
        assertThat(type(lines(PASSPHRASE), "vault", "unlock-check", "--stdin", "--key-file", file).exitCode()).isZero();
        assertThat(type(lines(PASSPHRASE, OTHER), "vault", "change", "--stdin", "--key-file", file).exitCode()).isZero();
        JsonNode status = type("", "vault", "status", "--json").json();
        assertThat(status.get("keyFile").asBoolean()).as("still needed").isTrue();
        assertThat(status.get("hint").asText()).isEqualTo("sea");
        assertThat(type(
                        lines(OTHER, PASSPHRASE), "vault", "change", "--stdin", "--key-file", file, "--no-key-file", "--hint", "")
                .exitCode()).isZero();
        assertThat(type(lines(PASSPHRASE), "vault", "unlock-check", "--stdin").exitCode()).isZero();
    }

    @Test
    void secretsComeFromAFileThatIsTheUsersAlone() throws IOException {
        Path file = home.resolve("passphrase");
        Files.writeString(file, PASSPHRASE);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        makeVault();
        Shell open = type("", "vault", "rotate", "--passphrase-file", file.toString());
        assertThat(open.exitCode()).isEqualTo(TradewindCommand.USAGE);
        assertThat(open.err()).contains("can be read or written by others").contains("chmod 600");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(type("", "vault", "rotate", "--passphrase-file", file.toString()).exitCode()).isZero();
        assertThat(type("", "vault", "rotate", "--passphrase-file", file.toString(), "--stdin").err())
                .contains("exclude each other");
        assertThat(type("", "vault", "rotate", "--passphrase-file", home.resolve("none").toString()).err())
                .contains("there is no file");
    }

    @Test
    void inputThatIsShortLongOrNoTextIsSaid() throws IOException {
        makeVault();
        assertThat(type(PASSPHRASE + "\n", "vault", "change", "--stdin").err())
                .contains("standard input ended before the new passphrase");
        assertThat(type("x".repeat(20_000), "vault", "rotate", "--stdin").err()).contains("longer than 16384 bytes");
        assertThat(type("", "vault", "rotate").err()).contains("no terminal to ask for the passphrase on");
        assertThat(type("", "vault").exitCode()).isEqualTo(TradewindCommand.USAGE);
    }

    @Test
    void accountsAreListedRenamedAndDeleted() throws Exception {
        makeVault();
        KeyFolders.addLive(home.resolve("data"), PASSPHRASE, "Main");
        assertThat(type("", "accounts", "list").lines()).containsExactly(
                "N  name   exchange  kind   key         standing  arming      the exchange says",
                "0  Paper  Paper     paper              ready",
                "1  Main   Binance   live   hmac …6789  sealed    each-start  read, trade spot; from listed addresses");
        assertThat(type("", "accounts", "rename", "1", "Desk").out()).isEqualTo("renamed account 1\n");
        assertThat(type("", "accounts", "disable", "1").exitCode()).isZero();
        assertThat(type(lines(PASSPHRASE), "accounts", "arm-policy", "1", "with-vault", "--stdin").exitCode()).isZero();
        JsonNode account = type("", "accounts", "list", "--json").json().get("accounts").get(1);
        assertThat(account.get("name").asText()).isEqualTo("Desk");
        assertThat(account.get("standing").asText()).isEqualTo("DISABLED");
        assertThat(account.get("arming").asText()).isEqualTo("WITH_THE_VAULT");
        assertThat(type("", "accounts", "enable", "1").exitCode()).isZero();

        assertThat(type(lines(OTHER), "accounts", "delete", "1", "--stdin").exitCode()).isEqualTo(TradewindCommand.FAILED);
        assertThat(type(lines(PASSPHRASE), "accounts", "delete", "1", "--stdin").exitCode()).isZero();
        assertThat(type("", "accounts", "list").lines()).hasSize(2);
        assertThat(type("", "accounts", "enable", "1").err()).isEqualTo(
                "tradewind accounts enable: There is no account 1.\n");
        assertThat(holding("Desk".getBytes(StandardCharsets.UTF_8), "tradewind.db")).isEmpty();
    }

    @Test
    void anAccountOfAnUnknownExchangeIsRefused() throws IOException {
        makeVault();
        Shell refused = type(
                lines(PASSPHRASE, "public", "secret"), "accounts", "add", "--exchange", "mtgox", "--kind", "live", "--scheme",
                "hmac", "--name", "Main", "--stdin");
        assertThat(refused.exitCode()).isEqualTo(TradewindCommand.FAILED);
        assertThat(refused.err()).contains("Exchange 'mtgox' is not known here; there are: binance.");
        assertThat(type("", "accounts", "arm-policy", "1", "never").err()).contains("neither each-start nor with-vault");
    }

    private List<Path> holding(byte[] sought, String prefix) throws IOException {
        String text = new String(sought, StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(home.resolve("data"))) {
            List<Path> holding = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.getFileName().toString().startsWith(prefix)
                        && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    holding.add(file);
                }
            }
            return holding;
        }
    }
}
