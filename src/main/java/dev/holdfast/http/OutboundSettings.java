package dev.holdfast.http;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** {@code HOLDFAST_OUTBOUND_ALLOW}: ranges that outgoing calls may reach although they are loopback or private. */
@ConfigurationProperties("holdfast.outbound")
record OutboundSettings(@DefaultValue List<String> allow) {

    OutboundSettings {
        allow = List.copyOf(allow);
    }
}
