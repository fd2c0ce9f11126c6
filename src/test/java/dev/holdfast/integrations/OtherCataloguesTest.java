package dev.holdfast.integrations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Tokens;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Catalogue;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Import;
import dev.holdfast.catalogue.ImportFile;
import dev.holdfast.catalogue.Imports;
import dev.holdfast.http.Conflict;
import dev.holdfast.http.Malformed;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.TooLarge;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HoldfastTest
class OtherCataloguesTest {

    private static final Viewer ADMIN = viewer("importer");

    @Autowired
    Imports imports;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Documents documents;

    @Autowired
    TestClock clock;

    @Autowired
    Tokens tokens;

    @LocalServerPort
    int port;

    @Test
    void readsOpsLevelWhateverTheFileIsCalled() {
        var found = applied("notes.txt", """
                version: 1
                service:
                  name: OL Shop
                  owner: ol_team
                  lifecycle: generally_available
                  tier: tier_1
                  tools: [{name: Runbook, category: runbooks, url: "https://wiki.example.com/ol"}, {category: metrics, url: not-one}]
                  repositories: [{name: "github.com:example/ol"}]
                  dependencies: [{alias: ol-stock}]
                """);

        assertThat(found.sources()).extracting(Import.Source::form).containsExactly("OpsLevel");
        assertThat(found.warnings()).extracting(fault -> fault.code()).containsExactlyInAnyOrder("UNRESOLVED_OWNER", "UNRESOLVED_DEPENDENCY");
        assertThat(spec("Service", "ol-shop")).isEqualTo(
                "{\"owner\":\"ol-team\",\"lifecycle\":\"live\",\"links\":{\"runbook\":\"https://wiki.example.com/ol\",\"repository\":\"https://github.com/example/ol\"},"
                        + "\"dependsOn\":[{\"service\":\"ol-stock\",\"via\":\"hard\"}]}");
    }

    @Test
    void readsCompassAndKeepsAnOwnerThatNobodyKnows() {
        applied("a", """
                configVersion: 1
                name: co-shop
                id: ari:cloud:compass:1:component/2/3
                ownerId: ari:cloud:identity::team/9f-77
                typeId: SERVICE
                fields: {lifecycle: Active, tier: 1}
                links: [{name: Playbook, type: OTHER_LINK, url: "https://wiki.example.com/co"}]
                relationships: {DEPENDS_ON: ["ari:cloud:compass:1:component/2/4", "ari:unknown"]}
                ---
                configVersion: 1
                name: Co Stock
                id: ari:cloud:compass:1:component/2/4
                """);

        assertThat(spec("Service", "co-shop")).isEqualTo(
                "{\"owner\":\"9f-77\",\"lifecycle\":\"live\",\"links\":{\"runbook\":\"https://wiki.example.com/co\"},\"dependsOn\":[{\"service\":\"co-stock\",\"via\":\"hard\"}]}");
    }

    @Test
    void readsPeopleAndGroupsOfScimAndWhoIsNotActiveHasLeft() {
        applied("users", """
                {"schemas": ["urn:ietf:params:scim:api:messages:2.0:ListResponse"], "totalResults": 3, "Resources": [
                \t{"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "id": "1", "userName": "sc-ann@example.com", "displayName": "Ann",
                \t "emails": [{"value": "other@example.com"}, {"value": "sc-ann@example.com", "primary": true}], "active": true},
                \t{"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "id": "2", "userName": "sc-bob", "active": false},
                \t{"schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"], "id": "3", "displayName": "SC Team", "members": [{"value": "1"}, {"value": "2"}]}]}
                """);

        assertThat(spec("Person", "sc-ann")).isEqualTo("{\"email\":\"sc-ann@example.com\"}");
        assertThat(spec("Team", "sc-team")).isEqualTo("{\"members\":[\"sc-ann\",\"sc-bob\"]}");
        assertThat(documents.at(clock.instant()).document("Person", "sc-bob").orElseThrow().annotation("holdfast.dev/left")).isEqualTo("true");
    }

