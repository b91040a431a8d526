package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.Graph;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.model.Named;
import io.stepwright.processor.model.RegexModel;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.LimitText;
import io.stepwright.processor.model.WiredAgent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes what is known at compile time as constants. */
final class ConstantsWriter {

  private static final Duration USUAL_TTL = Duration.ofHours(1);
  private static final Set<String> ALL_GUARDS = Set.of("NUMBERS", "POLARITY", "ENTITIES", "ORDER");

  private final WiredAgent wired;
  private final AgentNames names;
  private final TypeNames types;
  private final Decoders decoders;

  ConstantsWriter(WiredAgent wired, AgentNames names, TypeNames types, Decoders decoders) {
    this.wired = wired;
    this.names = names;
    this.types = types;
    this.decoders = decoders;
  }

  List<FieldSpec> constants() {
    List<FieldSpec> constants = new ArrayList<>();
    AgentModel agent = wired.agent();
    constants.add(
        constant(
            Wiring.AGENT_INFO,
            names.agent(),
            CodeBlock.of("new $T($S, $S)", Wiring.AGENT_INFO, agent.name(), agent.binaryName())));
    for (StepModel step : agent.steps()) {
      constants.add(constant(Wiring.STEP_INFO, names.step(step.name()), step(step)));
    }
    for (Graph graph : wired.graphs()) {
      constants.add(
          constant(
              Wiring.ENTRY_POINT_INFO, names.entryPoint(graph.entryPoint()), entryPoint(graph)));
    }
    for (StepModel step : agent.steps()) {
      RegexModel regex = wired.regexes().get(step.name());
      if (regex != null) {
        constants.add(
            constant(
                Wiring.REGEX,
                names.regex(step),
                CodeBlock.of("$T.of($L)", Wiring.REGEX, TextLiterals.of(regex.pattern(), "    "))));
      }
      if (step.model() != null) {
        call(step, step.model(), constants);
      }
    }
    return constants;
  }

