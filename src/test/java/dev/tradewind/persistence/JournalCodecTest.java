package dev.tradewind.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradewind.domain.Command;
import dev.tradewind.domain.OrderRequest;
import dev.tradewind.domain.OrderType;
import dev.tradewind.domain.Reason;
import dev.tradewind.domain.Side;
import dev.tradewind.domain.TimeInForce;
import dev.tradewind.domain.VenueReport;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pins the format: a journal written by any release must stay readable. Bytes worked out by hand from its description. */
class JournalCodecTest {

    private final ByteBuffer bytes = ByteBuffer.allocate(500);

    private String hex() {
        return HexFormat.of().formatHex(bytes.array(), 0, bytes.position());
    }

    @Test
    void constantsStoredByTheirPositionKeepIt() {
        assertThat(Arrays.toString(Side.values())).isEqualTo("[BUY, SELL]");
        assertThat(Arrays.toString(OrderType.values())).startsWith("[MARKET, LIMIT, STOP_MARKET, STOP_LIMIT");
        assertThat(Arrays.toString(TimeInForce.values())).startsWith("[GTC, IOC, FOK");
        assertThat(Arrays.toString(Command.StopMode.values())).startsWith("[KEEP, SELL");
        assertThat(Arrays.toString(Command.EditScope.values())).startsWith("[NEW_DEALS, OPEN_DEAL, BOTH");
        assertThat(Arrays.toString(VenueReport.FeeAsset.values())).startsWith("[QUOTE, BASE");
        assertThat(Arrays.toString(VenueReport.Kind.values()))
                .startsWith("[ACCEPTED, REJECTED, FILLED, CANCELED, CANCEL_REJECTED, EXPIRED");
        assertThat(Arrays.toString(VenueReport.Reason.values()))
                .startsWith("[NONE, INSUFFICIENT_BALANCE, FILTER, UNKNOWN_ORDER, WOULD_TRADE, NO_MARKET");
    }

    @Test
    void anOrderTakesTheseBytes() {
        OrderRequest request = new OrderRequest()
                .set(300, 2, 0, Side.SELL, OrderType.LIMIT, TimeInForce.IOC, 64, 8_000, 0, -1, 1);
        JournalCodec.putRequest(bytes, request);
        // side, type, time in force; then zigzag: 300→600, 2→4, 0, 64→128, 8000→16000, 0, −1→1, 1→2
        assertThat(hex()).isEqualTo("010101" + "d804" + "04" + "00" + "8001" + "807d" + "00" + "01" + "02");
    }

    @Test
    void aDecisionNamesItsReason() {
        JournalCodec.putDecision(bytes, 1, Reason.HALTED, 0, -2);
        assertThat(hex()).isEqualTo("06" + "48414c544544" + "02" + "00" + "03");
    }

    @Test
    void aCommandTakesTheseBytes() throws BadDataException {
        Command edit = new Command.EditBot(3, Map.of("a", "2"), Command.EditScope.BOTH);
        CommandCodec.put(bytes, edit);
        assertThat(hex()).isEqualTo("05" + "06" + "02" + "01610132" + "02");
        assertThat(CommandCodec.get(bytes.flip())).isEqualTo(edit);
    }

    @Test
    void aMapKeepsItsOrder() throws BadDataException {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("b", "1");
        map.put("a", "2");
        CommandCodec.putMap(bytes, map);
        assertThat(hex()).isEqualTo("04" + "01620131" + "01610132");
        assertThat(CommandCodec.getMap(bytes.flip()).toString()).isEqualTo("{b=1, a=2}");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 63, -64, 64, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE})
    void everyNumberComesBack(long value) throws BadDataException {
        Fields.putNumber(bytes, value);
        assertThat(bytes.position()).isLessThanOrEqualTo(10);
        assertThat(Fields.getNumber(bytes.flip())).isEqualTo(value);
    }
}
