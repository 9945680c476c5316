package dev.tradewind.bot.type;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tradewind.bot.BotType;
import dev.tradewind.bot.PlanTerms;
import dev.tradewind.bot.RiskSheet;
import dev.tradewind.domain.FeeRate;
import dev.tradewind.domain.ParamException;
import dev.tradewind.domain.ParamSpec;
import dev.tradewind.domain.Params;
import dev.tradewind.domain.VenueReport.FeeAsset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class BotCatalogTest {

    static final List<BotType> TYPES = BotCatalog.TYPES;

    @Test
    void findsTypesById() {
        assertEquals(DcaBot.TYPE, BotCatalog.type("dca"));
        assertEquals(GridBot.TYPE, BotCatalog.type("grid"));
        assertEquals(SmaCrossBot.TYPE, BotCatalog.type("sma-cross"));
        assertEquals(
                "bot 'grd' is not one of dca, sma-cross, grid, futures-grid",
                assertThrows(IllegalArgumentException.class, () -> BotCatalog.type("grd")).getMessage());
        Set<String> ids = new HashSet<>();
        TYPES.forEach(type -> assertTrue(ids.add(type.id()), type.id()));
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void declaresParametersAFormCanShow(BotType type) {
        Set<String> ids = new HashSet<>();
        for (ParamSpec spec : type.params()) {
            assertTrue(ids.add(spec.id()), spec.id());
            assertTrue(spec.id().matches("[a-z][A-Za-z]*"), spec.id());
            assertFalse(spec.label().isBlank(), spec.id());
            assertFalse(spec.section().isBlank(), spec.id());
            assertTrue(spec.help().endsWith("."), spec.id());
            assertEquals(spec.defaultValue(), spec.canonical(spec.defaultValue()), spec.id());
        }
        assertTrue(type.params().stream().anyMatch(spec -> !spec.advanced()));
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void makesABotAndASheetOfEveryPreset(BotType type) {
        assertTrue(type.presets().size() >= 2);
        FeeRate fee = new FeeRate(100_000);
        PlanTerms terms = new PlanTerms(
                type == FuturesGridBot.TYPE ? Instruments.perpetual() : Instruments.strict(), 100_000, fee, fee, FeeAsset.QUOTE,
                10_000_0000000000L, 0);
        for (BotType.Preset preset : type.presets()) {
            Params params = type.params(preset.values());
            assertEquals(params, Params.of(type.params(), params.asMap()), preset.label());
            assertNotNull(type.factory().apply(params), preset.label());
            RiskSheet sheet = type.planner().plan(params, terms);
            assertEquals(0, sheet.blocking(), () -> type.id() + " " + preset.label() + ": " + sheet);
            assertTrue(sheet.capitalAtoms() > 0);
        }
    }

    @ParameterizedTest
    @FieldSource("TYPES")
    void refusesWhatIsNotDeclared(BotType type) {
        ParamException refusal = assertThrows(ParamException.class, () -> type.params(Map.of("nonsense", "1")));
        assertEquals("nonsense", refusal.parameter());
    }

    @Test
    void refusesParametersThatContradictEachOther() {
        assertRefused(SmaCrossBot.TYPE, "fast", Map.of("fast", "50", "slow", "50"));
        assertRefused(DcaBot.TYPE, "safetyOrders", Map.of("safetyOrders", "20", "deviation", "1", "stepScale", "2"));
        assertRefused(DcaBot.TYPE, "takeProfitSteps", Map.of("takeProfitSteps", "1:60,2:60"));
        assertRefused(DcaBot.TYPE, "startPriceMin", Map.of("startPriceMin", "10", "startPriceMax", "9"));
        assertRefused(DcaBot.TYPE, "stopLossBreakEven", Map.of("stopLossBreakEven", "1"));
        assertRefused(GridBot.TYPE, "lower", Map.of("lower", "10", "upper", "10"));
        assertRefused(GridBot.TYPE, "stopAbove", Map.of("stopAbove", "1100"));
        assertRefused(GridBot.TYPE, "stopBelow", Map.of("stopBelow", "900"));
        assertRefused(GridBot.TYPE, "expandUp", Map.of("expandUp", "1300", "trailingUp", "true"));
        assertRefused(FuturesGridBot.TYPE, "lower", Map.of("lower", "10", "upper", "10"));
        assertRefused(FuturesGridBot.TYPE, "stopAbove", Map.of("stopAbove", "1100"));
        assertRefused(DcaBot.TYPE, "baseOrder", Map.of("baseOrderUnit", "percent", "baseOrder", "101"));
    }

    private static void assertRefused(BotType type, String parameter, Map<String, String> values) {
        Params params = type.params(values);
        ParamException refusal = assertThrows(ParamException.class, () -> type.factory().apply(params));
        assertEquals(parameter, refusal.parameter());
    }
}
