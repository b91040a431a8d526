package io.stepwright.processor.codegen;

import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.ConstructorModel;
import io.stepwright.processor.model.EntryPointModel;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.source.NameScope;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of the members of the generated class that it does not inherit. */
final class AgentNames {

  /** The names of local variables and lambda parameters in generated methods. */
  private static final Set<String> OWN_LOCALS =
      Set.of(
          "branch",
          "call",
          "checked",
          "filled",
          "found",
          "index",
          "inner",
          "it",
          "item",
          "json",
          "key",
          "match",
          "prompt",
          "question",
          "run",
          "runtime",
          "step",
          "system",
          "text",
          "value",
          "wiring",
          "written",
          Methods.UNUSED);

  private final NameScope constants;
  private final NameScope methods;
  private final NameScope types;
  private final String agent;
  private final String runtime;
  private final String wiring;
  private final String json;
  private final Map<String, String> steps = new LinkedHashMap<>();
  private final Map<String, String> branches = new LinkedHashMap<>();
  private final Set<String> alternatives = new HashSet<>();
  private final Map<String, String> regexes = new LinkedHashMap<>();
  private final Map<String, String> prompts = new LinkedHashMap<>();
  private final Map<String, String> systemPrompts = new LinkedHashMap<>();
  private final Map<String, String> tools = new LinkedHashMap<>();
  private final Map<String, String> questions = new LinkedHashMap<>();
  private final Map<String, String> toolLists = new LinkedHashMap<>();
  private final Map<TypeRef, String> facades = new LinkedHashMap<>();
  private final Map<EntryPointModel, String> entryPoints = new LinkedHashMap<>();
  private final Map<String, String> answers = new LinkedHashMap<>();
  private final Set<String> hiding = new HashSet<>();

  AgentNames(AgentModel model) {
    Set<String> variables = variables(model);
    // A local would hide a constant of its name.
    constants = new NameScope(variables);
    agent = constants.take("AGENT");
    for (EntryPointModel entryPoint : model.entryPoints()) {
      entryPoints.put(entryPoint, constants.take(NameScope.constant(entryPoint.method().name())));
    }
    Set<String> choices = choices(model);
    for (StepModel step : model.steps()) {
      if (!steps.containsKey(step.name())) {
        steps.put(step.name(), constants.take(NameScope.constant(step.name())));
      }
    }
    for (StepModel step : model.steps()) {
      String base = choices.contains(step.name()) ? step.method().name() : step.name();
      String constant = NameScope.constant(base);
      boolean choice = choices.contains(step.name());
      if (choice) {
        alternatives.add(step.id());
      }
      branches.put(step.id(), choice ? constants.take(constant) : step(step.name()));
      regexes.put(step.id(), constants.take(constant + "_REGEX"));
    }
    for (ToolModel tool : model.tools()) {
      if (tool.asked() != null) {
        String constant = NameScope.constant(tool.name());
        branches.put(tool.asked().id(), constants.take(constant));
        regexes.put(tool.asked().id(), constants.take(constant + "_REGEX"));
      }
    }
    runtime = new NameScope(variables).take("runtime");
    wiring = new NameScope(variables).take("wiring");
    methods = new NameScope(model.memberNames().methods());
    for (StepModel step : model.answered()) {
      String name = step.method().name();
      boolean taken = model.memberNames().takingStep().contains(name);
      // A method named yield cannot be called by its simple name (JLS 3.9).
      boolean callable = !taken && !name.equals("yield");
      answers.put(step.id(), callable ? name : methods.take(name));
    }
    NameScope fields = new NameScope(model.memberNames().fields());
    fields.avoid(Set.of(wiring));
    for (ToolModel tool : model.tools()) {
      if (tool.facade() != null) {
        String parameter = tool.facade().parameter();
        facades.computeIfAbsent(tool.facade().type(), unseen -> fields.take(parameter));
      }
    }
    hiding.addAll(facades.values());
    hiding.addAll(OWN_LOCALS);
    hiding.addAll(variables);
    hiding.addAll(constants.taken());
    hiding.addAll(model.memberNames().fields());
    Set<String> typeNames = new HashSet<>(model.type().simpleNames());
    typeNames.addAll(model.unqualified());
    model.memberTypes().forEach(member -> typeNames.add(member.type().simpleName()));
    types = new NameScope(typeNames);
    String free = types.take("Json");
    while (hiding.contains(free)) {
      free = types.take("Json");
    }
    json = free;
  }

  /** The constant of the agent. */
  String agent() {
    return agent;
  }

  /** The constructors' first parameter. */
  String runtime() {
    return runtime;
  }

  /** The field. */
  String wiring() {
    return wiring;
  }

