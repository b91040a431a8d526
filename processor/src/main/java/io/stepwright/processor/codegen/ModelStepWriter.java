package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import io.stepwright.processor.model.Shape;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.StepModel.ModelRef;
import io.stepwright.processor.model.TemplateModel;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.WiredAgent;
import io.stepwright.processor.source.TextLiterals;
import io.stepwright.processor.summary.QuestionFingerprint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the constants of model steps: their models and the decoders of their answers. */
final class ModelStepWriter {

  private final WiredAgent wired;
  private final AgentNames names;
  private final TypeNames types;
  private final JsonClass json;
  private final TemplateWriter templates;

  ModelStepWriter(
      WiredAgent wired,
      AgentNames names,
      TypeNames types,
      JsonClass json,
      TemplateWriter templates) {
    this.wired = wired;
    this.names = names;
    this.types = types;
    this.json = json;
    this.templates = templates;
  }

  /**
   * An answer.
   *
   * @param type the type of its value
   * @param arguments the schema and the decoder; null for plain text
   */
  private record Answer(TypeName type, @Nullable CodeBlock arguments) {}

  /** Returns the call that sets the fingerprint of the question that asks for some files. */
  private CodeBlock fingerprint(StepModel step, List<FileTexts> files) {
    String digest =
        QuestionFingerprint.of(wired, step, files.stream().map(FileTexts::file).toList());
    return CodeBlock.of(".fingerprint($L)", TextLiterals.of(digest));
  }

  /**
   * Writes the constant of a step.
   *
   * @param traits the calls that set its properties
   */
  FieldSpec constant(StepModel step, ModelRef model, CodeBlock traits) {
    TemplateModel template = wired.templates().get(step.id());
    List<TemplateFiles> open = template == null ? List.of() : templates.open(step, template);
    Answer answer = template == null ? whole(step) : filled(step, open);
    CodeBlock.Builder code = CodeBlock.builder();
    String method = answer == null ? "template" : answer.arguments() == null ? "text" : "json";
    code.add(
        "$T.$L($L, $L, $L",
        Wiring.MODEL_STEP,
        method,
        names.agent(),
        TextLiterals.of(step.name()),
        TextLiterals.of(model.name().text()));
    if (answer != null && answer.arguments() != null) {
      code.add(", $L", answer.arguments());
    }
    code.add(")");
    settings(model, code);
    code.add(traits);
    if (answer != null) {
      code.add("$L", fingerprint(step, open.isEmpty() ? List.of() : open.get(0).files()));
    }
    TypeName type = answer == null ? WildcardTypeName.subtypeOf(Object.class) : answer.type();
    return ConstantsWriter.constant(
        ParameterizedTypeName.get(Wiring.MODEL_STEP, type), names.branch(step), code.build());
  }

  private static void settings(ModelRef model, CodeBlock.Builder code) {
    if (!model.fallback().isEmpty()) {
      List<CodeBlock> fallback =
          model.fallback().stream()
              .map(name -> CodeBlock.of("$L", TextLiterals.of(name.text())))
              .toList();
      code.add(".fallback($L)", CodeBlock.join(fallback, ", "));
    }
    if (!Double.isNaN(model.temperature())) {
      code.add(".temperature($L)", model.temperature());
    }
    if (model.maxOutputTokens() > 0) {
      code.add(".maxOutputTokens($L)", model.maxOutputTokens());
    }
  }

  /** Returns the answer that is the whole result of a step. */
  private @Nullable Answer whole(StepModel step) {
    Shape result = wired.results().get(step.id());
    if (result == null) {
      return null;
    }
    TypeName type = types.boxed(result.type());
    if (result.type().isClass("java.lang.String")) {
      return new Answer(type, null);
    }
    CodeBlock schema = json.schema(names.branch(step), result);
    return new Answer(type, CodeBlock.of("$L, $L", schema, json.decoders().decoder(result)));
  }

  /**
   * Returns the answer that fills all open files of a template; null if the files need different
   * answers.
   */
  private @Nullable Answer filled(StepModel step, List<TemplateFiles> open) {
    return open.size() == 1 ? filled(open.get(0), names.branch(step)) : null;
  }

  private Answer filled(TemplateFiles files, String constant) {
    TypeRef type = new TypeRef.Declared("", List.of(files.names().answer()), List.of());
    Shape.Structure answer = files.answer(type);
    Shape.Component first = answer.components().get(0);
    boolean one = answer.components().size() == 1;
    CodeBlock decoder = one ? json.decoders().property(first) : json.decoders().decoder(answer);
    TypeName value = one ? types.boxed(first.shape().type()) : types.of(type);
    return new Answer(value, CodeBlock.of("$L, $L", json.schema(constant, answer), decoder));
  }

  /** Adds the constants of a step for files that need different answers. */
  void answers(StepModel step, TemplateModel template, List<FieldSpec> constants) {
    List<TemplateFiles> open = templates.open(step, template);
    if (open.size() == 1) {
      return; // The constant of the step itself has this answer.
    }
    for (TemplateFiles files : open) {
      Answer answer = filled(files, files.names().step());
      constants.add(
          ConstantsWriter.constant(
              ParameterizedTypeName.get(Wiring.MODEL_STEP, answer.type()),
              files.names().step(),
              CodeBlock.of(
                  "$L.json($L, $L)$L",
                  names.branch(step),
                  TextLiterals.of(files.names().wire()),
                  answer.arguments(),
                  fingerprint(step, files.files()))));
    }
  }
}
