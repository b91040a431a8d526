package io.stepwright.graph.format;

import io.stepwright.descriptor.EntryPointDescriptor.BranchDescriptor;
import io.stepwright.graph.analysis.OfferedTools;
import io.stepwright.graph.analysis.StepText;
import java.util.List;

/** Labels of boxes, line by line. */
final class Labels {

  private Labels() {}

  /** Returns the name of a tool, and its properties if it has any. */
  static String[] lines(OfferedTools.Use use) {
    List<String> properties = use.properties();
    return properties.isEmpty()
        ? new String[] {use.label()}
        : new String[] {use.label(), String.join(", ", properties)};
  }

  /** Returns the name of a method's box, its work, and its list if there is one. */
  static String[] lines(String name, BranchDescriptor branch) {
    String work = StepText.work(branch.step());
    return branch.each() == null
        ? new String[] {name, work}
        : new String[] {name, work, StepText.each(branch.each())};
  }
}
