package io.stepwright.graph.format;

import io.stepwright.descriptor.DisplayText;
import io.stepwright.descriptor.EntryPointDescriptor.BindingDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.BranchDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.NodeDescriptor;
import io.stepwright.descriptor.ModelCallBound;
import io.stepwright.descriptor.StepDescriptor;
import io.stepwright.graph.analysis.EntryGraph;
import io.stepwright.graph.analysis.OfferedTools;
import io.stepwright.graph.analysis.StepText;
import io.stepwright.graph.analysis.StepTimes.Time;
import io.stepwright.graph.analysis.UncountedCode;
import io.stepwright.graph.picture.SourceLinks;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes plain text for a terminal of 100 columns. */
final class TextFormat implements GraphFormat {

  private static final int COLUMNS = 100;

  @Override
  public String extension() {
    return "txt";
  }

  @Override
  public String write(List<EntryGraph> graphs, SourceLinks links) {
    StringBuilder text = new StringBuilder();
    String agent = "";
    for (EntryGraph graph : graphs) {
      if (!agent.equals(graph.agent().type())) {
        agent = graph.agent().type();
        text.append(text.isEmpty() ? "" : "\n");
        text.append(DisplayText.escape(graph.agent().name() + " (" + agent + ")")).append('\n');
      }
      entryPoint(graph, links, text);
    }
    // Not every console shows characters beyond ASCII.
    return text.toString().replace("≥", ">=").replace("·", "-").replace("›", ">");
  }

  private static void entryPoint(EntryGraph graph, SourceLinks links, StringBuilder text) {
    var entryPoint = graph.entryPoint();
    text.append("\n  ").append(DisplayText.escape(graph.signature() + ": " + entryPoint.returns()));
    links
        .to(entryPoint)
        .ifPresent(link -> text.append("  ").append(DisplayText.escape(link.text())));
    text.append('\n');
    int steps = entryPoint.steps().size();
    List<String> facts = new ArrayList<>();
    facts.add(steps == 1 ? "1 step" : steps + " steps");
    String uncounted = UncountedCode.of(graph);
    facts.add(
        entryPoint.mostModelCalls().text()
            + (uncounted.isEmpty() ? "" : " (beside those of the code of " + uncounted + ")"));
    if (entryPoint.timeout() != null) {
      facts.add("timeout " + entryPoint.timeout());
    }
    wrap(text, "    ", String.join(", ", facts));
    wrap(text, "    critical path (*): ", String.join(" -> ", graph.criticalPath().steps()));
    wrap(text, "      ", graph.times().description());
    text.append('\n');
    int width = 8;
    for (NodeDescriptor node : entryPoint.steps()) {
      width = Math.max(width, node.name().length());
    }
    for (NodeDescriptor node : entryPoint.steps()) {
      step(graph, node, Math.min(width, 28), links, text);
    }
    Set<String> result = new LinkedHashSet<>();
    entryPoint.resultBindings().forEach(binding -> result.add(binding.from()));
    if (!result.isEmpty()) {
      wrap(text, "    result  ", String.join(", ", result));
    }
    if (!entryPoint.also().isEmpty()) {
      wrap(text, "    also    ", String.join(", ", entryPoint.also()));
    }
  }

  private static void step(
      EntryGraph graph, NodeDescriptor node, int width, SourceLinks links, StringBuilder text) {
    boolean critical = graph.criticalPath().steps().contains(node.name());
    String head = "  " + (critical ? "* " : "  ") + pad(node.name(), width) + "  ";
    String margin = " ".repeat(6 + width);
    String thread = node.spine() ? "caller" : "forked";
    if (!node.isChoice()) {
      BranchDescriptor branch = node.branches().get(0);
      wrap(text, head, String.join(", ", facts(graph, branch, thread, links)));
      branch(branch, margin, node.after(), text);
      tools(graph, branch, margin, text);
      return;
    }
    wrap(text, head, "one of " + node.branches().size() + ", " + thread);
    for (BranchDescriptor branch : node.branches()) {
      wrap(
          text,
          margin + "- ",
          branch.step().method() + ": " + String.join(", ", facts(graph, branch, null, links)));
      if (branch.when().isEmpty()) {
        wrap(text, margin + "  when   ", "otherwise");
      }
      branch(branch, margin + "  ", List.of(), text);
      tools(graph, branch, margin + "  ", text);
    }
    if (!node.after().isEmpty()) {
      wrap(text, margin + "after  ", String.join(", ", node.after()));
    }
  }

  private static List<String> facts(
      EntryGraph graph, BranchDescriptor branch, @Nullable String thread, SourceLinks links) {
    StepDescriptor step = branch.step();
    List<String> facts = new ArrayList<>();
    facts.add(StepText.work(step));
    facts.addAll(StepText.judged(step));
    Time time = graph.times().of(step);
    if (time.known()) {
      facts.add(StepText.duration(time.duration()));
    }
    if (step.mostModelCalls() > 0) {
      facts.add(
          "<= "
              + ModelCallBound.calls(step.mostModelCalls())
              + (branch.each() == null ? "" : " an item"));
    }
    if (step.sideEffect()) {
      facts.add("side effect");
    }
    if (thread != null) {
      facts.add(thread);
    }
    links.to(step).ifPresent(link -> facts.add(link.text()));
    return facts;
  }

  private static void branch(
      BranchDescriptor branch, String margin, List<String> after, StringBuilder text) {
    List<BindingDescriptor> inputs = branch.inputs();
    if (!branch.when().isEmpty()) {
      wrap(text, margin + "when   ", StepText.conditions(branch.when()));
    }
    if (!inputs.isEmpty()) {
      wrap(text, margin + "takes  ", StepText.inputs(inputs));
    }
    if (!after.isEmpty()) {
      wrap(text, margin + "after  ", String.join(", ", after));
    }
    if (branch.each() != null) {
      wrap(text, margin + "once   ", "for " + StepText.each(branch.each()));
    }
    StepDescriptor step = branch.step();
    if (!step.fallback().isEmpty()) {
      wrap(text, margin + "then   ", String.join(", ", step.fallback()));
    }
    if (step.template() != null) {
      int files = step.template().files().size();
      String many = files == 1 ? "" : " (" + files + " files)";
      wrap(text, margin + "fills  ", step.template().path() + many);
    }
    if (step.cache() != null) {
      wrap(text, margin + "cache  ", StepText.cache(step.cache()));
    }
  }

  private static void tools(
      EntryGraph graph, BranchDescriptor branch, String margin, StringBuilder text) {
    List<OfferedTools.Use> tools = OfferedTools.of(graph.agent(), branch.step()).tools();
    if (tools.isEmpty()) {
      return;
    }
    wrap(text, margin + "tools  ", "in " + OfferedTools.budget(branch.step()));
    for (OfferedTools.Use use : tools) {
      wrap(text, margin + "       - ", use.text());
    }
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /** Writes a line, or several lines with a hanging indent, without control characters. */
  private static void wrap(StringBuilder text, String head, String content) {
    StringBuilder line = new StringBuilder(DisplayText.escape(head));
    boolean first = true;
    for (String word : DisplayText.escape(content).split(" ", -1)) {
      if (!first && line.length() + 1 + word.length() > COLUMNS) {
        text.append(line).append('\n');
        line.setLength(0);
        line.append(" ".repeat(head.length())).append(word);
      } else {
        line.append(first ? "" : " ").append(word);
      }
      first = false;
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }
}
