package io.stepwright.engine.tool;

import io.stepwright.spi.RunEvent.ToolEnd;
import io.stepwright.wiring.ToolUse;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a call of a tool. Immutable.
 *
 * @param end the manner of the end
 * @param text the text for the model, of bounded length
 * @param failure the exception of the tool, or null
 */
record ToolOutcome(ToolEnd end, String text, @Nullable Throwable failure) implements ToolUse.Done {

  static ToolOutcome returned(String result) {
    return new ToolOutcome(ToolEnd.RETURNED, result, null);
  }

  static ToolOutcome remembered(String result) {
    return new ToolOutcome(ToolEnd.REMEMBERED, result, null);
  }

  /** Returns the outcome of a tool that threw an exception, whose message the model never sees. */
  static ToolOutcome failed(Exception failure) {
    return new ToolOutcome(ToolEnd.FAILED, "failed: " + name(failure.getClass()), failure);
  }

  static ToolOutcome refused(String reason) {
    return new ToolOutcome(ToolEnd.REFUSED, ResultText.cut("refused: " + reason), null);
  }

  static ToolOutcome invalid(String problem) {
    return new ToolOutcome(ToolEnd.INVALID, ResultText.cut("failed: " + problem), null);
  }

  /** Tells whether the call brought a result. */
  boolean isResult() {
    return end == ToolEnd.RETURNED || end == ToolEnd.REMEMBERED;
  }

  /** Returns the outcome of a further, equal call in the same turn. */
  ToolOutcome again() {
    return end == ToolEnd.RETURNED ? remembered(text) : this;
  }

  /** Returns the simple name of a class; an anonymous class has that of the class above it. */
  private static String name(Class<?> type) {
    Class<?> named = type;
    while (named.getSimpleName().isEmpty() && named.getSuperclass() != null) {
      named = named.getSuperclass();
    }
    return named.getSimpleName();
  }

  /** Omits the text, which may be personal. */
  @Override
  public String toString() {
    return "ToolOutcome[" + end + "]";
  }
}
