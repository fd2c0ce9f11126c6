import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept-alive HTTP/1.1 connection to loopback, as lean as it can be: the load must not cost more than the server. */
final class Http implements AutoCloseable {

    private static final int PATIENCE_MS = 120_000;

    private final int port;
    private final String headers;
    private Socket socket;
    private InputStream in;

    record Answer(int status, byte[] body) {

        boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** The headers, each ended by CRLF, go with every request. */
    Http(int port, String headers) {
        this.port = port;
        this.headers = headers;
    }

    Answer get(String path) throws IOException {
        return send("GET", path, new byte[0]);
    }

    Answer post(String path, String body) throws IOException {
        return send("POST", path, body.getBytes(StandardCharsets.UTF_8));
    }

    /** A connection that was closed while it idled is opened anew, once. */
    private Answer send(String method, String path, byte[] body) throws IOException {
        var head = method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n" + headers
                + "Content-Length: " + body.length + "\r\n\r\n";
        var bytes = new ByteArrayOutputStream(head.length() + body.length);
        bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        var reused = socket != null;
        try {
            return exchange(bytes.toByteArray());
        } catch (IOException lost) {
            close();
            if (!reused) throw lost;
            return exchange(bytes.toByteArray());
        }
    }

    private Answer exchange(byte[] request) throws IOException {
        if (socket == null) open();
        socket.getOutputStream().write(request);
        var status = Integer.parseInt(line(in).split(" ")[1]);
        var length = 0;
        var chunked = false;
        var closes = false;
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) length = Integer.parseInt(lower.substring(15).strip());
            if (lower.startsWith("transfer-encoding:")) chunked = lower.contains("chunked");
            if (lower.startsWith("connection:")) closes = lower.contains("close");
        }
        var body = chunked ? chunks() : in.readNBytes(length);
        if (closes) close();
        return new Answer(status, body);
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (var size = chunkSize(); size > 0; size = chunkSize()) {
            body.writeBytes(in.readNBytes(size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(in).split(";")[0].strip(), 16);
    }

    private void open() throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MS);
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), PATIENCE_MS);
        in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
    }

    static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) throw new EOFException("closed");
            if (next != '\r') line.append((char) next);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) socket.close();
        socket = null;
    }
}
