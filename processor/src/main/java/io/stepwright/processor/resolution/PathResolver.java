package io.stepwright.processor.resolution;

import io.stepwright.config.Nearest;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import io.stepwright.processor.model.Types.Accessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Resolves a path from a parameter of a step's method through accessors to a value. */
final class PathResolver {

  /**
   * Limit of accessors in a path. Each becomes a call around the calls before it, and compilers
   * process nested calls by recursion.
   */
  private static final int MOST_ACCESSORS = 50;

  private final MethodModel method;
  private final Types types;

  PathResolver(MethodModel method, Types types) {
    this.method = method;
    this.types = types;
  }

  /** The result of resolving a path. */
  sealed interface Outcome {}

  /** A path that leads to a value. */
  record Resolved(Slot slot) implements Outcome {}

  /**
   * A path that leads to no value.
   *
   * @param problem the problem
   * @param known the names that exist instead
   * @param hint a question with the name that was probably meant; empty if no name is similar
   */
  record Unresolved(String problem, String known, String hint) implements Outcome {}

  Outcome resolve(String path) {
    String[] names = path.split("\\.", -1);
    Optional<ParameterModel> root =
        method.parameters().stream()
            .filter(parameter -> parameter.name().equals(names[0]))
            .findFirst();
    if (root.isEmpty()) {
      List<String> parameters = method.parameters().stream().map(ParameterModel::name).toList();
      return unresolved(method.display(), "parameter", names[0], parameters);
    }
    List<Accessor> accessors = new ArrayList<>();
    TypeRef type = root.get().type();
    Unresolved unresolved = follow(type, names, types, Narrowing.NONE, accessors);
    if (unresolved != null) {
      return unresolved;
    }
    TypeRef last = accessors.isEmpty() ? type : accessors.get(accessors.size() - 1).type();
    return new Resolved(new Slot(path, names[0], accessors, types.shape(last)));
  }

  /**
   * Follows the names after the first one, beginning at a type.
   *
   * @param narrowing the narrower types of values on the path
   * @param accessors receives the accessors on the path
   * @return the reason why the path leads to no value, or null
   */
  static @Nullable Unresolved follow(
      TypeRef start, String[] names, Types types, Narrowing narrowing, List<Accessor> accessors) {
    if (names.length > 1 + MOST_ACCESSORS) {
      return new Unresolved(
          String.format(Locale.ROOT, "the path has %d names.", names.length),
          String.format(Locale.ROOT, "At most %d may follow the first.", MOST_ACCESSORS),
          "");
    }
    TypeRef type = start;
    StringBuilder before = new StringBuilder(names[0]);
    for (int i = 1; i < names.length; i++) {
      // The declarations of inputs and steps are checked elsewhere.
      if (i > 1 && !types.accessible(type)) {
        return new Unresolved(
            "'%s' is of type %s, which generated code cannot name."
                .formatted(names[i - 1], type.display()),
            "It is private, or belongs to another package.",
            "");
      }
      String path = before.toString();
      String name = names[i];
      Optional<Accessor> accessor =
          types.accessor(type, name).or(() -> narrowing.accessor(path, name, types));
      if (accessor.isEmpty()) {
        return noAccessor(type, path, name, types);
      }
      accessors.add(accessor.get());
      before.append('.').append(name);
      type = accessor.get().type();
    }
    return null;
  }

  private static Unresolved noAccessor(TypeRef type, String path, String name, Types types) {
    String problem = "%s has no accessor '%s'.".formatted(type.display(), name);
    String narrower = Narrowing.hint(type, path, name, types);
    if (!narrower.isEmpty()) {
      return new Unresolved(problem, "", narrower);
    }
    String why = types.whyNoAccessor(type, name);
    return why.isEmpty()
        ? unresolved(type.display(), "accessor", name, types.accessorNames(type))
        : new Unresolved(problem, why, "");
  }

  private static Unresolved unresolved(String owner, String what, String name, List<String> names) {
    return new Unresolved(
        "%s has no %s '%s'.".formatted(owner, what, name),
        names.isEmpty() ? "It has none." : "It has: " + String.join(", ", names) + ".",
        Nearest.hint(name, names).strip());
  }
}
