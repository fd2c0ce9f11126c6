package dev.holdfast.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A range of addresses in prefix form, such as {@code 10.0.0.0/8} or {@code fc00::/7}. */
record OutboundRange(InetAddress base, int bits) {

    private static final Pattern LITERAL = Pattern.compile("[0-9]+(\\.[0-9]+){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    OutboundRange {
        if (bits < 0 || bits > base.getAddress().length * 8) {
            throw new IllegalArgumentException("no such prefix: " + base.getHostAddress() + "/" + bits);
        }
    }

    static OutboundRange parse(String text) {
        var slash = text.indexOf('/');
        var address = literal(slash < 0 ? text : text.substring(0, slash), text);
        try {
            var bits = slash < 0 ? address.getAddress().length * 8 : Integer.parseInt(text.substring(slash + 1));
            return new OutboundRange(address, bits);
        } catch (NumberFormatException e) {
            throw unreadable(text);
        }
    }

    boolean contains(InetAddress address) {
        var own = base.getAddress();
        var other = address.getAddress();
        if (own.length != other.length) return false;
        for (var bit = 0; bit < bits; bit++) {
            var mask = 0x80 >> (bit % 8);
            if ((own[bit / 8] & mask) != (other[bit / 8] & mask)) return false;
        }
        return true;
    }

    private static InetAddress literal(String address, String text) {
        if (!LITERAL.matcher(address).matches()) throw unreadable(text);
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw unreadable(text);
        }
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException(
                "HOLDFAST_OUTBOUND_ALLOW: '" + text + "' is no address range such as 10.0.0.0/8");
    }
}
