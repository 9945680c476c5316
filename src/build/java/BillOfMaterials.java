import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Build step: writes what the runnable layout is made of. {@code bom.json} is a CycloneDX bill of materials of the jars
 * in {@code lib}, {@code lib-bench/bom.json} one of the benchmarks' peers, {@code LICENCES.txt} says for people under
 * which terms each jar is. It needs no network, and the same libraries give the same bytes.
 *
 * <p>It fails for a jar of unknown origin, for a library whose licence is missing or not in the table, and for one
 * under the LGPL alone that NOTICE does not name.
 *
 * <p>Arguments: the tree of libraries as Maven prints it, Maven's local repository, the layout, the table of licences,
 * NOTICE, the program's name, version and time stamp.
 */
class BillOfMaterials {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A library as Maven knows it. */
    private record Library(String group, String artifact, String version, String classifier) {

        static Library of(JsonNode node) {
            return new Library(
                    node.get("groupId").asText(),
                    node.get("artifactId").asText(),
                    node.get("version").asText(),
                    node.path("classifier").asText());
        }

        String jar() {
            return artifact + "-" + version + (classifier.isEmpty() ? "" : "-" + classifier) + ".jar";
        }

        String coordinates() {
            return group + ":" + artifact + ":" + version;
        }

        String purl() {
            return "pkg:maven/" + group + "/" + artifact + "@" + version + "?"
                    + (classifier.isEmpty() ? "" : "classifier=" + classifier + "&") + "type=jar";
        }
    }

    /** A jar that is shipped. */
    private record Part(Library library, Path jar, String licence) {}

    private final JsonNode tree;
    private final Path repository;
    private final Path layout;
    private final Map<String, String> licences = new TreeMap<>();
    private final Map<String, Library> byJar = new TreeMap<>();
    private final String notice;
    private final String name;
    private final String version;
    private final String time;

    private BillOfMaterials(String[] arguments) throws IOException {
        tree = JSON.readTree(Path.of(arguments[0]).toFile());
        repository = Path.of(arguments[1]);
        layout = Path.of(arguments[2]);
        readLicences(Path.of(arguments[3]));
        notice = Files.readString(Path.of(arguments[4]));
        name = arguments[5];
        version = arguments[6];
        time = arguments[7];
        index(tree);
    }

    public static void main(String[] arguments) throws Exception {
        BillOfMaterials bill = new BillOfMaterials(arguments);
        List<String> complaints = new ArrayList<>();
        List<Part> shipped = bill.parts("lib", complaints);
        List<Part> peers = bill.parts("lib-bench", complaints);
        if (!complaints.isEmpty()) {
            System.err.println(String.join("\n", complaints));
            System.exit(1);
        }
        bill.write(shipped, name -> name, bill.layout.resolve("bom.json"));
        bill.write(peers, name -> name + "-bench-peers", bill.layout.resolve("lib-bench/bom.json"));
        Files.writeString(bill.layout.resolve("LICENCES.txt"), bill.report(shipped, peers));
    }

    private void readLicences(Path table) throws IOException {
        for (String line : Files.readAllLines(table)) {
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            String[] names = line.split("\\|");
            for (String known : names) {
                licences.put(known.strip().toLowerCase(Locale.ROOT), names[0].strip());
            }
        }
    }

    private void index(JsonNode node) {
        for (JsonNode child : node.path("children")) {
            Library library = Library.of(child);
            byJar.put(library.jar(), library);
            index(child);
        }
    }

    private List<Part> parts(String folder, List<String> complaints) throws Exception {
        List<Path> jars;
        try (Stream<Path> files = Files.list(layout.resolve(folder))) {
            jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
        List<Part> parts = new ArrayList<>();
        for (Path jar : jars) {
            String file = jar.getFileName().toString();
            Library library = byJar.get(file);
            if (file.equals(name + "-" + version + ".jar")) {
                continue;
            }
            if (library == null) {
                complaints.add(folder + "/" + file + " is of none of the libraries that the build asks for");
                continue;
            }
            String licence = licence(library, complaints);
            parts.add(new Part(library, jar, licence));
            if (folder.equals("lib") && lesserGplAlone(licence) && !noticeNames(library)) {
                complaints.add(library.coordinates() + " is under the " + licence + " and NOTICE does not name it");
            }
        }
        return parts;
    }

    private boolean noticeNames(Library library) {
        return Pattern.compile("(?<![\\w-])" + Pattern.quote(library.artifact()) + "(?![\\w-])").matcher(notice).find();
    }

    private static boolean lesserGplAlone(String licence) {
        return licence.startsWith("LGPL") && !licence.contains(" OR ");
    }

    // licences

    /** Several licences are offered to choose from. */
    private String licence(Library library, List<String> complaints) throws Exception {
        List<String> names = licenceNames(library.group(), library.artifact(), library.version());
        if (names.isEmpty()) {
            complaints.add(library.coordinates() + " does not say its licence");
        }
        List<String> known = new ArrayList<>();
        for (String said : names) {
            String spdx = licences.get(said.toLowerCase(Locale.ROOT));
            if (spdx == null) {
                complaints.add(
                        library.coordinates() + " is under \"" + said + "\", which is not in the table of licences");
            } else if (!known.contains(spdx)) {
                known.add(spdx);
            }
        }
        return String.join(" OR ", known);
    }

    /** What the library's description says, or else the description it builds on. */
    private List<String> licenceNames(String group, String artifact, String version) throws Exception {
        Path file = repository.resolve(group.replace('.', '/')).resolve(artifact).resolve(version)
                .resolve(artifact + "-" + version + ".pom");
        if (!Files.exists(file)) {
            return List.of();
        }
        Element project;
        try (InputStream in = Files.newInputStream(file)) {
            project = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
        }
        List<String> names = new ArrayList<>();
        Optional<Element> section = child(project, "licenses");
        if (section.isPresent()) {
            for (Node node = section.get().getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element licence) {
                    text(licence, "name").ifPresent(names::add);
                }
            }
        }
        Optional<Element> parent = child(project, "parent");
        if (!names.isEmpty() || parent.isEmpty()) {
            return names;
        }
        return licenceNames(
                text(parent.get(), "groupId").orElseThrow(),
                text(parent.get(), "artifactId").orElseThrow(),
                text(parent.get(), "version").orElseThrow());
    }

