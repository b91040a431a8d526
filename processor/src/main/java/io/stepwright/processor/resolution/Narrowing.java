package io.stepwright.processor.resolution;

import io.stepwright.processor.model.Condition;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import io.stepwright.processor.model.Types.Accessor;
import io.stepwright.processor.model.ValuePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Narrower types of values that have a sealed type, as far as conditions say them. */
final class Narrowing {

  /** Nothing is known beside the types that are written. */
  static final Narrowing NONE = new Narrowing(Map.of());

  private final Map<String, List<TypeRef>> records;

  private Narrowing(Map<String, List<TypeRef>> records) {
    this.records = records;
  }

  /** Narrower types that follow from conditions which all hold. */
  static Narrowing by(List<Condition> conditions) {
    Map<String, List<TypeRef>> records = new LinkedHashMap<>();
    for (Condition condition : conditions) {
      if (!condition.negated() && condition.test() instanceof Condition.IsType is) {
        records.putIfAbsent(condition.path().text(), is.types());
      }
    }
    return new Narrowing(records);
  }

  /** This narrowing, and that the value at a path is one of some records. */
  Narrowing and(String path, List<TypeRef> types) {
    Map<String, List<TypeRef>> more = new LinkedHashMap<>(records);
    more.putIfAbsent(path, types);
    return new Narrowing(more);
  }

  /** Whether the value at the end of a path is surely of a type. */
  boolean isSurely(ValuePath path, TypeRef type, Types types) {
    List<TypeRef> known = records.getOrDefault(path.text(), List.of());
    return !known.isEmpty() && known.stream().allMatch(each -> types.assignable(each, type));
  }

  /** The accessor that the one record has which the value at a path surely is. */
  Optional<Accessor> accessor(String path, String name, Types types) {
    List<TypeRef> known = records.getOrDefault(path, List.of());
    return known.size() == 1
        ? types.accessor(known.get(0), name).map(accessor -> accessor.of(known.get(0)))
        : Optional.empty();
  }

  /** How to reach an accessor that only some records of a sealed type have; empty if none has. */
  static String hint(TypeRef type, String path, String name, Types types) {
    if (!(types.shape(type) instanceof Shape.Choice choice)) {
      return "";
    }
    List<String> owners =
        choice.choices().stream()
            .filter(each -> types.accessor(each.type(), name).isPresent())
            .map(choice::nameOf)
            .toList();
    return owners.isEmpty()
        ? ""
        : "%s %s it: write @When(value = \"%s\", is = \"%s\") on the step."
            .formatted(
                owners.stream()
                    .map(owner -> "'" + owner + "'")
                    .collect(Collectors.joining(" and ")),
                owners.size() == 1 ? "has" : "have",
                path,
                owners.get(0));
  }
}
