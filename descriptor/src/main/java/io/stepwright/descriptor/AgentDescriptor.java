package io.stepwright.descriptor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agent as it was compiled. Immutable.
 *
 * @param name its name
 * @param type the binary name of its type
 * @param generated the name of the generated class
 * @param resources the files that the processor looked for
 * @param steps the methods of its steps, as they are declared; alternatives share a name
 * @param tools the tools that its steps may offer to models, as they are declared
 * @param entryPoints its entry points, as they are declared
 */
public record AgentDescriptor(
    String name,
    String type,
    String generated,
    List<ResourceDescriptor> resources,
    List<StepDescriptor> steps,
    List<ToolDescriptor> tools,
    List<EntryPointDescriptor> entryPoints) {

  /** Copies the lists. */
  public AgentDescriptor {
    resources = List.copyOf(resources);
    steps = List.copyOf(steps);
    tools = List.copyOf(tools);
    entryPoints = List.copyOf(entryPoints);
  }

  /**
   * Returns the tool that models see under a name, or null; never null for the name of an offered
   * tool.
   */
  public @Nullable ToolDescriptor tool(String name) {
    for (ToolDescriptor tool : tools) {
      if (tool.name().equals(name)) {
        return tool;
      }
    }
    return null;
  }
}
