package io.stepwright.processor.model;

import io.stepwright.processor.model.Graph.AssembledResult;
import io.stepwright.processor.model.Graph.Binding;
import io.stepwright.processor.model.Graph.Branch;
import io.stepwright.processor.model.Graph.EntryInput;
import io.stepwright.processor.model.Graph.Node;
import io.stepwright.processor.model.Graph.StepResult;
import io.stepwright.processor.model.PromptModel.Slot;
import io.stepwright.processor.model.Types.Accessor;
import java.util.ArrayList;
import java.util.List;

/** Lists the values that the steps, the conditions and the result of an entry point read. */
public final class ValueReads {

  private final WiredAgent wired;
  private final List<Read> reads = new ArrayList<>();

  private ValueReads(WiredAgent wired) {
    this.wired = wired;
  }

  /**
   * A value that is read.
   *
   * @param source the name of the input or the step at which its path starts
   * @param ofInput true if that is an input
   * @param names the names of the accessors on the path
   */
  public record Read(String source, boolean ofInput, List<String> names) {

    /** Returns whether the value is that of an input of the entry point, or a part of it. */
    public boolean isOfInput(String name) {
      return ofInput && source.equals(name);
    }

    /** Returns whether the value is that of a step, or a part of it. */
    public boolean isOfStep(String name) {
      return !ofInput && source.equals(name);
    }
  }

  /** Returns the values that one entry point reads. */
  public static List<Read> in(Graph graph, WiredAgent wired) {
    ValueReads all = new ValueReads(wired);
    for (Node node : graph.nodes()) {
      node.branches().forEach(all::branch);
    }
    if (graph.result() instanceof StepResult result) {
      all.step(result.step().name());
    } else if (graph.result() instanceof AssembledResult result) {
      result.components().forEach(component -> all.add(component.path(), List.of()));
    }
    graph.entryPoint().also().stream().map(Named::text).forEach(all::step);
    return all.reads;
  }

  private void step(String name) {
    reads.add(new Read(name, false, List.of()));
  }

  private void add(ValuePath path, List<Accessor> more) {
    List<String> names = new ArrayList<>();
    path.accessors().forEach(accessor -> names.add(accessor.name()));
    more.forEach(accessor -> names.add(accessor.name()));
    reads.add(new Read(path.root().name(), path.root() instanceof EntryInput, names));
  }

  private void branch(Branch branch) {
    branch.conditions().stream().map(Condition::path).forEach(path -> add(path, List.of()));
    for (Binding binding : branch.bindings()) {
      List<Slot> slots = slots(branch.step(), binding.parameter());
      if (slots.isEmpty()) {
        add(binding.path(), List.of());
      }
      slots.forEach(slot -> add(binding.path(), slot.accessors()));
    }
  }

  /**
   * Returns the slots that show parts of a parameter. Empty if something takes all of it: code, a
   * check, or a model that continues it. Also empty if nothing does, which is reported elsewhere.
   */
  private List<Slot> slots(StepModel step, ParameterModel parameter) {
    boolean checked =
        wired.checks(step).stream().anyMatch(check -> check.names().contains(parameter.name()));
    if (!step.isAbstract() || checked || parameter.isHistory()) {
      return List.of();
    }
    List<Slot> slots = new ArrayList<>();
    PromptModel prompt = wired.prompts().get(step.id());
    TemplateModel template = wired.templates().get(step.id());
    RegexModel regex = wired.regexes().get(step.id());
    if (prompt != null) {
      slots.addAll(prompt.slots());
    }
    if (template != null) {
      slots.addAll(template.choosers());
      template.files().forEach(file -> slots.addAll(file.slots()));
    }
    if (regex != null) {
      slots.add(regex.on());
    }
    wired.tools(step).forEach(tool -> slots.addAll(tool.bound()));
    slots.removeIf(slot -> !slot.parameter().equals(parameter.name()));
    return slots;
  }
}
