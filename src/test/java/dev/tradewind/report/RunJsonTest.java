package dev.tradewind.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.backtest.RunReport;
import dev.tradewind.kernel.Rng;
import org.junit.jupiter.api.Test;

class RunJsonTest {

    @Test
    void readsBackWhatItWrote() {
        RunReport report = Runs.ladder();

        assertThat(RunJson.read(RunJson.write(report))).isEqualTo(report);
        assertThat(RunJson.read(RunJson.write(Runs.empty()))).isEqualTo(Runs.empty());
    }

    @Test
    void readsBackWhateverAReportMayHold() {
        for (long seed = 1; seed <= 300; seed++) {
            RunReport report = Runs.random(new Rng(seed));
            String json = RunJson.write(report);

            assertThat(RunJson.read(json)).as("seed %d: %s", seed, json).isEqualTo(report);
            assertThat(RunJson.write(RunJson.read(json))).as("seed %d", seed).isEqualTo(json);
        }
    }

    @Test
    void writesAnEmptyRunInFull() {
        assertThat(RunJson.write(Runs.empty()).replaceAll("\"performance\":\\{[^}]*}", "\"performance\":{}")).isEqualTo(
                "{\"format\":1,\"title\":\"\",\"setup\":\"{}\",\"quote\":\"USD\",\"tier\":\"T0\",\"data\":[],"
                        + "\"from\":\"2023-01-01T00:00:00Z\",\"to\":\"2023-01-01T00:00:00Z\",\"startEquity\":1.0,"
                        + "\"endEquity\":1.0,\"performance\":{},\"equity\":{\"timeNanos\":[],\"equity\":[]},"
                        + "\"hold\":{\"timeNanos\":[],\"equity\":[]},\"daily\":{\"timeNanos\":[],\"equity\":[]},"
                        + "\"unclear\":0,\"trades\":[],\"parts\":[],\"checks\":[],\"fills\":0,\"journalRows\":0,"
                        + "\"journalHash\":\"0000000000000000\",\"refusals\":0}");
    }

    @Test
    void saysWhatIsWrongWithAText() {
        String good = RunJson.write(Runs.empty());

        assertThatThrownBy(() -> RunJson.read("{\"format\":1")).hasMessageStartingWith("this is not JSON: ");
        assertThatThrownBy(() -> RunJson.read("[]")).hasMessage("a run's report is a JSON object");
        assertThatThrownBy(() -> RunJson.read(good.replace("\"format\":1", "\"format\":2")))
                .hasMessage("this report has format 2; this program reads format 1");
        assertThatThrownBy(() -> RunJson.read(good.replace("\"trades\":[],", "")))
                .hasMessage("a run's report needs 'trades', which is missing");
        assertThatThrownBy(() -> RunJson.read(good.replace("\"T0\"", "\"T9\"")))
                .hasMessage("tier 'T9' must be one of [T0, T1, T2, T3]");
        assertThatThrownBy(() -> RunJson.read(good.replace("\"endEquity\":1.0", "\"endEquity\":true")))
                .hasMessage("'endEquity' must be a number, not true");
        assertThatThrownBy(() -> RunJson.read(good.replace("\"fills\":0", "\"fills\":0.5")))
                .hasMessage("'fills' must be a whole number, not 0.5");
        assertThatThrownBy(() -> RunJson.read(good.replace("\"to\":\"2023", "\"to\":\"late 2023")))
                .hasMessage("'to' must be a time, not 'late 2023-01-01T00:00:00Z'");
    }
}
