package io.stepwright.graph.command;

import io.stepwright.descriptor.AgentDescriptor;
import io.stepwright.descriptor.DisplayText;
import io.stepwright.graph.analysis.EntryGraph;
import io.stepwright.graph.analysis.EstimatedTimes;
import io.stepwright.graph.analysis.StepTimes;
import io.stepwright.graph.format.GraphFormat;
import io.stepwright.graph.measured.MeasuredRun;
import io.stepwright.graph.measured.MeasuredTimes;
import io.stepwright.graph.measured.RunReportReader;
import io.stepwright.graph.picture.SourceLinks;
import io.stepwright.graph.source.SourceFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows the agents of a module. Thread-safe, because it has no state. */
public final class GraphCommand {

  private GraphCommand() {}

  /**
   * The result of the command.
   *
   * @param agents the number of agents
   * @param entryPoints the number of entry points
   * @param text the graphs in the requested format
   */
  public record GraphOutcome(int agents, int entryPoints, String text) {

    /** Returns the numbers in words, such as {@code 2 agents with 3 entry points}. */
    public String summary() {
      return count(agents, "agent") + " with " + count(entryPoints, "entry point");
    }

    private static String count(int number, String what) {
      return number + " " + what + (number == 1 ? "" : "s");
    }
  }

  /**
   * Reads the descriptors, writes the graphs, and stores them if a file is requested.
   *
   * @throws GraphException if nothing is compiled, no agent is of that name, or what was asked for
   *     is not understood
   * @throws io.stepwright.descriptor.DescriptorException if a descriptor cannot be read
   * @throws io.stepwright.graph.measured.RunReportException if a report cannot be read
   * @throws UncheckedIOException if the file cannot be written
   */
  public static GraphOutcome run(GraphRequest request) {
    GraphFormat format;
    StepTimes estimates;
    try {
      format = GraphFormat.of(request.format());
      estimates =
          request.estimates() == null
              ? StepTimes.byKind()
              : EstimatedTimes.parse(request.estimates());
    } catch (IllegalArgumentException e) {
      throw new GraphException(e.getMessage(), e);
    }
    List<AgentDescriptor> agents = agents(request);
    List<MeasuredRun> runs =
        request.measured() == null ? List.of() : RunReportReader.read(request.measured());
    List<EntryGraph> graphs =
        agents.stream()
            .flatMap(agent -> EntryGraph.of(agent, times(agent, runs, estimates)).stream())
            .toList();
    Path output = request.output();
    Path folder = output == null ? null : output.toAbsolutePath().getParent();
    String text =
        format.write(graphs, new SourceLinks(new SourceFolders(request.sources()), folder));
    store(text, output, folder);
    return new GraphOutcome(agents.size(), graphs.size(), text);
  }

  private static StepTimes times(
      AgentDescriptor agent, List<MeasuredRun> runs, StepTimes estimates) {
    return MeasuredTimes.of(runs, agent.name(), estimates);
  }

  private static List<AgentDescriptor> agents(GraphRequest request) {
    List<AgentDescriptor> all = DescriptorFolder.read(request.classes());
    if (all.isEmpty()) {
      throw new GraphException(
          "There is no compiled agent in "
              + request.classes()
              + ". Compile first: mvn compile. If there are classes with @Agent, the annotation"
              + " processor did not run.");
    }
    String wanted = request.agent();
    if (wanted == null) {
      return all;
    }
    List<AgentDescriptor> found = all.stream().filter(agent -> is(agent, wanted)).toList();
    if (found.isEmpty()) {
      throw new GraphException(
          "No agent is called "
              + wanted
              + ". The agents are "
              + String.join(
                  ", ", all.stream().map(AgentDescriptor::name).map(DisplayText::brief).toList()));
    }
    return found;
  }

  private static boolean is(AgentDescriptor agent, String wanted) {
    String type = agent.type();
    return agent.name().equals(wanted)
        || type.equals(wanted)
        || type.replace('$', '.').endsWith("." + wanted);
  }

  private static void store(String text, @Nullable Path output, @Nullable Path folder) {
    if (output == null) {
      return;
    }
    try {
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(output, text);
    } catch (IOException e) {
      throw new UncheckedIOException("The graph cannot be written to " + output, e);
    }
  }
}
