package io.stepwright.opentelemetry;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Collects spans that were started and not ended. */
final class OpenSpans implements SpanProcessor {

  private final Map<String, String> open = new ConcurrentHashMap<>();

  List<String> names() {
    return List.copyOf(open.values());
  }

  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    open.put(span.getSpanContext().getSpanId(), span.getName());
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {
    open.remove(span.getSpanContext().getSpanId());
  }

  @Override
  public boolean isEndRequired() {
    return true;
  }
}
