package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.ItemFailure;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.PromptModel;
import io.stepwright.processor.model.RegexModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.LimitText;
import io.stepwright.processor.model.TemplateModel;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.WiredAgent;
import io.stepwright.processor.source.TextLiterals;
import io.stepwright.wiring.WiringVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the compile-time facts about an agent as constants. */
final class ConstantsWriter {

  private static final Duration USUAL_TTL = Duration.ofHours(1);
  private static final Set<String> ALL_GUARDS = Set.of("NUMBERS", "POLARITY", "ENTITIES", "ORDER");

  private final WiredAgent wired;
  private final AgentNames names;
  private final ModelStepWriter modelSteps;
  private final TemplateWriter templates;
  private final ToolConstants tools;
  private final List<MethodSpec> methods = new ArrayList<>();

  ConstantsWriter(
      WiredAgent wired,
      AgentNames names,
      ModelStepWriter modelSteps,
      TemplateWriter templates,
      ToolConstants tools) {
    this.wired = wired;
    this.names = names;
    this.modelSteps = modelSteps;
    this.templates = templates;
    this.tools = tools;
  }

  /** The methods that the initializers of the constants call. */
  List<MethodSpec> methods() {
    return methods;
  }

  List<FieldSpec> constants() {
    List<FieldSpec> constants = new ArrayList<>();
    AgentModel agent = wired.agent();
    constants.add(
        constant(
            Wiring.AGENT_INFO,
            names.agent(),
            CodeBlock.of(
                "new $T($L, $L).wiredFor($L)",
                Wiring.AGENT_INFO,
                TextLiterals.of(agent.name()),
                TextLiterals.of(agent.binaryName()),
                WiringVersion.CURRENT)));
    templates.task().ifPresent(constants::add);
    Set<String> choices = new HashSet<>();
    for (StepModel step : agent.steps()) {
      if (names.isChoice(step) && choices.add(step.name())) {
        constants.add(constant(Wiring.STEP_INFO, names.step(step.name()), choice(step)));
      }
      step(step, constants);
    }
    for (ToolModel tool : agent.tools()) {
      if (tool.asked() != null) {
        step(tool.asked(), constants);
      }
    }
    constants.addAll(tools.constants());
    for (Graph graph : wired.graphs()) {
      constants.add(
          constant(
              Wiring.ENTRY_POINT_INFO, names.entryPoint(graph.entryPoint()), entryPoint(graph)));
    }
    return constants;
  }

