package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.ItemFailure;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.RegexModel;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.LimitText;
import io.stepwright.processor.model.WiredAgent;
import io.stepwright.wiring.WiringVersion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes what is known at compile time as constants. */
final class ConstantsWriter {

  private static final Duration USUAL_TTL = Duration.ofHours(1);
  private static final Set<String> ALL_GUARDS = Set.of("NUMBERS", "POLARITY", "ENTITIES", "ORDER");

  private final WiredAgent wired;
  private final AgentNames names;
  private final CallConstants calls;
  private final TemplateWriter templates;
  private final List<MethodSpec> methods = new ArrayList<>();

  ConstantsWriter(
      WiredAgent wired, AgentNames names, CallConstants calls, TemplateWriter templates) {
    this.wired = wired;
    this.names = names;
    this.calls = calls;
    this.templates = templates;
  }

  /** The methods that the constants need. */
  List<MethodSpec> methods() {
    return methods;
  }

  List<FieldSpec> constants() {
    List<FieldSpec> constants = new ArrayList<>();
    AgentModel agent = wired.agent();
    constants.add(
        CallConstants.constant(
            Wiring.AGENT_INFO,
            names.agent(),
            CodeBlock.of(
                "new $T($L, $L).wiredFor($L)",
                Wiring.AGENT_INFO,
                TextLiterals.of(agent.name()),
                TextLiterals.of(agent.binaryName()),
                WiringVersion.CURRENT)));
    Set<String> choices = new HashSet<>();
    for (StepModel step : agent.steps()) {
      if (names.isChoice(step) && choices.add(step.name())) {
        constants.add(
            CallConstants.constant(Wiring.STEP_INFO, names.step(step.name()), choice(step)));
      }
      constants.add(CallConstants.constant(Wiring.STEP_INFO, names.arm(step), step(step)));
    }
    for (Graph graph : wired.graphs()) {
      constants.add(
          CallConstants.constant(
              Wiring.ENTRY_POINT_INFO, names.entryPoint(graph.entryPoint()), entryPoint(graph)));
    }
    for (StepModel step : agent.steps()) {
      RegexModel regex = wired.regexes().get(step.id());
      if (regex != null) {
        constants.add(
            CallConstants.constant(
                Wiring.REGEX,
                names.regex(step),
                CodeBlock.of("$T.of($L)", Wiring.REGEX, TextLiterals.block(regex.pattern()))));
      }
      Shape result = wired.results().get(step.id());
      if (step.model() != null && result != null) {
        calls.add(
            step.model(), result, names.call(step), names.schema(step), step.name(), constants);
      }
    }
    constants.addAll(templates.constants(calls));
    return constants;
  }

  /** Before it is known which method runs, only this is. */
  private CodeBlock choice(StepModel step) {
    boolean sideEffect =
        wired.agent().steps().stream()
            .anyMatch(other -> other.name().equals(step.name()) && other.sideEffect());
    return CodeBlock.of(
        "$T.code($L, $L)$L",
        Wiring.STEP_INFO,
        names.agent(),
        TextLiterals.of(step.name()),
        sideEffect ? ".withSideEffect()" : "");
  }

  private CodeBlock step(StepModel step) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (step.model() == null) {
      code.add("$T.code($L, $L)", Wiring.STEP_INFO, names.agent(), TextLiterals.of(step.name()));
    } else {
      code.add(
          "$T.model($L, $L, $L",
          Wiring.STEP_INFO,
          names.agent(),
          TextLiterals.of(step.name()),
          TextLiterals.of(step.model().name().text()));
      step.model().fallback().forEach(model -> code.add(", $L", TextLiterals.of(model.text())));
      code.add(")");
    }
    if (names.isChoice(step)) {
      code.add(
          ".alternative($L)", TextLiterals.of(AgentNames.alternative(step, wired.agent().steps())));
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
    }
    if (step.itemFailure() != ItemFailure.FAIL_RUN) {
      boolean empty = step.itemFailure() == ItemFailure.LEAVE_EMPTY;
      code.add(empty ? ".leavingEmpty()" : ".givingFailures()");
    }
    if (step.cache() != null) {
      code.add(".cached($L)", cache(step, step.cache()));
    }
    return code.build();
  }

  private CodeBlock cache(StepModel step, StepModel.CacheText cache) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("$T.of($L)", Wiring.CACHE_RULE, TextLiterals.of(CacheFingerprint.of(wired, step)));
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
    // Whole seconds of more milliseconds than fit in a long came out above.
    return duration.equals(Duration.ofMillis(duration.toMillis()))
        ? CodeBlock.of("$T.ofMillis($L)", Duration.class, duration.toMillis())
        : CodeBlock.of("$T.parse($L)", Duration.class, TextLiterals.of(duration.toString()));
  }
}
