package io.stepwright.processor.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names by which the records of a sealed interface are told apart: simple names; where several
 * share one, with those of the enclosing types, and in the end with their packages.
 */
public final class RecordNames {

  private RecordNames() {}

  /** The names of some types, in their order. */
  public static Map<TypeRef, String> of(List<? extends TypeRef> types) {
    Map<TypeRef, String> names = new LinkedHashMap<>();
    for (TypeRef type : types) {
      names.put(type, shortest(type, types));
    }
    return names;
  }

  private static String shortest(TypeRef type, List<? extends TypeRef> all) {
    List<String> parts = parts(type);
    for (int length = 1; length < parts.size(); length++) {
      String name = last(parts, length);
      int size = length;
      if (all.stream().filter(other -> last(parts(other), size).equals(name)).count() == 1) {
        return name;
      }
    }
    return String.join(".", parts);
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
