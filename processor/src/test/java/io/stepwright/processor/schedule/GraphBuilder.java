package io.stepwright.processor.schedule;

import io.stepwright.processor.diagnostics.Place;
import io.stepwright.processor.model.EntryPointModel;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.Binding;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.model.Graph.StepValue;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.MethodModel.Access;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.ValueModel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Builds graphs without sources. An input written {@code name?} tolerates absence. */
final class GraphBuilder {

  private static final Place NOWHERE = id -> false;
  private static final TypeRef TEXT = new TypeRef.Declared("app", List.of("Value"), List.of());
  private static final TypeRef MAYBE =
      new TypeRef.Declared("java.util", List.of("Optional"), List.of(TEXT));

  private final Map<String, Node> nodes = new LinkedHashMap<>();

  GraphBuilder step(String name, String... inputs) {
    return add(name, false, false, inputs);
  }

  GraphBuilder optional(String name, String... inputs) {
    return add(name, true, false, inputs);
  }

  /** The graph of an entry point that also names the steps that nobody needs. */
  Graph build(String result) {
    Set<String> unneeded = new LinkedHashSet<>(nodes.keySet());
    unneeded.remove(result);
    nodes.values().forEach(node -> unneeded.removeAll(node.needs()));
    MethodModel method = method("run", List.of(), false);
    return new Graph(
        new EntryPointModel(
            method,
            new ValueModel(TEXT, true, false, false),
            null,
            unneeded.stream().map(name -> new Named(name, NOWHERE)).toList(),
            null),
        List.copyOf(nodes.values()),
        new Graph.StepResult(nodes.get(result).step()));
  }

  /** A graph of up to nine steps, some of which may be absent. */
  static Graph random(Random random) {
    GraphBuilder builder = new GraphBuilder();
    int size = 2 + random.nextInt(8);
    for (int i = 0; i < size; i++) {
      Set<String> inputs = new LinkedHashSet<>();
      for (int j = 0; j < i; j++) {
        if (random.nextInt(i + 1) < 2) {
          inputs.add("s" + j + (random.nextInt(3) == 0 ? "?" : ""));
        }
      }
      builder.add(
          "s" + i, random.nextInt(4) == 0, random.nextBoolean(), inputs.toArray(String[]::new));
    }
    return builder.build("s" + (size - 1));
  }

  private GraphBuilder add(String name, boolean optional, boolean code, String... inputs) {
    List<Binding> bindings = new ArrayList<>();
    for (String input : inputs) {
      boolean tolerant = input.endsWith("?");
      String source = tolerant ? input.substring(0, input.length() - 1) : input;
      ParameterModel parameter =
          new ParameterModel(source, true, tolerant ? MAYBE : TEXT, null, NOWHERE);
      bindings.add(new Binding(parameter, new StepValue(nodes.get(source).step())));
    }
    StepModel step =
        new StepModel(
            name,
            NOWHERE,
            method(name, bindings.stream().map(Binding::parameter).toList(), !code),
            new ValueModel(TEXT, optional, false, false),
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            false);
    nodes.put(name, new Node(step, bindings, List.of()));
    return this;
  }

  private static MethodModel method(
      String name, List<ParameterModel> parameters, boolean isAbstract) {
    Set<MethodModel.Modifier> modifiers = EnumSet.noneOf(MethodModel.Modifier.class);
    if (isAbstract) {
      modifiers.add(MethodModel.Modifier.ABSTRACT);
    }
    return new MethodModel(
        name, parameters, TEXT, List.of(), modifiers, Access.PUBLIC, TEXT, false, NOWHERE);
  }
}
