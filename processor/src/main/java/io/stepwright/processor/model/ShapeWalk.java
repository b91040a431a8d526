package io.stepwright.processor.model;

import java.util.ArrayList;
import java.util.List;

/** Lists all shapes inside of a shape, including itself, with their paths. */
public final class ShapeWalk {

  private ShapeWalk() {}

  /**
   * A shape and its position.
   *
   * @param path names joined by dots, such as {@code Report.lines[].text}
   * @param depth the number of objects and arrays around it
   * @param isComponent true if it is the value of a record component itself
   */
  public record Visit(String path, Shape shape, int depth, boolean isComponent) {}

  /** Returns the visits, outer shapes before inner ones. */
  public static List<Visit> of(Shape shape, String path) {
    List<Visit> visits = new ArrayList<>();
    walk(shape, path, 0, false, visits);
    return visits;
  }

  private static void walk(
      Shape shape, String path, int depth, boolean isComponent, List<Visit> visits) {
    visits.add(new Visit(path, shape, depth, isComponent));
    if (shape instanceof Shape.Structure structure) {
      for (Shape.Component component : structure.components()) {
        walk(component.shape(), path + "." + component.name(), depth + 1, true, visits);
      }
    } else if (shape instanceof Shape.Choice choice) {
      for (Shape.Structure each : choice.choices()) {
        walk(each, path + "(" + choice.nameOf(each) + ")", depth, false, visits);
      }
    } else if (shape instanceof Shape.Sequence sequence) {
      walk(sequence.element(), path + "[]", depth + 1, false, visits);
    } else if (shape instanceof Shape.Mapping mapping) {
      walk(mapping.value(), path + "[]", depth + 1, false, visits);
    } else if (shape instanceof Shape.Maybe maybe) {
      walk(maybe.value(), path, depth, false, visits);
    }
  }
}
