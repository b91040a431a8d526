package io.stepwright.processor.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Names the records of a sealed interface uniquely. A record has its simple name; if several share
 * it, the names of enclosing types and finally the package are prepended.
 */
public final class RecordNames {

  private RecordNames() {}

  /** Returns the unique names of some types, in their order. */
  public static Map<TypeRef, String> of(List<? extends TypeRef> types) {
    List<List<String>> all = types.stream().map(RecordNames::parts).toList();
    Map<Integer, Map<String, Long>> counts = new HashMap<>();
    Map<TypeRef, String> names = new LinkedHashMap<>();
    for (int i = 0; i < types.size(); i++) {
      names.put(types.get(i), shortest(all.get(i), all, counts));
    }
    return names;
  }

  /**
   * Returns the shortest suffix of the parts that no other type has.
   *
   * @param counts for each length, how many types have each suffix; filled as needed
   */
  private static String shortest(
      List<String> parts, List<List<String>> all, Map<Integer, Map<String, Long>> counts) {
    for (int length = 1; length < parts.size(); length++) {
      String name = last(parts, length);
      if (counts.computeIfAbsent(length, size -> count(all, size)).getOrDefault(name, 0L) == 1) {
        return name;
      }
    }
    return String.join(".", parts);
  }

  private static Map<String, Long> count(List<List<String>> all, int length) {
    return all.stream()
        .collect(Collectors.groupingBy(parts -> last(parts, length), Collectors.counting()));
  }

  private static String last(List<String> parts, int length) {
    return String.join(".", parts.subList(Math.max(0, parts.size() - length), parts.size()));
  }

  private static List<String> parts(TypeRef type) {
    List<String> parts = new ArrayList<>();
    if (type instanceof TypeRef.Declared declared) {
      if (!declared.packageName().isEmpty()) {
        parts.add(declared.packageName());
      }
      parts.addAll(declared.simpleNames());
    } else {
      parts.add(type.display());
    }
    return parts;
  }
}
