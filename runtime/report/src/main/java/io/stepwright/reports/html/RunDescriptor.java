package io.stepwright.reports.html;

import io.stepwright.graph.descriptor.AgentDescriptor;
import io.stepwright.graph.descriptor.DescriptorException;
import io.stepwright.graph.descriptor.DescriptorReader;
import io.stepwright.graph.descriptor.EntryPointDescriptor;
import io.stepwright.graph.descriptor.EntryPointDescriptor.NodeDescriptor;
import io.stepwright.report.RunReport;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The descriptor of a run's entry point, which the processor wrote beside the agent's class.
 *
 * @param agent the agent
 * @param entryPoint its entry point
 */
record RunDescriptor(AgentDescriptor agent, EntryPointDescriptor entryPoint) {

  /** Descriptors have a few KiB; a longer file is not one. */
  private static final int LONGEST = 8 << 20;

  /**
   * Finds the descriptor on the class path.
   *
   * @return empty if there is none, or if it belongs to another version of the agent than the one
   *     that ran
   */
  static Optional<RunDescriptor> of(RunReport report) {
    Set<@Nullable ClassLoader> loaders = new LinkedHashSet<>();
    loaders.add(Thread.currentThread().getContextClassLoader());
    loaders.add(RunReport.class.getClassLoader());
    for (ClassLoader loader : loaders) {
      Optional<RunDescriptor> found = loader == null ? Optional.empty() : of(report, loader);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<RunDescriptor> of(RunReport report, ClassLoader loader) {
    String name = "META-INF/stepwright/" + report.agentType() + ".json";
    try (InputStream in = loader.getResourceAsStream(name)) {
      byte[] json = in == null ? new byte[0] : in.readNBytes(LONGEST);
      if (json.length == 0 || json.length == LONGEST) {
        return Optional.empty();
      }
      AgentDescriptor agent = DescriptorReader.read(new String(json, StandardCharsets.UTF_8), name);
      return agent.entryPoints().stream()
          .filter(entryPoint -> entryPoint.method().equals(report.entryPoint()))
          .filter(entryPoint -> steps(entryPoint).equals(steps(report)))
          .map(entryPoint -> new RunDescriptor(agent, entryPoint))
          .findFirst();
    } catch (IOException | DescriptorException e) {
      // The page is useful without the descriptor.
      return Optional.empty();
    }
  }

  private static Set<String> steps(EntryPointDescriptor entryPoint) {
    return entryPoint.steps().stream().map(NodeDescriptor::name).collect(Collectors.toSet());
  }

  private static Set<String> steps(RunReport report) {
    return report.graph().stream().map(RunReport.Node::step).collect(Collectors.toSet());
  }
}
