package dev.holdfast.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The operator's mail server: {@code smtp://user:password@host:587?starttls=required} or {@code smtps://…}. Without
 * {@code starttls} encryption is used where the server offers it.
 */
record MailServer(String protocol, String host, int port, @Nullable String user, @Nullable String password, StartTls startTls) {

    enum StartTls {
        REQUIRED,
        OFFERED,
        NEVER
    }

    static MailServer parse(String url) {
        var uri = URI.create(url);
        var protocol = uri.getScheme();
        if (uri.getHost() == null || !("smtp".equals(protocol) || "smtps".equals(protocol))) {
            throw new IllegalArgumentException("HOLDFAST_SMTP_URL: smtp://user:password@host:587?starttls=required or smtps://…");
        }
        var usual = protocol.equals("smtps") ? 465 : 587;
        var account = uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
        return new MailServer(
                protocol,
                uri.getHost(),
                uri.getPort() < 0 ? usual : uri.getPort(),
                account.length > 0 ? decoded(account[0]) : null,
                account.length > 1 ? decoded(account[1]) : null,
                startTls(uri.getQuery()));
    }

    Properties properties() {
        var properties = new Properties();
        var prefix = "mail." + protocol + ".";
        properties.put(prefix + "host", host);
        properties.put(prefix + "port", String.valueOf(port));
        properties.put(prefix + "auth", String.valueOf(user != null));
        properties.put(prefix + "connectiontimeout", "5000");
        properties.put(prefix + "timeout", "10000");
        properties.put(prefix + "writetimeout", "10000");
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "starttls.enable", String.valueOf(startTls != StartTls.NEVER));
        properties.put(prefix + "starttls.required", String.valueOf(startTls == StartTls.REQUIRED));
        return properties;
    }

    @Override
    public String toString() {
        return protocol + "://" + host + ":" + port;
    }

    private static StartTls startTls(@Nullable String query) {
        if (query == null || query.equals("starttls=optional")) return StartTls.OFFERED;
        if (query.equals("starttls=required")) return StartTls.REQUIRED;
        if (query.equals("starttls=never")) return StartTls.NEVER;
        throw new IllegalArgumentException("HOLDFAST_SMTP_URL takes starttls=required, optional or never");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }
}
