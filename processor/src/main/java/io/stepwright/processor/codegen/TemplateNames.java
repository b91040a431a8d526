package io.stepwright.processor.codegen;

import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.TemplateModel;
import io.stepwright.processor.model.TemplateModel.Chosen;
import io.stepwright.processor.model.TemplateModel.File;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The names of what the generated class has for each file of a template. */
final class TemplateNames {

  private final AgentNames names;
  private final Map<File, OfFile> files = new LinkedHashMap<>();

  TemplateNames(AgentNames names) {
    this.names = names;
  }

  /**
   * Names for one file.
   *
   * @param method the method that fills it
   * @param call the constant of the model call
   * @param schema the constant of the answer's schema
   * @param answer the record of what a model writes, if it is more than one text
   * @param wire the name of the schema for providers
   */
  record OfFile(String method, String call, String schema, String answer, String wire) {}

  OfFile of(StepModel step, TemplateModel template, File file) {
    return files.computeIfAbsent(file, each -> name(step, template, each));
  }

  private OfFile name(StepModel step, TemplateModel template, File file) {
    if (template.choice() instanceof Chosen) {
      return new OfFile(
          names.answer(step),
          names.call(step),
          names.schema(step),
          names.types().take(capital(step.method().name()) + "Slots"),
          step.name());
    }
    StringBuilder suffix = new StringBuilder();
    file.values().forEach(value -> suffix.append(camel(value)));
    String constant = NameScope.constant(step.name() + suffix);
    return new OfFile(
        names.methods().take(step.method().name() + suffix),
        names.constants().take(constant + "_CALL"),
        names.constants().take(constant + "_SCHEMA"),
        names.types().take(capital(step.method().name()) + suffix + "Slots"),
        step.name() + suffix);
  }

  /** {@code MIGRATE_NOW} becomes {@code MigrateNow}; what is no such constant keeps its letters. */
  private static String camel(String value) {
    if (!value.equals(value.toUpperCase(Locale.ROOT))) {
      return capital(value);
    }
    StringBuilder camel = new StringBuilder();
    for (String word : value.split("_")) {
      camel.append(capital(word.toLowerCase(Locale.ROOT)));
    }
    return camel.toString();
  }

  private static String capital(String name) {
    return name.isEmpty()
        ? name
        : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