  /** The class that converts JSON to values and values to JSON. */
  String json() {
    return json;
  }

  /** The private method that answers an abstract step. */
  String answer(StepModel step) {
    return answers.getOrDefault(step.id(), step.method().name());
  }

  /**
   * The names of variables, fields and constants. In an expression, each of them obscures a type
   * with the same simple name (JLS 6.4.2).
   */
  Set<String> hiding() {
    return hiding;
  }

  private static Set<String> variables(AgentModel model) {
    Set<String> variables = new HashSet<>();
    for (StepModel step : model.steps()) {
      variables.add(step.name());
      addParameters(step.method(), variables);
    }
    model.tools().forEach(tool -> addParameters(tool.method(), variables));
    for (EntryPointModel entryPoint : model.entryPoints()) {
      addParameters(entryPoint.method(), variables);
    }
    for (ConstructorModel constructor : model.constructors()) {
      constructor.parameters().forEach(parameter -> variables.add(parameter.name()));
    }
    return variables;
  }

  private static Set<String> choices(AgentModel model) {
    Set<String> names = new HashSet<>();
    Set<String> choices = new HashSet<>();
    for (StepModel step : model.steps()) {
      if (!names.add(step.name())) {
        choices.add(step.name());
      }
    }
    return choices;
  }

  /**
   * Returns the base of the names of a step's constants: the name of its method if the step has
   * several methods, else that of the step.
   */
  private String base(StepModel step) {
    return isChoice(step) ? step.method().name() : step.name();
  }

  /** The constant for one method of a step. */
  String branch(StepModel step) {
    return branches.getOrDefault(step.id(), step(step.name()));
  }

  /** Returns whether several methods implement the step. */
  boolean isChoice(StepModel step) {
    return alternatives.contains(step.id());
  }

  /**
   * Returns the name of a method for display, which distinguishes the alternatives of a step: the
   * method's name, with its parameters if several methods have that name.
   */
  static String alternative(StepModel step, List<StepModel> all) {
    boolean alone =
        all.stream()
                .filter(other -> other.name().equals(step.name()))
                .filter(other -> other.method().name().equals(step.method().name()))
                .count()
            == 1;
    return alone ? step.method().name() : step.id();
  }

  /** The constant of a step. */
  String step(String step) {
    return steps.getOrDefault(step, step);
  }

  /** The constant of a step's regular expression. */
  String regex(StepModel step) {
    return regexes.getOrDefault(step.id(), step.name());
  }

  /** The constant of a step's message to the model. */
  String prompt(StepModel step) {
    return prompts.computeIfAbsent(
        step.id(), unseen -> constants.take(NameScope.constant(base(step)) + "_PROMPT"));
  }

  /** The constant of a step's system message. */
  String systemPrompt(StepModel step) {
    return systemPrompts.computeIfAbsent(
        step.id(), unseen -> constants.take(NameScope.constant(base(step)) + "_SYSTEM"));
  }

  /** The field with the façade of an MCP server. */
  String facade(ToolModel.Facade facade) {
    return facades.getOrDefault(facade.type(), facade.parameter());
  }

  /** The constant of a tool. */
  String tool(ToolModel tool) {
    String constant = NameScope.constant(tool.name());
    return tools.computeIfAbsent(
        tool.listed(),
        unseen ->
            constants.take(constants.taken().contains(constant) ? constant + "_TOOL" : constant));
  }

  /** The constant of the question for the person who approves a call of a tool. */
  String question(ToolModel tool) {
    return questions.computeIfAbsent(
        tool.listed(), unseen -> constants.take(NameScope.constant(tool.name()) + "_QUESTION"));
  }

  /** The constant of the tools of a step. */
  String tools(StepModel step) {
    return toolLists.computeIfAbsent(
        step.id(), unseen -> constants.take(NameScope.constant(base(step)) + "_TOOLS"));
  }

  /** Lets {@link #hiding()} contain all constants that have names so far. */
  void hideTypesOfConstants() {
    hiding.addAll(constants.taken());
  }

  /** The constant of an entry point. */
  String entryPoint(EntryPointModel entryPoint) {
    return entryPoints.getOrDefault(entryPoint, entryPoint.method().name());
  }

  /** The scope of the names of further constants. */
  NameScope constants() {
    return constants;
  }

  /** The scope of the names of private types, which differ from those of the agent. */
  NameScope types() {
    return types;
  }

  /** The scope of the names of private methods, which differ from those of the agent. */
  NameScope methods() {
    return methods;
  }

  private static void addParameters(MethodModel method, Set<String> names) {
    for (ParameterModel parameter : method.parameters()) {
      names.add(parameter.name());
    }
  }
}
