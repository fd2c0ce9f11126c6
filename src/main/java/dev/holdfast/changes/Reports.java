package dev.holdfast.changes;

import dev.holdfast.changes.Pipelines.Report;
import dev.holdfast.deployments.Deployments.Recorded;
import dev.holdfast.http.SharedWork;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The door for deployments that many report at once: those that arrive together share a transaction (ADR 003). */
@Service
public class Reports {

    private static final SharedWork.Shape<Report> SHAPE = new SharedWork.Shape<>("reports", 2, 200, Report::by, report -> 1);

    private final Pipelines pipelines;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final SharedWork<Report, Answer> queue;

    Reports(Pipelines pipelines, Audit audit, PlatformTransactionManager transactions) {
        this.pipelines = pipelines;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.queue = new SharedWork<>(SHAPE, this::recorded);
    }

    public record Answer(boolean isNew, Evidence evidence) {}

    /** What is known of it once it is committed. */
    public Answer take(Report report) {
        return queue.take(report);
    }

    private List<Answer> recorded(List<Report> reports) {
        var recorded = transaction.execute(status -> pipelines.deployed(reports));
        var evidence = audit.of(recorded.stream().map(Recorded::after).toList());
        return IntStream.range(0, reports.size()).mapToObj(place -> new Answer(recorded.get(place).isNew(), evidence.get(place))).toList();
    }

    @PreDestroy
    void stop() {
        queue.close();
    }
}
