package io.stepwright.processor.codegen;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.stepwright.processor.model.AgentModel;
import io.stepwright.processor.model.ConstructorModel;
import io.stepwright.processor.model.PromptModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.TemplateModel;
import io.stepwright.processor.model.ToolModel;
import io.stepwright.processor.model.WiredAgent;
import io.stepwright.processor.schedule.Schedule;
import io.stepwright.processor.source.HiddenPackage;
import io.stepwright.processor.source.TextLiterals;
import io.stepwright.processor.summary.ClassJavadoc;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the class that runs an agent. */
public final class WiredClassWriter {

  private final WiredAgent wired;
  private final AgentModel agent;
  private final List<Schedule> schedules;
  private final AgentNames names;
  private final TypeNames types;
  private final ClassName wiredName;
  private final Set<String> lintKeys;

  /**
   * Creates a writer for one agent.
   *
   * @param schedules the schedules of its entry points
   * @param lintKeys the warnings to suppress
   */
  public WiredClassWriter(WiredAgent wired, List<Schedule> schedules, Set<String> lintKeys) {
    this.wired = wired;
    this.agent = wired.agent();
    this.schedules = schedules;
    this.lintKeys = lintKeys;
    this.names = new AgentNames(agent);
    this.types = new TypeNames(agent, names);
    this.wiredName = ClassName.get(agent.type().packageName(), agent.wiredName());
  }

  /** Returns the source file. */
  public String source() {
    JsonClass json = new JsonClass(names.json(), types);
    Encoders encoders = json.encoders();
    CallArguments overloads = new CallArguments(agent.memberNames().overloaded(), types);
    ToolWriter tools = new ToolWriter(wired, names, types, json);
    TemplateWriter templates = new TemplateWriter(wired, names, types, encoders, overloads, tools);
    nameTexts(templates);
    TypeSpec.Builder type = ClassFrame.begin(agent, names, lintKeys).addJavadoc("$L", javadoc());
    ClassFrame.extend(type, agent, types);
    StepWriter steps = new StepWriter(agent, names, types, encoders, overloads, tools);
    ModelStepWriter modelSteps = new ModelStepWriter(wired, names, types, json, templates);
    ConstantsWriter constants =
        new ConstantsWriter(
            wired, names, modelSteps, templates, new ToolConstants(wired, names, json));
    Initializers initializers = new Initializers(constants.constants(), names.methods());
    type.addFields(initializers.fields());
    type.addField(
        FieldSpec.builder(Wiring.WIRING, names.wiring(), Modifier.PRIVATE, Modifier.FINAL).build());
    for (ToolModel.Facade facade : ToolConstants.facades(wired)) {
      type.addField(
          types.of(facade.type()), names.facade(facade), Modifier.PRIVATE, Modifier.FINAL);
    }
    ClassFrame.constructors(agent).forEach(constructor -> type.addMethod(constructor(constructor)));
    StepBridges bridges = new StepBridges(wiredName, names.methods());
    boolean parted = PartsWriter.areNeeded(schedules);
    List<PartsWriter> parts = new ArrayList<>();
    SharedSteps shared = shared(steps, parted);
    for (Schedule schedule : schedules) {
      PartsWriter part =
          parted ? new PartsWriter(schedule.graph().entryPoint(), names.types(), types) : null;
      StepWriter bodies = part == null ? steps : steps.inside(bridges);
      type.addMethod(
          new EntryPointWriter(schedule, agent.name(), names, types, bodies, shared, part)
              .method());
      if (part != null) {
        parts.add(part);
      }
    }
    type.addMethods(shared.methods());
    for (StepModel step : agent.answered()) {
      TemplateModel template = wired.templates().get(step.id());
      if (template != null) {
        type.addMethods(templates.methods(step, template));
      } else if (step.isAbstract()) {
        type.addMethods(
            steps.answer(
                step,
                wired.prompts().get(step.id()),
                wired.regexes().get(step.id()),
                wired.cacheKeys().get(step.id()),
                wired.checks(step)));
      }
    }
    type.addMethods(tools.methods());
    agent.answered().forEach(step -> type.addMethod(steps.direct(step)));
    type.addMethods(steps.bridges(bridges));
    type.addMethods(constants.methods());
    type.addMethods(initializers.methods());
    type.addTypes(templates.records());
    parts.forEach(part -> type.addType(part.type()));
    json.type().ifPresent(type::addType);
    return ClassFrame.source(wiredName, type.build());
  }

  /** Chooses the names of all constants with texts before the first type is written. */
  private void nameTexts(TemplateWriter templates) {
    for (StepModel step : agent.answered()) {
      TemplateModel template = wired.templates().get(step.id());
      PromptModel prompt = wired.prompts().get(step.id());
      if (template != null) {
        templates.texts(step, template);
      } else if (prompt != null) {
        if (prompt.system() != null) {
          names.systemPrompt(step);
        }
        names.prompt(step);
      }
    }
    ToolConstants.name(wired, names);
    names.hideTypesOfConstants();
  }

  /** Finds the steps that several entry points start in the same way. */
  private SharedSteps shared(StepWriter steps, boolean parted) {
    SharedSteps shared = new SharedSteps(names.methods());
    if (!parted && schedules.size() > 1) {
      schedules.forEach(
          each ->
              new EntryPointWriter(each, agent.name(), names, types, steps, shared, null).method());
    }
    shared.allAreKnown();
    return shared;
  }

  /**
   * Returns the qualified name of a type that a variable of the agent hides in the source file, if
   * any.
   */
  public Optional<String> hiddenType(String source) {
    return HiddenPackage.in(source, names.hiding());
  }

  private MethodSpec constructor(ConstructorModel constructor) {
    MethodSpec.Builder method = ClassFrame.constructor(constructor, names.runtime(), types, true);
    List<CodeBlock> known = new ArrayList<>();
    known.add(CodeBlock.of("$L", names.agent()));
    for (StepModel step : agent.answered()) {
      if (step.model() != null) {
        known.add(CodeBlock.of("$L", names.branch(step)));
      }
    }
    method.addStatement(
        "this.$L = $L.wiring($L)", names.wiring(), names.runtime(), CodeBlock.join(known, ", "));
    for (ToolModel.Facade facade : ToolConstants.facades(wired)) {
      constructor.parameters().stream()
          .filter(parameter -> parameter.type().equals(facade.type()))
          .findFirst()
          .ifPresent(
              parameter ->
                  method.addStatement(
                      "this.$L = $T.requireNonNull($L, $L)",
                      names.facade(facade),
                      Objects.class,
                      parameter.name(),
                      TextLiterals.of(
                          "%s: '%s' is null".formatted(agent.name(), parameter.name()))));
    }
    return method.build();
  }

  private String javadoc() {
    StringBuilder text = new StringBuilder();
    text.append("Runs {@link ")
        .append(String.join(".", agent.type().simpleNames()))
        .append("}: every step starts as soon as its own inputs are there.\n");
    for (Schedule schedule : schedules) {
      text.append("\n<pre>{@code\n").append(ClassJavadoc.of(schedule, wired)).append("}</pre>\n");
    }
    return text.toString();
  }
}