  /** A constant of the class. */
  static FieldSpec constant(TypeName type, String name, CodeBlock value) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(value)
        .build();
  }

  /** The constant of a message. */
  static FieldSpec prompt(String name, Message message) {
    return constant(Wiring.PROMPT_TEXT, name, message.constant());
  }

  /** Adds the constants of a step, and those that answering it needs. */
  private void step(StepModel step, List<FieldSpec> constants) {
    if (step.model() == null) {
      CodeBlock code =
          CodeBlock.of(
              "$T.code($L, $L)$L",
              Wiring.STEP_INFO,
              names.agent(),
              TextLiterals.of(step.name()),
              traits(step));
      constants.add(constant(Wiring.STEP_INFO, names.branch(step), code));
    } else {
      constants.add(modelSteps.constant(step, step.model(), traits(step)));
    }
    RegexModel regex = wired.regexes().get(step.id());
    if (regex != null) {
      constants.add(
          constant(
              Wiring.TEXT_PATTERN,
              names.regex(step),
              CodeBlock.of("$T.of($L)", Wiring.TEXT_PATTERN, TextLiterals.block(regex.pattern()))));
    }
    TemplateModel template = wired.templates().get(step.id());
    PromptModel prompt = wired.prompts().get(step.id());
    if (template != null) {
      if (step.model() != null) {
        modelSteps.answers(step, template, constants);
      }
      constants.addAll(templates.texts(step, template));
    } else if (prompt != null) {
      if (prompt.system() != null) {
        constants.add(prompt(names.systemPrompt(step), Message.of(prompt.system())));
      }
      constants.add(prompt(names.prompt(step), Message.of(prompt.user())));
    }
  }

  /** Returns a step with alternatives as far as it is known before one of them is chosen. */
  private CodeBlock choice(StepModel step) {
    List<StepModel> methods =
        wired.agent().steps().stream().filter(other -> other.name().equals(step.name())).toList();
    String effect =
        methods.stream().anyMatch(StepModel::sideEffect)
            ? ".withSideEffect()"
            : methods.stream().anyMatch(wired::haveEffects) ? ".withSideEffectOfTools()" : "";
    return CodeBlock.of(
        "$T.code($L, $L)$L", Wiring.STEP_INFO, names.agent(), TextLiterals.of(step.name()), effect);
  }

  /** Returns the calls that set the properties of a step. */
  private CodeBlock traits(StepModel step) {
    CodeBlock.Builder code = CodeBlock.builder();
    String known = step.name();
    if (names.isChoice(step)) {
      known = AgentNames.alternative(step, wired.agent().steps());
      code.add(".alternative($L)", TextLiterals.of(known));
    }
    if (!step.method().name().equals(known)) {
      code.add(".method($L)", TextLiterals.of(step.method().name()));
    }
    if (step.timeout() != null) {
      limit("within", step.timeout().total(), code);
      if (step.timeout().attempt() != null) {
        limit("attemptWithin", step.timeout().attempt(), code);
      }
    }
    if (step.retry() != null) {
      code.add(".retry($L)", step.retry().maxAttempts());
    }
    if (step.sideEffect()) {
      code.add(".withSideEffect()");
    } else if (wired.haveEffects(step)) {
      code.add(".withSideEffectOfTools()");
    }
    step.method().parameters().stream()
        .map(ParameterModel::each)
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(each -> code.add(".atOnce($L)", each.atOnce()));
    if (step.itemFailure() != ItemFailure.FAIL_RUN) {
      boolean empty = step.itemFailure() == ItemFailure.LEAVE_EMPTY;
      code.add(empty ? ".leavingEmpty()" : ".givingFailures()");
    }
    if (step.cache() != null) {
      code.add(".cached($L)", cache(step.cache()));
    }
    return code.build();
  }

  private static CodeBlock cache(StepModel.CacheText cache) {
    CodeBlock.Builder code = CodeBlock.builder().add("$T.equal()", Wiring.CACHE_RULE);
    if (cache.isSemantic()) {
      code.add(".similarity($L)", cache.similarity());
    }
    Duration ttl = cache.ttl().value();
    if (ttl != null && !ttl.equals(USUAL_TTL)) {
      code.add(".ttl($L)", duration(ttl));
    }
    Set<String> guards = new LinkedHashSet<>(cache.guards());
    if (cache.isSemantic() && guards.isEmpty()) {
      code.add(".unguarded()");
    } else if (cache.isSemantic() && !guards.equals(ALL_GUARDS)) {
      code.add(
          ".guards($L)",
          CodeBlock.join(
              guards.stream().map(guard -> CodeBlock.of("$L", TextLiterals.of(guard))).toList(),
              ", "));
    }
    if (cache.isSemantic() && cache.servesUnjudged()) {
      code.add(".servingUnjudged()");
    }
    return code.build();
  }

  private CodeBlock entryPoint(Graph graph) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add(
                "$T.of($L, $L)",
                Wiring.ENTRY_POINT_INFO,
                names.agent(),
                TextLiterals.of(graph.entryPoint().method().name()));
    if (graph.entryPoint().unlimited()) {
      code.add(".within($T.NO_TIMEOUT)", Wiring.ENTRY_POINT_INFO);
    } else if (graph.entryPoint().timeout() != null) {
      limit("within", graph.entryPoint().timeout(), code);
    }
    if (graph.entryPoint().result().reported()) {
      code.add(".reported()");
    }
    StepLists lists = new StepLists(graph, names);
    if (!lists.areLong()) {
      lists.calls().forEach(call -> code.add("$L", call));
    }
    List<Named> also = new ArrayList<>(graph.entryPoint().also());
    if (graph.entryPoint().result().none() && graph.entryPoint().step() != null) {
      also.add(0, graph.entryPoint().step());
    }
    if (!also.isEmpty()) {
      List<CodeBlock> quoted =
          also.stream()
              .map(Named::text)
              .distinct()
              .map(name -> CodeBlock.of("$L", TextLiterals.of(name)))
              .toList();
      code.add(".also($L)", CodeBlock.join(quoted, ", "));
    }
    return lists.areLong() ? lists.in(code.build(), methods) : code.build();
  }

  private static void limit(String method, LimitText limit, CodeBlock.Builder code) {
    Duration duration = limit.value();
    if (duration != null) {
      code.add(".$L($L)", method, duration(duration));
    }
  }

  private static CodeBlock duration(Duration duration) {
    if (duration.equals(Duration.ofMinutes(duration.toMinutes()))) {
      return CodeBlock.of("$T.ofMinutes($L)", Duration.class, duration.toMinutes());
    }
    if (duration.equals(Duration.ofSeconds(duration.toSeconds()))) {
      return CodeBlock.of("$T.ofSeconds($L)", Duration.class, duration.toSeconds());
    }
    // Whole seconds, whose milliseconds may exceed a long, were handled above.
    return duration.equals(Duration.ofMillis(duration.toMillis()))
        ? CodeBlock.of("$T.ofMillis($L)", Duration.class, duration.toMillis())
        : CodeBlock.of("$T.parse($L)", Duration.class, TextLiterals.of(duration.toString()));
  }
}