    @Test
    void readsADirectoryWithFoldsAndBase64AndFetchesNothing() {
        var found = applied("export", """
                version: 1
                # people
                dn: uid=ld-ann,ou=people,dc=example,dc=com
                objectClass: inetOrgPerson
                uid: ld-ann
                cn:: QW5uIFBlw7Fh
                mail: ld-ann@exam
                 ple.com
                description:
                 < file:///etc/passwd

                dn: uid=ld-bob,ou=people,dc=example,dc=com
                objectClass: inetOrgPerson
                uid: ld-bob
                cn: Bob
                userAccountControl: 514

                dn: cn=LD Team,ou=groups,dc=example,dc=com
                objectClass: groupOfNames
                cn: LD Team
                member: uid=ld-ann,ou=people,dc=example,dc=com
                member: UID=ld-bob, ou=people,dc=example,dc=com

                dn: ou=groups,dc=example,dc=com
                objectClass: organizationalUnit
                """);

        assertThat(found.sources()).extracting(Import.Source::form).containsExactly("LDIF");
        assertThat(spec("Person", "ld-ann")).isEqualTo("{\"email\":\"ld-ann@example.com\"}");
        assertThat(documents.at(clock.instant()).document("Person", "ld-ann").orElseThrow().title()).isEqualTo("Ann Peña");
        assertThat(spec("Team", "ld-team")).isEqualTo("{\"members\":[\"ld-ann\",\"ld-bob\"]}");
        assertThat(catalogue.yaml(documents.at(clock.instant()).document("Person", "ld-ann").orElseThrow())).doesNotContain("root:");
    }

    @Test
    void readsAListOfTheCmdbByHeadsOfAnyKindAndByColumnsThatSomebodyChose() {
        var csv = "\"Name\",\"sys_id\",\"Short description\",\"Operational status\",\"Support group\",\"Looked after by\"\r\n"
                + "\"SN Caf\u00e9\",\"0123456789abcdef0123456789abcdef\",\"Sells \"\"coffee\"\",\r\nand tea\",\"Operational\",\"Night Watch\",\"SN Owl\"\r\n"
                + "\"sn-stock\",\"1123456789abcdef0123456789abcdef\",\"\",\"6\",\"\",\"SN Owl\"\r\n\"\",\"2\",\"\",\"\",\"\",\"\"\r\n";
        var relations = "parent,type,child\n0123456789abcdef0123456789abcdef,Depends on::Used by,sn-stock\nsn-stock,Owned by::Owns,x\n";
        var id = imports.keep(List.of(new ImportFile("cmdb_ci_service.csv", csv.getBytes(Charset.forName("windows-1252"))),
                new ImportFile("rel", relations.getBytes(UTF_8))), ADMIN);

        var first = imports.look(id, ADMIN);
        assertThat(first.sources()).extracting(Import.Source::form).containsExactly("ServiceNow", "ServiceNow");
        assertThat(first.choices()).filteredOn(column -> column.fact().equals("owner")).singleElement().satisfies(column -> {
            assertThat(column.chosen()).isEqualTo("Support group");
            assertThat(column.samples()).containsExactly("Night Watch");
        });

        imports.choose(id, Map.of("owner", "Looked after by"), ADMIN);
        imports.apply(id, imports.look(id, ADMIN).revision(), ADMIN);

        assertThat(spec("Service", "sn-caf-")).isEqualTo("{\"owner\":\"sn-owl\",\"lifecycle\":\"live\",\"dependsOn\":[{\"service\":\"sn-stock\",\"via\":\"hard\"}]}");
        assertThat(documents.at(clock.instant()).document("Service", "sn-caf-").orElseThrow().title()).isEqualTo("SN Café");
        assertThat(spec("Service", "sn-stock")).isEqualTo("{\"owner\":\"sn-owl\",\"lifecycle\":\"decommissioned\"}");
    }

    @Test
    void opensAnArchivePassesOverWhatIsNothingAndSaysWhereAFaultIs() throws Exception {
        var zip = zip(Map.of("repo/README.md", "# Read me: {", "repo/docker-compose.yml", "services: {a: {image: b}}\nversion: 3",
                "repo/picture.png", "\u0000\u0001", "repo/catalog-info.yaml", "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: zi-shop}\n"));

        var found = imports.look(imports.keep(List.of(new ImportFile("all.zip", zip)), ADMIN), ADMIN);

        assertThat(found.would().created()).isOne();
        assertThat(found.warnings()).filteredOn(fault -> fault.code().equals("FILE_IGNORED")).hasSize(3);
        var broken = zip(Map.of("a/catalog-info.yaml", "apiVersion: backstage.io/v1alpha1\nkind: [", "b", "x"));
        assertThat(imports.look(imports.keep(List.of(new ImportFile("b.zip", broken)), ADMIN), ADMIN).faults())
                .singleElement().satisfies(fault -> assertThat(fault.message()).startsWith("a/catalog-info.yaml: "));
    }

