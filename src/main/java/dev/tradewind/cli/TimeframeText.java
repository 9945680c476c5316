package dev.tradewind.cli;

import dev.tradewind.domain.Timeframe;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a timeframe from the command line, {@code 1h} for instance. */
final class TimeframeText implements ITypeConverter<Timeframe> {

    @Override
    public Timeframe convert(String text) {
        try {
            return Timeframe.ofLabel(text);
        } catch (IllegalArgumentException unknown) {
            throw new TypeConversionException(unknown.getMessage());
        }
    }
}
