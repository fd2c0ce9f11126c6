package dev.holdfast.oncall;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** DomainProposals that somebody decided about, as they stood then. */
@Repository
class DomainProposalStore {

    private static final int MOST = 200;

    private final JdbcClient db;
    private final JsonMapper json;

    DomainProposalStore(JdbcClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /** Of a domain: how often it was decided about, and for which services it was dismissed last. */
    record Past(DomainName domain, int decided, Set<ServiceName> dismissedFor) {}

    /** What is kept of a proposal beside its decision. */
    private record Content(List<Proposal.Need> because, List<Proposal.Warning> warnings, ObjectNode schedule) {}

    /** False where it was decided meanwhile. */
    boolean add(Proposal proposal, Proposal.Decided decided) {
        return db.sql("""
                        insert into oncall.proposal (id, domain, state, services, content, made, reason, decided_at, decided_by)
                        values (:id, :domain, :state, :services, :content::jsonb, :made, :reason, :at, :by)
                            on conflict (id) do nothing
                        """)
                        .param("id", proposal.id())
                        .param("domain", proposal.domain().value())
                        .param("state", proposal.state().name())
                        .param("services", proposal.because().stream().map(need -> need.service().value()).toArray(String[]::new))
                        .param("content", json.writeValueAsString(new Content(proposal.because(), proposal.warnings(), proposal.schedule())))
                        .param("made", decided.made())
                        .param("reason", decided.reason())
                        .param("at", decided.at().atOffset(UTC))
                        .param("by", decided.by())
                        .update()
                == 1;
    }

    List<Past> past() {
        return db.sql("""
                select domain, count(*) as decided,
                       (array_agg(case state when 'DISMISSED' then array_to_string(services, ' ') end order by decided_at desc))[1] as dismissed
                  from oncall.proposal
                 group by domain
                """)
                .query((row, n) -> {
                    var dismissed = Optional.ofNullable(row.getString("dismissed")).orElse("");
                    var services = dismissed.isEmpty() ? Set.<ServiceName>of() : named(dismissed);
                    return new Past(new DomainName(row.getString("domain")), row.getInt("decided"), services);
                })
                .list();
    }

    /** The latest first. */
    List<Proposal> decided() {
        return db.sql("select * from oncall.proposal order by decided_at desc, id limit :most")
                .param("most", MOST)
                .query(this::proposal)
                .list();
    }

    Optional<Proposal> find(String id) {
        return db.sql("select * from oncall.proposal where id = :id").param("id", id).query(this::proposal).optional();
    }

    private static Set<ServiceName> named(String services) {
        return Set.copyOf(List.of(services.split(" ")).stream().map(ServiceName::new).toList());
    }

    private Proposal proposal(ResultSet row, int number) throws SQLException {
        var content = json.readValue(row.getString("content"), Content.class);
        return new Proposal(
                row.getString("id"),
                new DomainName(row.getString("domain")),
                content.because(),
                content.warnings(),
                content.schedule(),
                Proposal.State.valueOf(row.getString("state")),
                new Proposal.Decided(
                        row.getString("decided_by"),
                        Rows.instant(row, "decided_at"),
                        row.getString("made"),
                        row.getString("reason")));
    }
}
