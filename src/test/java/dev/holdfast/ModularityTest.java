package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The modules are as the map says: what each may use is in its package-info, and nothing points back. */
class ModularityTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/holdfast");
    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern QUALIFIED = Pattern.compile(
            "(?i)\\b(?:from|join|into|update|table|exists|references|on)\\s+(?:only\\s+)?([a-z_]+)\\.[a-z_]+");
    private static final Pattern SCHEMA = Pattern.compile("(?i)create\\s+schema\\s+(?:if\\s+not\\s+exists\\s+)?([a-z_]+)");

    @Test
    void modulesUseOnlyWhatTheyMay() {
        ApplicationModules.of(Holdfast.class).verify();
    }

    @Test
    void noModuleNamesAnothersSchema() throws IOException {
        var schemas = schemas();
        var strangers = new ArrayList<String>();

        for (var source : files(SOURCES, ".java")) {
            var module = SOURCES.relativize(source).getName(0).toString();
            var named = QUALIFIED.matcher(Files.readString(source));
            while (named.find()) {
                if (schemas.contains(named.group(1)) && !named.group(1).equals(module)) {
                    strangers.add(source + " names " + named.group());
                }
            }
        }

        assertThat(schemas).contains("incidents", "alerts", "ledger", "catalogue");
        assertThat(strangers).isEmpty();
    }

    private static List<String> schemas() throws IOException {
        var schemas = new ArrayList<String>();
        for (var migration : files(MIGRATIONS, ".sql")) {
            var created = SCHEMA.matcher(Files.readString(migration));
            while (created.find()) {
                schemas.add(created.group(1));
            }
        }
        return schemas;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
