package io.stepwright.opentelemetry;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the user's setting for prompts and answers, as the conventions define it. */
final class ContentCapture {

  static final String VARIABLE = "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT";
  static final String PROPERTY = "otel.instrumentation.genai.capture-message-content";

  // Content is written to spans only, so the value for events alone does not enable it.
  private static final Set<String> ON = Set.of("true", "span_only", "span_and_event");

  private ContentCapture() {}

  static boolean isAskedFor() {
    String property = System.getProperty(PROPERTY);
    return isOn(property != null ? property : System.getenv(VARIABLE));
  }

  static boolean isOn(@Nullable String setting) {
    return setting != null && ON.contains(setting.strip().toLowerCase(Locale.ROOT));
  }
}
