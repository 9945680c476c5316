package dev.tradewind.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time from the command line into nanoseconds since the epoch, and writes one; always UTC. */
final class Times implements ITypeConverter<Long> {

    private static final String FORMS = "2023-03-13, 2023-03-13T18:00, 2023-03-13T18:00:00Z or milliseconds since 1970";
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @Override
    public Long convert(String text) {
        try {
            return nanos(instant(text.strip()));
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a time; one of these would pass: " + FORMS);
        }
    }

    private static Instant instant(String text) {
        if (text.matches("-?\\d{5,}")) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        if (!text.contains("T") && !text.contains(" ")) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        String iso = text.replace(' ', 'T');
        return iso.matches(".*T.*(Z|[+-]\\d\\d:?\\d\\d)")
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }

    /** {@return a time to the second, for people} */
    static String show(long nanos) {
        return SECONDS.format(Instant.ofEpochSecond(0, nanos).atOffset(ZoneOffset.UTC));
    }

    /** {@return a time for machines} */
    static String iso(long nanos) {
        return Instant.ofEpochSecond(0, nanos).toString();
    }
}
