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

/** The narrower types that conditions give to values of sealed types. Immutable. */
final class Narrowing {

  /** Knows only the declared types. */
  static final Narrowing NONE = new Narrowing(Map.of());

  private final Map<String, List<TypeRef>> records;

  private Narrowing(Map<String, List<TypeRef>> records) {
    this.records = records;
  }

  /** Returns the narrower types that follow from conditions that all hold. */
  static Narrowing by(List<Condition> conditions) {
    Map<String, List<TypeRef>> records = new LinkedHashMap<>();
    for (Condition condition : conditions) {
      if (!condition.negated() && condition.test() instanceof Condition.IsType is) {
        records.putIfAbsent(condition.path().text(), is.types());
      }
    }
    return new Narrowing(records);
  }

  /**
   * Returns this narrowing with the additional fact that the value at a path is one of some
   * records.
   */
  Narrowing and(String path, List<TypeRef> types) {
    Map<String, List<TypeRef>> more = new LinkedHashMap<>(records);
    more.putIfAbsent(path, types);
    return new Narrowing(more);
  }

  /** Returns whether the value at the end of a path is always of a type. */
  boolean isSurely(ValuePath path, TypeRef type, Types types) {
    List<TypeRef> known = records.getOrDefault(path.text(), List.of());
    return !known.isEmpty() && known.stream().allMatch(each -> types.assignable(each, type));
  }

  /**
   * Returns an accessor of the record to which the value at a path is narrowed; empty if it is not
   * narrowed to exactly one record.
   */
  Optional<Accessor> accessor(String path, String name, Types types) {
    List<TypeRef> known = records.getOrDefault(path, List.of());
    return known.size() == 1
        ? types.accessor(known.get(0), name).map(accessor -> accessor.of(known.get(0)))
        : Optional.empty();
  }

  /**
   * Returns advice on reaching an accessor that only some records of a sealed type have; empty if
   * none of them has it.
   */
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
