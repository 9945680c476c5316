package dev.tradewind.risk.metric;

import dev.tradewind.domain.ParamSpec;
import dev.tradewind.risk.RiskAction;
import dev.tradewind.risk.RiskMetric;
import dev.tradewind.risk.RiskRule;
import dev.tradewind.risk.RiskScope;
import dev.tradewind.risk.RiskTime;
import dev.tradewind.risk.RiskUnit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/**
 * Rules as text, one a line: {@code SCOPE METRIC LIMIT [over WINDOW] ACTION [for COOL-OFF]}, for instance
 * {@code bot:3 drawdown 10% over 1d stop-bots}; the action {@code add-margin} is followed by its cap. Empty lines and what follows a {@code #} at a line's start or after a space
 * are left out (a tag is written {@code tag:calm}, without one).
 */
public final class RuleText {

    private static final String SHAPE = "SCOPE METRIC LIMIT [over WINDOW] ACTION [for COOL-OFF]";
    private static final int MOST_RULES = 200;
    private static final ParamSpec CAP = ParamSpec.decimal(
            "cap", "Cap", "Rule", "quote", "1", "0.01", "1000000000", "The most margin to add in all.");

    private final int line;
    private final String[] words;
    private int at;

    private RuleText(int line, String[] words) {
        this.line = line;
        this.words = words;
    }

