package dev.tradewind.cli;

import dev.tradewind.app.Profiles;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Which data folder a command works on. */
final class DataFolderOptions {

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "The data folder; default is the system's own place for programs' data.")
    private @Nullable Path dataDir;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            converter = ProfileFolder.class,
            description = "The data folder of this profile, beside the usual one; 'tradewind profiles' lists them.")
    private @Nullable Path profile;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    /**
     * {@return the folder asked for, empty for the usual one}
     *
     * @throws ParameterException if two were asked for
     */
    Optional<Path> chosen() {
        if (dataDir != null && profile != null) {
            throw new ParameterException(
                    spec.commandLine(), "--data-dir and --profile both name the data folder; give one of them");
        }
        return Optional.ofNullable(dataDir != null ? dataDir : profile);
    }

    /** Finds a profile's folder. */
    static final class ProfileFolder implements ITypeConverter<Path> {

        @Override
        public Path convert(String name) {
            try {
                return Profiles.folder(name);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
