package io.stepwright.processor.validation;

import static io.stepwright.processor.diagnostics.DiagnosticId.SCHEMA_LIMIT;

import io.stepwright.processor.diagnostics.Diagnostics;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.ShapeWalk;
import io.stepwright.processor.model.ShapeWalk.Visit;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.Types;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Requires the schema of a model's answer to keep to the limits of strict structured output that
 * OpenAI documents. The server rejects larger schemas at run time.
 */
final class SchemaLimitRule implements AgentRule {

  private static final int MOST_PROPERTIES = 5_000;
  private static final int MOST_LEVELS = 10;
  private static final int MOST_CONSTANTS = 1_000;
  private static final int LARGE_ENUM = 250;
  private static final int MOST_CHARACTERS_OF_LARGE_ENUM = 15_000;
  private static final int MOST_CHARACTERS_OF_NAMES = 120_000;

  @Override
  public void check(AgentModel agent, Types types, Diagnostics diagnostics) {
    for (StepModel step : agent.answered()) {
      if (step.model() != null
          && step.template() == null
          && step.isAbstract()
          && !step.returned().none()) {
        Shape shape = types.shape(step.returned().type());
        exceeded(ShapeWalk.of(shape, shape.type().display()))
            .ifPresent(
                what ->
                    diagnostics.report(
                        SCHEMA_LIMIT,
                        step.method().place(),
                        "The JSON Schema of %s is too large: %s.".formatted(step.display(), what),
                        "Servers refuse such schemas.",
                        "Return less, or ask in several steps."));
      }
    }
  }

  static Optional<String> exceeded(List<Visit> visits) {
    int properties = 0;
    int constants = 0;
    int characters = 0;
    for (Visit visit : visits) {
      if (visit.shape() instanceof Shape.Large) {
        return Optional.of("'%s' has many thousands of parts".formatted(visit.path()));
      }
      if (visit.depth() > MOST_LEVELS) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "'%s' lies %d levels deep, and %d are allowed",
                visit.path(),
                visit.depth(),
                MOST_LEVELS));
      }
      if (visit.shape() instanceof Shape.Structure structure) {
        properties += structure.components().size();
        characters += structure.components().stream().mapToInt(part -> part.name().length()).sum();
      }
      if (visit.shape() instanceof Shape.Enumeration enumeration) {
        int size = enumeration.constants().size();
        int length = enumeration.constants().stream().mapToInt(each -> each.name().length()).sum();
        constants += size;
        characters += length;
        if (size > LARGE_ENUM && length > MOST_CHARACTERS_OF_LARGE_ENUM) {
          return Optional.of(
              String.format(
                  Locale.ROOT,
                  "the %d names of '%s' have %d characters, and %d are allowed",
                  size,
                  visit.path(),
                  length,
                  MOST_CHARACTERS_OF_LARGE_ENUM));
        }
      }
      if (properties > MOST_PROPERTIES) {
        return over(visit, properties, MOST_PROPERTIES, "properties");
      }
      if (constants > MOST_CONSTANTS) {
        return over(visit, constants, MOST_CONSTANTS, "enum constants");
      }
      if (characters > MOST_CHARACTERS_OF_NAMES) {
        return over(visit, characters, MOST_CHARACTERS_OF_NAMES, "characters in its names");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> over(Visit visit, int number, int most, String what) {
    return Optional.of(
        String.format(
            Locale.ROOT,
            "with '%s' it has %d %s, and %d are allowed",
            visit.path(),
            number,
            what,
            most));
  }
}
