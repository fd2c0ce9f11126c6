package dev.holdfast.paging;

import static java.time.ZoneOffset.UTC;

import dev.holdfast.catalogue.PersonName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which callouts went out in one message, and which links no longer count. */
@Repository
class LinkStore {

    private final JdbcClient db;

    LinkStore(JdbcClient db) {
        this.db = db;
    }

    void bundle(UUID bundle, List<SubjectId> subjects, PersonName person, Instant now) {
        db.sql(
                        """
                        insert into paging.bundle (bundle, subject, person, made_at)
                        select :bundle, subject, :person, :now from unnest(:subjects::text[]) as told (subject)
                        """)
                .param("bundle", bundle)
                .param("subjects", subjects.stream().map(SubjectId::value).toArray(String[]::new))
                .param("person", person.value())
                .param("now", now.atOffset(UTC))
                .update();
    }

    /** The latest message to a person that told of a subject together with others. */
    Optional<UUID> bundleOf(SubjectId subject, PersonName person) {
        return db.sql(
                        """
                        select bundle
                          from paging.bundle
                         where subject = :subject
                           and person = :person
                         order by made_at desc
                         limit 1
                        """)
                .param("subject", subject.value())
                .param("person", person.value())
                .query(UUID.class)
                .optional();
    }

    List<SubjectId> inBundle(UUID bundle) {
        return db.sql("select subject from paging.bundle where bundle = :bundle order by subject")
                .param("bundle", bundle)
                .query((row, n) -> new SubjectId(row.getString(1)))
                .list();
    }

    void revoke(SubjectId subject, PersonName person, String by, Instant now) {
        db.sql(
                        """
                        insert into paging.revoked_link (subject, person, revoked_at, revoked_by)
                        values (:subject, :person, :now, :by)
                            on conflict do nothing
                        """)
                .param("subject", subject.value())
                .param("person", person.value())
                .param("now", now.atOffset(UTC))
                .param("by", by)
                .update();
    }

    boolean isRevoked(SubjectId subject, PersonName person) {
        return db.sql("select exists (select from paging.revoked_link where subject = :subject and person = :person)")
                .param("subject", subject.value())
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }
}
