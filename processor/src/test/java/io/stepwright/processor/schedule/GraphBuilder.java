package io.stepwright.processor.schedule;

import io.stepwright.processor.diagnostics.Place;
import io.stepwright.processor.model.Condition;
import io.stepwright.processor.model.EntryPointModel;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.Binding;
import io.stepwright.processor.model.Graph.Branch;
import io.stepwright.processor.model.Graph.EntryInput;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.model.Graph.Source;
import io.stepwright.processor.model.Graph.StepValue;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.MethodModel.Access;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.Nullness;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.ValueModel;
import io.stepwright.processor.model.ValuePath;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Builds graphs without sources. An input {@code name?} tolerates absence. A condition is the name
 * of a step, or {@code input}, with a {@code !} before it for the opposite.
 */
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

  /** A step that runs only if conditions hold. */
  GraphBuilder when(String name, List<String> conditions, String... inputs) {
    return add(name, List.of(branch(name, name, false, false, conditions, List.of(inputs))));
  }

  /** Two alternatives, of which one runs if a condition holds and the other one if it does not. */
  GraphBuilder choice(
      String name, String condition, List<String> inputs, List<String> otherInputs) {
    return add(
        name,
        List.of(
            branch(name, name + "If", false, false, List.of(condition), inputs),
            branch(name, name + "Else", false, false, List.of("!" + condition), otherInputs)));
  }

  /** Builds the graph of an entry point that also names the steps that no other step needs. */
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

  /**
   * Builds a graph of up to nine steps, some of which may be absent, conditional, or alternatives.
   */
  static Graph random(Random random) {
    GraphBuilder builder = new GraphBuilder();
    int size = 2 + random.nextInt(8);
    for (int i = 0; i < size; i++) {
      List<String> inputs = inputs(random, i);
      String decider = random.nextInt(3) == 0 || i == 0 ? "input" : "s" + random.nextInt(i);
      switch (random.nextInt(5)) {
        case 0 ->
            builder.when(
                "s" + i,
                List.of((random.nextBoolean() ? "!" : "") + decider),
                inputs.toArray(String[]::new));
        case 1 -> builder.choice("s" + i, decider, inputs, inputs(random, i));
        default ->
            builder.add(
                "s" + i,
                random.nextInt(4) == 0,
                random.nextBoolean(),
                inputs.toArray(String[]::new));
      }
    }
    return builder.build("s" + (size - 1));
  }

  private static List<String> inputs(Random random, int before) {
    List<String> inputs = new ArrayList<>();
    for (int j = 0; j < before; j++) {
      if (random.nextInt(before + 1) < 2) {
        inputs.add("s" + j + (random.nextInt(3) == 0 ? "?" : ""));
      }
    }
    return inputs;
  }

  private GraphBuilder add(String name, boolean optional, boolean code, String... inputs) {
    return add(name, List.of(branch(name, name, optional, code, List.of(), List.of(inputs))));
  }

  private GraphBuilder add(String name, List<Branch> branches) {
    nodes.put(name, new Node(name, branches));
    return this;
  }

  private Branch branch(
      String name,
      String method,
      boolean optional,
      boolean code,
      List<String> conditions,
      List<String> inputs) {
    List<Binding> bindings = new ArrayList<>();
    for (String input : inputs) {
      boolean tolerant = input.endsWith("?");
      String source = tolerant ? input.substring(0, input.length() - 1) : input;
      ParameterModel parameter =
          new ParameterModel(
              source, true, tolerant ? MAYBE : TEXT, null, null, Nullness.NONE, NOWHERE);
      bindings.add(new Binding(parameter, ValuePath.of(new StepValue(nodes.get(source).step()))));
    }
    StepModel step =
        new StepModel(
            name,
            NOWHERE,
            method(method, bindings.stream().map(Binding::parameter).toList(), !code),
            new ValueModel(TEXT, optional, false, false),
            new ValueModel(TEXT, optional, false, false),
            List.of(),
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            false,
            false);
    return new Branch(
        step, bindings, conditions.stream().map(this::condition).toList(), List.of(), List.of());
  }

  private Condition condition(String text) {
    boolean negated = text.startsWith("!");
    String root = negated ? text.substring(1) : text;
    Source source =
        root.equals("input")
            ? new EntryInput(
                new ParameterModel(root, true, TEXT, null, null, Nullness.NONE, NOWHERE))
            : new StepValue(nodes.get(root).step());
    return new Condition(ValuePath.of(source), new Condition.IsTrue(), negated, NOWHERE);
  }

  private static MethodModel method(
      String name, List<ParameterModel> parameters, boolean isAbstract) {
    Set<MethodModel.Modifier> modifiers = EnumSet.noneOf(MethodModel.Modifier.class);
    if (isAbstract) {
      modifiers.add(MethodModel.Modifier.ABSTRACT);
    }
    return new MethodModel(
        name,
        parameters,
        TEXT,
        Nullness.NONE,
        List.of(),
        modifiers,
        Access.PUBLIC,
        TEXT,
        false,
        NOWHERE);
  }
}
