package io.stepwright.processor.discovery;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads the names of annotations from javac's syntax trees: javac leaves those that it cannot
 * resolve out of the elements (before JDK 21), other compilers keep them there.
 */
final class SourceAnnotations {

  private SourceAnnotations() {}

  /** Simple names of the annotations of an element as written; none where no tree is known. */
  static List<String> names(ProcessingEnvironment environment, Element element) {
    try {
      return names(Trees.instance(environment).getTree(element));
    } catch (IllegalArgumentException | LinkageError e) {
      return List.of(); // Another compiler than javac, or javac behind a wrapper.
    }
  }

  private static List<String> names(@Nullable Tree tree) {
    if (tree instanceof ClassTree type) {
      return names(type.getModifiers());
    }
    if (tree instanceof MethodTree method) {
      return names(method.getModifiers());
    }
    return tree instanceof VariableTree variable ? names(variable.getModifiers()) : List.of();
  }

  private static List<String> names(ModifiersTree modifiers) {
    List<String> names = new ArrayList<>();
    for (AnnotationTree annotation : modifiers.getAnnotations()) {
      String name = annotation.getAnnotationType().toString();
      names.add(name.substring(name.lastIndexOf('.') + 1));
    }
    return names;
  }
}
