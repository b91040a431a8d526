package io.stepwright.processor.testing;

import io.stepwright.spi.ModelRequest;
import io.stepwright.spi.Turn;

/** Reads the repair of an unusable answer, in requests of steps without a history. */
public final class Repairs {

  private Repairs() {}

  /** Returns whether the request complains about an earlier answer. */
  public static boolean isOne(ModelRequest request) {
    return request.turns().stream().anyMatch(Turn.Model.class::isInstance);
  }

  /** Returns the earlier answer. */
  public static String rejected(ModelRequest repair) {
    Turn before = repair.turns().get(repair.turns().size() - 2);
    return ((Turn.Model) before).text();
  }
}
