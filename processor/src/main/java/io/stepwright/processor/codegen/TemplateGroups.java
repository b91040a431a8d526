package io.stepwright.processor.codegen;

import io.stepwright.processor.model.CacheKeyModel;
import io.stepwright.processor.model.ParameterModel;
import io.stepwright.processor.model.PromptModel;
import io.stepwright.processor.model.StepModel;
import io.stepwright.processor.model.TemplateModel;
import io.stepwright.processor.model.TemplateModel.Chosen;
import io.stepwright.processor.model.TemplateModel.File;
import io.stepwright.processor.model.WiredAgent;
import io.stepwright.processor.source.NameScope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Groups the files of templates that differ only in their texts, and names the members of each
 * group.
 */
final class TemplateGroups {

  private final WiredAgent wired;
  private final AgentNames names;
  private final String task;
  private final Map<String, List<TemplateFiles>> known = new HashMap<>();

  /**
   * Creates the groups of an agent.
   *
   * @param task the constant of the sentence that asks a model to fill a file
   */
  TemplateGroups(WiredAgent wired, AgentNames names, String task) {
    this.wired = wired;
    this.names = names;
    this.task = task;
  }

  /** Returns the groups of a step, in the order of their first files. */
  List<TemplateFiles> of(StepModel step, TemplateModel template) {
    List<TemplateFiles> groups = known.get(step.id());
    if (groups == null) {
      groups = find(step, template);
      known.put(step.id(), groups);
    }
    return groups;
  }

  private List<TemplateFiles> find(StepModel step, TemplateModel template) {
    Map<Object, List<FileTexts>> byForm = new LinkedHashMap<>();
    for (File file : template.files()) {
      Message prompt =
          file.isOpen()
              ? TemplateMessages.prompt(file, wired.prompts().get(step.id()), task)
              : null;
      String base = NameScope.constant(step.name() + suffix(template, file));
      FileTexts texts = new FileTexts(file, prompt, base, names.constants());
      Object form = Arrays.asList(texts.form(), key(step, file), used(step, template, file));
      byForm.computeIfAbsent(form, unseen -> new ArrayList<>()).add(texts);
    }
    long open = byForm.values().stream().filter(files -> files.get(0).file().isOpen()).count();
    List<TemplateFiles> groups = new ArrayList<>();
    byForm
        .values()
        .forEach(files -> groups.add(new TemplateFiles(files, name(step, template, files, open))));
    return groups;
  }

  private TemplateFiles.Names name(
      StepModel step, TemplateModel template, List<FileTexts> files, long open) {
    File first = files.get(0).file();
    String capital = NameScope.capitalized(step.method().name());
    String suffix = suffix(template, first);
    boolean only = first.isOpen() && open == 1;
    String method =
        template.choice() instanceof Chosen
            ? names.answer(step)
            : names
                .methods()
                .take(files.size() == 1 ? step.method().name() + suffix : "fill" + capital);
    boolean record = first.openSlots().size() > 1;
    String answer = record ? names.types().take(capital + (only ? "" : suffix) + "Slots") : "";
    boolean several = first.isOpen() && open > 1;
    String constant =
        several
            ? names.constants().take(NameScope.constant(step.name() + suffix))
            : names.branch(step);
    return new TemplateFiles.Names(method, constant, answer, step.name() + suffix);
  }

  /** Returns the group of a file. */
  TemplateFiles with(StepModel step, TemplateModel template, File file) {
    return of(step, template).stream()
        .filter(files -> files.find(file).isPresent())
        .findFirst()
        .orElseThrow();
  }

  /** Returns the cache key of a file, or null. */
  @Nullable CacheKeyModel key(StepModel step, File file) {
    return wired.fileKeys().getOrDefault(step.id(), Map.of()).get(file.path());
  }

  /** Returns the parameters that the method of a file reads. */
  List<ParameterModel> used(StepModel step, TemplateModel template, File file) {
    Set<String> used = new HashSet<>();
    file.slots().forEach(slot -> used.add(slot.parameter()));
    if (file.isOpen()) {
      PromptModel instruction = wired.prompts().get(step.id());
      if (instruction != null) {
        instruction.slots().forEach(slot -> used.add(slot.parameter()));
      }
      wired.checks(step).forEach(check -> used.addAll(check.names()));
      wired.tools(step).forEach(tool -> tool.bound().forEach(slot -> used.add(slot.parameter())));
      if (step.history() != null) {
        used.add(step.history().name());
      }
      if (wired.fileKeys().containsKey(step.id())) {
        template.choosers().forEach(slot -> used.add(slot.parameter()));
      }
    }
    return step.method().parameters().stream()
        .filter(parameter -> used.contains(parameter.name()))
        .toList();
  }

  /** Returns the part of a name that distinguishes a file from the others of its template. */
  private static String suffix(TemplateModel template, File file) {
    if (template.choice() instanceof Chosen) {
      return "";
    }
    StringBuilder suffix = new StringBuilder();
    file.values().forEach(value -> suffix.append(camel(value)));
    return suffix.toString();
  }

  /** Converts {@code MIGRATE_NOW} to {@code MigrateNow}; the case of other names is kept. */
  private static String camel(String value) {
    if (!value.equals(value.toUpperCase(Locale.ROOT))) {
      return NameScope.capitalized(value);
    }
    StringBuilder camel = new StringBuilder();
    for (String word : value.split("_")) {
      camel.append(word.isEmpty() ? "" : NameScope.capitalized(word.toLowerCase(Locale.ROOT)));
    }
    return camel.toString();
  }
}
