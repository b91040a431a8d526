package io.stepwright.engine.graph;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a body returns, and what a step's value is: a present {@code Optional} is flattened. */
final class StepValue {

  private StepValue() {}

  static @Nullable Object of(@Nullable Object returned) {
    return returned instanceof Optional<?> optional ? optional.orElse(null) : returned;
  }
}
