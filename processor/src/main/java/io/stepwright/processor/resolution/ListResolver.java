package io.stepwright.processor.resolution;

import static io.stepwright.processor.diagnostics.DiagnosticId.EACH_LIST;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.ParameterModel.EachText;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import io.stepwright.processor.model.ValuePath;
import java.util.Optional;

/** Resolves the list that a step with {@code @Each} fans out over. */
final class ListResolver {

  private final Sources sources;
  private final Types types;
  private final Narrowing narrowing;
  private final Diagnostics diagnostics;

  ListResolver(Sources sources, Types types, Narrowing narrowing, Diagnostics diagnostics) {
    this.sources = sources;
    this.types = types;
    this.narrowing = narrowing;
    this.diagnostics = diagnostics;
  }

  /**
   * Returns the list; empty if there is a problem, which is then reported.
   *
   * @param self the name of the step
   * @param owned the parameter, for messages
   * @param entryPoint the entry point, for messages
   */
  Optional<ValuePath> resolve(
      ParameterModel parameter, EachText each, String self, String owned, String entryPoint) {
    Optional<ValuePath> found =
        sources.path(
            each.path().text(),
            narrowing,
            problem ->
                diagnostics.report(
                    EACH_LIST,
                    each.path().place(),
                    "%s goes through '%s': %s"
                        .formatted(owned, each.path().text(), problem.problem()),
                    problem.known(),
                    problem.hint()));
    return found.filter(path -> isFitting(parameter, each, path, self, owned, entryPoint));
  }

  private boolean isFitting(
      ParameterModel parameter,
      EachText each,
      ValuePath path,
      String self,
      String owned,
      String entryPoint) {
    if (path.root().name().equals(self)) {
      diagnostics.report(
          EACH_LIST,
          each.path().place(),
          "%s goes through '%s', which is the step itself.".formatted(owned, path.text()),
          entryPoint,
          "Name an input or another step that brings a List.");
      return false;
    }
    if (!path.type().isClass("java.util.List")
        || !(path.type() instanceof TypeRef.Declared list)
        || list.arguments().size() != 1) {
      diagnostics.report(
          EACH_LIST,
          each.path().place(),
          "%s goes through '%s', which is of type %s."
              .formatted(owned, path.text(), path.type().display()),
          "Only a List has items in an order.",
          "Name a List, or make one in a code step.");
      return false;
    }
    TypeRef item =
        list.arguments().get(0) instanceof TypeRef.Wildcard wildcard && wildcard.extending()
            ? wildcard.bound()
            : list.arguments().get(0);
    if (!types.assignable(item, parameter.type())) {
      diagnostics.report(
          EACH_LIST,
          each.path().place(),
          "%s is of type %s, but the items of '%s' are of type %s."
              .formatted(owned, parameter.type().display(), path.text(), item.display()),
          entryPoint,
          "Change one of the types.");
      return false;
    }
    return true;
  }
}
