package io.stepwright.processor.resolution;

import static io.stepwright.processor.diagnostics.DiagnosticId.AMBIGUOUS_INPUT;
import static io.stepwright.processor.diagnostics.DiagnosticId.PARAMETER_NAMES;
import static io.stepwright.processor.diagnostics.DiagnosticId.TYPE_MISMATCH;
import static io.stepwright.processor.diagnostics.DiagnosticId.UNKNOWN_INPUT;
import static io.stepwright.processor.diagnostics.DiagnosticId.VOID_INPUT;

import io.stepwright.config.Nearest;
import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.diagnostics.Place;
import io.stepwright.processor.model.Graph.Binding;
import io.stepwright.processor.model.Graph.Source;
import io.stepwright.processor.model.Graph.StepValue;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.Types;
import io.stepwright.processor.model.ValuePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Binds the parameters of one step, or the components of one result record: by {@code @From},
 * otherwise by name, otherwise by a type that exactly one source has.
 */
final class Binder {

  private final Sources sources;
  private final Types types;
  private final Diagnostics diagnostics;
  private final String consumer;
  private final String entryPoint;
  private final String self;
  private final Narrowing narrowing;
  private final ListResolver lists;

  /**
   * Creates a binder.
   *
   * @param consumer the step or record that takes the values, for messages
   * @param entryPoint the entry point, for messages
   * @param self the name of the step that takes the values, which cannot take its own; empty for a
   *     record
   * @param narrowing the narrower types that values have because of conditions
   */
  Binder(
      Sources sources,
      Types types,
      Diagnostics diagnostics,
      String consumer,
      String entryPoint,
      String self,
      Narrowing narrowing) {
    this.sources = sources;
    this.types = types;
    this.diagnostics = diagnostics;
    this.consumer = consumer;
    this.entryPoint = entryPoint;
    this.self = self;
    this.narrowing = narrowing;
    this.lists = new ListResolver(sources, types, narrowing, diagnostics);
  }

  /**
   * Returns the bindings in the order of the parameters; bindings that fail are reported and left
   * out.
   */
  List<Binding> bind(List<ParameterModel> parameters) {
    Map<ParameterModel, ValuePath> bound = new LinkedHashMap<>();
    List<ParameterModel> unnamed = new ArrayList<>();
    for (ParameterModel parameter : parameters) {
      if (parameter.each() != null) {
        lists
            .resolve(parameter, parameter.each(), self, owned(parameter), entryPoint)
            .ifPresent(list -> bound.put(parameter, list));
        continue;
      }
      Optional<ValuePath> path = bySomeName(parameter);
      if (path.isPresent()) {
        if (fits(parameter, path.get())) {
          bound.put(parameter, narrow(parameter, path.get()));
        }
      } else if (parameter.from() == null) {
        unnamed.add(parameter);
      }
    }
    Set<Source> taken = new HashSet<>();
    bound.values().forEach(path -> taken.add(path.root()));
    for (ParameterModel parameter : unnamed) {
      byType(parameter, unnamed, taken)
          .ifPresent(source -> bound.put(parameter, ValuePath.of(source)));
    }
    List<Binding> bindings = new ArrayList<>();
    for (ParameterModel parameter : parameters) {
      ValuePath path = bound.get(parameter);
      if (path != null) {
        bindings.add(new Binding(parameter, path));
      }
    }
    return bindings;
  }

  private Optional<ValuePath> bySomeName(ParameterModel parameter) {
    Named from = parameter.from();
    if (from == null) {
      return parameter.nameKnown() ? byName(parameter.name()).map(ValuePath::of) : Optional.empty();
    }
    String name = from.text().split("\\.", -1)[0];
    if (byName(name).isEmpty()) {
      unknown(name, from.place(), parameter, "");
      return Optional.empty();
    }
    return sources.path(from.text(), narrowing, problem -> nowhere(parameter, from, problem));
  }

  private void nowhere(ParameterModel parameter, Named from, PathResolver.Unresolved problem) {
    diagnostics.report(
        UNKNOWN_INPUT,
        from.place(),
        "%s is bound to '%s': %s".formatted(owned(parameter), from.text(), problem.problem()),
        problem.known(),
        problem.hint());
  }

  private Optional<Source> byName(String name) {
    return sources.byName(name).filter(source -> !isSelf(source));
  }

  private boolean isSelf(Source source) {
    return source instanceof StepValue && source.name().equals(self);
  }

  private boolean fits(ParameterModel parameter, ValuePath path) {
    Source source = path.root();
    Place place = parameter.from() == null ? parameter.place() : parameter.from().place();
    TypeRef given = path.type();
    if (source instanceof StepValue && given.isVoid()) {
      diagnostics.report(
          VOID_INPUT,
          place,
          "%s takes a value of step '%s', which has none."
              .formatted(owned(parameter), source.name()),
          "Drop the parameter and write @AgentStep(after = \"%s\") for the order alone."
              .formatted(source.name()));
      return false;
    }
    if (parameter.type() instanceof TypeRef.Other) {
      return true; // A type variable of the method, which is reported elsewhere.
    }
    boolean asValue = source instanceof StepValue && types.assignable(given, parameter.valueType());
    if (asValue
        || types.assignable(given, parameter.type())
        || narrowing.isSurely(path, parameter.valueType(), types)) {
      return true;
    }
    diagnostics.report(
        TYPE_MISMATCH,
        place,
        "%s is of type %s, but %s '%s' is of type %s."
            .formatted(
                owned(parameter),
                parameter.type().display(),
                Sources.kind(source),
                path.text(),
                given.display()),
        entryPoint,
        SealedSources.narrowing(types, path, parameter.valueType())
            .orElse("Change one of the types, or name another source with @From(\"…\")."));
    return false;
  }

