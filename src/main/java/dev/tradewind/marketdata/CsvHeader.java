package dev.tradewind.marketdata;

import java.util.List;
import java.util.Locale;

/** The optional first line that names the columns. */
final class CsvHeader {

    private CsvHeader() {}

    /** {@return whether the line cannot be data: its first field does not begin like a number} */
    static boolean isHeader(DecimalCsv csv) {
        if (csv.isEmpty(0)) {
            return false;
        }
        byte first = csv.firstByte(0);
        return (first < '0' || first > '9') && first != '-' && first != '+' && first != '.';
    }

    /**
     * {@return whether the column's name, without case, blanks, underscores and a unit in brackets, is one of those}
     */
    static boolean names(DecimalCsv csv, int field, List<String> accepted) {
        return field < csv.fields() && accepted.contains(plain(csv.text(field)));
    }

    /** {@return the first column whose name is one of those, −1 if none is} */
    static int find(DecimalCsv csv, List<String> accepted) {
        for (int field = 0; field < csv.fields(); field++) {
            if (names(csv, field, accepted)) {
                return field;
            }
        }
        return -1;
    }

    private static String plain(String name) {
        int bracket = name.indexOf('(');
        StringBuilder plain = new StringBuilder();
        for (char c : (bracket < 0 ? name : name.substring(0, bracket)).toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetterOrDigit(c)) {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
