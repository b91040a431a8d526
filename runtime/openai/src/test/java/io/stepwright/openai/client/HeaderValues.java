package io.stepwright.openai.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Headers for tests, with names in any case. */
final class HeaderValues implements Headers {

  private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  HeaderValues put(String name, String value) {
    values.computeIfAbsent(name, it -> new ArrayList<>()).add(value);
    return this;
  }

  @Override
  public List<String> values(String name) {
    return values.getOrDefault(name, List.of());
  }
}
