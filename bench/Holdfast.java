import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The server under measurement, spoken to as its clients do: senders of alerts without a token, the API with one. */
final class Holdfast {

    private static final int PAGE = 500;
    private static final int SERVICES_AT_ONCE = 500;

    private final int port;
    private final String token;

    Holdfast(int port, String token) {
        this.port = port;
        this.token = token;
    }

    Load senders(int connections) {
        return new Load(port, "Content-Type: application/json\r\n", connections);
    }

    Load people(int connections) {
        return new Load(port, "Content-Type: application/json\r\nAuthorization: Bearer " + token + "\r\n", connections);
    }

    /** One PagerDuty event; each number has a key of its own. */
    static Http.Answer trigger(Http connection, String phase, int number) throws IOException {
        return connection.post(
                "/v2/enqueue",
                """
                {"routing_key":"%s","event_action":"trigger","dedup_key":"%s-%07d","client":"bench","payload":{\
                "summary":"Checkout answers with errors (%d)","source":"host-%d","severity":"critical",\
                "component":"checkout","group":"shop","class":"errors","timestamp":"%s",\
                "custom_details":{"ratio":"0.12","threshold":"0.01","instance":"10.0.0.%d:8080"}}}"""
                        .formatted(
                                Organisation.key(number), phase, number, number, number % 97, Instant.now(), number % 250));
    }

    /** One Alertmanager body of so many alerts, all for one service. */
    static Http.Answer notify(Http connection, String phase, int number, int alerts) throws IOException {
        var body = new StringBuilder(alerts * 512)
                .append("""
                        {"version":"4","groupKey":"{}:{alertname=\\"Errors\\"}","truncatedAlerts":0,"status":"firing",\
                        "receiver":"holdfast","groupLabels":{"alertname":"Errors"},\
                        "commonLabels":{"alertname":"Errors","severity":"critical"},"commonAnnotations":{},\
                        "externalURL":"http://alertmanager.example.com:9093","alerts":[""");
        var now = Instant.now();
        for (var i = 0; i < alerts; i++) {
            if (i > 0) body.append(',');
            body.append("""
                    {"status":"firing","labels":{"alertname":"Errors","severity":"critical","instance":"10.0.%d.%d:8080",\
                    "job":"checkout"},"annotations":{"summary":"Checkout answers with errors on 10.0.%d.%d",\
                    "runbook_url":"https://runbooks.example.com/checkout"},"startsAt":"%s",\
                    "endsAt":"0001-01-01T00:00:00Z","generatorURL":"http://prometheus.example.com:9090/graph",\
                    "fingerprint":"%s-%07d-%03d"}"""
                    .formatted(number % 256, i, number % 256, i, now, phase, number, i));
        }
        return connection.post("/hooks/alertmanager/" + Organisation.key(number), body.append("]}").toString());
    }

    static Http.Answer declare(Http connection, int number) throws IOException {
        return connection.post(
                "/api/v1/incidents",
                """
                {"service":"%s","summary":"Something is wrong (%d)","severity":"error","page":true}"""
                        .formatted(Organisation.service(number), number));
    }

    void apply(String documents) throws IOException {
        try (var connection = new Http(port, "Content-Type: application/yaml\r\nAuthorization: Bearer " + token + "\r\n")) {
            var answer = connection.post("/api/v1/catalogue/apply", documents);
            if (!answer.isSuccess()) throw new IOException("The organisation was refused: " + answer.text());
        }
    }

    /** The large organisation, in files of a size that a person would send. */
    void describe(Retail retail) throws IOException {
        System.err.println("bench: applying " + Retail.SERVICES + " services of " + Retail.TEAMS + " teams");
        apply(retail.people());
        for (var from = 0; from < Retail.SERVICES; from += SERVICES_AT_ONCE) {
            apply(retail.services(from, Math.min(Retail.SERVICES, from + SERVICES_AT_ONCE)));
        }
    }

    /** How often each alert whose key begins so is there, and how many of them are in no incident, asked of the API. */
    record Found(Map<String, Integer> keys, int withoutIncident) {}

    Found alerts(String phase, Instant since) throws IOException {
        var keys = new HashMap<String, Integer>();
        var without = 0;
        try (var connection = connection()) {
            String cursor = "";
            while (cursor != null) {
                var page = Json.object(connection
                        .get("/api/v1/alerts?limit=" + PAGE + "&from=" + since + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                        .text());
                for (var item : Json.asList(page.get("items"))) {
                    var alert = Json.asObject(item);
                    var key = (String) alert.get("dedupKey");
                    if (!key.startsWith(phase + "-")) continue;
                    keys.merge(key, 1, Integer::sum);
                    if (alert.get("incident") == null) without++;
                }
                cursor = (String) page.get("next");
            }
        }
        return new Found(keys, without);
    }

    /** Ends every open incident, with its alerts. */
    void resolveAll() throws IOException, InterruptedException {
        for (var open = openIncidents(); !open.isEmpty(); open = openIncidents()) {
            var ids = open;
            people(8).flatOut(Duration.ofMinutes(2), ids.size(), (connection, number) -> connection.post(
                    "/api/v1/incidents/" + ids.poll() + "/resolve", "{}"));
        }
    }

    private Queue<String> openIncidents() throws IOException {
        var ids = new ConcurrentLinkedQueue<String>();
        try (var connection = connection()) {
            for (var state : new String[] {"triggered", "acknowledged"}) {
                var answer = connection.get("/api/v1/incidents?state=" + state + "&limit=" + PAGE);
                if (!answer.isSuccess()) throw new IOException("The incidents cannot be listed: " + answer.text());
                for (var item : Json.asList(Json.object(answer.text()).get("items"))) {
                    ids.add((String) Json.asObject(item).get("id"));
                }
            }
        }
        return ids;
    }

    private Http connection() {
        return new Http(port, "Authorization: Bearer " + token + "\r\n");
    }
}
