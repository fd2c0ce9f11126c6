package dev.holdfast.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundAddressesTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, loopback",
        "127.255.255.254, loopback",
        "2130706433, loopback",
        "::1, loopback",
        "::ffff:127.0.0.1, loopback",
        "::ffff:7f00:1, loopback",
        "0.0.0.0, unspecified",
        "0.1.2.3, unspecified",
        "::, not a public IPv6 address",
        "::127.0.0.1, not a public IPv6 address",
        "10.0.0.1, private",
        "172.16.0.1, private",
        "172.31.255.255, private",
        "192.168.1.1, private",
        "::ffff:10.1.2.3, private",
        "fd00:ec2::254, private",
        "169.254.169.254, link-local or metadata",
        "::ffff:169.254.169.254, link-local or metadata",
        "168.63.129.16, link-local or metadata",
        "fe80::1, link-local or metadata",
        "100.64.0.1, shared by carriers",
        "100.100.100.200, shared by carriers",
        "192.0.0.192, reserved",
        "198.19.0.1, reserved",
        "240.0.0.1, reserved",
        "255.255.255.255, reserved",
        "2001::1, reserved",
        "203.0.113.7, for documentation",
        "2001:db8::1, for documentation",
        "224.0.0.1, multicast",
        "ff02::1, multicast",
        "64:ff9b::7f00:1, IPv4 inside IPv6",
        "2002:7f00:1::, IPv4 inside IPv6",
        "fec0::1, not a public IPv6 address"
    })
    void refusesWhatIsNotPublic(String address, String why) throws Exception {
        assertThat(OutboundAddresses.refusal(InetAddress.getByName(address), List.of()))
                .hasValue(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "::ffff:1.1.1.1"
            })
    void callsWhatIsPublic(String address) throws Exception {
        assertThat(OutboundAddresses.refusal(InetAddress.getByName(address), List.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.0/8, true",
        "::ffff:127.0.0.1, 127.0.0.0/8, true",
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.2, 127.0.0.1, false",
        "10.9.8.7, 127.0.0.0/8, false",
        "10.9.8.7, 10.9.8.0/23, true",
        "::1, 127.0.0.0/8, false",
        "::1, ::1/128, true",
        "fd12::1, fd12::/16, true"
    })
    void callsWhatTheOperatorAllows(String address, String range, boolean allowed) throws Exception {
        var refusal = OutboundAddresses.refusal(InetAddress.getByName(address), List.of(OutboundRange.parse(range)));

        assertThat(refusal.isEmpty()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost/8", "10.0.0.0/33", "10.0.0.0/x", "10.0.0/8", "::/129", "everything"})
    void saysWhichRangeItCannotRead(String range) {
        assertThatThrownBy(() -> OutboundRange.parse(range)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsOnlyTheCallableAddressesOfAName() throws Exception {
        var resolver = new OutboundResolver(List.of(OutboundRange.parse("127.0.0.0/8")));

        assertThat(resolver.resolve("localhost")).allSatisfy(address -> assertThat(address.isLoopbackAddress())
                .isTrue());
        assertThat(resolver.resolve("localhost")).extracting(InetAddress::getHostAddress).containsOnly("127.0.0.1");
    }
}
