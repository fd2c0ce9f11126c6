package dev.holdfast.operatingmodel.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a selection is asked of, for the description of the API alone. */
record EvaluationBody(ExposureBody exposurePerHour, String demand, String kind, @Nullable Instant at, @Nullable List<PeakBody> peaks) {

    record ExposureBody(BigDecimal revenue, @Nullable BigDecimal cost) {}

    record PeakBody(String name, Instant from, Instant to, ExposureBody exposurePerHour, @Nullable String leadIn) {}
}
