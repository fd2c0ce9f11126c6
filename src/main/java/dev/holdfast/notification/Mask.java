package dev.holdfast.notification;

import java.net.URI;

/** What of an address may be shown: who it is can be told, what would let others use it cannot. */
final class Mask {

    private Mask() {}

    static String of(By by, String address) {
        return switch (by) {
            case EMAIL -> email(address);
            case WEBHOOK, NTFY -> web(address);
        };
    }

    private static String email(String address) {
        var at = address.lastIndexOf('@');
        return at < 1 ? "…" : address.substring(0, 1) + "…" + address.substring(at);
    }

    private static String web(String address) {
        var uri = URI.create(address);
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port + "/…";
    }
}
