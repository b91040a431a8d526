package io.stepwright.graph.format;

import io.stepwright.descriptor.EntryPointDescriptor.BranchDescriptor;
import io.stepwright.graph.analysis.StepText;

/** Labels of boxes, line by line. */
final class Labels {

  private Labels() {}

  /** Returns the name of a method's box, its work, and its list if there is one. */
  static String[] lines(String name, BranchDescriptor branch) {
    String work = StepText.work(branch.step());
    return branch.each() == null
        ? new String[] {name, work}
        : new String[] {name, work, StepText.each(branch.each())};
  }
}
