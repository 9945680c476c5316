package dev.tradewind.connector.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tradewind.venue.KeyReport;
import dev.tradewind.venue.KeyReport.Outcome;
import dev.tradewind.venue.KeyReport.Right;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What Binance's answers say about a key. An answer that leaves a right open says nothing at all. */
final class KeyAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final int LONGEST_WORDS = 200;

    private static final int TIME_OUTSIDE_WINDOW = -1021;
    private static final int SIGNATURE_WRONG = -1022;
    private static final int KEY_FORMAT = -2014;
    private static final int KEY_REFUSED = -2015;

    private KeyAnswer() {}

    /** {@return the rights told by {@code apiRestrictions}} */
    static KeyReport restrictions(byte[] body, Optional<String> note) {
        Optional<JsonNode> read = object(body);
        if (read.isEmpty() || !read.get().path("enableWithdrawals").isBoolean()
                || !read.get().path("enableReading").isBoolean()) {
            return unclear();
        }
        JsonNode node = read.get();
        EnumSet<Right> rights = EnumSet.noneOf(Right.class);
        grant(rights, Right.READ, node, "enableReading");
        grant(rights, Right.TRADE_SPOT, node, "enableSpotAndMarginTrading");
        grant(rights, Right.TRADE_MARGIN, node, "enableMargin");
        grant(rights, Right.TRADE_FUTURES, node, "enableFutures");
        grant(rights, Right.TRANSFER, node, "enableInternalTransfer");
        grant(rights, Right.TRANSFER, node, "permitsUniversalTransfer");
        grant(rights, Right.WITHDRAW, node, "enableWithdrawals");
        List<String> words = new ArrayList<>();
        day(node, "createTime").ifPresent(day -> words.add("Made on " + day + "."));
        day(node, "tradingAuthorityExpirationTime").ifPresent(day -> words.add("Its right to trade ends on " + day + "."));
        note.ifPresent(words::add);
        boolean bound = node.path("ipRestrict").asBoolean(false);
        return new KeyReport(Outcome.ACCEPTED, rights, bound, String.join(" ", words));
    }

    /**
     * {@return the rights of a key of the test network}
     *
     * <p>Its {@code canWithdraw} speaks of an account of play money, and there is no way to withdraw there.
     */
    static KeyReport testAccount(byte[] body, Optional<String> note) {
        Optional<JsonNode> read = object(body);
        if (read.isEmpty() || !read.get().path("canTrade").isBoolean()) {
            return unclear();
        }
        EnumSet<Right> rights = EnumSet.of(Right.READ);
        grant(rights, Right.TRADE_SPOT, read.get(), "canTrade");
        return new KeyReport(Outcome.ACCEPTED, rights, false, note.orElse(""));
    }

    /** {@return what an answer other than 200 means} */
    static KeyReport refusal(SignedGet.Answer answer) {
        int code = code(answer.body());
        Optional<String> known = switch (code) {
            case KEY_FORMAT -> Optional.of("Binance does not take this as a key: it has 64 letters and digits. Copy it again.");
            case KEY_REFUSED -> Optional.of("Binance refused the key (-2015): it does not exist, was deleted, may not be read"
                    + " with, or is bound to other addresses than this computer's.");
            case SIGNATURE_WRONG -> Optional.of("Binance refused the signature (-1022): key and secret do not belong together.");
            case TIME_OUTSIDE_WINDOW -> Optional.of("Binance refused the time of the request (-1021): set this computer's"
                    + " clock.");
            default -> Optional.empty();
        };
        if (known.isPresent()) {
            Outcome outcome = code == TIME_OUTSIDE_WINDOW ? Outcome.UNREACHABLE : Outcome.REFUSED;
            return new KeyReport(outcome, Set.of(), false, known.get());
        }
        return switch (answer.status()) {
            case 429, 418 -> unreachable("Binance asks for a pause"
                    + answer.retryAfter().filter(text -> text.matches("\\d{1,7}")).map(s -> " of " + s + " s").orElse("")
                    + " (HTTP " + answer.status() + "): too many requests came from this address. Try again later.");
            case 403, 451 -> unreachable("Binance does not answer from this place (HTTP " + answer.status() + ").");
            default -> answer.status() >= 400 && answer.status() < 500 && code != 0
                    ? new KeyReport(Outcome.REFUSED, Set.of(), false, "Binance refused the key: " + words(answer.body())
                            + " (" + code + ").")
                    : unreachable("Binance answered with HTTP " + answer.status() + ". Nothing was learned about the key.");
        };
    }

    /** {@return whether the request came at a time Binance does not take} */
    static boolean isClockTrouble(SignedGet.Answer answer) {
        return answer.status() != 200 && code(answer.body()) == TIME_OUTSIDE_WINDOW;
    }

    /**
     * {@return Binance's time, in milliseconds since the epoch}
     *
     * @throws IOException if the answer does not tell it
     */
    static long serverMillis(SignedGet.Answer answer) throws IOException {
        return object(answer.body())
                .map(node -> node.path("serverTime"))
                .filter(JsonNode::canConvertToLong)
                .map(JsonNode::asLong)
                .orElseThrow(() -> new IOException("no server time"));
    }

    private static void grant(Set<Right> rights, Right right, JsonNode node, String field) {
        if (node.path(field).asBoolean(false)) {
            rights.add(right);
        }
    }

    private static Optional<String> day(JsonNode node, String field) {
        long millis = node.path(field).asLong(0);
        return millis <= 0 || millis > 253_402_300_799_000L
                ? Optional.empty()
                : Optional.of(DAY.format(LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC)));
    }

    private static int code(byte[] body) {
        return object(body).map(node -> node.path("code").asInt(0)).orElse(0);
    }

    private static String words(byte[] body) {
        String words = object(body).map(node -> node.path("msg").asText("")).orElse("").replaceAll("\\p{Cntrl}", " ").strip();
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS) + "…";
    }

    private static Optional<JsonNode> object(byte[] body) {
        try {
            JsonNode node = JSON.readTree(body);
            return Optional.ofNullable(node).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static KeyReport unclear() {
        return unreachable("Binance's answer does not tell what the key may do. Nothing was learned about it.");
    }

    private static KeyReport unreachable(String detail) {
        return new KeyReport(Outcome.UNREACHABLE, Set.of(), false, detail);
    }
}
