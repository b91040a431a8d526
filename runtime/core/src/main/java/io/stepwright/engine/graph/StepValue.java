package io.stepwright.engine.graph;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Converts the return value of a body to the value of a step: an {@code Optional} is unwrapped. */
final class StepValue {

  private StepValue() {}

  static @Nullable Object of(@Nullable Object returned) {
    return returned instanceof Optional<?> optional ? optional.orElse(null) : returned;
  }
}
