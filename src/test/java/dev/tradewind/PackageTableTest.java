package dev.tradewind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PackageTableTest {

    private static final PackageTable TABLE =
            PackageTable.parse(List.of("domain :", "bot : domain", "bot.type : domain bot", "app : everything above"));

    @Test
    void aLineAllowsItselfAndWhatItNames() {
        assertTrue(TABLE.allows("bot", "bot"));
        assertTrue(TABLE.allows("bot", "domain"));
        assertTrue(TABLE.allows("app", "bot.type"));
        assertFalse(TABLE.allows("domain", "bot"));
        assertFalse(TABLE.allows("bot", "bot.type"));
    }

    @Test
    void theLongestLineSpeaksForANestedPackage() {
        assertEquals(Optional.of("bot.type"), TABLE.lineFor("bot.type.grid"));
        assertEquals(Optional.of("bot"), TABLE.lineFor("bot.typewriter"));
        assertEquals(Optional.empty(), TABLE.lineFor("botanic"));
    }

    @Test
    void aLineNamesOnlyLinesAboveIt() {
        var failure = assertThrows(
                IllegalArgumentException.class, () -> PackageTable.parse(List.of("domain : kernel", "kernel :")));

        assertEquals("The line of domain names kernel, which has no line above it", failure.getMessage());
    }

    @Test
    void aPackageHasOneLine() {
        assertThrows(
                IllegalArgumentException.class, () -> PackageTable.parse(List.of("domain :", "kernel :", "domain :")));
    }

    @Test
    void whatIsNoLineIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> PackageTable.parse(List.of("domain")));
    }
}
