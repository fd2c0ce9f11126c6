package dev.holdfast.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which addresses an outgoing call may reach: public unicast ones, and what the operator allows. It looks at the
 * address that will be connected to, never at how it was written; IPv6 is refused outside 2000::/3.
 */
final class OutboundAddresses {

    private static final OutboundRange GLOBAL_IPV6 = OutboundRange.parse("2000::/3");

    private static final Map<OutboundRange, String> REFUSED = refused();

    private OutboundAddresses() {}

    /** Why this address is not called, or empty when it may be. */
    static Optional<String> refusal(InetAddress address, List<OutboundRange> allowed) {
        if (allowed.stream().anyMatch(range -> range.contains(address))) return Optional.empty();
        for (var refused : REFUSED.entrySet()) {
            if (refused.getKey().contains(address)) return Optional.of(refused.getValue());
        }
        var outsideGlobal = address instanceof Inet6Address && !GLOBAL_IPV6.contains(address);
        return outsideGlobal ? Optional.of("not a public IPv6 address") : Optional.empty();
    }

    private static Map<OutboundRange, String> refused() {
        var ranges = new LinkedHashMap<OutboundRange, String>();
        add(ranges, "unspecified", "0.0.0.0/8");
        add(ranges, "loopback", "127.0.0.0/8", "::1");
        add(ranges, "private", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7");
        add(ranges, "link-local or metadata", "169.254.0.0/16", "fe80::/10", "168.63.129.16");
        add(ranges, "shared by carriers", "100.64.0.0/10");
        add(ranges, "reserved", "192.0.0.0/24", "198.18.0.0/15", "192.88.99.0/24", "240.0.0.0/4", "2001::/23");
        add(ranges, "for documentation", "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24");
        add(ranges, "for documentation", "2001:db8::/32", "3fff::/20");
        add(ranges, "multicast", "224.0.0.0/4", "ff00::/8");
        add(ranges, "IPv4 inside IPv6", "64:ff9b::/96", "64:ff9b:1::/48", "2002::/16");
        return ranges;
    }

    private static void add(Map<OutboundRange, String> ranges, String why, String... texts) {
        for (var text : texts) ranges.put(OutboundRange.parse(text), why);
    }
}
