package dev.tradewind.report;

/** Text inside HTML. */
final class Html {

    private Html() {}

    /** {@return text that means itself inside an element or a quoted attribute} */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    boolean control = point < ' ' && point != '\n' && point != '\t' || point == 0x7f;
                    boolean half = point >= 0xD800 && point <= 0xDFFF;
                    safe.appendCodePoint(control || half || point >= 0xFFFE && point <= 0xFFFF ? 0xFFFD : point);
                }
            }
        });
        return safe.toString();
    }

    /** {@return JSON that cannot end the script element it stands in} */
    static String inScript(String json) {
        return json.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }
}
