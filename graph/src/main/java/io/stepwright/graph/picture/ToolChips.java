package io.stepwright.graph.picture;

import io.stepwright.descriptor.ToolDescriptor;
import io.stepwright.graph.analysis.OfferedTools;
import io.stepwright.graph.drawing.Picture.Chip;
import io.stepwright.graph.drawing.Picture.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes small nodes of the tools of a step. */
final class ToolChips {

  /** Limit of chips in one box. The tooltip has all tools. */
  private static final int MOST = 16;

  private ToolChips() {}

  static List<Chip> of(OfferedTools tools) {
    List<Chip> chips = new ArrayList<>();
    for (OfferedTools.Use use : tools.tools().subList(0, Math.min(MOST, tools.tools().size()))) {
      chips.add(chip(use));
    }
    if (tools.tools().size() > MOST) {
      chips.add(
          new Chip("+" + (tools.tools().size() - MOST) + " more", List.of("more"), List.of()));
    }
    return chips;
  }

  private static Chip chip(OfferedTools.Use use) {
    ToolDescriptor tool = use.tool();
    List<Mark> marks = new ArrayList<>();
    if (tool.sideEffect()) {
      marks.add(Mark.BOLT);
    }
    if (tool.approval() != null) {
      marks.add(Mark.TICK);
    }
    return new Chip(use.label(), List.of(tool.kind().name().toLowerCase(Locale.ROOT)), marks);
  }
}
