package dev.holdfast.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/** Resolves a name once and gives only addresses that may be called: those are then connected to, unasked again. */
final class OutboundResolver implements DnsResolver {

    private final List<OutboundRange> allowed;

    OutboundResolver(List<OutboundRange> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var found = InetAddress.getAllByName(host);
        var callable = Arrays.stream(found)
                .filter(address -> OutboundAddresses.refusal(address, allowed).isEmpty())
                .toArray(InetAddress[]::new);
        if (callable.length == 0) throw refused(host, found[0]);
        return callable;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private OutboundRefused refused(String host, InetAddress address) {
        var why = OutboundAddresses.refusal(address, allowed).orElse("refused");
        return new OutboundRefused(host + " leads to an address that is not called (" + why + ")");
    }
}
