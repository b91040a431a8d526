package io.stepwright.slf4j;

import com.google.auto.service.AutoService;
import io.stepwright.spi.ContextPropagator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Carries the caller's MDC to every thread of a run. Thread-safe. */
@AutoService(ContextPropagator.class)
public final class MdcPropagator implements ContextPropagator {

  /** For {@link java.util.ServiceLoader}. */
  public MdcPropagator() {}

  @Override
  public Snapshot capture() {
    Map<String, String> captured = MDC.getCopyOfContextMap();
    return () -> {
      Map<String, String> before = MDC.getCopyOfContextMap();
      put(captured);
      return () -> put(before);
    };
  }

  private static void put(@Nullable Map<String, String> context) {
    if (context == null) {
      MDC.clear();
    } else {
      MDC.setContextMap(context);
    }
  }
}