    private static Optional<Element> child(Element element, String name) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && child.getTagName().equals(name)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(Element element, String name) {
        return child(element, name).map(found -> found.getTextContent().strip());
    }

    // the bill

    private void write(List<Part> parts, UnaryOperator<String> naming, Path file) throws Exception {
        ObjectNode root = JSON.createObjectNode();
        String group = tree.get("groupId").asText();
        String own = "pkg:maven/" + group + "/" + naming.apply(name) + "@" + version + "?type=jar";
        ObjectNode program = JSON.createObjectNode()
                .put("type", "application").put("bom-ref", own).put("group", group)
                .put("name", naming.apply(name)).put("version", version).put("purl", own);
        ArrayNode components = JSON.createArrayNode();
        TreeSet<String> refs = new TreeSet<>();
        for (Part part : parts) {
            components.add(component(part));
            refs.add(part.library().purl());
        }
        ArrayNode dependencies = JSON.createArrayNode();
        dependencies.add(dependency(own, tree, refs));
        describeDependencies(tree, refs, new TreeSet<>(), dependencies);
        byte[] content = JSON.writeValueAsBytes(components);
        root.put("bomFormat", "CycloneDX").put("specVersion", "1.6")
                .put("serialNumber", "urn:uuid:" + UUID.nameUUIDFromBytes(content)).put("version", 1);
        root.putObject("metadata").put("timestamp", time).set("component", program);
        root.set("components", components);
        root.set("dependencies", dependencies);
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    }

    private static ObjectNode component(Part part) throws Exception {
        Library library = part.library();
        ObjectNode component = JSON.createObjectNode()
                .put("type", "library").put("bom-ref", library.purl()).put("group", library.group())
                .put("name", library.artifact()).put("version", library.version()).put("scope", "required");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(part.jar()));
        component.putArray("hashes").addObject()
                .put("alg", "SHA-256").put("content", HexFormat.of().formatHex(digest));
        component.putArray("licenses").addObject().put("expression", part.licence());
        return component.put("purl", library.purl());
    }

    private static void describeDependencies(
            JsonNode node, TreeSet<String> refs, TreeSet<String> described, ArrayNode dependencies) {
        for (JsonNode child : node.path("children")) {
            String ref = Library.of(child).purl();
            if (refs.contains(ref) && described.add(ref)) {
                dependencies.add(dependency(ref, child, refs));
            }
            describeDependencies(child, refs, described, dependencies);
        }
    }

    private static ObjectNode dependency(String ref, JsonNode node, TreeSet<String> refs) {
        TreeSet<String> needed = new TreeSet<>();
        collect(node, refs, needed);
        ObjectNode dependency = JSON.createObjectNode().put("ref", ref);
        needed.forEach(dependency.putArray("dependsOn")::add);
        return dependency;
    }

    /** The shipped libraries under a node; in the place of one that is not shipped, those under it. */
    private static void collect(JsonNode node, TreeSet<String> refs, TreeSet<String> needed) {
        for (JsonNode child : node.path("children")) {
            String ref = Library.of(child).purl();
            if (refs.contains(ref)) {
                needed.add(ref);
            } else {
                collect(child, refs, needed);
            }
        }
    }

    // the report

    private String report(List<Part> shipped, List<Part> peers) {
        StringBuilder text = new StringBuilder();
        text.append("Licences of the libraries of ").append(name).append(' ').append(version).append('\n');
        text.append("What else is shipped, and the terms in full: NOTICE.\n\nIn lib/\n");
        describe(shipped, text);
        List<Part> replaceable = shipped.stream().filter(part -> lesserGplAlone(part.licence())).toList();
        if (!replaceable.isEmpty()) {
            text.append("\nThese are under the LGPL. Each may be replaced by your own build under the same name.\n");
            replaceable.forEach(part -> text.append("  ").append(part.jar().getFileName()).append('\n'));
        }
        text.append("\nIn lib-bench/, which only \"").append(name).append(" bench\" uses\n");
        describe(peers, text);
        return text.toString();
    }

    private static void describe(List<Part> parts, StringBuilder text) {
        Map<String, List<Part>> byLicence = new TreeMap<>();
        parts.forEach(part -> byLicence.computeIfAbsent(part.licence(), licence -> new ArrayList<>()).add(part));
        byLicence.forEach((licence, under) -> {
            text.append("\n  ").append(licence).append('\n');
            under.forEach(part -> text.append("    ").append(part.jar().getFileName())
                    .append(" (").append(part.library().coordinates()).append(")\n"));
        });
    }
}
