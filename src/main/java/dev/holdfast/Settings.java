package dev.holdfast;

import dev.holdfast.access.SignInSettings;
import dev.holdfast.postgres.CannotStart;
import dev.holdfast.postgres.DatabaseAccess;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the operator sets by the environment, checked before anything starts: a wrong value is one clear line. */
record Settings(int port, Path data, @Nullable DatabaseAccess external, URI baseUrl, boolean demo) {

    private static final String PREFIX = "HOLDFAST_";

    static Settings from(Map<String, String> environment) {
        var given = new Given(environment);
        var port = given.port();
        given.checkOthers();
        return new Settings(port, given.data(), given.external(), given.baseUrl(port), given.demo());
    }

    /** The same for the application; what is not here it reads from the environment by itself. */
    Map<String, Object> asProperties(DatabaseAccess database) {
        var properties = new HashMap<String, Object>();
        properties.put("server.port", port);
        properties.put("holdfast.data", data.toString());
        properties.put("holdfast.base-url", baseUrl.toString());
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.user());
        properties.put("spring.datasource.password", database.password());
        if (external == null) properties.put("holdfast.database.exclusive", "true");
        if (demo) {
            properties.put("holdfast.demo", "true");
            // The phones of the demo ring in this very process.
            properties.put("holdfast.outbound-allow", "${HOLDFAST_OUTBOUND_ALLOW:},127.0.0.1/32");
        }
        return properties;
    }

    /** The environment as it was given; an empty value counts as none. */
    private record Given(Map<String, String> environment) {

        @Nullable String value(String name) {
            var value = environment.get(PREFIX + name);
            return value == null || value.isBlank() ? null : value.strip();
        }

        int port() {
            var value = value("PORT");
            if (value == null) return 8080;
            if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65_535) {
                throw wrong("PORT", value, "it takes a number from 1 to 65535");
            }
            return Integer.parseInt(value);
        }

        Path data() {
            var value = value("DATA");
            if (value == null) return defaultData();
            try {
                return Path.of(value).toAbsolutePath().normalize();
            } catch (InvalidPathException noPath) {
                throw wrong("DATA", value, "it takes the path of a folder");
            }
        }

        private Path defaultData() {
            return "root".equals(System.getProperty("user.name"))
                    ? Path.of("/var/lib/holdfast")
                    : Path.of(System.getProperty("user.home"), ".holdfast");
        }

        @Nullable DatabaseAccess external() {
            var url = value("DATABASE_URL");
            var user = value("DATABASE_USER");
            var password = value("DATABASE_PASSWORD");
            if (url == null) {
                if (user == null && password == null) return null;
                throw new CannotStart("HOLDFAST_DATABASE_USER and HOLDFAST_DATABASE_PASSWORD belong to"
                        + " HOLDFAST_DATABASE_URL, which is not set.");
            }
            if (!url.matches("(jdbc:)?postgres(ql)?://[^/\\s@]+/[^/\\s]+")) {
                throw wrong("DATABASE_URL", url.replaceAll("//[^/]*@", "//…@"), "it takes"
                        + " jdbc:postgresql://host:5432/database, with the account in HOLDFAST_DATABASE_USER and _PASSWORD");
            }
            return new DatabaseAccess(
                    url.replaceFirst("^(jdbc:)?postgres(ql)?:", "jdbc:postgresql:"),
                    user == null ? System.getProperty("user.name") : user,
                    password == null ? "" : password);
        }

        URI baseUrl(int port) {
            var value = value("BASE_URL");
            if (value == null) return URI.create("http://localhost:" + port);
            var uri = uri("BASE_URL", value, "it takes the address that people use, such as https://holdfast.example.com");
            if (!uri.getScheme().matches("https?") || uri.getQuery() != null || uri.getFragment() != null) {
                throw wrong("BASE_URL", value, "it takes an http or https address without query");
            }
            return URI.create(value.replaceFirst("/+$", ""));
        }

        boolean demo() {
            var value = value("DEMO");
            if (value == null) return false;
            if (!value.matches("true|false")) throw wrong("DEMO", value, "it takes true or false");
            return value.equals("true");
        }

        void checkOthers() {
            var smtp = value("SMTP_URL");
            if (smtp != null) {
                var expected = "it takes smtp://user:password@host:587?starttls=required or smtps://…";
                var shown = smtp.replaceAll("//[^/]*@", "//…@");
                var server = uri("SMTP_URL", smtp, expected);
                if (!server.getScheme().matches("smtps?") || !startsTls(server.getQuery())) {
                    throw wrong("SMTP_URL", shown, expected);
                }
            }
            var from = value("MAIL_FROM");
            if (from != null && !from.matches("[^@]+@[^@]+")) {
                throw wrong("MAIL_FROM", from, "it takes an e-mail address");
            }
            checkRanges();
            checkSecrets();
            checkSignIn();
        }

        private static boolean startsTls(@Nullable String query) {
            return query == null || query.matches("starttls=(required|optional|never)");
        }

        private void checkRanges() {
            var ranges = value("OUTBOUND_ALLOW");
            if (ranges == null) return;
            for (var range : ranges.split(",")) {
                if (!isRange(range.strip())) {
                    throw wrong("OUTBOUND_ALLOW", ranges, "it takes address ranges such as 127.0.0.0/8,10.0.0.0/8");
                }
            }
        }

        private static boolean isRange(String text) {
            var parts = text.split("/", -1);
            if (!parts[0].matches("[0-9]+(\\.[0-9]+){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) return false;
            try {
                var bits = InetAddress.ofLiteral(parts[0]).getAddress().length * 8;
                return parts.length == 1
                        || parts.length == 2 && parts[1].matches("\\d{1,3}") && Integer.parseInt(parts[1]) <= bits;
            } catch (IllegalArgumentException noAddress) {
                return false;
            }
        }

        private void checkSecrets() {
            var token = value("ADMIN_TOKEN");
            if (token != null && (!token.startsWith("hf_") || token.length() < 32)) {
                throw new CannotStart("HOLDFAST_ADMIN_TOKEN is not usable: it takes 32 characters or more that begin"
                        + " with hf_.");
            }
            var key = value("KEY");
            if (key != null && !isKey(key)) {
                throw new CannotStart("HOLDFAST_KEY is not usable: it takes 32 bytes in base64, as"
                        + " \"openssl rand -base64 32\" makes them.");
            }
        }

        private void checkSignIn() {
            try {
                SignInSettings.from(this::value);
            } catch (IllegalArgumentException wrong) {
                throw new CannotStart(String.valueOf(wrong.getMessage()));
            }
        }

        private static boolean isKey(String text) {
            try {
                return Base64.getDecoder().decode(text).length == 32;
            } catch (IllegalArgumentException notBase64) {
                return false;
            }
        }

        private static URI uri(String name, String value, String expected) {
            try {
                var uri = URI.create(value);
                if (uri.getScheme() != null && uri.getHost() != null) return uri;
            } catch (IllegalArgumentException malformed) {
                // the same line below
            }
            throw wrong(name, value.replaceAll("//[^/]*@", "//…@"), expected);
        }

        private static CannotStart wrong(String name, String value, String expected) {
            return new CannotStart(PREFIX + name + " is \"" + value + "\": " + expected + ".");
        }
    }
}