  private CodeBlock step(StepModel step) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (step.model() == null) {
      code.add("$T.code($L, $S)", Wiring.STEP_INFO, names.agent(), step.name());
    } else {
      code.add(
          "$T.model($L, $S, $S",
          Wiring.STEP_INFO,
          names.agent(),
          step.name(),
          step.model().name().text());
      step.model().fallback().forEach(model -> code.add(", $S", model.text()));
      code.add(")");
    }
    if (step.timeout() != null) {
      limit("within", step.timeout().total(), code);
      if (step.timeout().attempt() != null) {
        limit("attemptWithin", step.timeout().attempt(), code);
      }
    }
    if (step.retry() != null) {
      code.add("\n        .retry($L)", step.retry().maxAttempts());
    }
    if (step.sideEffect()) {
      code.add("\n        .withSideEffect()");
    }
    if (step.cache() != null) {
      code.add("\n        .cached($L)", cache(step, step.cache()));
    }
    return code.build();
  }

  private CodeBlock cache(StepModel step, StepModel.CacheText cache) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("\n            $T.of($S)", Wiring.CACHE_RULE, CacheFingerprint.of(wired, step));
    if (cache.isSemantic()) {
      code.add("\n                .similarity($L)", cache.similarity());
    }
    Duration ttl = cache.ttl().value();
    if (ttl != null && !ttl.equals(USUAL_TTL)) {
      code.add("\n                .ttl($L)", duration(ttl));
    }
    Set<String> guards = new LinkedHashSet<>(cache.guards());
    if (cache.isSemantic() && guards.isEmpty()) {
      code.add("\n                .unguarded()");
    } else if (cache.isSemantic() && !guards.equals(ALL_GUARDS)) {
      code.add(
          "\n                .guards($L)",
          CodeBlock.join(guards.stream().map(guard -> CodeBlock.of("$S", guard)).toList(), ", "));
    }
    return code.build();
  }

  private CodeBlock entryPoint(Graph graph) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add(
                "$T.of($L, $S)",
                Wiring.ENTRY_POINT_INFO,
                names.agent(),
                graph.entryPoint().method().name());
    if (graph.entryPoint().unlimited()) {
      code.add("\n        .within($T.NO_TIMEOUT)", Wiring.ENTRY_POINT_INFO);
    } else if (graph.entryPoint().timeout() != null) {
      limit("within", graph.entryPoint().timeout(), code);
    }
    if (graph.entryPoint().result().reported()) {
      code.add("\n        .reported()");
    }
    for (Node node : graph.nodes()) {
      code.add("\n        .step($L", names.step(node.name()));
      node.needs().forEach(needed -> code.add(", $L", names.step(needed)));
      code.add(")");
    }
    List<Named> also = new ArrayList<>(graph.entryPoint().also());
    if (graph.entryPoint().result().none() && graph.entryPoint().step() != null) {
      also.add(0, graph.entryPoint().step());
    }
    if (!also.isEmpty()) {
      List<CodeBlock> quoted =
          also.stream().map(Named::text).distinct().map(name -> CodeBlock.of("$S", name)).toList();
      code.add("\n        .also($L)", CodeBlock.join(quoted, ", "));
    }
    return code.build();
  }

  private void call(StepModel step, StepModel.ModelRef model, List<FieldSpec> constants) {
    Shape shape = wired.results().get(step.name());
    if (shape == null) {
      return;
    }
    CodeBlock.Builder code = CodeBlock.builder();
    if (isPlainText(shape)) {
      code.add("$T.text($S)", Wiring.MODEL_CALL, model.name().text());
    } else {
      constants.add(
          constant(
              TypeName.get(String.class),
              names.schema(step),
              CodeBlock.of("$L", TextLiterals.of(JsonSchemaText.of(shape) + "\n", "    "))));
      CodeBlock arguments =
          CodeBlock.of(
              "$S, $S, $L,$W$L",
              model.name().text(),
              schemaName(step.name()),
              names.schema(step),
              decoders.decoder(shape));
      code.add("$T.json(", Wiring.MODEL_CALL);
      code.add(
          Lines.fits("      ModelCall.json()", arguments) ? "$L)" : "\n        $L)", arguments);
    }
    if (!model.fallback().isEmpty()) {
      List<CodeBlock> fallback =
          model.fallback().stream().map(name -> CodeBlock.of("$S", name.text())).toList();
      code.add("\n        .fallback($L)", CodeBlock.join(fallback, ", "));
    }
    if (!Double.isNaN(model.temperature())) {
      code.add("\n        .temperature($L)", model.temperature());
    }
    if (model.maxOutputTokens() > 0) {
      code.add("\n        .maxOutputTokens($L)", model.maxOutputTokens());
    }
    TypeName type = ParameterizedTypeName.get(Wiring.MODEL_CALL, types.boxed(shape.type()));
    constants.add(constant(type, names.call(step), code.build()));
  }

  /** Providers allow ASCII letters, digits, underscores and dashes, 64 at most. */
  private static String schemaName(String step) {
    String plain = step.replaceAll("[^A-Za-z0-9_-]", "_");
    return plain.substring(0, Math.min(plain.length(), 64));
  }

  private static boolean isPlainText(Shape shape) {
    return shape.type().isClass("java.lang.String");
  }

  private static FieldSpec constant(TypeName type, String name, CodeBlock value) {
    String head = "  private static final %s %s = ".formatted(Lines.simple(type.toString()), name);
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(Lines.fits(head, value) ? "$L" : "\n    $L", value)
        .build();
  }

  private static void limit(String method, LimitText limit, CodeBlock.Builder code) {
    Duration duration = limit.value();
    if (duration != null) {
      code.add("\n        .$L($L)", method, duration(duration));
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
        : CodeBlock.of("$T.parse($S)", Duration.class, duration.toString());
  }
}
