package dev.holdfast.notification;

import dev.holdfast.http.Outbound;
import dev.holdfast.http.OutboundRefused;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLException;

/** A POST whose answer is taken as the outcome: 2xx is delivered, anything else is not. */
final class WebCall {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private WebCall() {}

    static Outcome post(Outbound outbound, URI address, Map<String, String> headers, byte[] body) {
        try {
            var reply = outbound.post(address, headers, body, LONGEST);
            var said = "answered " + reply.status();
            return reply.successful() ? new Outcome.Delivered(said) : new Outcome.Failed(said);
        } catch (OutboundRefused refused) {
            return new Outcome.Failed("refused: " + refused.getMessage(), true);
        } catch (IOException lost) {
            return new Outcome.Failed(said(lost));
        }
    }

    private static String said(IOException lost) {
        return switch (lost) {
            case SocketTimeoutException _ -> "no answer in time";
            case UnknownHostException _ -> "its host is not known";
            case ConnectException _ -> "could not connect";
            case SSLException _ -> "no secure connection";
            default -> "the connection was lost";
        };
    }
}
