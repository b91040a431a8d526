package io.stepwright.opentelemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.stepwright.spi.CacheLookup;
import io.stepwright.spi.EmbeddingCall;
import io.stepwright.spi.NotComparable;
import io.stepwright.spi.RunEvent.CacheLookedUp;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Reports a cache look-up, and the embedding that was computed for it. */
final class LookupSpans {

  private LookupSpans() {}

  static void report(Telemetry telemetry, TraceClock clock, Context parent, CacheLookedUp event) {
    CacheLookup lookup = event.lookup();
    Span span =
        telemetry
            .tracer()
            .spanBuilder(ConventionNames.CACHE_SPAN)
            .setParent(parent)
            .setStartTimestamp(
                clock.epochNanos(event.nanos() - lookup.nanos()), TimeUnit.NANOSECONDS)
            .setAllAttributes(Instruments.of(event.step()).build())
            .setAttribute(ConventionNames.CACHE_OUTCOME, Instruments.outcome(lookup))
            .startSpan();
    if (!Double.isNaN(lookup.similarity())) {
      span.setAttribute(ConventionNames.CACHE_SIMILARITY, lookup.similarity());
    }
    Duration age = lookup.age();
    if (age != null) {
      span.setAttribute(ConventionNames.CACHE_AGE, age.toMillis() / 1e3);
    }
    if (!lookup.refusedBy().isEmpty()) {
      span.setAttribute(ConventionNames.CACHE_REFUSED_BY, lookup.refusedBy());
    }
    NotComparable reason = lookup.notComparable();
    if (reason != null) {
      span.setAttribute(
          ConventionNames.CACHE_NOT_COMPARABLE, reason.name().toLowerCase(Locale.ROOT));
    }
    EmbeddingCall embedding = lookup.embedding();
    if (embedding != null) {
      report(telemetry, clock, parent.with(span), embedding);
    }
    telemetry.instruments().lookedUp(event.run(), event.step(), lookup, parent);
    span.end(clock.epochNanos(event.nanos()), TimeUnit.NANOSECONDS);
  }

  /** Reports an embedding. The embedder is assumed to run in this process. */
  private static void report(
      Telemetry telemetry, TraceClock clock, Context parent, EmbeddingCall call) {
    Attributes operation =
        Attributes.of(
            ConventionNames.OPERATION_NAME,
            ConventionNames.EMBEDDINGS,
            ConventionNames.PROVIDER_NAME,
            "stepwright",
            ConventionNames.REQUEST_MODEL,
            call.embedder());
    telemetry
        .tracer()
        .spanBuilder(ConventionNames.EMBEDDINGS + " " + call.embedder())
        .setSpanKind(SpanKind.INTERNAL)
        .setParent(parent)
        .setStartTimestamp(clock.epochNanos(call.startNanos()), TimeUnit.NANOSECONDS)
        .setAllAttributes(operation)
        .setAttribute(ConventionNames.EMBEDDINGS_DIMENSIONS, (long) call.dimensions())
        .setAttribute(ConventionNames.USAGE_INPUT_TOKENS, (long) call.tokens())
        .startSpan()
        .end(clock.epochNanos(call.startNanos() + call.nanos()), TimeUnit.NANOSECONDS);
    telemetry.instruments().operation(call.nanos(), operation, null, parent);
    telemetry.instruments().tokens(call.tokens(), -1, operation, parent);
  }
}
