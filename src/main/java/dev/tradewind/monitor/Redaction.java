package dev.tradewind.monitor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text what looks like a secret: private key blocks, the values of names such as {@code secret} or
 * {@code X-MBX-APIKEY}, long tokens beside such words, tokens that are random by their looks wherever they stand, and a user's
 * name and password in an address. It rather masks too much than too little. Time grows with the text's length, not faster.
 *
 * <p>It is the last line: secrets are not to be put into texts in the first place. It cannot know a passphrase of plain words
 * that stands alone.
 */
public final class Redaction {

    /** What stands where a secret stood. */
    public static final String MASK = "***";

    private static final int ANY_LENGTH = Integer.MAX_VALUE / 4;

    /** A token is beside a word if no more characters than this lie between. */
    private static final int BESIDE = 64;

    private static final int TOKEN_BESIDE_WORD = 16;
    private static final int TOKEN_ALONE = 32;
    private static final int DIGITS_ALONE = 2;

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN[^-]{0,60}-----.*?(?:-----END[^-]{0,60}-----|\\z)", Pattern.DOTALL);
    private static final Pattern ADDRESS_USER = Pattern.compile("://[^/\\s@]{1,300}@");
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer)\\s{1,4}[a-z0-9+/=._~-]{8,}+");

    /** Values of these may have spaces in them. */
    private static final String PHRASES = "pass(?:phrase|word|wd|code)|recovery[-_ ]?(?:code|phrase|sheet|key)|mnemonic"
            + "|authorization|credentials?|cookie";

    private static final Pattern WORD = Pattern.compile("(?i)(?<phrase>" + PHRASES + ")"
            + "|api[-_ ]?key|apikey|secret|signature|hmac|listen[-_ ]?key|token|private[-_ ]?key|bearer");

    /** Between a name and its value; a name may go on, and be quoted or escaped. */
    private static final Pattern EQUALS =
            Pattern.compile("[\\w.-]{0,40}[\"'\\\\]{0,3}\\s{0,4}(?:=>|->|%3[dD]|[=:])\\s{0,4}");

    private Redaction() {}

    /** {@return the text without what looks like a secret} */
    public static String of(String text) {
        return of(text, ANY_LENGTH);
    }

    /** As {@link #of(String)}; what is longer than {@code longest} characters is cut, marked by an ellipsis. */
    public static String of(String text, int longest) {
        if (text.isEmpty()) {
            return text;
        }
        // twice as much is looked at, so that the cut does not make half a token that passes
        String whole = text.length() > 2L * longest ? text.substring(0, 2 * longest) : text;
        String clean = PEM.matcher(whole).replaceAll(MASK);
        clean = ADDRESS_USER.matcher(clean).replaceAll("://" + MASK + "@");
        clean = BEARER.matcher(clean).replaceAll("$1 " + MASK);
        clean = namedValues(clean);
        clean = tokens(clean);
        return clean.length() <= longest ? clean : clean.substring(0, longest - 1) + "…";
    }

    private static String namedValues(String text) {
        Matcher word = WORD.matcher(text);
        if (!word.find()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        Matcher equals = EQUALS.matcher(text);
        int copied = 0;
        int from = 0;
        while (word.find(from)) {
            from = word.end();
            equals.region(word.end(), text.length());
            if (!equals.lookingAt()) {
                continue;
            }
            int value = skipQuote(text, equals.end());
            int end = valueEnd(text, equals.end(), value, word.group("phrase") != null);
            if (end > value) {
                out.append(text, copied, value).append(MASK);
                copied = end;
                from = end;
            }
        }
        return out.append(text, copied, text.length()).toString();
    }

    /** {@return where a value begins behind its quotation mark, escaped or not} */
    private static int skipQuote(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == '\\') {
            at++;
        }
        return at < text.length() && isQuote(text.charAt(at)) ? at + 1 : from;
    }

    private static int valueEnd(String text, int before, int value, boolean phrase) {
        if (value > before) {
            return quotedEnd(text, value, text.charAt(value - 1), value - before > 1);
        }
        if (value < text.length() && (text.charAt(value) == '[' || text.charAt(value) == '{')) {
            int close = text.indexOf(text.charAt(value) == '[' ? ']' : '}', value);
            return close < 0 ? text.length() : close + 1;
        }
        int end = value;
        while (end < text.length() && !(phrase ? isLineEnd(text.charAt(end)) : endsValue(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static int quotedEnd(String text, int value, char quote, boolean escaped) {
        for (int at = value; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && !escaped) {
                at++;
            } else if (c == quote || c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == quote) {
                return at;
            }
        }
        return text.length();
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'' || c == '`';
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean endsValue(char c) {
        return Character.isWhitespace(c) || "&,;\"'`)]}<>".indexOf(c) >= 0;
    }

    /** Masks tokens that look random: long ones anywhere, shorter ones beside a word. */
    private static String tokens(String text) {
        Matcher word = WORD.matcher(text);
        int wordEnd = -BESIDE - 1;
        int wordStart = word.find() ? word.start() : Integer.MAX_VALUE;
        StringBuilder out = new StringBuilder(text.length());
        int copied = 0;
        for (int at = 0; at < text.length(); ) {
            if (!isTokenPart(text.charAt(at))) {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < text.length() && isTokenPart(text.charAt(end))) {
                end++;
            }
            while (wordStart < end) {
                wordEnd = word.end();
                wordStart = word.find() ? word.start() : Integer.MAX_VALUE;
            }
            boolean beside = at - wordEnd <= BESIDE || (long) wordStart - end <= BESIDE;
            if (looksRandom(text, at, end, beside)) {
                out.append(text, copied, at).append(MASK);
                copied = end;
            }
            at = end;
        }
        return copied == 0 ? text : out.append(text, copied, text.length()).toString();
    }

    private static boolean looksRandom(String text, int from, int to, boolean besideWord) {
        if (to - from < TOKEN_BESIDE_WORD) {
            return false;
        }
        int piece = from;
        for (int at = from; at <= to; at++) {
            // the names in a path are words of their own, though a token may have slashes too
            if (at == to || text.charAt(at) == '/') {
                if (isRandomPiece(text, piece, at, besideWord)) {
                    return true;
                }
                piece = at + 1;
            }
        }
        return false;
    }

    private static boolean isRandomPiece(String text, int from, int to, boolean besideWord) {
        int length = to - from;
        if (length < (besideWord ? TOKEN_BESIDE_WORD : TOKEN_ALONE)) {
            return false;
        }
        int digits = 0;
        boolean upper = false;
        boolean lower = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            digits += c >= '0' && c <= '9' ? 1 : 0;
            upper |= c >= 'A' && c <= 'Z';
            lower |= c >= 'a' && c <= 'z';
        }
        return besideWord ? digits > 0 && (upper || lower) : digits >= DIGITS_ALONE && upper && lower;
    }

    private static boolean isTokenPart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "+/=_-".indexOf(c) >= 0;
    }
}
