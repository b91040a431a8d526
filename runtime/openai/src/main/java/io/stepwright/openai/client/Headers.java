package io.stepwright.openai.client;

import java.util.List;

/** The headers of a response. Immutable. */
@FunctionalInterface
public interface Headers {

  /**
   * Returns the values of a header in their order.
   *
   * @param name the name in any case
   */
  List<String> values(String name);
}
