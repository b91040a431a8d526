package io.stepwright.processor.codegen;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.stepwright.processor.model.MethodModel;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.PromptModel;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.TemplateModel;
import io.stepwright.processor.model.TemplateModel.ByConstant;
import io.stepwright.processor.model.TemplateModel.ByFlag;
import io.stepwright.processor.model.TemplateModel.Choice;
import io.stepwright.processor.model.TemplateModel.Chosen;
import io.stepwright.processor.model.TemplateModel.File;
import io.stepwright.processor.model.TypeRef;
import io.stepwright.processor.model.WiredAgent;
import io.stepwright.processor.source.NameScope;
import io.stepwright.processor.source.TextLiterals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Writes the members of the generated class for the templates of an agent. */
final class TemplateWriter {

  private static final String TASK =
      """
      Below is a document with open slots, written {{name: what to write}}. Write each of them, by
      its name, so that it fits where it stands. What is around the slots is already written.

      """;

  private final WiredAgent wired;
  private final TypeNames types;
  private final Encoders encoders;
  private final AgentNames names;
  private final CallArguments overloads;
  private final ToolWriter tools;
  private final TemplateGroups groups;
  private final String task;

  TemplateWriter(
      WiredAgent wired,
      AgentNames names,
      TypeNames types,
      Encoders encoders,
      CallArguments overloads,
      ToolWriter tools) {
    this.wired = wired;
    this.types = types;
    this.encoders = encoders;
    this.names = names;
    this.overloads = overloads;
    this.tools = tools;
    this.task = names.constants().take("FILL_SLOTS");
    this.groups = new TemplateGroups(wired, names, task);
  }

  /** Returns the constant of the sentence that asks a model to fill a file, if it is used. */
  Optional<FieldSpec> task() {
    for (StepModel step : wired.agent().answered()) {
      TemplateModel template = wired.templates().get(step.id());
      PromptModel instruction = wired.prompts().get(step.id());
      if (template != null
          && template.isOpen()
          && (instruction == null || instruction.user().isEmpty())) {
        CodeBlock sentence = CodeBlock.of("$L", TextLiterals.block(TASK));
        return Optional.of(ConstantsWriter.constant(types.text(), task, sentence));
      }
    }
    return Optional.empty();
  }

  /** Returns the files that a model fills, grouped by equal structure. */
  List<TemplateFiles> open(StepModel step, TemplateModel template) {
    return groups.of(step, template).stream().filter(TemplateFiles::isOpen).toList();
  }

  /** Returns the constants of the texts of a step's files. */
  List<FieldSpec> texts(StepModel step, TemplateModel template) {
    List<FieldSpec> constants = new ArrayList<>();
    PromptModel instruction = wired.prompts().get(step.id());
    if (instruction != null && instruction.system() != null && template.isOpen()) {
      constants.add(
          ConstantsWriter.prompt(names.systemPrompt(step), Message.of(instruction.system())));
    }
    groups.of(step, template).forEach(files -> constants.addAll(files.constants()));
    return constants;
  }

  /** Returns the records of the texts that models write. */
  List<TypeSpec> records() {
    List<TypeSpec> records = new ArrayList<>();
    for (StepModel step : wired.agent().answered()) {
      TemplateModel template = wired.templates().get(step.id());
      if (template != null) {
        groups.of(step, template).stream()
            .filter(files -> files.openSlots().size() > 1)
            .forEach(files -> records.add(answer(files)));
      }
    }
    return records;
  }

  private TypeSpec answer(TemplateFiles files) {
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    files
        .openSlots()
        .forEach(slot -> components.addParameter(types.of(slot.shape().type()), slot.name()));
    return TypeSpec.recordBuilder(files.names().answer())
        .addAnnotation(Wiring.GENERATED)
        .addModifiers(Modifier.PRIVATE)
        .recordConstructor(components.build())
        .build();
  }

  /**
   * Returns the methods of one step: the method that chooses a file, and the methods that fill the
   * files.
   */
  List<MethodSpec> methods(StepModel step, TemplateModel template) {
    List<MethodSpec> methods = new ArrayList<>();
    if (!(template.choice() instanceof Chosen)) {
      methods.add(chooser(step, template));
    }
    groups.of(step, template).forEach(files -> methods.add(filler(step, template, files)));
    return methods;
  }

  private MethodSpec chooser(StepModel step, TemplateModel template) {
    MethodModel declared = step.method();
    String handle = locals(step).take("step");
    MethodSpec.Builder method = head(names.answer(step), step, handle, declared.parameters());
    if (template.isOpen()) {
      method.addException(InterruptedException.class);
    }
    return method
        .addStatement("return $L", choice(step, template, template.choice(), handle))
        .build();
  }