    /**
     * {@return the rules of a text}
     *
     * @throws IllegalArgumentException naming the line, the word and what would pass
     */
    public static List<RiskRule> parse(String text) {
        List<RiskRule> rules = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String content = lines[i].replaceFirst("(^|\\s)#.*", "").strip();
            if (!content.isEmpty()) {
                rules.add(new RuleText(i + 1, content.split("\\s+")).rule());
            }
        }
        if (rules.size() > MOST_RULES) {
            throw new IllegalArgumentException(rules.size() + " risk rules are more than a session takes, " + MOST_RULES);
        }
        return List.copyOf(rules);
    }

    /** {@return rules as the text that parses to them} */
    public static String print(List<RiskRule> rules) {
        StringJoiner lines = new StringJoiner("\n");
        rules.forEach(rule -> lines.add(rule.text()));
        return lines.toString();
    }

    /**
     * {@return the metric of an id}
     *
     * @throws IllegalArgumentException if there is none
     */
    public static RiskMetric metric(String id) {
        RiskMetric metric = RiskCatalog.find(id);
        if (metric == null) {
            throw new IllegalArgumentException("there is no risk metric '" + id + "', only " + ids());
        }
        return metric;
    }

    private RiskRule rule() {
        RiskScope scope = scope(word("a scope: account, symbol, bot:3, bot:* or tag:calm"));
        RiskMetric metric = metricOf(word("a metric: " + ids()));
        String limitWord = word("a limit");
        RiskUnit unit = unit(metric, limitWord);
        BigDecimal limit = limit(metric, unit, limitWord);
        long window = 0;
        if (at < words.length && words[at].equals("over")) {
            at++;
            if (metric.window() == RiskMetric.Window.NONE) {
                throw wrong("over", "metric " + metric.id() + " has no window; leave 'over ...' out");
            }
            window = time(word("a window such as 5m or 1d"));
        } else if (metric.window() == RiskMetric.Window.REQUIRED) {
            throw wrong(at < words.length ? words[at] : "", "metric " + metric.id() + " needs a window, for instance 'over 1h'");
        }
        RiskAction action = action(metric, word("an action: " + actions(metric)));
        BigDecimal cap = action == RiskAction.ADD_MARGIN ? cap(word("the most margin to add in all")) : BigDecimal.ZERO;
        long coolOff = 0;
        if (at < words.length && words[at].equals("for")) {
            at++;
            if (action != RiskAction.BLOCK_NEW && action != RiskAction.CANCEL_ENTRIES) {
                throw wrong("for", "only block-new and cancel-entries end by themselves after a cool-off");
            }
            coolOff = time(word("a cool-off such as 30m"));
        }
        if (at < words.length) {
            throw wrong(words[at], "nothing more belongs there; a rule is " + SHAPE);
        }
        if (!metric.scopes().contains(scope.kind())) {
            throw wrong(words[0], "metric " + metric.id() + " takes " + scopes(metric));
        }
        return new RiskRule(scope, metric, unit, limit, window, action, cap, coolOff);
    }

    private String word(String expected) {
        if (at == words.length) {
            throw wrong("", "expected " + expected + "; a rule is " + SHAPE);
        }
        return words[at++];
    }

    private RiskScope scope(String word) {
        try {
            if (word.equals("account")) {
                return RiskScope.ACCOUNT;
            } else if (word.equals("symbol")) {
                return RiskScope.SYMBOL;
            } else if (word.equals("bot:*")) {
                return RiskScope.EACH_BOT;
            } else if (word.startsWith("bot:")) {
                return RiskScope.bot(Integer.parseInt(word.substring(4)));
            } else if (word.startsWith("tag:")) {
                return RiskScope.tag(word.substring(4));
            }
        } catch (IllegalArgumentException e) {
            // said below with the word
        }
        throw wrong(word, "a scope is account, symbol, bot:3 (a bot's number), bot:* (each bot) or tag:calm");
    }

    private RiskMetric metricOf(String word) {
        RiskMetric metric = RiskCatalog.find(word);
        if (metric == null) {
            throw wrong(word, "a metric is one of " + ids());
        }
        return metric;
    }

    private RiskUnit unit(RiskMetric metric, String word) {
        RiskUnit written = word.endsWith("%") ? RiskUnit.PERCENT
                : word.endsWith("x") ? RiskUnit.TIMES
                : !word.isEmpty() && "smhd".indexOf(word.charAt(word.length() - 1)) >= 0 ? RiskUnit.DURATION
                : RiskUnit.MONEY;
        if (metric.limit(written) != null) {
            return written;
        }
        if (written == RiskUnit.MONEY && metric.limit(RiskUnit.COUNT) != null) {
            return RiskUnit.COUNT;
        }
        throw wrong(word, limits(metric));
    }

    private BigDecimal limit(RiskMetric metric, RiskUnit unit, String word) {
        RiskMetric.Limit limit = metric.limit(unit);
        if (limit == null) {
            throw wrong(word, limits(metric));
        }
        try {
            if (unit == RiskUnit.DURATION) {
                long nanos = RiskTime.parse(word);
                limit.range().canonical(Long.toString(nanos / 1_000_000_000L));
                return BigDecimal.valueOf(nanos);
            }
            return new BigDecimal(limit.range()
                    .canonical(word.substring(0, word.length() - unit.suffix().length())));
        } catch (IllegalArgumentException e) {
            throw wrong(word, limits(metric));
        }
    }

    private BigDecimal cap(String word) {
        try {
            return new BigDecimal(CAP.canonical(word));
        } catch (IllegalArgumentException e) {
            throw wrong(word, "the most margin to add in all is " + CAP.range() + " in quote units, such as 500");
        }
    }

    private long time(String word) {
        try {
            return RiskTime.parse(word);
        } catch (IllegalArgumentException e) {
            throw wrong(word, "a length of time is written 30s, 5m, 2h or 1d");
        }
    }

    private RiskAction action(RiskMetric metric, String word) {
        for (RiskAction action : RiskAction.values()) {
            if (action.text().equals(word)) {
                if (metric.actions().contains(action)) {
                    return action;
                }
                throw wrong(word, "metric " + metric.id() + " takes " + actions(metric));
            }
        }
        throw wrong(word, word.matches("over|for")
                ? "it is in the wrong place; a rule is " + SHAPE
                : "an action is one of " + actions(metric));
    }

    private static String ids() {
        return String.join(", ", RiskCatalog.METRICS.stream().map(RiskMetric::id).toList());
    }

    private static String actions(RiskMetric metric) {
        return String.join(", ", Arrays.stream(RiskAction.values())
                .filter(metric.actions()::contains)
                .map(RiskAction::text)
                .toList());
    }

    private static String scopes(RiskMetric metric) {
        return String.join(", ", Arrays.stream(RiskScope.Kind.values())
                .filter(metric.scopes()::contains)
                .map(RuleText::example)
                .toList());
    }

    private static String example(RiskScope.Kind kind) {
        return switch (kind) {
            case ACCOUNT -> "account";
            case SYMBOL -> "symbol";
            case BOT -> "bot:3";
            case EACH_BOT -> "bot:*";
            case TAG -> "tag:calm";
        };
    }

    private static String limits(RiskMetric metric) {
        StringJoiner words = new StringJoiner("; or ", "a limit of " + metric.id() + " is ", "");
        for (RiskMetric.Limit limit : metric.limits()) {
            words.add(limit.range().range() + switch (limit.unit()) {
                case MONEY -> " in quote units, such as 100";
                case PERCENT -> " with %, such as 10%";
                case COUNT -> "";
                case TIMES -> " with x, such as 3x";
                case DURATION -> " seconds, written 30s, 5m, 2h or 1d";
            });
        }
        return words.toString();
    }

    private IllegalArgumentException wrong(String word, String passes) {
        return new IllegalArgumentException("risk rule in line " + line + (word.isEmpty() ? ", at its end: " : ", '" + word + "': ")
                + passes);
    }
}
