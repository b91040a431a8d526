package io.stepwright.report.format.html;

import io.stepwright.descriptor.AgentDescriptor;
import io.stepwright.descriptor.DescriptorException;
import io.stepwright.descriptor.DescriptorFile;
import io.stepwright.descriptor.DescriptorReader;
import io.stepwright.descriptor.EntryPointDescriptor;
import io.stepwright.descriptor.EntryPointDescriptor.NodeDescriptor;
import io.stepwright.report.RunReport;
import java.io.IOException;
import java.io.InputStream;
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
      if (in == null) {
        return Optional.empty();
      }
      AgentDescriptor agent = DescriptorReader.read(DescriptorFile.read(in, name), name);
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