  private CodeBlock choice(StepModel step, TemplateModel template, Choice choice, String handle) {
    if (choice instanceof ByConstant enumerated) {
      return byConstant(step, template, enumerated, handle);
    }
    if (choice instanceof ByFlag flag) {
      return CodeBlock.of(
          "$L ? $L : $L",
          value(flag.on()),
          choice(step, template, flag.yes(), handle),
          choice(step, template, flag.no(), handle));
    }
    File file = ((Chosen) choice).file();
    TemplateFiles files = groups.with(step, template, file);
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$L", handle));
    groups
        .used(step, template, file)
        .forEach(each -> arguments.add(CodeBlock.of("$L", each.name())));
    files.find(file).ifPresent(each -> arguments.addAll(files.arguments(each)));
    return CodeBlock.of("$L($L)", files.names().method(), CodeBlock.join(arguments, ", "));
  }

  private CodeBlock byConstant(
      StepModel step, TemplateModel template, ByConstant choice, String handle) {
    if (choice.cases().isEmpty() && choice.otherwise() != null) {
      return choice(step, template, choice.otherwise(), handle);
    }
    CodeBlock on = value(choice.on());
    Map<Choice, List<String>> constants = new LinkedHashMap<>();
    choice
        .cases()
        .forEach(
            (constant, each) ->
                constants.computeIfAbsent(each, unseen -> new ArrayList<>()).add(constant));
    CodeBlock.Builder code = CodeBlock.builder().add("switch ($L) {\n", on);
    constants.forEach(
        (each, labels) ->
            code.add(
                "case $L -> $L;\n",
                String.join(", ", labels),
                choice(step, template, each, handle)));
    if (choice.otherwise() == null) {
      code.add(
          "default -> throw new $T($L + $L.name());\n",
          IllegalStateException.class,
          TextLiterals.of(
              "%s.%s: template '%s' has no file for "
                  .formatted(wired.agent().name(), step.name(), template.path())),
          on);
    } else {
      code.add("default -> $L;\n", choice(step, template, choice.otherwise(), handle));
    }
    return code.add("}").build();
  }

  private static CodeBlock value(Slot slot) {
    CodeBlock value = new SlotValues().of(slot);
    return slot.accessors().isEmpty() || slot.shape().type() instanceof TypeRef.Primitive
        ? value
        : CodeBlock.of("$T.present($L, $L)", Wiring.WIRING, TextLiterals.of(slot.path()), value);
  }

  private MethodSpec filler(StepModel step, TemplateModel template, TemplateFiles files) {
    boolean alone = template.choice() instanceof Chosen;
    File file = files.first().file();
    NameScope locals = locals(step);
    locals.avoid(TypeNames.LIBRARY_ROOTS);
    locals.avoid(TemplateValues.namesOfTypes(file.value()));
    String handle = locals.take(file.isOpen() ? "step" : Methods.UNUSED);
    // The step is passed even if the method does not use it: no method of the user has such a
    // parameter, so the signatures cannot clash.
    MethodSpec.Builder method =
        head(
            files.names().method(),
            step,
            handle,
            alone ? step.method().parameters() : groups.used(step, template, file));
    if (file.isOpen()) {
      method.addException(InterruptedException.class);
    }
    PromptModel instruction = wired.prompts().get(step.id());
    Message system =
        instruction == null || instruction.system() == null || !file.isOpen()
            ? null
            : Message.of(instruction.system());
    new TemplateBody(files, types, encoders, locals, method)
        .write(
            names.systemPrompt(step),
            system,
            groups.key(step, file),
            file.isOpen() ? tools.asker(step, handle, locals) : CodeBlock.of("$L", handle),
            files.names().step(),
            new CheckWriter(
                types.boxed(step.method().returnType()), wired.checks(step), overloads));
    return method.build();
  }

  private MethodSpec.Builder head(
      String name, StepModel step, String handle, List<ParameterModel> parameters) {
    MethodSpec.Builder method = MethodSpec.methodBuilder(name).addModifiers(Modifier.PRIVATE);
    Methods.returns(step.method(), types, method);
    method.addParameter(Wiring.STEP, handle);
    Methods.addParameters(parameters, types, method);
    return method;
  }

  private static NameScope locals(StepModel step) {
    return new NameScope(step.method().parameters().stream().map(ParameterModel::name).toList());
  }
}