  private ValuePath narrow(ParameterModel parameter, ValuePath path) {
    TypeRef wanted = parameter.valueType();
    return !types.assignable(path.type(), wanted)
            && !types.assignable(path.type(), parameter.type())
            && narrowing.isSurely(path, wanted, types)
        ? path.narrowedTo(wanted)
        : path;
  }

  private Optional<Source> byType(
      ParameterModel parameter, List<ParameterModel> rivals, Set<Source> taken) {
    if (!parameter.nameKnown() && parameter.valueType().javaOnly()) {
      diagnostics.report(
          PARAMETER_NAMES,
          parameter.place(),
          "The parameters of %s have lost their names in its class file.".formatted(consumer),
          "A %s is bound by name.".formatted(parameter.valueType().display()),
          "Compile that class with -parameters, or write @From(\"…\") on them.");
      return Optional.empty();
    }
    TypeRef type = parameter.valueType();
    List<Source> candidates =
        sources.ofType(type).stream().filter(source -> !isSelf(source)).toList();
    if (type.javaOnly()) {
      unknown(parameter.name(), parameter.place(), parameter, onlyByName(candidates, type));
      return Optional.empty();
    }
    boolean contested =
        rivals.stream()
            .anyMatch(rival -> !rival.equals(parameter) && rival.valueType().equals(type));
    List<Source> free = candidates.stream().filter(source -> !taken.contains(source)).toList();
    if (candidates.size() == 1 && free.size() == 1 && !contested) {
      return Optional.of(free.get(0)).filter(source -> optionalFits(parameter, source));
    }
    if (candidates.isEmpty()) {
      unknown(parameter.name(), parameter.place(), parameter, "");
    } else {
      ambiguous(parameter, candidates, contested);
    }
    return Optional.empty();
  }

  /**
   * Returns whether the source fits the parameter's optionality: an input cannot be absent, so an
   * {@code Optional} parameter takes it only if the input itself is one.
   */
  private boolean optionalFits(ParameterModel parameter, Source source) {
    return source instanceof StepValue
        || !parameter.optional()
        || fits(parameter, ValuePath.of(source));
  }

  private static String onlyByName(List<Source> candidates, TypeRef type) {
    return candidates.isEmpty()
        ? ""
        : "Values of type %s are bound by name only; of that type there %s %s."
            .formatted(type.display(), candidates.size() == 1 ? "is" : "are", list(candidates));
  }

  private void ambiguous(ParameterModel parameter, List<Source> candidates, boolean contested) {
    String reason =
        contested
            ? "several parameters of type %s have no source of their own name"
                .formatted(parameter.valueType().display())
            : candidates.size() == 1
                ? "the only source of type %s, %s, is bound to another parameter already"
                    .formatted(parameter.valueType().display(), list(candidates))
                : "of type %s there are %s"
                    .formatted(parameter.valueType().display(), list(candidates));
    diagnostics.report(
        AMBIGUOUS_INPUT,
        parameter.place(),
        "%s could be bound in more than one way: %s.".formatted(owned(parameter), reason),
        entryPoint,
        "Rename the parameter to the intended one, or write @From(\"%s\")."
            .formatted(candidates.get(0).name()));
  }

  private void unknown(String name, Place place, ParameterModel parameter, String more) {
    List<String> names = sources.names().stream().filter(each -> !each.equals(self)).toList();
    String itself = name.equals(self) ? "A step cannot take its own value." : "";
    String nearest =
        Nearest.hint(name, names.stream().filter(each -> mayFit(each, parameter)).toList());
    diagnostics.report(
        UNKNOWN_INPUT,
        place,
        "%s has no source: no input or step is named '%s'%s."
            .formatted(owned(parameter), name, typeClause(parameter)),
        itself,
        more,
        entryPoint + " It has: " + String.join(", ", names) + ".",
        SealedSources.hint(sources, types, self, parameter.valueType()).orElse(""),
        sources
            .forgotten(name)
            .orElse(
                nearest.isEmpty()
                    ? "Name one of them with @From(\"…\"), or add a step '" + name + "'."
                    : nearest.strip() + " Rename the parameter, or use @From."));
  }

  /**
   * Returns whether the source of a name may be the value that a parameter takes. For a path, any
   * name may, because only the type at its end counts.
   */
  private boolean mayFit(String name, ParameterModel parameter) {
    return (parameter.from() != null && parameter.from().text().contains("."))
        || sources
            .byName(name)
            .map(Source::type)
            .filter(
                type ->
                    types.assignable(type, parameter.type())
                        || types.assignable(type, parameter.valueType())
                        || !SealedSources.names(types, type, parameter.valueType()).isEmpty())
            .isPresent();
  }

  private static String typeClause(ParameterModel parameter) {
    return parameter.valueType().javaOnly() || parameter.from() != null
        ? ""
        : " or is the only one of type " + parameter.valueType().display();
  }

  private String owned(ParameterModel parameter) {
    return "%s '%s' of %s"
        .formatted(self.isEmpty() ? "Component" : "Parameter", parameter.name(), consumer);
  }

  private static String list(List<Source> sources) {
    return sources.stream()
        .map(source -> Sources.kind(source) + " '" + source.name() + "'")
        .collect(Collectors.joining(" and "));
  }
}
