package io.stepwright.processor.resolution;

import io.stepwright.processor.model.Graph.Source;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import io.stepwright.processor.model.ValuePath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Advises how to narrow a value of a sealed type where one of its records is wanted. */
final class SealedSources {

  private SealedSources() {}

  /**
   * Returns the condition that narrows a value of a sealed type to a wanted type; empty if no
   * condition can.
   */
  static Optional<String> narrowing(Types types, ValuePath path, TypeRef wanted) {
    List<String> names = names(types, path.type(), wanted);
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "It may be one: write @When(value = \"%s\", is = %s) on the step."
                .formatted(path.text(), written(names)));
  }

  /**
   * Returns advice that names the sources whose sealed type permits a wanted type; empty if there
   * are none.
   */
  static Optional<String> hint(Sources sources, Types types, String self, TypeRef wanted) {
    List<Source> found =
        sources.names().stream()
            .filter(name -> !name.equals(self))
            .flatMap(name -> sources.byName(name).stream())
            .filter(source -> !names(types, source.type(), wanted).isEmpty())
            .toList();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s may be of that type: name the intended one with @From(\"%s\"), or with @When(value = \"%s\", is = %s)."
                .formatted(
                    found.stream()
                        .map(source -> "'" + source.name() + "'")
                        .collect(Collectors.joining(" and ")),
                    found.get(0).name(),
                    found.get(0).name(),
                    written(names(types, found.get(0).type(), wanted))));
  }

  /**
   * Returns the names of the records of a sealed type that are of a narrower type; empty if the
   * types are not so related.
   */
  static List<String> names(Types types, TypeRef given, TypeRef wanted) {
    return wanted.javaOnly()
            || given.javaOnly()
            || types.assignable(given, wanted)
            || !types.assignable(wanted, given)
            || !(types.shape(given) instanceof Shape.Choice choice)
        ? List.of()
        : choice.choices().stream()
            .filter(each -> types.assignable(each.type(), wanted))
            .map(choice::nameOf)
            .toList();
  }

  private static String written(List<String> names) {
    String all = names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
    return names.size() == 1 ? all : "{" + all + "}";
  }
}
