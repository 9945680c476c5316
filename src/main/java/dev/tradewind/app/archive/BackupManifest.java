package dev.tradewind.app.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a backup says of itself at its end, inside the seal.
 *
 * @param headSha256 digest of the head, so that it cannot be exchanged
 * @param entries    the files, in their order
 * @param rows       rows of each table of the database
 */
record BackupManifest(String headSha256, List<BackupEntry> entries, Map<String, Long> rows) {

    static final int MOST_BYTES = 256 << 20;

    BackupManifest {
        entries = List.copyOf(entries);
        rows = new TreeMap<>(rows);
    }

    byte[] json() {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode json = mapper.createObjectNode().put("head", headSha256);
        ArrayNode files = json.putArray("files");
        for (BackupEntry entry : entries) {
            files.addObject().put("path", entry.path()).put("bytes", entry.bytes()).put("sha256", entry.sha256());
        }
        ObjectNode tables = json.putObject("rows");
        rows.forEach(tables::put);
        try {
            return mapper.writeValueAsBytes(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values is always JSON", impossible);
        }
    }

    static BackupManifest read(byte[] json) throws BadBackupException {
        try {
            JsonNode root = new ObjectMapper().readTree(json);
            List<BackupEntry> entries = new ArrayList<>();
            for (JsonNode file : root.path("files")) {
                entries.add(new BackupEntry(
                        file.path("path").asText(), file.path("bytes").asLong(-1), file.path("sha256").asText()));
            }
            Map<String, Long> rows = new TreeMap<>();
            root.path("rows").properties().forEach(row -> rows.put(row.getKey(), row.getValue().asLong(-1)));
            return new BackupManifest(root.path("head").asText(), entries, rows);
        } catch (IOException e) {
            throw new BadBackupException("its list of files is garbled", e);
        }
    }
}
