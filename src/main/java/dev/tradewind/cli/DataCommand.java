package dev.tradewind.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tradewind data}: the store of candles and trades. */
@Command(
        name = "data",
        synopsisSubcommandLabel = "import|export|list|verify|retain|drop",
        description = {
            "Keep candles and trades: import files of exchanges and other programs, export, check, drop.",
            "What is stored has a name, venue:symbol:timeframe or venue:symbol:trades, which --data takes."
        })
final class DataCommand implements Runnable {

    @Mixin private CommonOptions common = new CommonOptions();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "one of import, export, list, verify, retain and drop is missing");
    }
}