    @Test
    void anArchiveThatSwellsIsCut() throws Exception {
        var bomb = zip(Map.of("bomb", "0".repeat(17 * 1024 * 1024)));

        assertThat(bomb.length).isLessThan(100_000);
        assertThatThrownBy(() -> imports.keep(List.of(new ImportFile("b.zip", bomb)), ADMIN)).isInstanceOf(TooLarge.class);
        var cut = java.util.Arrays.copyOf(bomb, 20);
        assertThatThrownBy(() -> imports.keep(List.of(new ImportFile("c.zip", cut)), ADMIN)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "a: [", "\u0000", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "{\"schemas\": [\"urn:ietf:params:scim:schemas:core:2.0:User\"], \"userName\": \"a\\u0000\"}",
        "dn: x\nuid", "name,parent\n\"unfinished", "- 1\n- 2", "just words", "apiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: 5\nspec: []\n",
        "apiVersion: backstage.io/v1alpha1\nkind: {a: b}\nmetadata: {name: [x]}", "configVersion: 1\nname: {}\nlinks: 3\nfields: x",
        "version: 1\nservice: {name: [], owner: {}, tools: 7}", "dn: uid=a\nobjectClass: person\nuid:: !!!\n"})
    void whateverCannotBeReadIsSaid(String text) {
        var found = imports.look(imports.keep(List.of(new ImportFile("x", text.getBytes(UTF_8))), viewer("m" + text.hashCode())), viewer("m" + text.hashCode()));

        assertThat(found.faults().size() + found.warnings().size()).isPositive();
        assertThat(found.would() == null || found.would().created() == 0).isTrue();
    }

    @Test
    void anotherSeesNothingOfItAndADayLaterItIsGone() {
        var id = imports.keep("apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: gone-team}\n", ADMIN);
        var revision = imports.look(id, ADMIN).revision();

        assertThatThrownBy(() -> imports.look(id, viewer("other"))).isInstanceOf(NotFound.class);
        catalogue.apply("apiVersion: holdfast.dev/v1\nkind: Team\nmetadata: {name: gone-other}\nspec: {kind: product}\n".getBytes(UTF_8), ADMIN, false);
        assertThatThrownBy(() -> imports.apply(id, revision, ADMIN)).isInstanceOf(Conflict.class);
        clock.advance(Duration.ofHours(25));
        imports.keep("a: 1", ADMIN);
        assertThatThrownBy(() -> imports.look(id, ADMIN)).isInstanceOf(NotFound.class);
    }

    @Test
    void whatIsTooMuchOrBrokenIsRefusedByThePageAsWell() {
        var token = tokens.make(new Tokens.Wanted("importer", Set.of(Scope.values()), null, null, null), ADMIN).secret();
        var api = new Api("http://localhost:" + port, token);

        assertThat(sent(api, "a: \u0000").status()).isEqualTo(302);
        assertThat(sent(api, "PK\u0003\u0004 and no more").status()).isEqualTo(400);
        assertThat(sent(api, "x".repeat(18 * 1024 * 1024)).status()).isEqualTo(413);
        assertThat(sent(api, "").status()).isEqualTo(422);
        assertThat(api.get("/catalogue/import/nonsense").status()).isEqualTo(400);
    }

    private static Api.Answer sent(Api api, String content) {
        var body = "--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.yaml\"\r\n\r\n" + content + "\r\n--b--\r\n";
        return api.send(api.request("/catalogue/import").header("Content-Type", "multipart/form-data; boundary=b").POST(BodyPublishers.ofString(body)));
    }

    private Import applied(String name, String text) {
        var id = imports.keep(List.of(new ImportFile(name, text.getBytes(UTF_8))), ADMIN);
        var found = imports.look(id, ADMIN);
        assertThat(found.faults()).isEmpty();
        imports.apply(id, found.revision(), ADMIN);
        return found;
    }

    private String spec(String kind, String name) {
        return documents.at(clock.instant()).document(kind, name).orElseThrow().spec().toString().replace("\"onCall\":false,", "");
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static Viewer viewer(String account) {
        return new Viewer(account, null, Set.of("admin"), Set.of(), Set.of(Scope.values()), null, "ci");
    }
}
